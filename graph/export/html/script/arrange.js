// Where the drawn nodes stand. The whole map has the positions of the build (shared with Gephi and SVG); the first
// picture is a chart in columns, a neighbourhood a fan around its middle, so that every label can be read.
const arrange = (() => {
  const DEPARTMENTS = new Set(["issued_by", "jointly_with"]);
  const NARROWEST = 640; // below this width a chart in columns is drawn wider than the screen and zoomed out

  // Returns {at: Map(row → {x, y, side, size}), headings, rules, fit, curved}; x, y in pixels around the middle.
  function place(now, work, width, height) {
    if (now.scope === "all") return map(work);
    if (now.scope === "start") {
      const chart = columns(work, Math.max(width, NARROWEST), height);
      if (chart) return withNewcomers(chart, work, now);
      return map(work);
    }
    return withNewcomers(now.depth > 1 || work.nodes.length > 90 ? rings(now, work) : fan(now, work, width, height), work, now);
  }

  function map(work) {
    const at = new Map();
    const most = Math.max(1, ...work.nodes.map(scope.importance));
    for (const row of work.nodes) {
      const share = Math.log1p(scope.importance(row)) / Math.log1p(most);
      at.set(row, { x: graph.node.x[row], y: graph.node.y[row], side: "below", size: 5 + 7 * share });
    }
    return { at, headings: [], fit: true, curved: false };
  }

  // Who stands in which column of the chart.
  function cast(work) {
    const kind = (row) => graph.node.kind[row];
    const departments = new Set();
    const links = { proposal: new Map(), reply: new Map(), office: new Map(), cited: new Map() };
    const link = (map, key, value) => { if (!map.has(key)) map.set(key, []); map.get(key).push(value); };
    for (const edge of work.edges) {
      const [source, target, relation] = [graph.edge.source[edge], graph.edge.target[edge], graph.edge.relation[edge]];
      if (DEPARTMENTS.has(relation)) { departments.add(target); link(links.office, target, source); }
      if (relation === "responds_to") { link(links.proposal, target, source); link(links.reply, source, target); }
      if (relation === "cited_in") link(links.cited, source, target);
    }
    const replies = work.nodes.filter((row) => kind(row) === "reply");
    replies.sort((a, b) => (scope.dateOf(b) < scope.dateOf(a) ? -1 : scope.dateOf(b) > scope.dateOf(a) ? 1 : a - b));
    return {
      links, replies,
      persons: work.nodes.filter((row) => kind(row) === "person"),
      proposals: work.nodes.filter((row) => kind(row) === "proposal"),
      offices: work.nodes.filter((row) => departments.has(row)),
      cited: work.nodes.filter((row) => !departments.has(row) && filter.ENTITIES.has(kind(row))),
    };
  }

  function columns(work, width, height) {
    const parts = cast(work);
    if (parts.replies.length === 0) return null;
    const at = new Map();
    const top = 76 - height / 2;
    const room = height - 76 - 40;
    const x = (share) => (share - 0.5) * width;
    const step = room / parts.replies.length;
    const roomy = step >= 60;
    parts.replies.forEach((row, index) => at.set(row, { x: x(0.405), y: top + step * (index + 0.5), side: "right", size: 9, roomy }));
    stack(parts.proposals, x(0.155), parts.links.proposal, at, { top, room, size: 9, side: "right", roomy });
    stack(parts.offices, x(0.55), parts.links.office, at, { top, room, size: 9, side: "right", roomy });
    stack(parts.persons, x(0.03), proposalsOf(parts.persons, work), at, { top, room, size: 5, side: "right" });
    cited(parts.cited, at, parts.links.cited, { left: x(0.765), right: x(0.985), top, room });
    const headings = [
      [0.03, "column.person"], [0.155, "column.proposal"], [0.405, "column.reply"], [0.55, "column.office"],
      [0.765, "column.cited"],
    ].map(([share, key]) => ({ x: x(share) - 9, y: top - 26, key }));
    const unsigned = parts.replies.filter((row) => ![...parts.links.office.values()].some((rows) => rows.includes(row)))
      .map((row) => ({ x: x(0.55) + 6, y: at.get(row).y, key: "unsigned", from: at.get(row) }));
    return { at, headings, notes: unsigned, width, fit: false, curved: true };
  }

  function proposalsOf(persons, work) {
    const found = new Map();
    for (const edge of work.edges) {
      if (graph.edge.relation[edge] !== "submitted_by") continue;
      const person = graph.edge.target[edge];
      if (!found.has(person)) found.set(person, []);
      found.get(person).push(graph.edge.source[edge]);
    }
    return found;
  }

  // A column in which every node stands near the mean height of what it is tied to, none nearer than `gap`.
  function stack(rows, x, ties, at, { top, room, size, side, roomy }) {
    const wish = (row) => mean((ties.get(row) || []).map((other) => at.get(other)).filter(Boolean).map((one) => one.y), top + room / 2);
    const sorted = rows.map((row) => ({ row, y: wish(row) })).sort((a, b) => a.y - b.y || a.row - b.row);
    const gap = Math.min(20, room / Math.max(1, sorted.length));
    spread(sorted, gap, top, top + room);
    for (const { row, y } of sorted) at.set(row, { x, y, side, size, roomy });
  }

  const mean = (values, otherwise) => (values.length ? values.reduce((a, b) => a + b, 0) / values.length : otherwise);

  // Push apart downwards, then back up from the bottom: keeps the order, keeps within [low, high].
  function spread(items, gap, low, high) {
    let floor = low;
    for (const item of items) { item.y = Math.max(item.y, floor); floor = item.y + gap; }
    let ceiling = high;
    for (const item of [...items].reverse()) { item.y = Math.min(item.y, ceiling); ceiling = item.y - gap; }
  }

  // The cited entities, kind by kind, in as many columns as the height asks for.
  function cited(rows, at, ties, { left, right, top, room }) {
    const kinds = Object.keys(graph.start.kinds).filter((kind) => rows.some((row) => graph.node.kind[row] === kind));
    const count = rows.length + kinds.length * 0.8;
    const lanes = right - left > 260 ? Math.max(1, Math.min(2, Math.ceil((count * 19) / room))) : 1;
    const step = Math.min(27, (room * lanes) / Math.max(1, count));
    let index = 0;
    for (const kind of kinds) {
      const own = rows.filter((row) => graph.node.kind[row] === kind)
        .map((row) => ({ row, y: mean((ties.get(row) || []).map((other) => at.get(other)).filter(Boolean).map((one) => one.y), 0) }))
        .sort((a, b) => a.y - b.y || a.row - b.row);
      for (const { row } of own) {
        const lane = Math.min(lanes - 1, Math.floor((index * step) / room));
        at.set(row, {
          x: left + (lane * (right - left)) / lanes, y: top + 10 + index * step - lane * room, side: "right",
          size: 4.5 + Math.min(3.5, graph.node.letters[row].length * 0.7),
        });
        index += 1;
      }
      index += 0.8;
    }
  }

  const kindOrder = (row) => Object.keys(graph.start.kinds).indexOf(graph.node.kind[row]);
  const inOrder = (a, b) => kindOrder(a) - kindOrder(b) || scope.byImportance(a, b);

  // A focus and its neighbours on two arcs, one name a line.
  function fan(now, work, width, height) {
    const at = new Map();
    const middle = now.focus.filter((row) => work.set.has(row));
    middle.forEach((row, index) => at.set(row, { x: 0, y: (index - (middle.length - 1) / 2) * 60, side: "below", size: 15 }));
    const around = work.nodes.filter((row) => !at.has(row)).sort(inOrder);
    const half = Math.ceil(around.length / 2);
    const reach = { x: Math.min(Math.max(150, width / 2 - 165), 330), y: Math.max(120, height / 2 - 46) };
    arc(around.slice(0, half).reverse(), -1, reach, at);
    arc(around.slice(half), 1, reach, at);
    return { at, headings: [], fit: false, curved: false };
  }

  function arc(rows, sign, reach, at) {
    const tall = Math.min(reach.y, Math.max(70, rows.length * 15));
    rows.forEach((row, index) => {
      const share = rows.length === 1 ? 0 : (2 * index) / (rows.length - 1) - 1;
      const bend = Math.sqrt(Math.max(0, 1 - share * share * 0.72));
      at.set(row, { x: sign * reach.x * bend, y: share * tall, side: sign > 0 ? "right" : "left", size: 7 });
    });
  }

  // A focus with many neighbours, or with theirs: rings, near ones inside, each beside the one it hangs on.
  function rings(now, work) {
    const at = new Map();
    now.focus.forEach((row, index) => at.set(row, { x: index * 60, y: 0, side: "below", size: 16 }));
    const first = new Set();
    for (const row of now.focus) {
      for (const edge of graph.edgesOf(row)) {
        const next = graph.other(edge, row);
        if (work.set.has(next) && !at.has(next)) first.add(next);
      }
    }
    const angle = new Map();
    let radius = circle([...first].sort(inOrder), 190, 34, at, angle, 7);
    const rest = work.nodes.filter((row) => !at.has(row));
    const leaning = (row) => {
      for (const edge of graph.edgesOf(row)) {
        const next = graph.other(edge, row);
        if (angle.has(next) && first.has(next)) return angle.get(next);
      }
      return 0;
    };
    const sorted = rest.map((row) => ({ row, angle: leaning(row) })).sort((a, b) => a.angle - b.angle || inOrder(a.row, b.row));
    radius = circle(sorted.map((one) => one.row), radius + 130, 26, at, angle, 4.5);
    return { at, headings: [], fit: true, curved: false };
  }

  // Rows on concentric circles, in order of angle; returns the outermost radius.
  function circle(rows, radius, gap, at, angle, size) {
    const layers = Math.max(1, Math.ceil((rows.length * gap) / (2 * Math.PI * (radius + 60))));
    rows.forEach((row, index) => {
      const turn = -Math.PI / 2 + (2 * Math.PI * (index + 0.5)) / rows.length;
      const reach = radius + (index % layers) * 62;
      angle.set(row, turn);
      at.set(row, { x: reach * Math.cos(turn) * 1.25, y: reach * Math.sin(turn), side: Math.cos(turn) < 0 ? "left" : "right", size });
    });
    return radius + (layers - 1) * 62;
  }

  // Nodes that an expanded or pinned node brought in stand around it.
  function withNewcomers(chart, work, now) {
    const homeless = work.nodes.filter((row) => !chart.at.has(row));
    const groups = new Map();
    for (const row of homeless) {
      const anchor = now.expanded.find((from) => chart.at.has(from) && isNeighbour(row, from));
      const key = anchor === undefined ? -1 : anchor;
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(row);
    }
    for (const [anchor, rows] of groups) {
      const home = chart.at.get(anchor) || { x: 0, y: 0 };
      rows.sort(inOrder).forEach((row, index) => {
        const turn = index * 2.399963;
        const reach = 46 + 15 * Math.sqrt(index);
        chart.at.set(row, { x: home.x + reach * Math.cos(turn) * 1.3, y: home.y + reach * Math.sin(turn), side: "below", size: 5 });
      });
    }
    return homeless.length ? { ...chart, fit: chart.fit || homeless.length > 20 } : chart;
  }

  function isNeighbour(row, from) {
    for (const edge of graph.edgesOf(row)) if (graph.other(edge, row) === from) return true;
    return false;
  }

  return { place };
})();
