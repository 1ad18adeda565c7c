// Labels as on a good map: one size on the screen, a halo, the important ones first, none over another.
const labels = (() => {
  let boxes = []; // what was written where, for clicks
  let badges = [];
  const widths = new Map();
  const CELL = 48;

  const SPINE = new Set(["proposal", "reply"]);

  function forget() {
    boxes = [];
    badges = [];
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
    const meets = (a, b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
    return {
      taken: (box) => around(box, (cell) => (cells.get(cell) || []).some((one) => meets(one, box))),
      take: (box) => around(box, (cell) => {
        if (!cells.has(cell)) cells.set(cell, []);
        cells.get(cell).push(box);
        return false;
      }),
    };
  }

  function width(context, font, text) {
    const key = font + text;
    if (!widths.has(key)) {
      context.font = font;
      widths.set(key, context.measureText(text).width);
    }
    return widths.get(key);
  }

  // The lines beside a node: its short label; in a roomy chart a proposal also says its title, a reply its date.
  function lines(row, looks, inks, hovered) {
    const big = SPINE.has(looks.kind);
    const weight = big || looks.ring ? 600 : 400;
    const size = big ? 13 : 12;
    const head = hovered ? graph.node.name[row] : graph.label(row);
    const out = [{ text: clip(head, hovered ? 30 : 16), font: `${weight} ${size}px ${inks.sans}`, ink: big ? inks.ink : inks["ink-2"], high: size + 4 }];
    if (!looks.roomy) return out;
    const small = { font: `400 11.5px ${inks.sans}`, ink: inks["ink-3"], high: 16 };
    if (looks.kind === "proposal") title(row).forEach((text) => out.push({ text, ...small }));
    if (looks.kind === "reply") return [{ ...out[0], text: scope.dateOf(row) || words.t("undated") }];
    if (looks.kind === "organisation") return wrap(graph.node.name[row], 9, 2).map((text) => ({ ...out[0], text, ink: inks.ink }));
    return out;
  }

  const clip = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);
  const title = (row) => wrap(graph.node.name[row].replace(/^关于/, ""), 11, 2);

  function wrap(text, most, count) {
    const out = [];
    for (let at = 0; at < text.length && out.length < count; at += most) out.push(text.slice(at, at + most));
    if (text.length > most * count) out[count - 1] = `${out[count - 1].slice(0, most - 1)}…`;
    return out;
  }

  function boxOf(place, size, side, wide, high) {
    if (side === "left") return { x: place.x - size - 6 - wide, y: place.y - high / 2, w: wide, h: high, align: "right" };
    if (side === "right") return { x: place.x + size + 6, y: place.y - high / 2, w: wide, h: high, align: "left" };
    return { x: place.x - wide / 2, y: place.y + size + 3, w: wide, h: high, align: "center" };
  }

  function priority(row, looks, scene) {
    if (row === scene.hovered) return 1e9;
    if (looks.ring) return 1e8;
    const light = scene.lit ? (scene.lit.has(row) ? 1e7 : -1e7) : 0;
    return light + (SPINE.has(looks.kind) ? 1e5 : 0) + looks.size * 1e4 + scope.importance(row);
  }

  function draw(context, scene) {
    if (!scene.work) return;
    const turn = context.getTransform();
    const ratio = window.devicePixelRatio || 1;
    const zoom = turn.a / ratio;
    const screen = (x, y) => ({ x: (turn.a * x + turn.e) / ratio, y: (turn.d * y + turn.f) / ratio });
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    forget();
    const taken = grid();
    headings(context, scene, screen, taken);
    const shown = [...scene.rows].map(([row, looks]) => ({ row, looks, place: screen(...at(row, scene)), rank: priority(row, looks, scene) }))
      .filter(({ place }) => place.x > -80 && place.y > -40 && place.x < context.canvas.width / ratio + 80 && place.y < context.canvas.height / ratio + 40)
      .sort((a, b) => b.rank - a.rank || a.row - b.row);
    for (const { looks, place } of shown) {
      const r = looks.size * zoom;
      if (r > 2.5) taken.take({ x: place.x - r, y: place.y - r, w: 2 * r, h: 2 * r });
    }
    for (const one of shown) label(context, one, scene, zoom, taken);
    for (const one of shown) if (one.looks.more > 0 && zoom > 0.45) more(context, one, scene, zoom, taken);
    context.restore();
  }

  const at = (row, scene) => {
    const body = canvas.network.body.nodes[row];
    return body ? [body.x, body.y] : [scene.chart.at.get(row).x, scene.chart.at.get(row).y];
  };

  function label(context, { row, looks, place, rank }, scene, zoom, taken) {
    const text = lines(row, looks, scene.inks, row === scene.hovered);
    const wide = Math.max(...text.map((line) => width(context, line.font, line.text)));
    const high = text.reduce((sum, line) => sum + line.high, 0);
    const box = boxOf(place, looks.size * zoom, looks.side, wide, high);
    const forced = rank >= 1e8;
    if (!forced && taken.taken(box)) return;
    taken.take(box);
    boxes.push({ ...box, row });
    const faded = scene.lit && !scene.lit.has(row);
    context.globalAlpha = faded ? 0.3 : 1;
    write(context, text, box, scene.inks.ground);
    context.globalAlpha = 1;
  }

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

  // Column heads of the first picture, and the note where a letter names no department.
  function headings(context, scene, screen, taken) {
    const { inks } = scene;
    for (const one of scene.chart.headings) {
      const place = screen(one.x, one.y);
      const text = [{ text: words.t(one.key), font: `600 12px ${inks.sans}`, ink: inks["ink-3"], high: 16 }];
      const box = { x: place.x, y: place.y - 8, w: width(context, text[0].font, text[0].text), h: 16, align: "left" };
      write(context, text, box, inks.ground);
      taken.take(box);
    }
    for (const one of scene.chart.notes || []) {
      const place = screen(one.x, one.y);
      const text = [{ text: words.t(one.key), font: `italic 400 12px ${inks.sans}`, ink: inks["ink-3"], high: 16 }];
      const box = { x: place.x, y: place.y - 8, w: width(context, text[0].font, text[0].text), h: 16, align: "left" };
      write(context, text, box, inks.ground);
      taken.take(box);
    }
  }

  // "+n": neighbours that are in the graph and not in the picture; a click brings them in.
  function more(context, { row, looks, place }, scene, zoom, taken) {
    if (scene.lit && !scene.lit.has(row)) return;
    const text = `+${looks.more}`;
    const font = `500 10px ${scene.inks.sans}`;
    const wide = width(context, font, text) + 8;
    const r = looks.size * zoom;
    const left = looks.side === "right" ? place.x - r - wide + 3 : place.x + r - 3;
    const box = { x: left, y: place.y - r - 10, w: wide, h: 14 };
    const bounds = { x: box.x - 1, y: box.y - 1, w: box.w + 2, h: box.h };
    if (badges.some((one) => one.x < bounds.x + bounds.w && bounds.x < one.x + one.w && one.y < bounds.y + bounds.h && bounds.y < one.y + one.h)) return;
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
    const found = list.find((box) => pointer.x >= box.x && pointer.x <= box.x + box.w && pointer.y >= box.y && pointer.y <= box.y + box.h);
    return found ? found.row : null;
  };

  return { draw, forget, nodeAt: (pointer) => hit(boxes, pointer), badgeAt: (pointer) => hit(badges, pointer), get boxes() { return boxes; } };
})();
