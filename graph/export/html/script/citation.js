// Citations of a sentence: GB/T 7714-2015 and Markdown. Their fixed words are Chinese, whatever the page speaks:
// a footnote must not change with the language of a button. graph/answers/citation.py writes the same.
const citation = (() => {
  const UNSIGNED = "未署名";
  const UNDATED = "日期不详";
  const letterOf = (proof) => graph.letters[proof.letter];

  function title(letter) {
    return letter.title || (letter.titles || [])[0] || letter.id;
  }

  // 责任者. 题名: 文号[文献类型标识]. (日期). 网址. — [EB/OL] where the letter has an address, [Z] where it has none.
  function standard(letter) {
    const who = letter.department || UNSIGNED;
    const number = letter.document ? `: ${letter.document}` : "";
    const type = letter.url ? "[EB/OL]" : "[Z]";
    const date = letter.date || UNDATED;
    return `${who}. ${title(letter)}${number}${type}. ${letter.url ? `(${date}). ${letter.url}` : date}.`;
  }

  // How a list names the letter of a row: number, department, date.
  const parts = (letter) => [
    (letter.numbers || []).join("、") || title(letter),
    graph.office(letter.at) || words.t("unsigned"),
    letter.date || words.t("undated"),
  ];
  const label = (letter) => parts(letter).join(" · ");

  // Offsets of the tables count code points; the page counts UTF-16 units.
  const wide = (text) => (text.match(/[\ud800-\udbff][\udc00-\udfff]/g) || []).length;
  const codePoint = (letter, unit) => unit - wide(corpus.text(letter).slice(0, unit));

  const span = (proof) => [proof.start, proof.end].map((unit) => codePoint(proof.letter, unit));
  const place = (proof) => `第${span(proof).join("–")}字`;

  // Within “ ” quotation marks are ‘ ’, and the other way round (GB/T 15834-2011); a single ’ is an apostrophe.
  const within = (text) =>
    text.replace(/‘([^‘’]*)’|[“”]/g, (mark, inner) =>
      inner === undefined ? (mark === "“" ? "‘" : "’") : `“${within(inner)}”`,
    );
  const flat = (text) => text.replace(/\s+/g, " ").trim();

  // Of a sentence, or of the letter where no sentence is meant.
  function gbt(proof) {
    const letter = standard(letterOf(proof));
    return proof.quote ? `${letter}“${within(flat(proof.quote))}”（${place(proof)}）` : letter;
  }

  function markdown(proof) {
    const plain = (text) => text.replace(/([\\`*_<>#|])/g, "\\$1");
    const letter = plain(standard(letterOf(proof)));
    const quote = flat(proof.quote).replace(/([\\`*_[\]<>#|])/g, "\\$1");
    return quote ? `> ${quote}\n>\n> — ${letter} ${place(proof)}` : letter;
  }

  // The two buttons that copy a citation.
  const buttons = (proof) => [
    dom.button("GB/T 7714", () => copy(gbt(proof)), { class: "link", title: words.t("copy.gbt") }),
    dom.button("Markdown", () => copy(markdown(proof)), { class: "link", title: words.t("copy.markdown") }),
  ];

  // Sentences as their letters are dated, the oldest first; those without a date, and those of no letter, last.
  const day = ({ letter }) => (letter < 0 ? "~" : graph.letters[letter].date || "9999");
  const before = (a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.letter - b.letter || a.start - b.start);
  const byDate = (proofs) => [...proofs].sort(before);

  const all = (proofs, style) =>
    proofs
      .filter((proof) => proof.letter >= 0)
      .map((proof, at) => (style === "gbt" ? `[${at + 1}] ${gbt(proof)}` : markdown(proof)))
      .join(style === "gbt" ? "\n" : "\n\n");

  async function copy(text, told = "copied", milliseconds = undefined) {
    const done = await clipboard(text);
    download.say(words.t(done ? told : "copy.failed"), milliseconds);
  }

  // navigator.clipboard is missing on some file:// pages: then a text field and the old command.
  async function clipboard(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const field = dom.el("textarea", { class: "unseen", "aria-hidden": "true" });
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  }

  return { gbt, all, byDate, copy, title, parts, label, span, buttons };
})();
