// What the build could not read or settle: the rows of issues.csv, one click from the corner; a row opens its letter.
const issues = (() => {
  const SHOWN = ["severity", "message", "letter", "hint"];
  const FILED = ["severity", "code", "source", "letter", "message", "hint"];

  const lines = (row) => row.source_parts.map((part) => dom.el("span", { class: "line" }, part));
  const columns = (keys) =>
    keys.map((key) => ({ key, title: words.t(`field.${key}`), show: key === "letter" ? lines : null }));

  function plain(row) {
    const letter = graph.letters[row.letter];
    const said = row[words.language];
    const parts = letter && letter.status === "reply" ? citation.parts(letter) : [row.source];
    return {
      ...row,
      at: row.letter,
      severity: words.t(`severity.${row.severity}`),
      message: said.message,
      hint: said.hint,
      letter: parts.join(" · "),
      source_parts: parts,
    };
  }

  // At the first figure or rank that the issue speaks of, else at the top of the letter.
  function open({ at, claims: ids }) {
    const told = ["figures", "rankings"].flatMap((name) => corpus.claims[name] || []);
    const claim = told.find((row) => (row.figure_id || row.ranking_id) === ids[0]);
    const { start, end } = claim || { start: 0, end: 0 };
    state.change({ letter: { at, start, end } });
  }

  function render() {
    corpus.load().then(() =>
      table.sheet("issues", columns(SHOWN), corpus.issues.map(plain), {
        filed: columns(FILED),
        opens: (row) => row.at >= 0,
        open,
      }),
    );
  }

  return { render };
})();
