// A proposal: its points, the sections that answer them, what those cite; without points, the reply's sections.
const proposal = (() => {
  const MOST = 12; // names shown for one section

  function draw(at) {
    const letters = new Set(graph.node.letters[at]);
    const ours = (row) => graph.node.letters[row].some((letter) => letters.has(letter));
    const points = scope.ofKind("point").filter(ours);
    const answers = new Map(
      points.map((point) => [point, panel.linked(point, "addresses", "in").map(([row]) => row)]),
    );
    const answering = new Set([...answers.values()].flat());
    const rest = scope
      .ofKind("section")
      .filter((row) => ours(row) && !answering.has(row) && names(row).length > 0);
    return [
      points.length > 0 &&
        block(
          "points",
          points.length,
          points.map((point) => item(point, answers.get(point))),
        ),
      rest.length > 0 &&
        block(
          "sections",
          rest.length,
          rest.map((row) => dom.el("li", null, section(row, ""))),
        ),
    ];
  }

  const block = (key, n, items) => [
    dom.el("h3", null, dom.el("span", { class: "caps" }, words.t(key, { n }))),
    dom.el("ul", { class: `rows points ${key}` }, items),
  ];

  const item = (point, sections) =>
    dom.el(
      "li",
      null,
      panel.row(point, ""),
      sections.map((row) => dom.el("div", { class: "part" }, section(row, words.t("answers")))),
    );

  const section = (row, note) => [panel.row(row, note), cited(row)];

  const names = (row) => panel.linked(row, "cited_in_section", "in").map(([one]) => one);

  function cited(row) {
    const rows = names(row).sort(scope.byImportance);
    const tag = (one) =>
      dom.button([glyph.icon(graph.node.kind[one]), graph.label(one)], () => state.select({ node: one }), {
        class: "tag",
        title: graph.node.name[one],
      });
    return rows.length > 0 && dom.el("div", { class: "cited" }, rows.slice(0, MOST).map(tag));
  }

  return { draw };
})();
