// Relations as rows of a table, each with the first sentence that proves it: those of the picture, and those of a node.
const ties = (() => {
  const chinese = (name) => dom.el("span", { lang: "zh-Hans" }, name);

  const counts = () => [
    { key: "weight", title: words.t("column.weight"), number: true },
    { key: "letters", title: words.t("column.letters"), number: true },
    { key: "status", title: words.t("column.status") },
    { key: "certainty", title: words.t("column.certainty") },
  ];

  const columns = () => [
    { key: "source", title: words.t("column.source"), show: (row) => chinese(row.source) },
    { key: "relation", title: words.t("column.relation") },
    { key: "target", title: words.t("column.target"), show: (row) => chinese(row.target) },
    ...counts(),
  ];

  // What a row says is made when it is asked for: of very many rows some are drawn.
  class Tie {
    constructor(at) {
      this.at = at;
    }
    get relation_code() {
      return graph.edge.relation[this.at];
    }
    get source() {
      return graph.distinct(graph.edge.source[this.at]);
    }
    get relation() {
      return words.relation(this.relation_code);
    }
    get target() {
      return graph.distinct(graph.edge.target[this.at]);
    }
    get weight() {
      return graph.edge.weight[this.at];
    }
    get letters() {
      return graph.edge.letters[this.at].length;
    }
    get status() {
      return graph.edge.status[this.at] ? words.status(graph.edge.status[this.at]) : "";
    }
    get certainty() {
      return words.certainty(graph.certainty(this.at));
    }
  }
  const row = (at) => new Tie(at);

  // The sentences that pass the filters, the oldest first.
  const proofs = ({ at }) => citation.byDate(corpus.evidence(at).filter((one) => filter.proof(one, state.now)));

  // Below a row its first sentence, the way to it in its letter, and how many more there are.
  function sentence(row_) {
    const [first, ...rest] = proofs(row_);
    if (!first) return dom.el("span", { class: "absent" }, words.t("no.sentence"));
    if (evidence.why(first)) return dom.el("span", { class: "absent" }, evidence.why(first));
    const letter = graph.letters[first.letter];
    return [
      evidence.words(first),
      letter && [" ", evidence.way(first, citation.label(letter))],
      rest.length > 0 && dom.el("span", { class: "absent" }, ` ${words.t("proofs.more", { n: rest.length })}`),
    ];
  }

  // What a file has of the first sentence.
  const filed = () => {
    const first = (tell) => (row_) => {
      const [one] = proofs(row_);
      return one && one.letter >= 0 ? tell(one) : "";
    };
    return [
      { key: "letter", title: words.t("field.letter"), file: first((one) => citation.label(graph.letters[one.letter])) },
      { key: "quote", title: words.t("field.quote"), file: first((one) => one.quote) },
      { key: "citation", title: words.t("field.citation"), file: first(citation.gbt) },
    ];
  };

  // What a table of relations has beside its columns; the index of a split graph has no sentences.
  const options = (columns_) => ({
    facet: { of: ({ relation_code }) => relation_code, label: words.relation },
    open: ({ at }) => state.change({ selected: { edge: at } }),
    mark: ({ at }) => Boolean(state.now.selected) && state.now.selected.edge === at,
    ...(book.isIndex() ? {} : { under: sentence, filed: [...columns_, ...filed()] }),
  });

  return { columns, counts, row, options };
})();
