// The picture as a table: the nodes or the edges of the working set. The accessible way to read the canvas.
const selection = (() => {
  const chinese = (name) => dom.el("span", { lang: "zh-Hans" }, name);

  const nodeColumns = () => [
    {
      key: "name",
      title: words.t("column.name"),
      show: (row) => [glyph.icon(graph.node.kind[row.at]), chinese(row.name)],
    },
    { key: "kind", title: words.t("column.kind") },
    { key: "letters", title: words.t("column.letters"), number: true },
    { key: "mentions", title: words.t("column.mentions"), number: true },
    { key: "first", title: words.t("column.first"), number: true },
    { key: "last", title: words.t("column.last"), number: true },
  ];

  const nodeRow = (at) => ({
    at,
    name: graph.distinct(at),
    kind: words.kind(graph.node.kind[at]),
    letters: graph.node.letters[at].length,
    mentions: graph.node.mentions[at],
    first: graph.years(at)[0] || "",
    last: graph.years(at)[1] || "",
    id: graph.node.id[at],
  });

  const edgeColumns = () => [
    { key: "source", title: words.t("column.source"), show: (row) => chinese(row.source) },
    { key: "relation", title: words.t("column.relation") },
    { key: "target", title: words.t("column.target"), show: (row) => chinese(row.target) },
    { key: "weight", title: words.t("column.weight"), number: true },
    { key: "letters", title: words.t("column.letters"), number: true },
    { key: "status", title: words.t("column.status") },
    { key: "certainty", title: words.t("column.certainty") },
  ];

  const edgeRow = (at) => ({
    at,
    source: graph.distinct(graph.edge.source[at]),
    relation: words.relation(graph.edge.relation[at]),
    target: graph.distinct(graph.edge.target[at]),
    weight: graph.edge.weight[at],
    letters: graph.edge.letters[at].length,
    status: graph.edge.status[at] ? words.status(graph.edge.status[at]) : "",
    certainty: words.certainty(graph.certainty(at)),
  });

  let part = "nodes";

  // The nodes or edges of the working set.
  function render(now) {
    const work = scope.compute(now);
    const tabs = ["nodes", "edges"].map((name) =>
      dom.button(
        words.t(`table.${name}`, { n: work[name].length }),
        () => {
          part = name;
          render(state.now);
        },
        { class: "chip", "aria-pressed": String(part === name) },
      ),
    );
    const nodes = part === "nodes";
    table.sheet("table", nodes ? nodeColumns() : edgeColumns(), work[part].map(nodes ? nodeRow : edgeRow), {
      extra: tabs,
      open: (row) => state.change({ selected: nodes ? { node: row.at } : { edge: row.at } }),
      mark: (row) => Boolean(state.now.selected) && state.now.selected[nodes ? "node" : "edge"] === row.at,
    });
  }

  return { render, nodeColumns, nodeRow, edgeRow };
})();
