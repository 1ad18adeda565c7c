// The legend is the filter: kinds and relations with their counts, thresholds, and the corner that says what this is.
const legend = (() => {
  const FAMILIES = ["response", "claim", "identity", "co_mention", "citation"];
  let counts = null; // by kind and by relation, and the most that the two thresholds can ask for

  function count() {
    counts = { kinds: new Map(), relations: new Map(), weight: 2, letters: 2 };
    for (const weight of graph.edge.weight) counts.weight = Math.max(counts.weight, weight);
    for (const rows of graph.node.letters) counts.letters = Math.max(counts.letters, rows.length);
    for (const kind of graph.node.kind) counts.kinds.set(kind, (counts.kinds.get(kind) || 0) + 1);
    for (const relation of graph.edge.relation)
      counts.relations.set(relation, (counts.relations.get(relation) || 0) + 1);
  }

  const plain = (n) => words.t("plain", { n });

  function box(list, code, now, mark, name, n) {
    const on = !now[list].includes(code);
    return dom.el(
      "label",
      { class: on ? null : "off", "data-code": code },
      dom.el("input", {
        type: "checkbox",
        checked: on,
        on: { change: () => state.change({ [list]: state.toggle(state.now[list], code) }) },
      }),
      mark,
      name,
      dom.el("span", { class: "count" }, plain(n)),
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

  function relations(now) {
    const parts = FAMILIES.map((family) => {
      const own = [...counts.relations]
        .filter(([relation]) => (graph.start.families[relation] || "claim") === family)
        .sort((a, b) => b[1] - a[1]);
      if (own.length === 0) return null;
      const stroke = () => {
        const line = dom.el("span", { class: `stroke ${family}`, "aria-hidden": "true" });
        line.style.borderTopColor = `var(--edge-${family})`;
        return line;
      };
      return [
        dom.el("div", { class: "family" }, words.t(`family.${family}`)),
        own.map(([relation, n]) =>
          box("hiddenRelations", relation, now, stroke(), words.relation(relation), n),
        ),
      ];
    });
    return dom.el(
      "section",
      { id: "relations" },
      heading("relations", "hiddenRelations", [...counts.relations.keys()], now),
      parts,
    );
  }

  function slider(key, label, now, most) {
    const value = dom.el("span", { class: "count" }, `≥ ${now[key]}`);
    const input = dom.el("input", {
      type: "range",
      id: `range-${key}`,
      min: 1,
      max: Math.max(2, most),
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
      slider("minWeight", words.t("min.weight"), now, Math.min(20, counts.weight)),
      slider("minLetters", words.t("min.letters"), now, Math.min(20, counts.letters)),
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
    if (!counts) count();
    const root = dom.find("filters");
    const top = root.scrollTop;
    dom.replace(root, limits.choice(now), kinds(now), relations(now), thresholds(now), corner(now));
    root.scrollTop = top;
  }

  return { render };
})();
