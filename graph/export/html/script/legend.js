// The legend is the filter: kinds and relations with their counts, thresholds, and the corner that says what this is.
const legend = (() => {
  let counts = null; // by kind and by relation: of those that pass all filters but these two lists
  let counted = ""; // the filters that they were counted with
  let most = null; // that the two thresholds can ask for

  function measure() {
    most = { weight: 2, letters: 2 };
    for (const weight of graph.edge.weight) most.weight = Math.max(most.weight, weight);
    for (const rows of graph.node.letters) most.letters = Math.max(most.letters, rows.length);
  }

  function count(now) {
    const open = { ...now, hiddenKinds: [], hiddenRelations: [] };
    const wanted = JSON.stringify(filter.settings(open));
    if (wanted === counted) return;
    counted = wanted;
    filter.prepare(now);
    counts = { kinds: new Map(), relations: new Map() };
    const add = (name, code, one) => counts[name].set(code, (counts[name].get(code) || 0) + one);
    const shown = graph.node.kind.map((_, at) => filter.node(at, open));
    graph.node.kind.forEach((kind, at) => add("kinds", kind, shown[at] ? 1 : 0));
    for (let at = 0; at < graph.edge.count; at += 1) {
      const passes = shown[graph.edge.source[at]] && shown[graph.edge.target[at]] && filter.edge(at, open);
      add("relations", graph.edge.relation[at], passes ? 1 : 0);
    }
  }

  const plain = (n) => words.t("plain", { n });

  // One line: the switch, and the number as the way to the list of them.
  function box(list, code, now, mark, name, n) {
    const on = !now[list].includes(code);
    const toggle = () => state.change({ [list]: state.toggle(state.now[list], code) });
    const show = () => state.change(questions.listing(list === "hiddenKinds" ? "nodes" : "edges", code));
    const input = dom.el("input", { type: "checkbox", checked: on, on: { change: toggle } });
    const listed = `${name} ${plain(n)}: ${words.t("legend.list")}`;
    return dom.el(
      "div",
      { class: on ? "line" : "line off", "data-code": code },
      dom.el("label", null, input, mark, name),
      dom.button(plain(n), show, { class: "count", title: words.t("legend.list"), "aria-label": listed }),
    );
  }

  // The heading of a list, and the way to none of it, where one is wanted alone, or back to all.
  function heading(key, list, codes, now) {
    const none = now[list].length === 0;
    const turn = dom.button(
      words.t(none ? "legend.none" : "legend.all"),
      () => state.change({ [list]: none ? codes : [] }),
      { class: "link", "data-turn": list },
    );
    return dom.el("h2", { class: "caps" }, words.t(key), turn);
  }

  function kinds(now) {
    const order = Object.keys(graph.start.kinds);
    const sorted = [...counts.kinds].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
    return dom.el(
      "section",
      { id: "kinds" },
      heading("kinds", "hiddenKinds", [...counts.kinds.keys()], now),
      sorted.map(([kind, n]) => box("hiddenKinds", kind, now, glyph.icon(kind), words.kind(kind), n)),
    );
  }

  // A family of relations shares the look of its lines. What letters say is open, the others are one click away.
  const open = new Set(["claim"]);
  function family(code, now, own) {
    const stroke = () => dom.el("span", { class: `stroke ${code}`, "aria-hidden": "true" });
    const edges = (rows) => rows.reduce((sum, [, n]) => sum + n, 0);
    const shown = edges(own.filter(([relation]) => !now.hiddenRelations.includes(relation)));
    const all = edges(own);
    const toggled = (event) => (event.target.open ? open.add(code) : open.delete(code));
    return dom.el(
      "details",
      { class: "family", "data-family": code, open: open.has(code), on: { toggle: toggled } },
      dom.el(
        "summary",
        null,
        stroke(),
        words.t(`family.${code}`),
        dom.el("span", { class: "count" }, words.t(shown < all ? "legend.folded" : "plain", { shown, n: all })),
      ),
      own.map(([relation, n]) => box("hiddenRelations", relation, now, stroke(), words.relation(relation), n)),
    );
  }

  function relations(now) {
    const parts = strokes.FAMILIES.map((code) => {
      const own = [...counts.relations]
        .filter(([relation]) => (graph.start.families[relation] || "claim") === code)
        .sort((a, b) => b[1] - a[1]);
      return own.length > 0 && family(code, now, own);
    });
    return dom.el(
      "section",
      { id: "relations" },
      heading("relations", "hiddenRelations", [...counts.relations.keys()], now),
      parts,
    );
  }

  function slider(key, label, now, highest) {
    const value = dom.el("span", { class: "count" }, `≥ ${now[key]}`);
    const input = dom.el("input", {
      type: "range",
      id: `range-${key}`,
      min: 1,
      max: Math.max(2, highest),
      value: String(now[key]),
      "aria-label": label,
      on: {
        input: (event) => {
          value.textContent = `≥ ${event.target.value}`;
        },
        change: (event) => state.change({ [key]: Number(event.target.value) }),
      },
    });
    return [dom.el("label", null, label, value), input];
  }

  function thresholds(now) {
    const certainties = ["suggested", "inferred", "asserted"].map((code) =>
      dom.el("option", { value: code, selected: now.certainty === code }, words.t(`certainty.${code}`)),
    );
    const check = (key, label) =>
      dom.el(
        "label",
        { "data-code": key },
        dom.el("input", {
          type: "checkbox",
          checked: now[key],
          on: { change: () => state.change({ [key]: !state.now[key] }) },
        }),
        label,
      );
    return dom.el(
      "section",
      { id: "thresholds" },
      dom.el("h2", { class: "caps" }, words.t("thresholds")),
      slider("minWeight", words.t("min.weight"), now, Math.min(20, most.weight)),
      slider("minLetters", words.t("min.letters"), now, Math.min(20, most.letters)),
      dom.el(
        "select",
        {
          id: "certainty",
          "aria-label": words.t("column.certainty"),
          on: { change: (event) => state.change({ certainty: event.target.value }) },
        },
        certainties,
      ),
      check("hideEnumerations", words.t("hide.enumerations")),
      check("hideIsolated", words.t("hide.isolated")),
      filter.active(now) &&
        dom.button(words.t("clear.filters"), () => state.change(filter.cleared()), {
          class: "more",
          id: "clear",
        }),
    );
  }

  function corner(now) {
    const hidden = filter.active(now) ? filter.hidden(now) : { nodes: 0, edges: 0 };
    const open = issues.count();
    const line = (key, value) =>
      dom.el("div", null, dom.el("span", null, words.t(key)), dom.el("span", null, value));
    return dom.el(
      "section",
      { class: "corner", id: "corner" },
      line("corner.letters", plain(graph.letters.filter((letter) => letter.status === "reply").length)),
      line("corner.nodes", plain(graph.node.count)),
      line("corner.edges", plain(graph.edge.count)),
      line("corner.evidence", plain(graph.start.evidence)),
      line("corner.sentences", plain(graph.start.sentences)),
      hidden.nodes + hidden.edges > 0 && line("corner.hidden", words.t("corner.hidden.value", hidden)),
      open > 0 &&
        dom.button(
          words.t("corner.issues", { n: open }),
          () => state.change({ view: "issues", letter: null }),
          { class: "link", id: "issues" },
        ),
      dom.el(
        "div",
        null,
        dom.el("span", null, `fuwen ${graph.start.version}`),
        dom.el("code", { title: words.t("corner.hash") }, graph.start.hash),
      ),
    );
  }

  function render(now) {
    if (!most) measure();
    count(now);
    const root = dom.find("filters");
    const top = root.scrollTop;
    dom.replace(root, limits.choice(now), kinds(now), relations(now), thresholds(now), corner(now));
    root.scrollTop = top;
  }

  return { render };
})();
