// What was asked and how it was answered: every point of a proposal (or the proposal, where the letter tells no points)
// with what the passage that answers it promises.
const answers = (() => {
  // The most telling first: what a row is counted as where its passage says several things.
  const ORDER = ["refused", "missed", "late", "kept", "planned", "ongoing", "done", ""];
  const rank = (code) => (ORDER.includes(code) ? ORDER.indexOf(code) : ORDER.length);
  const codeOf = (promise) => promise.outcome || promise.status;
  const label = (code) =>
    code ? (code in graph.start.terms.outcome ? words.term("outcome", code) : words.status(code)) : words.t("no.promise");

  let promised = null; // letter → its promises
  function promisesOf(letter) {
    if (!promised) {
      promised = new Map();
      for (const one of claims.rowsOf("commitments")) {
        const { at } = corpus.letterOf(one.letter_id);
        promised.set(at, [...(promised.get(at) || []), one]);
      }
    }
    return promised.get(letter) || [];
  }

  const whole = (letter) => ({ letter, heading: "", start: 0, end: corpus.text(letter).length });

  function passage(section) {
    const letter = graph.node.letters[section][0];
    return corpus.sectionsOf(letter).find((one) => `section/${one.id}` === graph.node.id[section]) || whole(letter);
  }

  // {node, place} for every point and the passages that answer it, for all else the proposal and its letters.
  function pairs_() {
    const found = [];
    const told = new Set(); // letters whose points are told
    for (const point of scope.ofKind("point")) {
      graph.node.letters[point].forEach((letter) => told.add(letter));
      for (const [section] of panel.linked(point, "addresses", "in")) found.push({ node: point, place: passage(section) });
    }
    for (const proposal of scope.ofKind("proposal"))
      for (const [reply] of panel.linked(proposal, "responds_to", "in")) {
        const letter = graph.node.letters[reply][0];
        if (!told.has(letter)) found.push({ node: proposal, place: whole(letter) });
      }
    return found;
  }

  // How often each is said: 不予采纳 1 · 将做 3.
  function counted(promises) {
    const counts = new Map();
    for (const one of promises) counts.set(codeOf(one), (counts.get(codeOf(one)) || 0) + 1);
    return [...counts].sort(([a], [b]) => rank(a) - rank(b));
  }

  // What a passage that promises nothing begins with: it may tell what was done. A word (采纳。) stands with what follows.
  const SHORT = 12; // characters
  function opening({ letter, heading, start, end }) {
    const after = start + heading.length;
    const within = (one) => one.zone === "body" && after <= one.start && one.end <= end;
    const [first, second] = corpus.sentencesOf(letter).filter(within);
    if (!first) return undefined;
    const last = second && first.end - first.start < SHORT ? second : first;
    return { start: first.start, end: last.end, quote: corpus.text(letter).slice(first.start, last.end) };
  }

  function row({ node, place }) {
    const letter = graph.letters[place.letter];
    const own = promisesOf(place.letter).filter((one) => place.start <= one.start && one.start < place.end);
    const counts = counted(own);
    const code = counts.length > 0 ? counts[0][0] : "";
    return {
      place,
      code,
      first: own.find((one) => codeOf(one) === code) || opening(place),
      more: Math.max(0, own.length - 1),
      asked: graph.node.name[node],
      asker: [(letter.numbers || []).join("、"), (letter.proposers || []).join("、")].filter(Boolean).join(" "),
      counts,
      said: counts.map(([one, n]) => `${label(one)} ${n}`).join(" · "),
      section: place.heading,
      letter: citation.label(letter),
      source_parts: citation.parts(letter),
      letter_order: letter.date ? `${letter.date} ${citation.label(letter)}` : "",
      head: letter.jurisdiction || "",
    };
  }

  const said = ({ counts }) =>
    counts.length > 0
      ? counts.map(([one, n]) => dom.el("span", { class: "line" }, `${label(one)} ${n}`))
      : dom.el("span", { class: "absent" }, words.t("no.promise"));

  const proof = ({ place, first }) => ({ letter: place.letter, ...first });

  const columns = () => [
    {
      key: "asked",
      title: words.t("field.asked"),
      show: (one) => [one.asked, dom.el("span", { class: "line absent" }, one.asker)],
    },
    { key: "said", title: words.t("field.said"), by: "code", show: said },
    { key: "section", title: words.t("field.section") },
    { key: "letter", title: words.t("field.letter"), by: "letter_order", show: claims.source },
  ];

  const filed = () => [
    { key: "asked", title: words.t("field.asked") },
    { key: "asker", title: words.t("proposers") },
    ...columns().slice(1),
    { key: "quote", title: words.t("field.quote"), file: (one) => (one.first ? one.first.quote : "") },
    { key: "citation", title: words.t("field.citation"), file: (one) => (one.first ? citation.gbt(proof(one)) : "") },
  ];

  // The sentence that says most, and how many more promises there are.
  const sentence = (one) =>
    one.first && [
      one.code ? claims.said(one.first) : one.first.quote,
      one.more > 0 && dom.el("span", { class: "absent" }, ` ${words.t("proofs.more", { n: one.more })}`),
    ];

  const newest = (a, b) =>
    a.letter_order < b.letter_order ? 1 : a.letter_order > b.letter_order ? -1 : a.place.letter - b.place.letter || a.place.start - b.place.start;

  function open({ place, first }) {
    const { start, end } = first || { start: place.start, end: place.start + place.heading.length };
    state.change({ letter: { at: place.letter, start, end } });
  }

  let rows = null; // in one language
  let spoken = "";
  function all() {
    if (!rows || spoken !== words.language) [rows, spoken] = [pairs_().map(row).sort(newest), words.language];
    return rows;
  }

  const passing = () => all().filter(({ place }) => filter.letter(place.letter) !== false);

  function render() {
    corpus.load().then(() => {
      filter.prepare(state.now);
      table.sheet("answers", columns(), passing(), {
        under: sentence,
        facet: { of: ({ code }) => code || "none", label: (code) => label(code === "none" ? "" : code), order: ORDER.map((code) => code || "none") },
        filed: filed(),
        limits: limits.all(state.now),
        open,
      });
    });
  }

  const has = () => corpus.loaded() && all().length > 0;

  return { render, has, passing };
})();
