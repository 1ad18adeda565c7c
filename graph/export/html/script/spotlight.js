// What is selected stands in the light: a veil over the picture, then the chosen edges and their ends drawn again.
// A selection so costs one redraw, however many edges the picture has.
const spotlight = (() => {
  const VEIL = 0.82; // how much of the picture the veil hides
  const ARROW = 9; // pixels

  // The rows that stay bright, or null where nothing is dimmed: the middle of a neighbourhood is lit by itself.
  function rows(now, work) {
    const { selected } = now;
    if (!selected) return null;
    if (selected.edge !== undefined)
      return new Set([graph.edge.source[selected.edge], graph.edge.target[selected.edge]]);
    if (!work.set.has(selected.node) || (["focus", "path"].includes(now.scope) && now.focus.includes(selected.node)))
      return null;
    const bright = new Set([selected.node]);
    for (const at of chosen(now, work)) {
      bright.add(graph.edge.source[at]);
      bright.add(graph.edge.target[at]);
    }
    return bright;
  }

  function chosen({ selected }, work) {
    if (selected.edge !== undefined) return work.edges.includes(selected.edge) ? [selected.edge] : [];
    return work.edges.filter(
      (at) => graph.edge.source[at] === selected.node || graph.edge.target[at] === selected.node,
    );
  }

  function draw(context, scene) {
    if (!scene.lit) return;
    context.save();
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.globalAlpha = VEIL;
    context.fillStyle = scene.inks.ground;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
    context.restore();
    for (const at of chosen(scene.now, scene.work)) edge(context, at, scene);
    for (const row of scene.lit) if (scene.rows.has(row)) node(context, row, scene);
  }

  // The line that vis-network drew, once more and stronger.
  function edge(context, at, { network, inks }) {
    const drawn = network.body.edges[at];
    if (!drawn || !drawn.edgeType) return;
    const { from, to } = drawn;
    const bends = strokes.bends(drawn);
    context.beginPath();
    context.moveTo(from.x, from.y);
    if (bends.length === 2) context.bezierCurveTo(bends[0].x, bends[0].y, bends[1].x, bends[1].y, to.x, to.y);
    else if (bends.length === 1) context.quadraticCurveTo(bends[0].x, bends[0].y, to.x, to.y);
    else context.lineTo(to.x, to.y);
    context.strokeStyle = inks["ink-2"];
    context.lineWidth = strokes.width(at) + 0.9;
    context.setLineDash(graph.certainty(at) === "asserted" ? [] : [5, 4]);
    context.stroke();
    context.setLineDash([]);
    if (!graph.edge.undirected[at]) arrow(context, bends.length ? bends[bends.length - 1] : from, to, inks);
  }

  function arrow(context, before, to, inks) {
    const turn = Math.atan2(to.y - before.y, to.x - before.x);
    const back = to.options.size + 3;
    const tip_ = { x: to.x - back * Math.cos(turn), y: to.y - back * Math.sin(turn) };
    context.beginPath();
    context.moveTo(tip_.x, tip_.y);
    for (const side of [0.4, -0.4]) {
      context.lineTo(tip_.x - ARROW * Math.cos(turn + side), tip_.y - ARROW * Math.sin(turn + side));
    }
    context.closePath();
    context.fillStyle = inks["ink-2"];
    context.fill();
  }

  function node(context, row, { network, rows: looks, inks }) {
    const body = network.body.nodes[row];
    if (body) paint(context, looks.get(row), body.x, body.y, inks);
  }

  // A node as it stands everywhere: its shape, a thin edge of ground, and a ring where it is chosen or pinned.
  function paint(context, looks, x, y, inks) {
    glyph.trace(context, looks.kind, x, y, looks.size);
    context.fillStyle = looks.colour;
    context.fill();
    context.lineWidth = 1.5;
    context.strokeStyle = inks.ground;
    context.stroke();
    if (!looks.ring) return;
    context.beginPath();
    context.arc(x, y, looks.size + 5, 0, 2 * Math.PI);
    context.lineWidth = 2;
    context.strokeStyle = looks.ring;
    context.stroke();
  }

  return { rows, draw, paint };
})();
