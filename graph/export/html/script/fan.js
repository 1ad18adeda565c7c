// A neighbourhood as a fan: the focus in the middle, its neighbours on two arcs, one name a line; rings for many.
const fan = (() => {
  const LINE = [22, 36]; // pixels between two names on an arc, least and most
  const MOST = 76; // nodes that two arcs can hold in a window high enough
  const CROWD = 90; // nodes, with pinned and expanded ones, from which rings are drawn
  const NAME = 18; // pixels that a name takes there
  const MARGIN = 46; // pixels above and below the arcs

  const kindOrder = (row) => Object.keys(graph.start.kinds).indexOf(graph.node.kind[row]);
  const inOrder = (a, b) => kindOrder(a) - kindOrder(b) || scope.byImportance(a, b);

  // How many nodes a fan so high (pixels) can hold with a name each, the middle among them.
  const most = (height) => Math.min(MOST, 1 + 2 * Math.floor(1 + (height - 2 * MARGIN) / NAME));

  function draw(now, work, width, height) {
    if (now.depth > 1 || work.nodes.length > CROWD) return rings(now, work);
    const at = new Map();
    const middle = now.focus.filter((row) => work.set.has(row));
    middle.forEach((row, index) =>
      at.set(row, { x: 0, y: (index - (middle.length - 1) / 2) * 60, side: "below", size: 15 }),
    );
    const around = work.nodes.filter((row) => !at.has(row)).sort(inOrder);
    const [left, right] = halves(around, (most(height) - 1) / 2);
    const reach = { x: Math.min(Math.max(70, width / 2 - 165), 330), y: Math.max(120, height / 2 - MARGIN) };
    arc(left, -1, reach, at);
    arc(right, 1, reach, at);
    return { at, headings: [], fit: false, curved: false };
  }

  // The chain of the reply at the left, things at the right; where one side is crowded, half and half.
  function halves(rows, side) {
    const things = rows.filter((row) => filter.ENTITIES.has(graph.node.kind[row]));
    const chain = rows.filter((row) => !filter.ENTITIES.has(graph.node.kind[row]));
    if (things.length > 0 && chain.length > 0 && Math.max(things.length, chain.length) <= Math.min(28, side))
      return [chain, things];
    const half = Math.ceil(rows.length / 2);
    return [rows.slice(0, half), rows.slice(half)];
  }

  function arc(rows, sign, reach, at) {
    const line = Math.max(LINE[0], Math.min(LINE[1], (2 * reach.y) / Math.max(1, rows.length - 1)));
    const tall = Math.min(reach.y, Math.max(60, ((rows.length - 1) * line) / 2));
    const bow = Math.min(0.72, (tall / reach.y) ** 2);
    rows.forEach((row, index) => {
      const share = rows.length === 1 ? 0 : (2 * index) / (rows.length - 1) - 1;
      const bend = Math.sqrt(Math.max(0, 1 - share * share * bow));
      const side = sign > 0 ? "right" : "left";
      at.set(row, { x: sign * reach.x * bend, y: share * tall, side, size: 7 });
    });
  }

  // Rings: near ones inside, the others outside, each beside the one it hangs on.
  function rings(now, work) {
    const at = new Map();
    now.focus.forEach((row, index) => at.set(row, { x: index * 60, y: 0, side: "below", size: 16 }));
    const first = new Set(
      now.focus.flatMap((row) => neighbours(row)).filter((row) => work.set.has(row) && !at.has(row)),
    );
    const angle = new Map();
    const inner = circle([...first].sort(inOrder), 190, 34, at, angle, 7);
    const leaning = (row) => {
      const anchor = neighbours(row).find((next) => first.has(next));
      return anchor === undefined ? 0 : angle.get(anchor);
    };
    const outer = work.nodes.filter((row) => !at.has(row)).map((row) => ({ row, turn: leaning(row) }));
    outer.sort((a, b) => a.turn - b.turn || inOrder(a.row, b.row));
    circle(
      outer.map((one) => one.row),
      inner + 130,
      26,
      at,
      angle,
      4.5,
    );
    return { at, headings: [], fit: true, room: 0.84, curved: false }; // room: for the labels outside
  }

  const neighbours = (row) => Array.from(graph.edgesOf(row), (at) => graph.other(at, row));

  // Puts rows on concentric circles in their order; returns the outermost radius.
  function circle(rows, radius, gap, at, angle, size) {
    const layers = Math.max(1, Math.ceil((rows.length * gap) / (2 * Math.PI * (radius + 60))));
    rows.forEach((row, index) => {
      const turn = -Math.PI / 2 + (2 * Math.PI * (index + 0.5)) / rows.length;
      const reach = radius + (index % layers) * 62;
      angle.set(row, turn);
      const side = Math.cos(turn) < 0 ? "left" : "right";
      at.set(row, { x: reach * Math.cos(turn) * 1.25, y: reach * Math.sin(turn), side, size });
    });
    return radius + (layers - 1) * 62;
  }

  return { draw, inOrder, most };
})();
