// The drawing: vis-network holds nodes and edges, this module their looks, labels, badges and what a click means.
const canvas = (() => {
  let network = null;
  let work = null;
  let picture = null;
  let askedKey = "";
  let drawnKey = "";
  let lit = null; // rows that stay bright while something is selected; null = all
  let hovered = -1;
  let inks = {};
  const rows = new Map(); // row → looks, read by the renderer each frame

  const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  function readInks() {
    inks = {};
    for (const name of [
      "ground",
      "ink",
      "ink-2",
      "ink-3",
      "rule",
      "accent",
      "edge-response",
      "edge-citation",
      "edge-co_mention",
      "edge-claim",
      "edge-identity",
    ]) {
      inks[name] = style(`--${name}`);
    }
    inks.sans = style("--sans");
    inks.serif = style("--serif");
  }

  function create() {
    readInks();
    network = new vis.Network(dom.find("canvas"), {}, graph.start.options);
    for (const inner of dom.find("canvas").querySelectorAll("[tabindex]")) inner.tabIndex = -1; // the picture is one stop
    network.on("beforeDrawing", paintGround);
    network.on("afterDrawing", (context) => {
      spotlight.draw(context, scene(state.now));
      labels.draw(context, scene(state.now));
    });
    network.on("click", click);
    network.on("doubleClick", (event) => {
      if (event.nodes.length) state.focusOn(event.nodes[0]);
    });
    network.on("hoverNode", (event) => hover(event.node, event.pointer && event.pointer.DOM));
    network.on("blurNode", () => hover(-1));
    network.on("hoverEdge", hoverEdge);
    network.on("blurEdge", () => hovered < 0 && hover(-1));
    network.on("dragStart", () => hover(-1));
    network.on("dragEnd", (event) => event.nodes.forEach(keepPlace));
    new ResizeObserver(resized).observe(dom.find("canvas"));
  }

  // A small picture is laid out anew at once, so that a picture taken of the page is right; a large one when the
  // window rests.
  const QUICK = 500; // nodes
  let resting = 0;
  function resized() {
    clearTimeout(resting);
    if (work && work.nodes.length <= QUICK) layOut();
    else resting = setTimeout(layOut, 120);
  }

  let laidOut = "";
  function layOut() {
    const box = dom.find("canvas");
    const size = `${box.clientWidth} ${box.clientHeight}`;
    if (!work || size === laidOut || box.clientWidth === 0) return; // on paper there is no canvas
    laidOut = size;
    drawnKey = "";
    render(state.now);
    scopeline.render(state.now); // a taller window shows more of what is cited
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
    Object.assign(picture.at.get(row), place);
  }

  function click(event) {
    const pointer = event.pointer.DOM;
    const badge = labels.badgeAt(pointer);
    if (badge !== null && isHub(badge, state.now)) return state.change({ view: "around" });
    if (badge !== null)
      return state.change({
        expanded: state.toggle(state.now.expanded, badge),
        collapsed: state.now.collapsed.filter((row) => row !== badge),
      });
    if (event.nodes.length) return state.select({ node: event.nodes[0] });
    const named = labels.nodeAt(pointer);
    if (named !== null) return state.select({ node: named });
    if (event.edges.length) return state.select({ edge: event.edges[0] });
    if (state.now.selected) state.select(null);
    return undefined;
  }

  // The middle of a neighbourhood too large for the picture: all that is not drawn would make it unreadable.
  const isHub = (row, now) =>
    now.scope === "focus" &&
    now.focus.includes(row) &&
    ![...now.expanded, ...now.collapsed].includes(row) &&
    work.hiddenNeighbours(row) > 1;

  // The node under the pointer shows its full name on the canvas too; an edge only says what it is.
  function hover(row, pointer) {
    hovered = row;
    if (row >= 0) tip.node(row, pointer || network.canvasToDOM(network.getPosition(row)));
    else tip.hide();
    dom.find("canvas").style.cursor = row >= 0 ? "pointer" : "";
    network.redraw();
  }

  function hoverEdge(event) {
    if (hovered >= 0 || !event.pointer) return;
    tip.edge(event.edge, event.pointer.DOM);
    dom.find("canvas").style.cursor = "pointer";
  }

  function drawNode({ ctx, id, x, y }) {
    const looks = rows.get(id);
    const across = looks.size * 2 + 4;
    return {
      drawNode: () => spotlight.paint(ctx, looks, x, y, inks),
      nodeDimensions: { width: across, height: across },
    };
  }

  function node(row) {
    const { x, y, size } = picture.at.get(row);
    return { id: row, x, y, size, shape: "custom", ctxRenderer: drawNode };
  }

  // Where a node stands in the picture, and how it looks now.
  function looks(row, now) {
    const kind = graph.node.kind[row];
    const chosen = (now.selected || {}).node === row;
    const ring = chosen ? inks.accent : now.pinned.includes(row) ? inks["ink-3"] : "";
    return { ...picture.at.get(row), kind, colour: glyph.colour(kind), ring, more: badge(row, now) };
  }

  // The first picture marks only the chain: there every entity has more neighbours than it shows.
  function badge(row, now) {
    if (now.scope === "start" && !captions.SPINE.has(graph.node.kind[row]) && !now.expanded.includes(row))
      return 0;
    const more = work.hiddenNeighbours(row);
    return more > 1 || now.expanded.includes(row) ? more : 0; // one more is not worth a badge
  }

  const scene = (now) => ({ now, network, picture, work, rows, lit, hovered, inks });

  // What decides which nodes are drawn; a selection is no part of it.
  const wanted = (now) =>
    JSON.stringify([
      [now.scope, now.focus, now.depth, now.expanded, now.collapsed, now.pinned],
      [...filter.settings(now), now.hideIsolated],
    ]);

  // What decides where they stand; a pin or a threshold that changes nothing drawn moves nothing.
  const shape = (now) => JSON.stringify([now.scope, now.focus, now.depth, work.nodes, work.edges]);

  function render(now) {
    const box = dom.find("canvas");
    if (box.clientWidth === 0) return;
    const asked = wanted(now);
    if (asked !== askedKey || !drawnKey) {
      askedKey = asked;
      work = scope.compute(now);
      if (shape(now) !== drawnKey) return redraw(now, box);
    }
    dress(now);
    network.redraw();
  }

  function redraw(now, box) {
    drawnKey = shape(now);
    hovered = -1;
    tip.hide(); // what it told of may have gone
    picture = arrange.place(now, work, box.clientWidth, box.clientHeight);
    readInks();
    dress(now);
    const nodes = new vis.DataSet(work.nodes.map(node));
    const edges = new vis.DataSet(strokes.all(work.edges, scene(now)));
    network.setData({ nodes, edges });
    view();
  }

  function dress(now) {
    rows.clear();
    lit = spotlight.rows(now, work);
    labels.forget();
    for (const row of work.nodes) rows.set(row, looks(row, now));
  }

  // A chart and a fan are made for the window as it is; the other pictures are brought into it.
  function view() {
    if (!picture.fit) {
      network.moveTo({ position: { x: 0, y: 0 }, scale: picture.scale || 1 });
    } else {
      network.fit({ animation: false, maxZoomLevel: 1.4 });
    }
  }

  // The same picture in the inks of now: for paper, which is light in every theme.
  function repaint() {
    readInks();
    dress(state.now);
    network.redraw();
  }

  function zoom(factor) {
    network.moveTo({ scale: network.getScale() * factor, animation: { duration: 160 } });
  }

  return {
    create,
    render,
    zoom,
    repaint,
    fit: view,
    forget: () => {
      drawnKey = "";
    },
    get work() {
      return work;
    },
    get picture() {
      return picture;
    },
    get rows() {
      return rows;
    },
    get network() {
      return network;
    },
    get inks() {
      return inks;
    },
  };
})();
