// The picture as a file: PNG from the canvas, SVG drawn anew from what the canvas shows.
const drawing = (() => {
  function png() {
    const source = dom.find("canvas").querySelector("canvas");
    source.toBlob((blob) => download.file("fuwen.png", "image/png", blob));
  }

  // Edges, shapes and the labels that are in sight, as one SVG text.
  function svgText() {
    const box = dom.find("canvas");
    const { network, inks, work, rows } = canvas;
    const place = (row) => network.canvasToDOM(network.getPosition(row));
    const zoom = network.getScale();
    const root = dom.svg("svg", {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${box.clientWidth} ${box.clientHeight}`,
      width: box.clientWidth,
      height: box.clientHeight,
    });
    root.append(dom.svg("rect", { width: "100%", height: "100%", fill: inks.ground }));
    for (const at of work.edges) root.append(line(at, place, inks));
    for (const row of work.nodes) {
      const { x, y } = place(row);
      const shape = glyph.element(graph.node.kind[row], x, y, rows.get(row).size * zoom, {
        stroke: inks.ground,
        "stroke-width": 1.5,
      });
      shape.append(dom.svg("title", null, graph.node.name[row]));
      root.append(shape);
    }
    for (const one of labels.boxes) root.append(text(one, inks));
    return new XMLSerializer().serializeToString(root);
  }

  function line(at, place, inks) {
    const [a, b] = [place(graph.edge.source[at]), place(graph.edge.target[at])];
    const bend = (b.x - a.x) / 2;
    const path = canvas.picture.curved
      ? `M${a.x} ${a.y}C${a.x + bend} ${a.y} ${b.x - bend} ${b.y} ${b.x} ${b.y}`
      : `M${a.x} ${a.y}L${b.x} ${b.y}`;
    return dom.svg("path", {
      d: path,
      fill: "none",
      stroke: inks[`edge-${graph.family(at)}`],
      "stroke-width": graph.family(at) === "response" ? 1.7 : 0.9,
      "stroke-dasharray": graph.certainty(at) === "asserted" ? null : "5 4",
    });
  }

  function text(box, inks) {
    const anchor = { left: "start", right: "end", center: "middle" }[box.align];
    const x = box.align === "right" ? box.x + box.w : box.align === "center" ? box.x + box.w / 2 : box.x;
    return dom.svg(
      "text",
      {
        x,
        y: box.y + 12,
        "font-size": 12,
        "text-anchor": anchor,
        "font-family": inks.sans,
        fill: inks.ink,
        stroke: inks.ground,
        "stroke-width": 3,
        "paint-order": "stroke",
      },
      graph.label(box.row),
    );
  }

  const svg = () => download.file("fuwen.svg", "image/svg+xml", svgText());

  return { png, svg, svgText };
})();
