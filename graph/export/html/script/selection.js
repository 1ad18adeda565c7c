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
    kind_code: graph.node.kind[at],
    letters: graph.node.letters[at].length,
    mentions: graph.node.mentions[at] || "", // letters and people are not mentioned, they are there
    first: graph.years(at)[0] || "",
    last: graph.years(at)[1] || "",
    id: graph.node.id[at],
  });

  // All that the picture would hold if it had the room: the canvas draws 800 nodes and 2,500 edges at most.
  function whole(now, work) {
    const left = now.focus.some((row) => !now.collapsed.includes(row) && work.hiddenNeighbours(row) > 0);
    const drawn = work.nodes.length < ROOM && work.edges.length < scope.MOST_EDGES && !left;
    if (now.scope === "path") return work.way.common.length > work.way.steps.size - 2 ? path.whole(work, now) : work;
    if (now.scope === "start" || drawn) return work;
    const set = new Set(work.nodes);
    if (now.scope === "all") graph.node.id.forEach((_, at) => filter.node(at, now) && set.add(at));
    else reach(now, set);
    const edges = new Set(work.edges);
    for (let at = 0; at < graph.edge.count; at += 1) {
      if (set.has(graph.edge.source[at]) && set.has(graph.edge.target[at]) && filter.edge(at, now)) edges.add(at);
    }
    return { nodes: [...set].filter((at) => !now.hideIsolated || joined(at, edges)), edges: [...edges] };
  }

  const ROOM = 400; // nodes within two steps of one that the canvas draws
  const joined = (at, edges) => [...graph.edgesOf(at)].some((edge) => edges.has(edge));

  // Adds what the filters allow around the nodes in focus, as deep as the reader asked.
  function reach(now, set) {
    let ring = now.focus;
    for (let depth = 0; depth < now.depth; depth += 1) {
      const next = new Set();
      for (const from of ring) {
        for (const edge of graph.edgesOf(from)) {
          const at = graph.other(edge, from);
          if (filter.edge(edge, now) && filter.node(at, now)) next.add(at);
        }
      }
      next.forEach((at) => set.add(at));
      ring = [...next];
    }
  }

  const kinds = () => ({ of: (row) => row.kind_code, label: words.kind, order: Object.keys(graph.start.kinds) });

  // The way from the nodes to the relations, and from the first picture to the whole graph.
  function choices(now, all) {
    const chip = (label, patch, pressed) =>
      dom.button(label, () => state.change(patch), { class: "chip", "aria-pressed": String(pressed) });
    const part = (name) =>
      chip(
        words.t(`table.${name}`, { n: all[name].length }),
        { part: name, facet: { ...now.facet, table: "" } },
        now.part === name,
      );
    const reach = (name) =>
      chip(words.t(`scope.to.${name}`), { scope: name, focus: [], expanded: [], collapsed: [] }, now.scope === name);
    return [part("nodes"), part("edges"), dom.el("span", { class: "gap" }), reach("start"), reach("all")];
  }

  // How many of all are listed; of those that the picture has no room for, how many it draws.
  function told(now, drawn, found) {
    if (drawn < found) return words.t("rows.drawn", { n: drawn, all: found });
    const all = now.part === "nodes" ? graph.node.count : graph.edge.count;
    return now.scope !== "all" && found < all && words.t("rows.of", { all });
  }

  const common = (now, work, all) => ({
    told: told(now, work[now.part].length, all[now.part].length),
    limits: [
      limits.all(now),
      filter.active(now) &&
        dom.button(words.t("clear.filters"), () => state.change(filter.cleared()), { class: "link" }),
    ],
    extra: choices(now, all),
  });

  // The nodes or edges of the working set, and what did not fit on the canvas; edges with their sentences.
  function render(now) {
    const work = scope.compute(now);
    const all = whole(now, work);
    if (now.part === "edges") return corpus.load().then(() => edges(now, work, all));
    return table.sheet("table", nodeColumns(), all.nodes.map(nodeRow), {
      ...common(now, work, all),
      facet: kinds(),
      open: (row) => state.change({ selected: { node: row.at } }),
      mark: (row) => Boolean(state.now.selected) && state.now.selected.node === row.at,
    });
  }

  function edges(now, work, all) {
    if (state.now.view !== "table" || state.now.letter) return; // the reader has gone on meanwhile
    const columns = ties.columns();
    table.sheet("table", columns, all.edges.map(ties.row), { ...common(now, work, all), ...ties.options(columns) });
  }

  return { render, kinds, nodeColumns, nodeRow };
})();
