// What the build could not read or settle: the rows of issues.csv, one click from the corner; a row opens its letter.
const issues = (() => {
  const SHOWN = ["severity", "message", "letter", "hint"];
  const FILED = ["severity", "code", "source", "letter", "message", "hint"];

  const PAIR = "same_as_suggested";

  const lines = (row) =>
    row.pair.length > 1
      ? row.pair.map(place)
      : row.source_parts.map((part) => dom.el("span", { class: "line" }, part));

  // One of two claims that do not agree: its letter, and the way to its sentence.
  const place = (claim) => {
    const go = (event) => {
      event.stopPropagation();
      claims.open(claim);
    };
    const parts = claims.source({ source_parts: citation.parts(corpus.letterOf(claim.letter_id)) });
    return dom.button(parts, go, { class: "place", title: claim.quote });
  };
  const claimed = (claim) => citation.label(corpus.letterOf(claim.letter_id));
  const columns = (keys) =>
    keys.map((key) => ({ key, title: words.t(`field.${key}`), show: key === "letter" ? lines : null }));

  function plain(row) {
    const letter = graph.letters[row.letter];
    const said = row[words.language];
    const told = letter && letter.status === "reply";
    const other = !told || (row.source && row.source !== letter.source); // a second file of the same reply
    const parts = [...(other ? [row.source] : []), ...(told ? citation.parts(letter) : [])];
    const pair = claimsOf(row);
    return {
      ...row,
      at: row.letter,
      pair,
      severity: words.t(`severity.${row.severity}`),
      message: said.message,
      hint: said.hint,
      letter: pair.length > 1 ? pair.map(claimed).join("；") : parts.join(" · "),
      source_parts: parts,
    };
  }

  let byId = null; // id of a figure or a rank → its row
  function claimsOf({ claims: ids }) {
    if (!byId) {
      byId = new Map((corpus.claims.figures || []).map((row) => [row.figure_id, row]));
      (corpus.claims.rankings || []).forEach((row) => byId.set(row.ranking_id, row));
    }
    return ids.map((id) => byId.get(id)).filter((row) => row && corpus.letterOf(row.letter_id));
  }

  // At the first figure or rank that the issue speaks of, else at the top of the letter.
  function open({ at, pair }) {
    if (pair.length > 0) claims.open(pair[0]);
    else state.change({ letter: { at, start: 0, end: 0 } });
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
