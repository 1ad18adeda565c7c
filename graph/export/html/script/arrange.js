// Where the drawn nodes stand. The whole map has the positions of the build (shared with Gephi and SVG); the first
// picture is a chart in columns, a neighbourhood a fan around its middle, so that every label can be read.
const arrange = (() => {
  // Returns {at: Map(row → {x, y, side, size}), headings, fit, curved}; x, y in pixels around the middle.
  function place(now, work, width, height) {
    if (scope.isChosen(now)) return withNewcomers(pairs.draw(work, width, height) || map(work), work, now);
    if (now.scope === "all") return map(work);
    if (now.scope === "path") return withNewcomers(path.draw(work, width, height), work, now);
    const drawn =
      now.scope === "start" ? chart.draw(work, width, height) : fan.draw(now, work, width, height);
    return drawn ? withNewcomers(drawn, work, now) : map(work);
  }

  function map(work) {
    const at = new Map();
    const most = Math.max(2, ...work.nodes.map(scope.importance));
    for (const row of work.nodes) {
      const share = Math.log1p(scope.importance(row)) / Math.log1p(most);
      at.set(row, { x: graph.node.x[row], y: graph.node.y[row], side: "below", size: 5 + 7 * share });
    }
    return { at, headings: [], fit: true, curved: false };
  }

  // Nodes that an expanded or pinned node brought in stand around it.
  function withNewcomers(drawn, work, now) {
    const homeless = work.nodes.filter((row) => !drawn.at.has(row));
    const groups = new Map();
    for (const row of homeless) {
      const anchor = now.expanded.find((from) => drawn.at.has(from) && isNeighbour(row, from));
      const key = anchor === undefined ? -1 : anchor;
      groups.set(key, [...(groups.get(key) || []), row]);
    }
    for (const [anchor, rows] of groups) around(rows.sort(fan.inOrder), drawn.at.get(anchor), drawn.at);
    return homeless.length ? { ...drawn, fit: drawn.fit || homeless.length > 20 } : drawn;
  }

  function around(rows, home, at) {
    const middle = home || { x: 0, y: 0 };
    rows.forEach((row, index) => {
      const turn = index * 2.399963; // the golden angle
      const reach = 46 + 15 * Math.sqrt(index);
      const place_ = { x: middle.x + reach * Math.cos(turn) * 1.3, y: middle.y + reach * Math.sin(turn) };
      at.set(row, { ...place_, side: "below", size: 5 });
    });
  }

  const isNeighbour = (row, from) =>
    Array.from(graph.edgesOf(row)).some((at) => graph.other(at, row) === from);

  return { place };
})();
