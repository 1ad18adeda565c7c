// Everything that was found, or that stands around the focus, as a table: what the short lists and "+n" lead to.
const found = (() => {
  const VIEWS = ["names", "sentences", "around"];
  const has = (view) => VIEWS.includes(view);
  const asked = (now) => dom.el("strong", { class: "asked" }, now.asked);

  function names(now) {
    table.sheet("names", selection.nodeColumns(), search.names(now.asked).map(selection.nodeRow), {
      extra: asked(now),
      open: (row) => state.focusOn(row.at, 1),
    });
  }

  const sentenceColumns = () => [
    { key: "letter", title: words.t("field.letter"), by: "date", show: (row) => row.source },
    { key: "section", title: words.t("column.where") },
    { key: "quote", title: words.t("field.quote") },
  ];

  const sentenceFile = () => [
    { key: "number", title: words.t("number") },
    { key: "department", title: words.t("department") },
    { key: "date", title: words.t("date") },
    { key: "section", title: words.t("column.where") },
    { key: "quote", title: words.t("field.quote") },
    { key: "citation", title: words.t("field.citation"), file: (row) => citation.gbt(row.proof) },
  ];

  function sentenceRow({ letter, start, end }) {
    const head = graph.letters[letter];
    const section = corpus.sectionAt(letter, start);
    const quote = corpus.text(letter).slice(start, end);
    return {
      proof: { letter, start, end, quote },
      letter: citation.label(head),
      source: citation.parts(head).map((part) => dom.el("span", { class: "line" }, part)),
      number: (head.numbers || []).join("、"),
      department: head.department || words.t("unsigned"),
      date: head.date || "",
      section: section ? section.heading : "",
      quote,
    };
  }

  function sentences(now) {
    corpus.load().then(() => {
      const rows = corpus.sentencesWith(fold.parts(now.asked)).map(sentenceRow);
      const copy = (style) => () => citation.copy(citation.all(rows.map((row) => row.proof), style));
      table.sheet("sentences", sentenceColumns(), rows, {
        extra: [
          asked(now),
          dom.button(words.t("copy.all.gbt"), copy("gbt"), { class: "chip" }),
          dom.button(words.t("copy.all.markdown"), copy("markdown"), { class: "chip" }),
        ],
        filed: sentenceFile(),
        open: ({ proof: { letter, start, end } }) => state.change({ letter: { at: letter, start, end } }),
      });
    });
  }

  const aroundColumns = () => [
    { key: "relation", title: words.t("column.relation") },
    {
      key: "name",
      title: words.t("column.name"),
      show: (row) => [glyph.icon(graph.node.kind[row.node]), row.name],
    },
    { key: "kind", title: words.t("column.kind") },
    { key: "weight", title: words.t("column.weight"), number: true },
    { key: "letters", title: words.t("column.letters"), number: true },
    { key: "status", title: words.t("column.status") },
    { key: "certainty", title: words.t("column.certainty") },
  ];

  // Every relation of the focus that the filters let pass, drawn or not.
  function around(now) {
    filter.prepare(now);
    const rows = now.focus.flatMap((from) =>
      [...graph.edgesOf(from)]
        .filter((at) => filter.reaches(at, from, now))
        .sort(scope.strongestFirst)
        .map((at) => ({ ...selection.edgeRow(at), node: graph.other(at, from) }))
        .map((row) => ({ ...row, name: graph.distinct(row.node), kind: words.kind(graph.node.kind[row.node]) })),
    );
    table.sheet("around", aroundColumns(), rows, {
      extra: dom.el("strong", { class: "asked" }, now.focus.map(graph.distinct).join("、")),
      open: (row) => state.change({ selected: { edge: row.at } }),
      mark: (row) => Boolean(state.now.selected) && state.now.selected.edge === row.at,
    });
  }

  const render = (now) => ({ names, sentences, around })[now.view](now);

  return { has, render };
})();
