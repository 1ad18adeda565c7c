// The line above the canvas: what is drawn, how much of it, and the way to more or less.
const scopeline = (() => {
  function what(now) {
    if (now.scope === "focus")
      return [
        words.t("scope.focus"),
        dom.el("strong", { lang: "zh-Hans" }, now.focus.map(graph.label).join("、")),
        words.t("scope.depth", { n: now.depth }),
        beyond(now),
        full(),
      ];
    if (now.scope === "path")
      return [
        words.t("scope.path"),
        now.focus.map(named),
        canvas.work && dom.el("span", { id: "told" }, path.told(canvas.work)),
      ];
    if (scope.isChosen(now)) return [words.t("scope.chosen"), dom.el("strong", null, chosen()), capped()];
    if (now.scope === "all") return [dom.el("strong", null, words.t("scope.all")), capped()];
    return [dom.el("strong", null, words.t("scope.start")), newest()];
  }

  const NAMED = 4; // relations that the line can name
  function chosen() {
    const names = [...new Set((canvas.work ? canvas.work.edges : []).map((at) => graph.edge.relation[at]))];
    const rest = names.length > NAMED ? "…" : "";
    return names.slice(0, NAMED).map(words.relation).join("、") + rest;
  }

  const named = (at) => dom.el("strong", { lang: "zh-Hans" }, graph.label(at));

  // Neighbours of the focus that the picture has no room for, and the way to the list of all.
  function beyond(now) {
    const n = canvas.work ? now.focus.reduce((sum, row) => sum + canvas.work.hiddenNeighbours(row), 0) : 0;
    const open = () => state.change({ view: "around", letter: null });
    return n > 0 && dom.button(words.t("scope.beyond", { n }), open, { class: "link", id: "beyond" });
  }

  // So many are drawn and no more: who goes two steps from a hub is told that there are others.
  const full = () => {
    const work = canvas.work;
    return work && work.nodes.length >= scope.MOST_NODES && words.t("scope.full", { n: scope.MOST_NODES });
  };

  // The first picture of many letters tells the newest of them.
  const newest = () =>
    scope.ofKind("reply").filter((at) => filter.node(at, state.now)).length > scope.chains() &&
    words.t("scope.newest", { n: scope.chains() });

  // The whole map of a large graph is its most named nodes: the line says how they were chosen.
  const capped = () =>
    canvas.work &&
    canvas.work.nodes.length >= scope.MOST_NODES &&
    words.t("scope.capped", { n: scope.MOST_NODES });

  // Nothing passes the filters, or no way does: the way out stands where that is told.
  const isEmpty = ({ nodes, way }) => nodes.length === 0 || (way && way.last === 0);
  const wayOut = (now) =>
    canvas.work &&
    isEmpty(canvas.work) &&
    filter.active(now) &&
    dom.button(words.t("clear.filters"), () => state.change(filter.cleared()), { class: "link", id: "way-out" });

  function render(now) {
    const work = canvas.work;
    strokes.explain(work ? work.edges : []);
    const chip = (key, act, pressed) =>
      dom.button(words.t(key), act, { class: "chip", id: key, "aria-pressed": String(pressed) });
    dom.replace(
      dom.find("scope-line"),
      what(now),
      work &&
        dom.el(
          "span",
          { id: "shown" },
          words.t("scope.shown", {
            shown: work.nodes.length,
            nodes: graph.node.count,
            edges: work.edges.length,
          }),
        ),
      limits.only(now),
      wayOut(now),
      dom.el(
        "span",
        { class: "chips" },
        chip("scope.to.start", state.home, now.scope === "start"),
        chip(
          "scope.to.all",
          () => state.change({ scope: "all", focus: [], expanded: [], collapsed: [], view: "graph" }),
          now.scope === "all",
        ),
        dom.button("PNG", drawing.png, { class: "chip save", title: words.t("save.png") }),
        dom.button("SVG", drawing.save, { class: "chip save", title: words.t("save.svg") }),
      ),
    );
  }

  return { render };
})();
