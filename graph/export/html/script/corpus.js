// Texts, sentences, mentions and evidence: decoded after the first picture, because it does not need them.
const corpus = (() => {
  let ready = null;
  let block = null;
  let firstEvidence = null; // edge → first row of its evidence
  let sentences = null;
  const ABOUT = { commitments: "object_ids", figures: "about_ids" }; // table of claims → its column of nodes
  const folded = new Map(); // letter → its sentences as they are searched, each in a line of its own
  const inLetter = { sentences: new Map(), mentions: new Map(), sections: new Map() };

  const load = () => (ready = ready || read());
  const loaded = () => block !== null;

  async function read() {
    const raw = await graph.decode("letters");
    for (const part of ["sentences", "mentions"]) {
      raw[part].letter = graph.summed(raw[part].letter);
      raw[part].start = graph.summed(raw[part].start);
    }
    const evidence = raw.evidence;
    evidence.spans.letter = graph.summed(evidence.spans.letter);
    evidence.spans.start = graph.summed(evidence.spans.start);
    for (const column of ["origin", "status", "cue", "rule", "strength", "certainty"]) {
      evidence[column] = graph.named(evidence[column], raw.values);
    }
    sentences = raw.sentences;
    sentences.zone = graph.named(sentences.zone, raw.values);
    firstEvidence = new Int32Array(evidence.per_edge.length + 1);
    evidence.per_edge.forEach((count, at) => {
      firstEvidence[at + 1] = firstEvidence[at] + count;
    });
    gather("sentences", raw.sentences.letter, (at) => at);
    gather("mentions", raw.mentions.letter, (at) => at);
    gather(
      "sections",
      raw.sections.map((section) => section[0]),
      (at) => section(raw.sections[at]),
    );
    block = raw;
    for (const rows of Object.values(raw.claims)) rows.forEach(withQuote);
  }

  function gather(part, letters, make) {
    letters.forEach((letter, at) => {
      if (!inLetter[part].has(letter)) inLetter[part].set(letter, []);
      inLetter[part].get(letter).push(make(at));
    });
  }

  const section = ([letter, id, level, heading, point, start, end]) => ({
    letter,
    id,
    level,
    heading,
    point,
    start,
    end,
  });

  let letters = null; // letter id → letter
  function letterOf(id) {
    if (!letters) letters = new Map(graph.letters.map((letter) => [letter.id, letter]));
    return letters.get(id);
  }

  // Claims stand in their letter's text; only without a text do they carry their sentence themselves.
  function withQuote(row) {
    const letter = letterOf(row.letter_id);
    if (letter && !row.quote) row.quote = text(letter.at).slice(row.start, row.end);
  }

  const text = (letter) => block.texts[letter] || "";

  function sentence(at) {
    const start = sentences.start[at];
    const end = start + sentences.length[at];
    return { at, letter: sentences.letter[at], start, end, zone: sentences.zone[at] };
  }

  const sentencesOf = (letter) => (inLetter.sentences.get(letter) || []).map(sentence);
  const sectionsOf = (letter) => inLetter.sections.get(letter) || [];
  const sectionAt = (letter, at) =>
    sectionsOf(letter)
      .filter((part) => part.start <= at && at < part.end)
      .sort((a, b) => b.start - a.start)[0];

  function mentionsOf(letter) {
    const { start, length, nodes } = block.mentions;
    return (inLetter.mentions.get(letter) || []).map((at) => ({
      start: start[at],
      end: start[at] + length[at],
      nodes: nodes[at],
    }));
  }

  function proof(at, edgeAt) {
    const rows = block.evidence;
    const span = rows.span[at];
    const letter = rows.spans.letter[span];
    const start = rows.spans.start[span];
    const end = start + rows.spans.length[span];
    const said = letter >= 0 ? text(letter).slice(start, end) : "";
    return {
      edge: edgeAt,
      letter,
      start,
      end,
      quote: said || rows.quote[at] || "",
      source: rows.source[at],
      target: rows.target[at],
      origin: rows.origin[at],
      status: rows.status[at],
      cue: rows.cue[at],
      rule: rows.rule[at],
      score: rows.score[at],
      strength: rows.strength[at],
      certainty: rows.certainty[at],
      repeated: rows.spans.repeated[span],
      names: rows.names[at] || 0,
      note: rows.note[at] || "",
    };
  }

  // Every sentence that supports an edge, in the order of the evidence table.
  function evidence(edgeAt) {
    const out = [];
    for (let at = firstEvidence[edgeAt]; at < firstEvidence[edgeAt + 1]; at += 1) out.push(proof(at, edgeAt));
    return out;
  }

  // The promises and figures that name a node as their object: {commitments, figures}.
  let about = null;
  function claimsAbout(id) {
    if (!about) {
      about = new Map();
      for (const [name, column] of Object.entries(ABOUT))
        for (const row of block.claims[name] || [])
          for (const one of row[column] || []) {
            if (!about.has(one)) about.set(one, { commitments: [], figures: [] });
            about.get(one)[name].push(row);
          }
    }
    return about.get(id) || { commitments: [], figures: [] };
  }

  // How many rows of evidence stand in letters that pass.
  const evidenceIn = (passes) =>
    block.evidence.span.filter((span) => passes(block.evidence.spans.letter[span])).length;

  function searched(letter) {
    if (!folded.has(letter)) {
      const said = sentencesOf(letter).map(({ start, end }) => fold.tight(text(letter).slice(start, end)));
      folded.set(letter, said.join("\n"));
    }
    return folded.get(letter);
  }

  // All sentences that hold all the (folded) words. Words of one character (2023 年 5 月) are rather blanks within one
  // word: where sentences hold them so, these alone.
  function sentencesWith(words) {
    const one = words.length > 1 && words.some((word) => word.length === 1) ? holding([words.join("")]) : [];
    return one.length > 0 ? one : holding(words);
  }

  // A letter that lacks one of the words is left aside as a whole.
  function holding(words) {
    const holds = (body) => words.every((word) => body.includes(word));
    const found = [];
    for (const [letter, rows] of inLetter.sentences) {
      const body = searched(letter);
      if (!holds(body)) continue;
      body.split("\n").forEach((said, place) => holds(said) && found.push(sentence(rows[place])));
    }
    return found;
  }

  const prepare = () => graph.letters.forEach((letter) => searched(letter.at));

  return {
    load,
    loaded,
    text,
    sentencesOf,
    sectionsOf,
    sectionAt,
    mentionsOf,
    evidence,
    evidenceIn,
    claimsAbout,
    sentencesWith,
    prepare,
    letterOf,
    get threads() {
      return (block && block.threads) || [];
    },
    get claims() {
      return block ? block.claims : {};
    },
    get issues() {
      return block ? block.issues : [];
    },
  };
})();
