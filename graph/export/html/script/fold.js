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

  // Where a part of a query stands in a text, blanks within it included: [start, end].
  function place(text, part) {
    const escaped = [...part].map((one) => one.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&"));
    const found = new RegExp(escaped.join("\\s*")).exec(of(text));
    return found ? [found.index, found.index + found[0].length] : [0, 0];
  }

  return { of, tight, parts, place };
})();
