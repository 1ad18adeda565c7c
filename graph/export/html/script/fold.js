// Text as it is searched: case, width and the form of quotes and brackets make no difference. Every character keeps
// its place, so that what is found in the folded text is found there in the text itself.
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
  const parts = (query) => of(query).split(/\s+/).filter(Boolean);

  return { of, parts };
})();
