// How edges look: by family, by how sure they are, fainter where they are many.
const strokes = (() => {
  const WIDTH = { response: 1.7, claim: 1.4, identity: 1.2, citation: 0.9, co_mention: 0.8 };
  const OPACITY = { response: 0.95, claim: 0.9, identity: 0.9, citation: 0.55, co_mention: 0.6 };
  const ARROW = { to: { enabled: true, scaleFactor: 0.42 } };
  const CROWD = 600; // edges above which the pale families become paler
  const NEAR = 14; // pixels between a line and a shape within which it seems to run through it
  const BOW = 20; // pixels by which a line goes round what stands between its ends

  // What vis-network needs for every edge. Edges between the same two nodes are bent apart: none covers another.
  function all(edges, scene) {
    const count = new Map();
    return edges.map((at) => {
      const ends = [graph.edge.source[at], graph.edge.target[at]].sort((a, b) => a - b).join(" ");
      const twin = count.get(ends) || 0;
      count.set(ends, twin + 1);
      return one(at, twin, edges.length, scene);
    });
  }

  function one(at, twin, crowd, scene) {
    const family = graph.family(at);
    return {
      id: at,
      from: graph.edge.source[at],
      to: graph.edge.target[at],
      width: width(at),
      color: { color: scene.inks[`edge-${family}`], opacity: opacity(at, crowd, scene.now) },
      arrows: isPointed(at, scene.picture) ? ARROW : "",
      dashes: graph.certainty(at) === "asserted" ? false : [5, 4],
      smooth: bend(at, twin, scene.picture),
    };
  }

  // The first picture needs no arrows: all runs from left to right.
  const isPlain = (picture) => picture.curved && !picture.arrows;
  const isPointed = (at, picture) =>
    !graph.edge.undirected[at] && graph.family(at) !== "citation" && !isPlain(picture);

  // What an edge as vis-network drew it is bent towards: two points, one or none.
  function bends({ edgeType }) {
    const via = edgeType.getViaNode ? edgeType.getViaNode() : [];
    return [via].flat().filter((one) => one && one.x !== undefined);
  }

  function width(at) {
    const family = graph.family(at);
    return WIDTH[family] * (family === "co_mention" ? Math.min(4, Math.sqrt(graph.frac(at))) : 1);
  }

  const touches = (at, rows) => rows.includes(graph.edge.source[at]) || rows.includes(graph.edge.target[at]);

  // In a neighbourhood the edges of its middle are the ones to read; in a crowd all are paler.
  function opacity(at, crowd, now) {
    const family = graph.family(at);
    const pale = family === "citation" || family === "co_mention";
    if (now.scope !== "focus") return OPACITY[family] * (crowd > CROWD ? 0.45 : 1);
    if (touches(at, now.focus)) return pale ? 0.85 : OPACITY[family];
    return pale ? 0.22 : now.depth > 1 ? 0.4 : OPACITY[family];
  }

  function bend(at, twin, picture) {
    const round = picture.fit ? null : bow(at, twin, picture);
    if (round) return round;
    if (picture.curved)
      return { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.5 };
    if (twin === 0) return false;
    return {
      enabled: true,
      type: twin % 2 ? "curvedCW" : "curvedCCW",
      roundness: 0.08 + 0.07 * Math.floor(twin / 2),
    };
  }

  // Whether others stand between the ends of an edge, one below the other in a column: it would seem to tie them.
  function passes(at, picture) {
    const [a, b] = [graph.edge.source[at], graph.edge.target[at]].map((row) => picture.at.get(row));
    if (!a || !b || a === b || Math.abs(a.x - b.x) > 2 * NEAR) return false;
    const on = ({ y }) => a.x + ((b.x - a.x) * (y - a.y)) / (b.y - a.y);
    return [...picture.at.values()].some(
      (one) => (one.y - a.y) * (one.y - b.y) < -1 && Math.abs(one.x - on(one)) < NEAR,
    );
  }

  // Round them, on the side where they have no names. The middle of vis-network's curve is some 0.39 of its roundness
  // times its length away from the straight line.
  function bow(at, twin, picture) {
    if (!passes(at, picture)) return null;
    const [a, b] = [graph.edge.source[at], graph.edge.target[at]].map((row) => picture.at.get(row));
    const clockwise = a.y > b.y === (a.side === "right");
    const roundness = (BOW + 7 * twin) / 0.39 / Math.abs(a.y - b.y);
    return { enabled: true, type: clockwise ? "curvedCW" : "curvedCCW", roundness };
  }

  // The looks that the lines of a picture have, strongest first: its families, and whether any is dashed.
  const FAMILIES = ["response", "claim", "identity", "co_mention", "citation"];
  function used(edges) {
    const families = new Set(edges.map(graph.family));
    const doubtful = edges.some((at) => graph.certainty(at) !== "asserted");
    return [...FAMILIES.filter((one) => families.has(one)), ...(doubtful ? ["doubtful"] : [])];
  }

  // What the lines mean, beside the picture.
  function explain(edges) {
    const line = (look) => [dom.el("span", { class: `stroke ${look}`, "aria-hidden": "true" }), words.t(`family.${look}`)];
    dom.replace(dom.find("strokes"), used(edges).map((look) => dom.el("span", { class: "look" }, line(look))));
  }

  return { all, width, opacity, bends, passes, isPointed, used, explain, FAMILIES };
})();
