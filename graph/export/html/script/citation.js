// Citations of a sentence: GB/T 7714-2015 and Markdown.
const citation = (() => {
  const letterOf = (proof) => graph.letters[proof.letter];

  function title(letter) {
    return letter.title || (letter.titles || [])[0] || letter.id;
  }

  // 责任者. 题名: 文号[文献类型标识]. (日期). 网址. — [EB/OL] where the letter has an address, [Z] where it has none.
  function standard(letter) {
    const who = letter.department || words.t("unsigned");
    const number = letter.document ? `: ${letter.document}` : "";
    const type = letter.url ? "[EB/OL]" : "[Z]";
    const date = letter.date || words.t("undated");
    return `${who}. ${title(letter)}${number}${type}. ${letter.url ? `(${date}). ${letter.url}` : date}.`;
  }

  const place = (proof) =>
    words.t("characters", {
      start: String(codePoint(proof.letter, proof.start)),
      end: String(codePoint(proof.letter, proof.end)),
    });

  // Offsets of the tables count code points; the page counts UTF-16 units.
  const codePoint = (letter, unit) => Array.from(corpus.text(letter).slice(0, unit)).length;

  function gbt(proof) {
    return `${standard(letterOf(proof))}“${proof.quote}”（${place(proof)}）`;
  }

  function markdown(proof) {
    const letter = letterOf(proof);
    const quote = proof.quote.replace(/\s+/g, " ").replace(/([\\`*_[\]<>#|])/g, "\\$1");
    return `> ${quote}\n>\n> — ${standard(letter).replace(/([\\`*_<>#|])/g, "\\$1")} ${place(proof)}`;
  }

  const all = (proofs, style) =>
    proofs
      .filter((proof) => proof.letter >= 0)
      .map((proof, at) => (style === "gbt" ? `[${at + 1}] ${gbt(proof)}` : markdown(proof)))
      .join(style === "gbt" ? "\n" : "\n\n");

  async function copy(text) {
    const done = await clipboard(text);
    download.say(words.t(done ? "copied" : "copy.failed"));
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

  return { gbt, markdown, all, copy, standard, title };
})();
