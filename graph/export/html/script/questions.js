// Where to begin: questions that the letters answer, each the way to the table that answers it, sentence by sentence.
const questions = (() => {
  const RELATIONS = ["funds", "invests_in", "established"]; // asked of the table of relations

  const HIDING = { nodes: "hiddenKinds", edges: "hiddenRelations" };

  // The patch of the state that lists all nodes of a kind, or all relations of a sort.
  const listing = (part, code) => ({
    ...{ view: "table", part, scope: "all", focus: [], expanded: [], collapsed: [], letter: null },
    facet: { ...state.now.facet, table: code },
    narrow: { ...state.now.narrow, table: "" },
    [HIDING[part]]: state.now[HIDING[part]].filter((one) => one !== code),
  });

  // Each question with how much the letters that pass the filters answer.
  function asked() {
    const view = (name, n) => [name, n, { view: name, letter: null }];
    const passing = (name) =>
      claims.rowsOf(name).filter((row) => filter.letter(corpus.letterOf(row.letter_id).at) !== false).length;
    const counts = related({ ...state.now, hiddenRelations: [] });
    const found = [
      view("answers", answers.passing().length),
      ...RELATIONS.map((code) => [code, counts.get(code) || 0, listing("edges", code)]),
      view("promises", passing("commitments")),
      view("figures", passing("figures")),
    ];
    return found.filter(([, n]) => n > 0);
  }

  function related(now) {
    const counts = new Map();
    for (let at = 0; at < graph.edge.count; at += 1) {
      const code = graph.edge.relation[at];
      const ends = [graph.edge.source[at], graph.edge.target[at]];
      if (!RELATIONS.includes(code) || !filter.edge(at, now) || !ends.every((row) => filter.node(row, now))) continue;
      counts.set(code, (counts.get(code) || 0) + 1);
    }
    return counts;
  }

  function go(patch) {
    state.change(patch);
    main.drawer("");
    dom.find("sheet").focus({ preventScroll: true });
  }

  // The letters are read after the first picture, and nothing here may make that begin earlier: `fill` comes with them.
  const draw = () => dom.el("div", { id: "ask" }, corpus.loaded() && lines());

  function fill() {
    const holder = dom.find("ask");
    if (holder) dom.replace(holder, lines());
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

  return { draw, fill, listing };
})();
