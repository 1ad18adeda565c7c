// A neighbourhood as a fan: the focus in the middle, its neighbours on two arcs, one name a line; columns for many.
const fan = (() => {
  const LINE = [22, 36]; // pixels between two names on an arc, least and most
  const MOST = 76; // nodes that two arcs can hold in a window high enough
  const CROWD = 90; // nodes, with pinned and expanded ones, from which columns are drawn
  const WIDE = 146; // pixels a column of names takes
  const FIRST_COLUMN = 150; // pixels from the left edge to the neighbours of the focus
  const NAME = 18; // pixels that a name takes there
  const MARGIN = 46; // pixels above and below the arcs

  const kindOrder = (row) => Object.keys(graph.start.kinds).indexOf(graph.node.kind[row]);
  const inOrder = (a, b) => kindOrder(a) - kindOrder(b) || scope.byImportance(a, b);

  // How many nodes a fan so high (pixels) can hold with a name each, the middle among them.
  const most = (height) => Math.min(MOST, 1 + 2 * Math.floor(1 + (height - 2 * MARGIN) / NAME));

  function draw(now, work, width, height) {
    if (now.depth > 1 || work.nodes.length > CROWD) return columns(now, work, width, height);
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

  // Columns from left to right: the focus, its neighbours, and theirs, each near the one it hangs on. Where they are
  // too many for the window the picture is drawn larger and seen smaller.
  function columns(now, work, width, height) {
    const at = new Map();
    const focus = now.focus.filter((row) => work.set.has(row));
    const near = [...new Set(focus.flatMap(neighbours))]
      .filter((row) => work.set.has(row) && !focus.includes(row))
      .sort(inOrder);
    const place = new Map(near.map((row, index) => [row, index]));
    const hangsOn = (row) => Math.min(...neighbours(row).map((next) => place.get(next) ?? near.length));
    const far = work.nodes
      .filter((row) => !place.has(row) && !focus.includes(row))
      .map((row) => [hangsOn(row), row])
      .sort(([a, one], [b, other]) => a - b || inOrder(one, other))
      .map(([, row]) => row);
    const fitting = Math.max(8, Math.floor((height - 2 * MARGIN) / LINE[0]));
    const shape = (WIDE * height) / (LINE[0] * width); // names above each other for one beside
    const rows = Math.max(fitting, Math.ceil(Math.sqrt((near.length + far.length) * shape)));
    const tall = Math.min(rows, Math.max(near.length, far.length)) * LINE[0];
    const [firsts, others] = [near, far].map((list) => Math.ceil(list.length / rows));
    const count = firsts + others;
    const scale = Math.min(1, width / (FIRST_COLUMN + WIDE * count), height / (tall + 2 * MARGIN));
    const [left, step] = [-width / scale / 2, (width / scale - FIRST_COLUMN) / Math.max(1, count)];
    focus.forEach((row, index) =>
      at.set(row, { x: left + 62, y: (index - (focus.length - 1) / 2) * 60, side: "below", size: 15 }),
    );
    spread(near, firsts, left + FIRST_COLUMN, step, tall, at, 7);
    spread(far, others, left + FIRST_COLUMN + firsts * step, step, tall, at, 5);
    return { at, headings: [], fit: false, scale, curved: true, arrows: true };
  }

  // Fills columns row by row: what stands together in the list stands at one height.
  function spread(rows, count, left, step, tall, at, size) {
    const lines = Math.ceil(rows.length / Math.max(1, count));
    const gap = Math.min(lines > 1 ? tall / (lines - 1) : 0, LINE[1] * 1.6);
    rows.forEach((row, index) => {
      const x = left + (index % count) * step;
      const y = (Math.floor(index / count) - (lines - 1) / 2) * gap;
      at.set(row, { x, y, side: "right", size, until: x + step - 22 });
    });
  }

  const neighbours = (row) => Array.from(graph.edgesOf(row), (at) => graph.other(at, row));

  return { draw, inOrder, most };
})();
