// The picture as a file: SVG drawn anew from what the canvas shows, PNG from that; what it shows stands below it.
const drawing = (() => {
  const HEAD = 8; // pixels of an arrow's head

  // Dots of a saved picture for one on the screen: enough for a column of a newspaper at 300 to an inch.
  const SHARP = 4;
  const MOST = 60e6; // dots that every browser can still hold in one picture

  async function png() {
    const picture = svg();
    const [wide, high] = ["width", "height"].map((side) => Number(picture.getAttribute(side)));
    const scale = Math.min(SHARP, Math.sqrt(MOST / (wide * high)));
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(picture))}`;
    await image.decode();
    const whole = document.createElement("canvas");
    [whole.width, whole.height] = [Math.round(wide * scale), Math.round(high * scale)];
    whole.getContext("2d").drawImage(image, 0, 0, whole.width, whole.height);
    whole.toBlob((blob) => download.file("fuwen.png", "image/png", blob));
  }

  // Edges, shapes, the labels that are in sight and what the picture shows, as one SVG element.
  function svg() {
    const box = dom.find("canvas");
    const { network, work, rows } = canvas;
    const inks = { ...canvas.inks, ground: glyph.dark() ? canvas.inks.ground : "#fff" }; // as the paper that it goes on
    const place = (row) => network.canvasToDOM(network.getPosition(row));
    const zoom = network.getScale();
    const below = colophon.lay(box.clientWidth);
    const high = box.clientHeight + below.high;
    const root = dom.svg("svg", {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${box.clientWidth} ${high}`,
      width: box.clientWidth,
      height: high,
    });
    root.append(dom.svg("rect", { width: "100%", height: "100%", fill: inks.ground }));
    for (const at of work.edges) root.append(...line(at, place, inks));
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
    root.append(...colophon.svg(below, box.clientHeight));
    return root;
  }

  // An edge bent as on the canvas, so that none covers another, and where it points to.
  function line(at, place, inks) {
    const { network, work, rows, picture } = canvas;
    const [a, b] = [place(graph.edge.source[at]), place(graph.edge.target[at])];
    const via = strokes.bends(network.body.edges[at]).map(({ x, y }) => network.canvasToDOM({ x, y }));
    const looks = {
      stroke: inks[`edge-${graph.family(at)}`],
      "stroke-opacity": strokes.opacity(at, work.edges.length, state.now),
    };
    const path_ = dom.svg("path", {
      d: `M${point(a)}${["L", "Q", "C"][via.length]}${[...via, b].map(point).join(" ")}`,
      fill: "none",
      "stroke-width": strokes.width(at),
      "stroke-dasharray": graph.certainty(at) === "asserted" ? null : "5 4",
      ...looks,
    });
    if (!strokes.isPointed(at, picture)) return [path_];
    const back = rows.get(graph.edge.target[at]).size * network.getScale() + 2;
    const tip_ = arrow(via[via.length - 1] || a, b, back);
    const filled = { fill: looks.stroke, "fill-opacity": looks["stroke-opacity"] };
    return [path_, dom.svg("polygon", { class: "head", points: tip_, ...filled })];
  }

  const point = ({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`;

  // The corners of an arrow's head that ends `back` pixels before a node.
  function arrow(from, to, back) {
    const turn = Math.atan2(to.y - from.y, to.x - from.x);
    const off = (length, side) => ({
      x: to.x - back * Math.cos(turn) - length * Math.cos(turn + side),
      y: to.y - back * Math.sin(turn) - length * Math.sin(turn + side),
    });
    return [off(0, 0), off(HEAD, 0.4), off(HEAD, -0.4)].map(point).join(" ");
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
      const halo = { stroke: inks.ground, "stroke-width": 6, "stroke-linejoin": "round", "paint-order": "stroke" };
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
