// What the build could not read or settle: the rows of issues.csv, one click from the corner; a row opens its letter.
const issues = (() => {
  const SHOWN = ["severity", "message", "letter", "hint"];
  const FILED = ["severity", "code", "source", "letter", "message", "hint"];

  const PAIR = "same_as_suggested";

  const lines = (row) => row.source_parts.map((part) => dom.el("span", { class: "line" }, part));
  const columns = (keys) =>
    keys.map((key) => ({ key, title: words.t(`field.${key}`), show: key === "letter" ? lines : null }));

  function plain(row) {
    const letter = graph.letters[row.letter];
    const said = row[words.language];
    const told = letter && letter.status === "reply";
    const other = !told || (row.source && row.source !== letter.source); // a second file of the same reply
    const parts = [...(other ? [row.source] : []), ...(told ? citation.parts(letter) : [])];
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

  // Names that may mean the same are a question too: the list of them, for a row of decisions.csv.
  const pairCount = () => graph.edge.relation.filter((relation) => relation === PAIR).length;

  function pairs() {
    const n = pairCount();
    const open_ = () =>
      state.change({
        ...filter.cleared(),
        ...{ view: "table", part: "edges", scope: "all", focus: [] },
        narrow: { ...state.now.narrow, table: "" },
        facet: { ...state.now.facet, table: PAIR },
      });
    return n > 0 && dom.button(words.t("issues.pairs", { n }), open_, { class: "chip", id: "pairs" });
  }

  function render() {
    corpus.load().then(() =>
      table.sheet("issues", columns(SHOWN), corpus.issues.map(plain), {
        filed: columns(FILED),
        extra: pairs(),
        opens: (row) => row.at >= 0,
        open,
      }),
    );
  }

  // Rows of the issues and pairs of names.
  const count = () => graph.start.issues + pairCount();

  return { render, count };
})();
