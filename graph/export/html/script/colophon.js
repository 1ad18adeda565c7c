// What stands below a picture that leaves the page: what its shapes mean, what it shows, and of which letters.
const colophon = (() => {
  const [LINE, SIZE, LEFT, GAP] = [20, 12, 14, 18]; // pixels: of a line, of its letters, before it, between two shapes
  const SHAPE = 5; // pixels from the middle of a shape to its edge

  const pen = document.createElement("canvas").getContext("2d");
  const font = () => `${SIZE}px ${canvas.inks.sans}`;
  function wide(text) {
    pen.font = font();
    return pen.measureText(text).width;
  }

  // What the line above the picture says, without its buttons; then what the letters are narrowed to.
  function shown(now) {
    const parts = [...dom.find("scope-line").childNodes].filter(
      (one) => one.nodeName !== "BUTTON" && !(one.classList && one.classList.contains("chips")),
    );
    const group = now.only && groups.find(now.only);
    return [...parts.map((one) => one.textContent), group && group.label, ...now.years].filter(Boolean).join(" · ");
  }

  const source = () =>
    ["复文 fuwen", graph.start.version, dom.find("strap").textContent, graph.start.hash].join(" · ");

  // A text in lines no wider than `room`, broken between words or Chinese characters.
  function broken(text, room) {
    const lines = [""];
    for (const word of text.match(/[\x21-\x7e]+ ?|[^\x21-\x7e]/g)) {
      if (wide(lines[lines.length - 1] + word) > room) lines.push("");
      lines[lines.length - 1] += word;
    }
    return lines;
  }

  // {items: [{kind, text, x, y}], high}: in pixels from the lower left corner of the picture; `kind` has its shape.
  function lay(width) {
    const kinds = Object.keys(graph.start.kinds).filter((kind) =>
      canvas.work.nodes.some((row) => graph.node.kind[row] === kind),
    );
    const items = [];
    let [x, y] = [LEFT, LINE];
    for (const kind of kinds) {
      const text = words.kind(kind);
      const taken = 2 * SHAPE + 6 + wide(text);
      if (x > LEFT && x + taken > width) [x, y] = [LEFT, y + LINE];
      items.push({ kind, text, x, y });
      x += taken + GAP;
    }
    for (const text of [shown(state.now), source()].flatMap((one) => broken(one, width - 2 * LEFT)))
      items.push({ text, x: LEFT, y: (y += LINE) });
    return { items, high: y + LINE };
  }

  const indent = ({ kind, x }) => (kind ? x + 2 * SHAPE + 6 : x);
  const middle = ({ y }) => y - SIZE * 0.36;

  // As SVG elements, below a picture so wide and high.
  function svg({ items }, high) {
    const looks = { "font-family": canvas.inks.sans, "font-size": SIZE, fill: canvas.inks["ink-2"] };
    return items.flatMap((one) => [
      ...(one.kind ? [glyph.element(one.kind, one.x + SHAPE, high + middle(one), SHAPE)] : []),
      dom.svg("text", { x: indent(one), y: high + one.y, ...looks }, one.text),
    ]);
  }

  function paint(context, { items }, high) {
    context.font = font();
    for (const one of items) {
      if (one.kind) {
        glyph.trace(context, one.kind, one.x + SHAPE, high + middle(one), SHAPE);
        context.fillStyle = glyph.colour(one.kind);
        context.fill();
      }
      context.fillStyle = canvas.inks["ink-2"];
      context.fillText(one.text, indent(one), high + one.y);
    }
  }

  return { lay, svg, paint };
})();
