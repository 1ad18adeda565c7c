// Relations that the reader has chosen, as pairs: who does something at the left, what it is done to at the right.
const pairs = (() => {
  const LINE = 24; // pixels between two names
  const MARGIN = 30; // pixels above and below the names
  const BLOCK = 380; // pixels that two columns of names take at least
  const REACH = 0.16; // of a block: from its middle to a column
  const LETTER = 12.2; // pixels
  const GAP = 0.6; // lines between two groups of names that nothing ties

  // Nodes that edges tie, as groups: {left, right}.
  function groups_(work) {
    const group = new Map(work.nodes.map((row) => [row, [row]]));
    const out = new Map();
    for (const at of work.edges) {
      const [source, target] = [graph.edge.source[at], graph.edge.target[at]];
      out.set(source, (out.get(source) || 0) + 1);
      out.set(target, (out.get(target) || 0) - 1);
      const [a, b] = [group.get(source), group.get(target)];
      if (a === b) continue;
      a.push(...b);
      b.forEach((row) => group.set(row, a));
    }
    const doing = (row) => (out.get(row) || 0) > 0;
    const all = [...new Set(group.values())].map((rows) => rows.sort(fan.inOrder));
    return all.map((rows) => ({ left: rows.filter(doing), right: rows.filter((row) => !doing(row)) }));
  }

  const high = ({ left, right }) => Math.max(left.length, right.length) + GAP;

  // Puts the groups into blocks beside each other; null where they do not fit.
  function blocks(groups, room, most) {
    const found = [{ groups: [], high: 0 }];
    for (const one of groups) {
      if (high(one) > room) return null;
      if (found[found.length - 1].high + high(one) > room) found.push({ groups: [], high: 0 });
      const last = found[found.length - 1];
      last.groups.push(one);
      last.high += high(one);
    }
    return found.length <= most ? found : null;
  }

  // Returns {at, headings, fit, curved} as `arrange.place` does, or null where the names have no room.
  function draw(work, width, height) {
    const groups = groups_(work).sort((a, b) => high(b) - high(a) || b.left.length - a.left.length);
    const room = (height - 2 * MARGIN) / LINE;
    const found = blocks(groups, room, Math.max(1, Math.floor(width / BLOCK)));
    if (!found) return null;
    const at = new Map();
    const wide = width / found.length;
    const looks = { whole: true, chars: Math.floor((wide * (0.5 - REACH) - 20) / LETTER) };
    found.forEach((block, index) => {
      const middle = (index + 0.5) * wide - width / 2;
      let y = (-block.high * LINE) / 2;
      for (const one of block.groups) {
        column(one.left, middle - wide * REACH, y, high(one), { ...looks, side: "left" }, at);
        column(one.right, middle + wide * REACH, y, high(one), { ...looks, side: "right" }, at);
        y += high(one) * LINE;
      }
    });
    return { at, headings: [], fit: false, curved: false };
  }

  function column(rows, x, top, lines, looks, at) {
    const first = top + ((lines - rows.length + 1) * LINE) / 2;
    rows.forEach((row, index) => at.set(row, { ...looks, x, y: first + index * LINE, size: 7 }));
  }

  return { draw };
})();
