// Sortable tables: the current selection (the accessible way to read the picture) and every list of rows.
const table = (() => {
  const FIRST = 300;
  let sorting = {}; // name of the table → {column, down}

  const text = (value) => (Array.isArray(value) ? value.join("、") : String(value ?? ""));
  const compare = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : text(a).localeCompare(text(b), "zh-Hans-CN");

  // columns: [{key, title, number, show(row)}]; rows: plain objects; open(row): what a click does.
  function draw(name, columns, rows, { open, again, mark } = {}) {
    const sort = sorting[name];
    const sorted = sort
      ? [...rows].sort((a, b) => compare(a[sort.column], b[sort.column]) * (sort.down ? -1 : 1))
      : rows;
    const head = columns.map((column) => {
      const state_ = sort && sort.column === column.key ? (sort.down ? "descending" : "ascending") : "none";
      return dom.el(
        "th",
        { "aria-sort": state_, scope: "col", class: column.number ? "number" : null },
        dom.button(column.title, () => {
          sorting = {
            ...sorting,
            [name]: {
              column: column.key,
              down: sort && sort.column === column.key ? !sort.down : Boolean(column.number),
            },
          };
          again();
        }),
      );
    });
    const line = (row) =>
      dom.el(
        "tr",
        {
          "data-row": open ? true : null,
          tabindex: open ? 0 : null,
          "aria-selected": mark && mark(row) ? "true" : null,
          on: open
            ? {
                click: () => open(row),
                keydown: (event) => {
                  if (event.key === "Enter") open(row);
                },
              }
            : {},
        },
        columns.map((column) =>
          dom.el(
            "td",
            { class: column.number ? "number" : null },
            column.show ? column.show(row) : text(row[column.key]),
          ),
        ),
      );
    const body = dom.el("tbody", null, sorted.slice(0, FIRST).map(line));
    return [
      dom.el(
        "table",
        { "aria-label": words.t(`view.${name}`) },
        dom.el("thead", null, dom.el("tr", null, head)),
        body,
      ),
      sorted.length > FIRST &&
        dom.button(
          words.t("show.more", { n: sorted.length - FIRST }),
          (event) => {
            sorted.slice(FIRST).forEach((row) => body.append(line(row)));
            event.target.remove();
          },
          { class: "more" },
        ),
    ];
  }

  function files(name, columns, rows) {
    const head = columns.map((column) => column.title);
    const cells = () =>
      rows.map((row) =>
        columns.map((column) =>
          typeof row[column.key] === "number" ? row[column.key] : text(row[column.key]),
        ),
      );
    return [
      dom.button(
        "CSV",
        () => download.file(`fuwen-${name}.csv`, "text/csv;charset=utf-8", download.csv(head, cells())),
        { class: "chip" },
      ),
      dom.button(
        "Markdown",
        () =>
          download.file(`fuwen-${name}.md`, "text/markdown;charset=utf-8", download.markdown(head, cells())),
        { class: "chip" },
      ),
    ];
  }

  // A sheet with a title, the two files and a table.
  function sheet(name, columns, rows, options) {
    const root = dom.find("sheet");
    const again = () => sheet(name, columns, rows, options);
    dom.replace(
      root,
      dom.el(
        "header",
        null,
        dom.el("h2", null, words.t(`view.${name}`)),
        dom.el("span", { class: "kicker" }, words.t("rows", { n: rows.length })),
        dom.el("span", { class: "spacer" }),
        (options || {}).extra,
        files(name, columns, rows),
      ),
      rows.length === 0
        ? dom.el("p", { class: "empty" }, words.t("nothing.here"))
        : draw(name, columns, rows, { ...options, again }),
    );
  }

  const nodeColumns = () => [
    {
      key: "name",
      title: words.t("column.name"),
      show: (row) => [glyph.icon(graph.node.kind[row.at]), row.name],
    },
    { key: "kind", title: words.t("column.kind") },
    { key: "letters", title: words.t("column.letters"), number: true },
    { key: "mentions", title: words.t("column.mentions"), number: true },
    { key: "first", title: words.t("column.first"), number: true },
    { key: "last", title: words.t("column.last"), number: true },
  ];

  const nodeRow = (at) => ({
    at,
    name: graph.node.name[at],
    kind: words.kind(graph.node.kind[at]),
    letters: graph.node.letters[at].length,
    mentions: graph.node.mentions[at],
    first: graph.years(at)[0] || "",
    last: graph.years(at)[1] || "",
    id: graph.node.id[at],
  });

  const edgeColumns = () => [
    { key: "source", title: words.t("column.source") },
    { key: "relation", title: words.t("column.relation") },
    { key: "target", title: words.t("column.target") },
    { key: "weight", title: words.t("column.weight"), number: true },
    { key: "letters", title: words.t("column.letters"), number: true },
    { key: "status", title: words.t("column.status") },
    { key: "certainty", title: words.t("column.certainty") },
  ];

  const edgeRow = (at) => ({
    at,
    source: graph.node.name[graph.edge.source[at]],
    relation: words.relation(graph.edge.relation[at]),
    target: graph.node.name[graph.edge.target[at]],
    weight: graph.edge.weight[at],
    letters: graph.edge.letters[at].length,
    status: graph.edge.status[at] ? words.status(graph.edge.status[at]) : "",
    certainty: words.certainty(graph.certainty(at)),
  });

  let part = "nodes";

  // The nodes or edges of the working set.
  function selection(now) {
    const work = scope.compute(now);
    const tabs = ["nodes", "edges"].map((name) =>
      dom.button(
        words.t(`table.${name}`, { n: work[name].length }),
        () => {
          part = name;
          selection(state.now);
        },
        { class: "chip", "aria-pressed": String(part === name) },
      ),
    );
    const nodes = part === "nodes";
    sheet("table", nodes ? nodeColumns() : edgeColumns(), work[part].map(nodes ? nodeRow : edgeRow), {
      extra: tabs,
      open: (row) => state.change({ selected: nodes ? { node: row.at } : { edge: row.at } }),
      mark: (row) => now.selected && (nodes ? now.selected.node : now.selected.edge) === row.at,
    });
  }

  return { sheet, selection, draw, files, compare };
})();
