// Labels as on a good map: one size on the screen, a halo, the important ones first, none over another.
const labels = (() => {
  let boxes = []; // what was written where, for clicks
  let badges = [];
  let notes = []; // column heads and the like: no node's label
  const widths = new Map();
  const CELL = 48;
  const SIDES = ["below", "right", "left", "above"]; // where a name is tried on the whole map
  const CORE = 0.7; // the part of a shape that no name may cover
  const ENDING = 2; // characters of the end of a name that is cut
  const LEAST = 30; // pixels below which a shortened name says nothing
  const PARTS_FROM = 0.75; // zoom from which sections, points and people have their labels on the whole map

  function forget() {
    boxes = [];
    badges = [];
    notes = [];
  }

  // A grid of taken boxes: asking for a free place is quick with 800 labels.
  function grid() {
    const cells = new Map();
    const around = (box, act) => {
      for (let x = Math.floor(box.x / CELL); x <= Math.floor((box.x + box.w) / CELL); x += 1) {
        for (let y = Math.floor(box.y / CELL); y <= Math.floor((box.y + box.h) / CELL); y += 1) {
          if (act(`${x} ${y}`)) return true;
        }
      }
      return false;
    };
    return {
      taken: (box) => around(box, (cell) => (cells.get(cell) || []).some((one) => meets(one, box))),
      take: (box) =>
        around(box, (cell) => {
          if (!cells.has(cell)) cells.set(cell, []);
          cells.get(cell).push(box);
          return false;
        }),
    };
  }

  const meets = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

  function width(context, font, text) {
    const key = font + text;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  }

  // A label of several lines hangs from its first line, so that edges leave the title alone.
  function boxOf(place, looks, zoom, wide, text) {
    const size = looks.size * zoom;
    const high = text.reduce((sum, line) => sum + line.high, 0);
    const y = place.y - (captions.SPINE.has(looks.kind) ? text[0].high : high) / 2;
    if (looks.side === "left") return { x: place.x - size - 6 - wide, y, w: wide, h: high, align: "right" };
    if (looks.side === "right") return { x: place.x + size + 6, y, w: wide, h: high, align: "left" };
    const above = looks.side === "above";
    return {
      x: place.x - wide / 2,
      y: above ? place.y - size - 3 - high : place.y + size + 3,
      w: wide,
      h: high,
      align: "center",
    };
  }

  function priority(row, looks, scene) {
    if (row === scene.hovered) return 1e9;
    if (looks.ring) return 1e8;
    const light = scene.lit ? (scene.lit.has(row) ? 1e7 : -1e7) : 0;
    return light + (captions.SPINE.has(looks.kind) ? 1e5 : 0) + looks.size * 1e4 + scope.importance(row);
  }

  function draw(context, scene) {
    if (!scene.work) return;
    const turn = context.getTransform();
    const ratio = window.devicePixelRatio || 1;
    scene.wide = context.canvas.width / ratio;
    const zoom = turn.a / ratio;
    const screen = (x, y) => ({ x: (turn.a * x + turn.e) / ratio, y: (turn.d * y + turn.f) / ratio });
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    forget();
    const taken = { names: grid(), shapes: grid() };
    fixed(context, scene, screen, taken);
    const shown = [...scene.rows]
      .map(([row, looks]) => ({
        row,
        looks,
        place: screen(...at(row, scene)),
        end: looks.until === undefined ? Infinity : screen(looks.until, 0).x,
        rank: priority(row, looks, scene),
      }))
      .filter(
        ({ place }) =>
          place.x > -80 &&
          place.y > -40 &&
          place.x < context.canvas.width / ratio + 80 &&
          place.y < context.canvas.height / ratio + 40,
      )
      .sort((a, b) => b.rank - a.rank || a.row - b.row);
    for (const { looks, place } of shown) {
      const r = looks.size * zoom * CORE;
      if (r > 1.5) taken.shapes.take({ x: place.x - r, y: place.y - r, w: 2 * r, h: 2 * r });
    }
    for (const one of shown) label(context, one, scene, zoom, taken);
    for (const one of shown) if (one.looks.more > 0 && zoom > 0.45) more(context, one, scene, zoom, taken);
    context.restore();
  }

  const at = (row, scene) => {
    const body = canvas.network.body.nodes[row];
    return body ? [body.x, body.y] : [scene.picture.at.get(row).x, scene.picture.at.get(row).y];
  };

  // Pixels that the name beside a shape has: as far as the next column, and never past the edge of the picture.
  function room(looks, place, end, zoom, scene) {
    const begin = place.x + (looks.size * zoom + 6) * (looks.side === "left" ? -1 : 1);
    if (looks.side === "left") return begin - 4;
    return looks.side === "right" ? Math.min(end > begin ? end : Infinity, scene.wide - 4) - begin : Infinity;
  }

  // Lines as long as the room: one that is longer is cut; where nothing could be read there is none.
  function fitted(context, lines, wide) {
    const fits = (line) => width(context, line.font, line.text) <= wide;
    if (lines.every(fits)) return lines;
    return wide < LEAST ? [] : lines.map((line) => (fits(line) ? line : { ...line, text: cut(context, line, wide) }));
  }

  // As much of the beginning as fits and, of a name that is not all but gone, its end, which tells what it is of:
  // 茶产业…基金 and 茶产业…资金. A number with its asker (2024237 甲) keeps its beginning alone.
  function cut(context, { text, font }, wide) {
    const longest = (end) => {
      let kept = text.slice(0, -end.length - 1);
      while (kept.length > 1 && width(context, font, `${kept}…${end}`) > wide) kept = kept.slice(0, -1);
      return kept.split("…")[0].replace(/[（(]$/, "");
    };
    const end = /\s/.test(text) ? "" : text.slice(-ENDING);
    const kept = end && longest(end);
    return kept.length >= ENDING ? `${kept}…${end}` : `${longest("")}…`;
  }

  function label(context, { row, looks, place, rank, end }, scene, zoom, taken) {
    const forced = rank >= 1e8;
    const full = captions.lines(row, looks, scene.inks, row === scene.hovered);
    const text = forced ? full : fitted(context, full, room(looks, place, end, zoom, scene));
    if (text.length === 0) return;
    const wide = Math.max(...text.map((line) => width(context, line.font, line.text)));
    const small = scope.MINOR.has(looks.kind) && zoom < PARTS_FROM && !(scene.lit && scene.lit.has(row));
    if (small && !forced) return;
    const tried = (looks.side === "below" ? SIDES : [looks.side]).map((side) =>
      boxOf(place, { ...looks, side }, zoom, wide, text),
    );
    const box =
      tried.find((one) => isFree(one, looks, scene, taken)) || (forced ? inside(tried[0], scene) : null);
    if (!box) return;
    taken.names.take(box);
    boxes.push({ ...box, row, text });
    if (scene.picture.curved) {
      clear(context, text, box, scene.inks.ground);
    }
    const faded = scene.lit && !scene.lit.has(row);
    context.globalAlpha = faded ? 0.3 : 1;
    write(context, text, box, scene.inks.ground);
    context.globalAlpha = 1;
  }

  // Edges pass behind the lines of a name, not between their words.
  function clear(context, text, box, ground) {
    context.fillStyle = ground;
    let y = box.y;
    for (const { text: words_, font, high } of text) {
      const wide = width(context, font, words_) + 4;
      context.fillRect(box.align === "right" ? box.x + box.w + 2 - wide : box.x - 2, y, wide, high);
      y += high;
    }
  }

  // A name may touch no other name, and no shape but its own; the chain's names may cover shapes.
  function isFree(box, looks, scene, taken) {
    if (box.x < 2 || box.x + box.w > scene.wide - 2 || taken.names.taken(box)) return false;
    return captions.SPINE.has(looks.kind) || looks.side !== "below" || !taken.shapes.taken(box);
  }

  const inside = (box, scene) => ({ ...box, x: Math.max(2, Math.min(box.x, scene.wide - 2 - box.w)) });

  function write(context, text, box, ground) {
    context.textAlign = box.align;
    context.textBaseline = "middle";
    context.lineJoin = "round";
    context.lineWidth = 4;
    context.strokeStyle = ground;
    const x = box.align === "right" ? box.x + box.w : box.align === "center" ? box.x + box.w / 2 : box.x;
    let y = box.y;
    for (const line of text) {
      context.font = line.font;
      context.strokeText(line.text, x, y + line.high / 2);
      context.fillStyle = line.ink;
      context.fillText(line.text, x, y + line.high / 2);
      y += line.high;
    }
  }

  // Column heads of the first picture, and the note where a department became another.
  function fixed(context, scene, screen, taken) {
    const write_ = (one, style) => {
      const place = screen(one.x, one.y);
      const font = `${style} 12px ${scene.inks.sans}`;
      const full = { text: one.text || words.t(one.key), font, ink: scene.inks["ink-3"], high: 16 };
      const [line] = fitted(context, [full], screen(one.until, 0).x - place.x);
      if (!line) return;
      const box = { x: place.x, y: place.y - 8, w: width(context, font, line.text), h: 16, align: "left" };
      write(context, [line], box, scene.inks.ground);
      notes.push({ ...box, text: [line] });
      taken.names.take(box);
    };
    for (const one of scene.picture.headings) write_(one, "600");
    for (const one of scene.picture.notes || []) write_(one, "italic 400");
  }

  // Where a badge may stand: above its shape on the side without a name, or else above on the other, or below.
  function corners(looks, place, r, wide) {
    const left = place.x - r - wide + 2;
    const right = place.x + r - 2;
    const sides = looks.side === "right" ? [left, right] : [right, left];
    const at = (x, y) => ({ x, y, w: wide, h: 14 });
    const heights = [place.y - r - 10, place.y - r - 14, place.y + r - 4];
    return heights.flatMap((y) => sides.map((x) => at(x, y))).filter((box) => box.x >= 2);
  }

  // "+n": neighbours that are in the graph and not in the picture; a click brings them in. Never over a name.
  function more(context, { row, looks, place }, scene, zoom, taken) {
    if (scene.lit && !scene.lit.has(row)) return;
    const text = `+${looks.more}`;
    const font = `500 10px ${scene.inks.sans}`;
    const wide = width(context, font, text) + 8;
    const r = looks.size * zoom;
    const free = corners(looks, place, r, wide).filter(
      (one) => !taken.names.taken(one) && !badges.some((badge) => meets(badge, one)),
    );
    const spine = scene.now.scope === "start"; // where a badge is worth a part of another shape
    const box = free.find((one) => !taken.shapes.taken(one)) || (spine && free[0]);
    if (!box) return;
    context.beginPath();
    context.roundRect(box.x, box.y, box.w, box.h, 7);
    context.fillStyle = scene.inks.ground;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = scene.inks.rule;
    context.stroke();
    context.font = font;
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.fillStyle = scene.inks["ink-3"];
    context.fillText(text, box.x + box.w / 2, box.y + 7.5);
    badges.push({ ...box, row });
  }

  const hit = (list, pointer) => {
    const found = list.find(
      (box) =>
        pointer.x >= box.x && pointer.x <= box.x + box.w && pointer.y >= box.y && pointer.y <= box.y + box.h,
    );
    return found ? found.row : null;
  };

  // The middle of a node's badge, or null where it has none.
  function badgeOf(row) {
    const box = badges.find((one) => one.row === row);
    return box ? { x: box.x + box.w / 2, y: box.y + box.h / 2 } : null;
  }

  return {
    draw,
    forget,
    nodeAt: (pointer) => hit(boxes, pointer),
    badgeAt: (pointer) => hit(badges, pointer),
    badgeOf,
    textOf: (row) => (boxes.find((one) => one.row === row) || { text: [] }).text.map((line) => line.text),
    written: () => [...notes, ...boxes],
  };
})();
