// A graph that was too large for one page: the index knows in which part each letter stands, a part knows its index.
const book = (() => {
  const isIndex = () => Boolean(graph.start.parts);
  const isPart = () => Boolean(graph.start.index);

  const name = (departments) => {
    const named = departments.map((department) => department || words.t("unsigned"));
    return named.length > 2
      ? words.t("part.departments", { first: named[0], n: named.length })
      : named.join("、");
  };

  // The address of a letter in its part; file names are our own (graph-parts/0001.html).
  function addressOf(letter) {
    const part = graph.start.parts[graph.start.part_of[letter.at]];
    return part ? `${part.file}#t=${encodeURIComponent(`${letter.id}~0~0`)}` : "";
  }

  // Above the contents: what this page is a part of, and the way to the others.
  function lead() {
    if (isPart()) {
      const { number, of, departments } = graph.start.part;
      return dom.el(
        "p",
        { class: "lead parts" },
        words.t("part.lead", { number, of, departments: name(departments) }),
        " ",
        dom.el("a", { href: graph.start.index, class: "link" }, words.t("part.index")),
      );
    }
    if (!isIndex()) return null;
    const link = (part) =>
      dom.el(
        "li",
        null,
        dom.el("a", { href: part.file, class: "link" }, name(part.departments)),
        ` ${words.t("letters.count", { n: part.letters })}`,
      );
    const { nodes, edges } = graph.start.whole;
    const left =
      nodes - graph.node.count > 0 &&
      words.t("part.left", { nodes: nodes - graph.node.count, edges: edges - graph.edge.count });
    if (graph.start.parts.length === 0)
      return (
        left &&
        dom.el(
          "p",
          { class: "lead parts" },
          words.t("part.missing", { nodes: nodes - graph.node.count, edges: edges - graph.edge.count }),
        )
      );
    return dom.el(
      "details",
      { class: "lead parts" },
      dom.el("summary", null, words.t("parts.lead", { n: graph.start.parts.length }), left ? ` ${left}` : ""),
      dom.el("ol", null, graph.start.parts.map(link)),
    );
  }

  // In the index an edge's sentences stand elsewhere: links to the letters that hold them.
  function sources(edgeAt) {
    const letters = graph.edge.letters[edgeAt].map((at) => graph.letters[at]);
    const link = (letter) =>
      dom.el(
        "li",
        { class: "proof" },
        dom.el("a", { href: addressOf(letter), class: "link" }, citation.title(letter)),
      );
    return [
      dom.el("h3", null, dom.el("span", { class: "caps" }, words.t("sources", { n: letters.length }))),
      dom.el("p", { class: "lead" }, words.t("sources.lead")),
      dom.el("ol", null, letters.filter(addressOf).slice(0, 200).map(link)),
    ];
  }

  return { isIndex, lead, sources, addressOf };
})();
