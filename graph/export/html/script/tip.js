// The note beside the pointer: the full name of a node, or what an edge says.
const tip = (() => {
  function show(pointer, head, foot, lang) {
    const box = dom.find("tip");
    dom.replace(box, dom.el("strong", { lang }, head), dom.el("span", null, foot));
    box.hidden = false;
    const width = dom.find("canvas").clientWidth;
    box.style.left = `${Math.max(4, Math.min(pointer.x + 14, width - box.offsetWidth - 8))}px`;
    box.style.top = `${pointer.y + 16}px`;
  }

  function node(at, pointer) {
    const letters = words.t("letters.count", { n: graph.node.letters[at].length });
    show(pointer, graph.distinct(at), `${words.kind(graph.node.kind[at])} · ${letters}`, "zh-Hans");
  }

  function edge(at, pointer) {
    const arrow = graph.edge.undirected[at] ? "—" : "→";
    const ends = [graph.edge.source[at], graph.edge.target[at]].map(graph.label);
    const doubt = graph.certainty(at) === "asserted" ? "" : ` · ${words.certainty(graph.certainty(at))}`;
    const count = words.t("places.count", { n: graph.edge.weight[at] });
    show(
      pointer,
      `${words.relation(graph.edge.relation[at])}${doubt}`,
      `${ends.join(` ${arrow} `)} · ${count}`,
    );
  }

  const hide = () => {
    dom.find("tip").hidden = true;
  };

  return { node, edge, hide };
})();
