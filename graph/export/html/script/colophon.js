// What stands below a picture that leaves the page: what its shapes and lines mean, what it shows, and of which letters.
const colophon = (() => {
  const [LINE, SIZE, LEFT, GAP] = [20, 12, 14, 18]; // pixels: of a line, of its letters, before it, between two shapes
  const SHAPE = 5; // pixels from the middle of a shape to its edge
  const STROKE = 20; // pixels of a line

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

  // Shapes of the kinds and lines of the families that the picture has, with what they mean.
  function signs() {
    const { nodes, edges } = canvas.work;
    const kinds = new Set(nodes.map((row) => graph.node.kind[row]));
    return [
      ...Object.keys(graph.start.kinds)
        .filter((kind) => kinds.has(kind))
        .map((kind) => ({ kind, mark: 2 * SHAPE, text: words.kind(kind) })),
      ...strokes.used(edges).map((look) => ({ look, mark: STROKE, text: words.t(`family.${look}`) })),
    ];
  }

  // {items: [{kind or look, mark, text, x, y}], high}: in pixels from the lower left corner of the picture; `mark` is
  // how wide its shape or line is.
  function lay(width) {
    const items = [];
    let [x, y] = [LEFT, LINE];
    for (const sign of signs()) {
      const taken = sign.mark + 6 + wide(sign.text);
      if (x > LEFT && x + taken > width) [x, y] = [LEFT, y + LINE];
      items.push({ ...sign, x, y });
      x += taken + GAP;
    }
    for (const text of [shown(state.now), source()].flatMap((one) => broken(one, width - 2 * LEFT)))
      items.push({ text, x: LEFT, y: (y += LINE) });
    return { items, high: y + LINE };
  }

  const indent = ({ mark, x }) => (mark ? x + mark + 6 : x);
  const middle = ({ y }) => y - SIZE * 0.36;

  function sign(one, high) {
    const y = high + middle(one);
    if (one.kind) return glyph.element(one.kind, one.x + SHAPE, y, SHAPE);
    const ink = canvas.inks[one.look === "doubtful" ? "ink-3" : `edge-${one.look}`];
    const looks = { stroke: ink, "stroke-width": 2, "stroke-dasharray": one.look === "doubtful" ? "5 4" : null };
    return dom.svg("line", { x1: one.x, y1: y, x2: one.x + STROKE, y2: y, ...looks });
  }

  // As SVG elements, below a picture so wide and high.
  function svg({ items }, high) {
    const looks = { "font-family": canvas.inks.sans, "font-size": SIZE, fill: canvas.inks["ink-2"] };
    return items.flatMap((one) => [
      ...(one.mark ? [sign(one, high)] : []),
      dom.svg("text", { x: indent(one), y: high + one.y, ...looks }, one.text),
    ]);
  }

  return { lay, svg };
})();
