// How two names hang together: what both are tied to; where nothing is, the shortest ways from one to the other.
const path = (() => {
  const FAR = 6; // steps after which no way is looked for: a longer one says nothing, and has no room
  const BROAD = 12; // nodes of one step that a longer way shows
  const LINE = 20; // pixels that a name takes
  const MARGIN = 46; // pixels above and below the names
  const SIDE = 110; // pixels left of the first name and right of the last, a sixth of a narrow picture
  const PARTS = new Set(["section", "point"]); // they tell no more than their letter does
  let visited = [-1, -1]; // the node that is selected, and the one that was before

  function neighbours(row, open) {
    const rows = Array.from(graph.edgesOf(row))
      .filter((at) => open.open(at, row))
      .map((at) => graph.other(at, row));
    return new Set(rows.filter((next) => next !== row));
  }

  // How far nodes are from `from`, as far as `to` is reached: row → steps.
  function distances(from, to, open) {
    const found = new Map([[from, 0]]);
    let ring = [from];
    for (let step = 1; step <= FAR && ring.length > 0 && !found.has(to); step += 1) {
      const next = [];
      for (const row of ring) {
        for (const one of neighbours(row, open)) {
          if (found.has(one) || (PARTS.has(graph.node.kind[one]) && one !== to)) continue;
          found.set(one, step);
          next.push(one);
        }
      }
      ring = next;
    }
    return found;
  }

  // What both are tied to, the most telling first.
  function common(from, to, open) {
    const others = neighbours(to, open);
    const both = (row) => others.has(row) && row !== to && !PARTS.has(graph.node.kind[row]);
    return [...neighbours(from, open)].filter(both).sort(scope.byImportance);
  }

  // The nodes of the shortest ways, from the end back to the beginning; of a broad step the most telling.
  function back(from, to, open) {
    const far = distances(from, to, open);
    const last = far.get(to);
    const steps = new Map([[to, last]]);
    let ring = [to];
    for (let step = last - 1; step > 0; step -= 1) {
      const before = ring.flatMap((row) => [...neighbours(row, open)]).filter((row) => far.get(row) === step);
      ring = [...new Set(before)].sort(scope.byImportance).slice(0, BROAD);
      ring.forEach((row) => steps.set(row, step));
    }
    return steps.set(from, 0);
  }

  const between = ([from, to], rows) => new Map([[from, 0], [to, 2], ...rows.map((row) => [row, 1])]);

  // {steps: row → its place on the way, of what is drawn; last: the place of the end, 0 without a way; direct;
  // common: all that both are tied to}.
  function find(ends, open) {
    const far = distances(...ends, open).get(ends[1]) || 0;
    if (far > 2) return { steps: back(...ends, open), last: far, direct: false, common: [] };
    const rows = far ? common(...ends, open) : [];
    const fitting = Math.max(6, Math.floor((dom.find("canvas").clientHeight - 2 * MARGIN) / LINE) - 2);
    return { steps: between(ends, rows.slice(0, fitting)), last: far && 2, direct: far === 1, common: rows };
  }

  // The same with all that the picture has no room for: nodes and edges.
  function whole({ way }, now) {
    const steps = between(now.focus, way.common);
    const edges = new Set([...steps.keys()].flatMap((row) => [...graph.edgesOf(row)]));
    const within = (at) => steps.has(graph.edge.source[at]) && steps.has(graph.edge.target[at]);
    return {
      nodes: [...steps.keys()],
      edges: [...edges].filter((at) => within(at) && along({ steps }, at) && filter.edge(at, now)),
    };
  }

  // An edge from one step to the next, or of what the reader added; edges within a step would hide the way.
  function along({ steps }, at) {
    const [a, b] = [steps.get(graph.edge.source[at]), steps.get(graph.edge.target[at])];
    return a === undefined || b === undefined || Math.abs(a - b) === 1 || (a === 0 && b === 2) || (a === 2 && b === 0);
  }

  // Step by step from left to right; the middle stays free for what ties the two directly.
  function draw({ way }, width, height) {
    const at = new Map();
    const last = way.last || 2;
    const side = Math.min(SIDE, width / 6);
    const x = (step) => -width / 2 + side + (step / last) * (width - 2 * side);
    for (let step = 0; step <= last; step += 1) {
      const rows = [...way.steps].filter(([, one]) => one === step).map(([row]) => row);
      const end = step === 0 || step === last;
      rows.sort(fan.inOrder).forEach((row, index) => {
        const y = end ? 0 : lane(index, rows.length, way.direct, height);
        const looks = end ? { side: "below", size: 15 } : { side: "right", size: 7, until: x(step + 1) - 22 };
        at.set(row, { x: x(step), y, ...looks });
      });
    }
    return { at, headings: [], fit: false, curved: true, arrows: true };
  }

  function lane(index, count, direct, height) {
    const slots = direct ? count + 1 + (count % 2) : count; // an odd number, so that the middle one is free
    const place = direct && index >= (slots - 1) / 2 ? index + 1 : index;
    return (place - (slots - 1) / 2) * Math.min(40, (height - 2 * MARGIN) / Math.max(1, slots - 1));
  }

  const visit = ({ node }) => {
    if (node !== undefined && node !== visited[0]) visited = [node, visited[0]];
  };

  // The other end that is offered: the middle of the picture, else what was looked at before.
  const otherEnd = (at, now) =>
    [...(now.scope === "start" || now.scope === "all" ? [] : now.focus), visited[1]].find((row) => row !== at) ?? -1;

  // The way from a node to what ties it to another one.
  function action(at, now) {
    const from = otherEnd(at, now);
    if (from < 0 || [at, from].some((row) => PARTS.has(graph.node.kind[row]))) return null;
    const pressed = now.scope === "path" && now.focus.includes(at);
    const plain = { view: "graph", letter: null, expanded: [], collapsed: [] };
    const act = () => (pressed ? state.focusOn(at, 1) : state.change({ ...plain, scope: "path", focus: [from, at] }));
    return dom.button(words.t("path.to", { name: graph.label(from) }), act, {
      class: "chip",
      id: "path-to",
      title: words.t("path.hint"),
      "aria-pressed": String(pressed),
    });
  }

  // What the line above the picture says of it.
  function told({ way }) {
    if (way.last === 0) return words.t("path.none", { n: FAR });
    if (way.last > 2) return words.t("path.steps", { n: way.last });
    const [n, drawn] = [way.common.length, way.steps.size - 2];
    const common = words.t(drawn < n ? "path.most" : "path.common", { n, drawn });
    return [way.direct && words.t("path.direct"), common].filter(Boolean).join(" · ");
  }

  return { find, along, whole, draw, visit, otherEnd, action, told };
})();
