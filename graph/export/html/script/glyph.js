// The shape and colour of a kind, the same on the canvas, in the legend and in the exported SVG.
const glyph = (() => {
  const CORNERS = {
    triangle: [3, -90],
    triangleDown: [3, 90],
    square: [4, 45],
    diamond: [4, 0],
    hexagon: [6, 0],
  };
  const GROWTH = { triangle: 1.2, triangleDown: 1.2, square: 1.15, diamond: 1.25, hexagon: 1.1, star: 1.35 };

  const dark = () => document.documentElement.dataset.theme === "dark";
  const look = (kind) => graph.start.kinds[kind] || graph.start.kinds.other;
  const colour = (kind) => (dark() ? look(kind).colour_dark : look(kind).colour);

  // The colour of a kind for elements of the page: it follows the theme without drawing them anew.
  const tint = (kind) => `var(--kind-${kind in graph.start.kinds ? kind : "other"})`;
  const paint = () =>
    Object.keys(graph.start.kinds).forEach((kind) =>
      document.documentElement.style.setProperty(`--kind-${kind}`, colour(kind)),
    );

  // The corners of a shape around (x, y), or null for a circle.
  function outline(shape, x, y, radius) {
    const reach = radius * (GROWTH[shape] || 1);
    if (shape === "star") {
      return Array.from({ length: 10 }, (_, at) =>
        corner(x, y, at % 2 ? reach * 0.45 : reach, -90 + at * 36),
      );
    }
    if (!(shape in CORNERS)) return null;
    const [count, turn] = CORNERS[shape];
    return Array.from({ length: count }, (_, at) => corner(x, y, reach, turn + (at * 360) / count));
  }

  const corner = (x, y, reach, degrees) => [
    x + reach * Math.cos((degrees * Math.PI) / 180),
    y + reach * Math.sin((degrees * Math.PI) / 180),
  ];

  function trace(context, kind, x, y, radius) {
    const corners = outline(look(kind).shape, x, y, radius);
    context.beginPath();
    if (!corners) {
      context.arc(x, y, radius, 0, 2 * Math.PI);
    } else {
      corners.forEach(([cx, cy], at) => (at ? context.lineTo(cx, cy) : context.moveTo(cx, cy)));
      context.closePath();
    }
  }

  // An SVG element of the shape, in the document's namespace.
  function element(kind, x, y, radius, attributes) {
    const corners = outline(look(kind).shape, x, y, radius);
    const fill = { fill: colour(kind), ...attributes };
    if (!corners) return dom.svg("circle", { cx: x, cy: y, r: radius, ...fill });
    return dom.svg("polygon", {
      points: corners.map((one) => one.map((n) => n.toFixed(1)).join(",")).join(" "),
      ...fill,
    });
  }

  const icon = (kind) =>
    dom.svg(
      "svg",
      { class: "glyph", viewBox: "-8 -8 16 16", width: 14, height: 14, "aria-hidden": "true" },
      element(kind, 0, 0, 5, { fill: tint(kind) }),
    );

  return { look, colour, tint, paint, outline, trace, element, icon, dark };
})();
