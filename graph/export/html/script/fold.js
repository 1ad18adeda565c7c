// Text as it is searched: case, width, the form of quotes and brackets make no difference, nor do the blanks and line
// ends that a PDF leaves within words. `of` keeps every character in its place.
const fold = (() => {
  const FORMS = {
    '"': "“”„‟‘’‚‛「」『』＂＇'",
    "(": "（［【〔〖[",
    ")": "）］】〕〗]",
    "<": "《〈＜",
    ">": "》〉＞",
    "-": "－—–‐‑−",
    "·": "・•‧",
  };
  const known = new Map(
    Object.entries(FORMS).flatMap(([plain, others]) => [...others].map((one) => [one, plain])),
  );

  function character(one) {
    if (!known.has(one)) {
      const plain = one.normalize("NFKC").toLowerCase();
      known.set(one, plain.length === 1 ? plain : one);
    }
    return known.get(one);
  }

  // Chinese characters and small letters stay as they are: most of a letter is not looked at.
  const of = (text) => text.replace(/[A-Z'[\]]|[^\0-\x7f\u4e00-\u9fff]/g, character);
  const tight = (text) => of(text).replace(/\s+/g, "");
  const parts = (query) => of(query).split(/\s+/).filter(Boolean);

  // Where the words of a query stand in a text, blanks within them included: [[start, end], …], none over another. Words
  // that stand there as one, and then words of one character, are not looked for singly.
  function places(text, words) {
    const folded = of(text);
    const whole = spans(folded, words.join(""));
    const single = whole.length > 0 ? words.filter((word) => word.length > 1) : words;
    return merged([...whole, ...single.flatMap((word) => spans(folded, word))]);
  }

  function spans(folded, word) {
    if (!word) return [];
    const escaped = [...word].map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&"));
    const found = folded.matchAll(new RegExp(escaped.join("\\s*"), "g"));
    return [...found].map((one) => [one.index, one.index + one[0].length]);
  }

  function merged(found) {
    const out = [];
    for (const [start, end] of found.sort(([a], [b]) => a - b)) {
      const last = out[out.length - 1];
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else out.push([start, end]);
    }
    return out;
  }

  // A stretch of a text, its places marked: what dom.el takes as children.
  function marked(text, found, from = 0, to = text.length) {
    const out = [];
    let at = from;
    for (const [start, end] of found) {
      if (end <= from || start >= to) continue;
      out.push(text.slice(at, Math.max(at, start)), dom.el("mark", null, text.slice(Math.max(at, start), end)));
      at = end;
    }
    return [...out, text.slice(at, Math.max(at, to))];
  }

  return { of, tight, parts, places, marked };
})();
