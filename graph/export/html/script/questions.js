// Where to begin: questions that the letters answer, each the way to the table that answers it, sentence by sentence.
const questions = (() => {
  const RELATIONS = ["funds", "established"]; // asked of the table of relations

  // The patch of the state that lists all nodes of a kind, or all relations of a sort.
  const listing = (part, code) => ({
    ...{ view: "table", part, scope: "all", focus: [], expanded: [], collapsed: [], letter: null },
    facet: { ...state.now.facet, table: code },
    narrow: { ...state.now.narrow, table: "" },
  });

  function asked() {
    const view = (name, n) => [name, n, { view: name, letter: null }];
    const found = [
      view("answers", answers.count()),
      ...RELATIONS.map((code) => [code, related(code), listing("edges", code)]),
      view("promises", claims.rowsOf("commitments").length),
      view("figures", claims.rowsOf("figures").length),
    ];
    return found.filter(([, n]) => n > 0);
  }

  let counts = null; // relation → how many there are
  function related(code) {
    if (!counts) {
      counts = new Map();
      for (const one of graph.edge.relation) counts.set(one, (counts.get(one) || 0) + 1);
    }
    return counts.get(code) || 0;
  }

  function go(patch) {
    state.change(patch);
    main.drawer("");
    dom.find("sheet").focus({ preventScroll: true });
  }

  // The letters are read after the first picture: the questions come with them.
  function draw() {
    const holder = dom.el("div", { id: "ask" });
    if (corpus.loaded()) return dom.replace(holder, lines());
    corpus.load().then(() => dom.replace(holder, lines()));
    return holder;
  }

  function lines() {
    const line = ([key, n, patch]) => {
      const told = [
        dom.el("span", { class: "name" }, words.t(`ask.${key}`)),
        dom.el("span", { class: "count" }, words.t("plain", { n })),
      ];
      return dom.el("li", null, dom.button(told, () => go(patch), { "data-ask": key }));
    };
    const all = asked();
    if (all.length === 0) return null;
    return [dom.el("h3", { class: "caps" }, words.t("ask")), dom.el("ul", { class: "rows" }, all.map(line))];
  }

  return { draw, listing };
})();
