// The drawing: vis-network holds nodes and edges, this module their looks, labels, badges and what a click means.
const canvas = (() => {
  let network = null;
  let nodes = null;
  let edges = null;
  let work = null;
  let chart = null;
  let drawnKey = "";
  let lit = null; // rows that stay bright while something is selected; null = all
  let hovered = -1;
  let inks = {};
  const rows = new Map(); // row → looks, read by the renderer each frame

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function readInks() {
    inks = {};
    for (const name of ["ground", "ink", "ink-2", "ink-3", "rule", "accent", "edge-response", "edge-citation", "edge-co_mention", "edge-claim", "edge-identity"]) {
      inks[name] = style(`--${name}`);
    }
    inks.sans = style("--sans");
    inks.serif = style("--serif");
  }

  function create() {
    readInks();
    nodes = new vis.DataSet();
    edges = new vis.DataSet();
    network = new vis.Network(dom.find("canvas"), { nodes, edges }, graph.start.options);
    network.on("beforeDrawing", paintGround);
    network.on("afterDrawing", (context) => labels.draw(context, { chart, work, rows, lit, hovered, inks }));
    network.on("click", click);
    network.on("doubleClick", (event) => { if (event.nodes.length) state.focusOn(event.nodes[0]); });
    network.on("hoverNode", (event) => hover(event.node, event.pointer && event.pointer.DOM));
    network.on("blurNode", () => hover(-1));
    network.on("dragStart", () => hover(-1));
    network.on("dragEnd", (event) => event.nodes.forEach(keepPlace));
    let waiting = 0;
    new ResizeObserver(() => {
      clearTimeout(waiting);
      waiting = setTimeout(() => { if (work) { drawnKey = ""; render(state.now); } }, 120);
    }).observe(dom.find("canvas"));
  }

  function paintGround(context) {
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.fillStyle = inks.ground;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
  }

  // A node that was dragged keeps its new place in this picture.
  function keepPlace(row) {
    const place = network.getPosition(row);
    Object.assign(chart.at.get(row), place);
  }

  function click(event) {
    const pointer = event.pointer.DOM;
    const badge = labels.badgeAt(pointer);
    if (badge !== null) return state.change({ expanded: state.toggle(state.now.expanded, badge), collapsed: state.now.collapsed.filter((row) => row !== badge) });
    if (event.nodes.length) return state.select({ node: event.nodes[0] });
    const named = labels.nodeAt(pointer);
    if (named !== null) return state.select({ node: named });
    if (event.edges.length) return state.select({ edge: event.edges[0] });
    if (state.now.selected) state.select(null);
    return undefined;
  }

  function hover(row, pointer) {
    hovered = row;
    const tip = dom.find("tip");
    tip.hidden = row < 0;
    if (row >= 0) {
      const count = graph.node.letters[row].length;
      dom.replace(tip, dom.el("strong", null, graph.node.name[row]),
        dom.el("span", null, `${words.kind(graph.node.kind[row])} · ${words.t("letters.count", { n: count })}`));
      const place = pointer || network.canvasToDOM(network.getPosition(row));
      tip.style.left = `${Math.min(place.x + 14, dom.find("canvas").clientWidth - tip.offsetWidth - 8)}px`;
      tip.style.top = `${place.y + 16}px`;
    }
    dom.find("canvas").style.cursor = row >= 0 ? "pointer" : "";
    network.redraw();
  }

  function drawNode({ ctx, id, x, y }) {
    const looks = rows.get(id);
    const size = looks.size;
    return {
      drawNode() {
        ctx.globalAlpha = lit && !lit.has(id) ? 0.22 : 1;
        glyph.trace(ctx, looks.kind, x, y, size);
        ctx.fillStyle = looks.colour;
        ctx.fill();
        ctx.lineWidth = 1.5;
        ctx.strokeStyle = inks.ground;
        ctx.stroke();
        if (looks.ring) {
          ctx.beginPath();
          ctx.arc(x, y, size + 5, 0, 2 * Math.PI);
          ctx.lineWidth = 2;
          ctx.strokeStyle = looks.ring;
          ctx.stroke();
        }
        ctx.globalAlpha = 1;
      },
      nodeDimensions: { width: size * 2 + 4, height: size * 2 + 4 },
    };
  }

  const WIDTH = { response: 1.7, claim: 1.4, identity: 1.2, citation: 0.9, co_mention: 0.8 };

  function edgeLooks(at, twin) {
    const family = graph.family(at);
    const [source, target] = [graph.edge.source[at], graph.edge.target[at]];
    const bright = !lit || at === (state.now.selected || {}).edge || (state.now.selected && [source, target].includes(state.now.selected.node));
    const width = WIDTH[family] * (family === "co_mention" ? Math.min(4, Math.sqrt(graph.frac(at))) : 1);
    const looks = {
      id: at, from: source, to: target, width: lit && bright ? width + 0.8 : width,
      color: { color: bright && lit ? inks[`edge-${family}`] : inks[`edge-${family}`], opacity: lit && !bright ? 0.12 : OPACITY[family] },
      arrows: !graph.edge.undirected[at] && family !== "citation" ? { to: { enabled: true, scaleFactor: 0.42 } } : "",
      dashes: graph.certainty(at) === "asserted" ? false : [5, 4],
    };
    if (chart.curved) looks.smooth = { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 };
    else if (twin) looks.smooth = { enabled: true, type: twin % 2 ? "curvedCW" : "curvedCCW", roundness: 0.08 + 0.07 * Math.floor(twin / 2) };
    else looks.smooth = false;
    return looks;
  }

  const OPACITY = { response: 0.95, claim: 0.9, identity: 0.9, citation: 0.55, co_mention: 0.6 };

  // Edges between the same two nodes are bent apart: none covers another.
  function twins(list) {
    const count = new Map();
    return list.map((at) => {
      const ends = [graph.edge.source[at], graph.edge.target[at]].sort((a, b) => a - b).join(" ");
      const index = count.get(ends) || 0;
      count.set(ends, index + 1);
      return edgeLooks(at, index);
    });
  }

  function nodeLooks(row, now) {
    const place = chart.at.get(row);
    const ring = (now.selected || {}).node === row ? inks.accent : now.pinned.includes(row) ? inks["ink-3"] : "";
    const looks = {
      kind: graph.node.kind[row], colour: glyph.colour(graph.node.kind[row]), size: place.size, side: place.side,
      roomy: place.roomy, ring, more: badge(row, now),
    };
    rows.set(row, looks);
    return { id: row, x: place.x, y: place.y, shape: "custom", ctxRenderer: drawNode, size: place.size };
  }

  // The first picture marks only the chain: there every entity has more neighbours than it shows.
  function badge(row, now) {
    if (now.scope === "start" && filter.ENTITIES.has(graph.node.kind[row]) && !now.expanded.includes(row)) return 0;
    return work.hiddenNeighbours(row);
  }

  function light(now) {
    lit = null;
    if (!now.selected) return;
    if (now.selected.node !== undefined && work.set.has(now.selected.node)) {
      if (now.scope === "focus" && now.focus.includes(now.selected.node)) return;
      lit = new Set([now.selected.node]);
      for (const at of work.edges) {
        if (graph.edge.source[at] === now.selected.node) lit.add(graph.edge.target[at]);
        if (graph.edge.target[at] === now.selected.node) lit.add(graph.edge.source[at]);
      }
    } else if (now.selected.edge !== undefined) {
      lit = new Set([graph.edge.source[now.selected.edge], graph.edge.target[now.selected.edge]]);
    }
  }

  const keyOf = (now) => JSON.stringify([
    now.scope, now.focus, now.depth, now.expanded, now.collapsed, now.pinned, now.hiddenKinds, now.hiddenRelations,
    now.years, now.undated, now.minWeight, now.minLetters, now.certainty, now.hideIsolated, now.hideEnumerations,
  ]);

  function render(now) {
    const box = dom.find("canvas");
    if (box.clientWidth === 0) return;
    const key = keyOf(now);
    const fresh = key !== drawnKey;
    if (fresh) {
      drawnKey = key;
      work = scope.compute(now);
      chart = arrange.place(now, work, box.clientWidth, box.clientHeight);
    }
    rows.clear();
    readInks();
    light(now);
    labels.forget();
    const nodeRows = work.nodes.map((row) => nodeLooks(row, now));
    if (fresh) {
      network.setData({ nodes: nodes = new vis.DataSet(nodeRows), edges: edges = new vis.DataSet(twins(work.edges)) });
      view(now, box);
    } else {
      edges.update(twins(work.edges));
      network.redraw();
    }
  }

  function view(now, box) {
    if (!chart.fit) {
      const scale = Math.min(1, box.clientWidth / (chart.width || box.clientWidth));
      network.moveTo({ position: { x: 0, y: 0 }, scale });
    } else {
      network.fit({ animation: false, maxZoomLevel: 1.4 });
    }
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: { duration: 160 } });
  }

  return {
    create, render, zoom, fit: () => network.fit({ animation: { duration: 200 } }),
    forget: () => { drawnKey = ""; },
    get work() { return work; },
    get chart() { return chart; },
    get rows() { return rows; },
    get network() { return network; },
    get inks() { return inks; },
  };
})();
