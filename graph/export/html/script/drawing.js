// The picture as a file: PNG from the canvas, SVG drawn anew from what the canvas shows.
const drawing = (() => {
  function png() {
    const source = dom.find("canvas").querySelector("canvas");
    source.toBlob((blob) => download.file("fuwen.png", "image/png", blob));
  }

  // Edges, shapes and the labels that are in sight, as one SVG element.
  function svg() {
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
    for (const one of labels.written()) root.append(...label(one, inks));
    return root;
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
      "stroke-width": strokes.width(at),
      "stroke-opacity": strokes.opacity(at, canvas.work.edges.length, state.now),
      "stroke-dasharray": graph.certainty(at) === "asserted" ? null : "5 4",
    });
  }

  // What the canvas wrote, line by line, in the same place and size.
  function label(box, inks) {
    const anchor = { left: "start", right: "end", center: "middle" }[box.align];
    const x = box.align === "right" ? box.x + box.w : box.align === "center" ? box.x + box.w / 2 : box.x;
    let y = box.y;
    return box.text.map((line) => {
      y += line.high;
      const [, weight, size] = /(\d00) ([\d.]+)px/.exec(line.font);
      const looks = {
        "font-size": size,
        "font-weight": weight,
        "font-style": line.font.startsWith("italic") ? "italic" : null,
      };
      const halo = { stroke: inks.ground, "stroke-width": 3, "paint-order": "stroke", "word-spacing": "-0.1em" };
      const place = {
        x,
        y: y - line.high * 0.28,
        "text-anchor": anchor,
        "font-family": inks.sans,
        fill: line.ink,
      };
      return dom.svg("text", { ...place, ...looks, ...halo }, line.text);
    });
  }

  const text = () => new XMLSerializer().serializeToString(svg());
  const save = () => download.file("fuwen.svg", "image/svg+xml", text());

  return { png, svg, text, save };
})();
