// The panel at the right: contents, or the selected node with its relations, or the selected edge with its sentences.
const panel = (() => {
  const FIRST = 8;
  const HINTS = { expand: "expand.hint", collapse: "collapse.hint", pin: "pin.hint" };
  let openGroups = new Set();
  let shownFor = "";
  let shownSelection = "";

  // What the panel shows depends on these alone; a slider that moves leaves it as it is.
  const dependsOn = (now) =>
    JSON.stringify([
      now.selected,
      now.language,
      now.theme,
      [now.scope, now.focus, now.depth, now.expanded, now.collapsed, now.pinned],
      filter.settings(now),
    ]);

  function render(now) {
    if (dependsOn(now) !== shownFor) redraw(now);
  }

  function redraw(now) {
    const root = dom.find("detail");
    const same = JSON.stringify(now.selected) === shownSelection;
    const inside = root.contains(document.activeElement);
    const top = root.scrollTop;
    if (!same) openGroups = new Set();
    path.visit(now.selected || {});
    dom.replace(root, content(now));
    root.scrollTop = same ? top : 0;
    const title = root.querySelector("h2");
    // Whoever came here by keyboard stays here, at the control that was used or at the head of what is new.
    if (inside && !(same && root.contains(document.activeElement)))
      (title || dom.find("canvas")).focus({ preventScroll: true });
    shownFor = dependsOn(now);
    shownSelection = JSON.stringify(now.selected);
  }

  function content({ selected, ...rest }) {
    if (!selected) return contents.draw();
    filter.prepare(rest);
    return selected.edge !== undefined ? edge(selected.edge, rest) : node(selected.node, rest);
  }

  // Where the panel is a drawer over the picture its × closes it; what is selected stays selected.
  function close() {
    const act = () => (document.body.dataset.drawer ? main.drawer("") : state.select(null));
    return dom.button("×", act, { class: "icon close", "aria-label": words.t("close") });
  }
  const kicker = (kind, more) =>
    dom.el("div", { class: "kicker" }, glyph.icon(kind), words.kind(kind), more ? ` · ${more}` : "");

  function facts(pairs) {
    const rows = pairs.filter(([, value]) => value && value.length !== 0);
    return (
      rows.length > 0 &&
      dom.el(
        "dl",
        { class: "facts" },
        rows.map(([name, value, hint]) => [dom.el("dt", { title: hint }, name), dom.el("dd", null, value)]),
      )
    );
  }

  function node(at, now) {
    const kind = graph.node.kind[at];
    const sub = graph.node.sub[at];
    const years = graph.years(at);
    const letter = kind === "reply" ? graph.letters[graph.node.letters[at][0]] : null;
    return [
      close(),
      kicker(kind, sub ? words.term("subkind", sub) : ""),
      dom.el("h2", { tabindex: -1, lang: "zh-Hans" }, graph.node.name[at]),
      facts([
        [words.t("aliases"), graph.aliases(at).join("；")],
        [words.t("jurisdiction"), graph.node.place[at]],
        [
          words.t("letters"),
          kind === "reply"
            ? ""
            : [
                words.t(graph.node.mentions[at] ? "cited.count" : "letters.count", {
                  n: graph.node.letters[at].length,
                  letters: graph.node.letters[at].length,
                  mentions: graph.node.mentions[at],
                }),
                passing(graph.node.letters[at], now),
              ],
        ],
        [
          words.t("years.seen"),
          years.length
            ? years[0] === years[1]
              ? years[0]
              : `${years[0]} – ${years[1]}`
            : words.t("undated"),
        ],
        ...(letter ? letterFacts(letter) : []),
      ]),
      actions(at, now, letter),
      kind === "proposal" ? proposal.draw(at) : null,
      claimsOf(at),
      relations(at, now),
      dom.el("p", { class: "corner" }, dom.el("code", null, graph.iri(at))),
    ];
  }

  const counted = (letters, now) => [
    words.t("letters.count", { n: letters.length }),
    passing(letters, now),
  ];

  // Of the letters, how many pass the filters: said where not all do.
  function passing(letters, now) {
    const n = letters.filter(filter.letter).length;
    return filter.byLetter(now) && n < letters.length && words.t("letters.passing", { n });
  }

  const absent = (key) => dom.el("span", { class: "absent" }, words.t(key));

  // A fact that a person added is no word of the letter: it says so wherever it is shown.
  const added = (basis) =>
    basis === "fact" && [" ", dom.el("span", { class: "tag doubt" }, words.t("added"))];

  function letterFacts(letter) {
    return [
      [
        words.t("department"),
        letter.department ? [letter.department, added(letter.basis)] : absent("unsigned"),
      ],
      [words.t("basis"), letter.department ? words.term("basis", letter.basis) : ""],
      [words.t("classification"), letter.classification],
      [words.t("joint"), (letter.joint || []).join("、")],
      [words.t("date"), letter.date ? [letter.date, added(letter.date_basis)] : absent("undated")],
      [words.t("number"), (letter.numbers || []).join("、")],
      [words.t("document"), letter.document],
      [words.t("session"), letter.session],
      [words.t("proposers"), (letter.proposers || []).join("、")],
    ];
  }

  function actions(at, now, letter) {
    const focused = (depth) => now.scope === "focus" && now.focus.includes(at) && now.depth === depth;
    const act = (key, patch, pressed) =>
      dom.button(words.t(key), patch, {
        class: "chip",
        "data-act": key,
        title: key in HINTS ? words.t(HINTS[key]) : null,
        "aria-pressed": pressed === undefined ? null : String(pressed),
      });
    const change = (list, clear) => () =>
      state.change({
        view: "graph",
        [list]: state.toggle(now[list], at),
        ...(clear ? { [clear]: now[clear].filter((row) => row !== at) } : {}),
      });
    return dom.el(
      "div",
      { class: "actions" },
      letter && act("read.letter", () => state.change({ letter: { at: letter.at, start: 0, end: 0 } })),
      limits.action(at, now),
      path.action(at, now),
      compare.action(at, now),
      act("focus.1", () => state.focusOn(at, 1), focused(1)),
      act("focus.2", () => state.focusOn(at, 2), focused(2)),
      act("expand", change("expanded", "collapsed"), now.expanded.includes(at)),
      act("collapse", change("collapsed", "expanded"), now.collapsed.includes(at)),
      act("pin", change("pinned"), now.pinned.includes(at)),
    );
  }

  function linked(at, relation, direction) {
    const out = [];
    for (const one of graph.edgesOf(at)) {
      if (graph.edge.relation[one] !== relation) continue;
      if ((direction === "in" ? graph.edge.target : graph.edge.source)[one] === at)
        out.push([graph.other(one, at), one]);
    }
    return out;
  }

  // What is promised of a node and counted of it; read with the letters, after the first picture.
  function claimsOf(at) {
    if (corpus.loaded()) return aboutness.draw(at);
    const holder = dom.el("div");
    corpus.load().then(() => dom.replace(holder, aboutness.draw(at)));
    return holder;
  }

  // Relations of a node by relation and direction, strongest first, as the filters let them pass; a click shows the
  // sentences.
  function relations(at, now) {
    const found = new Map();
    for (const one of graph.edgesOf(at)) {
      const out = graph.edge.undirected[one] || graph.edge.source[one] === at;
      const key = `${graph.edge.relation[one]} ${graph.edge.undirected[one] ? "–" : out ? "→" : "←"}`;
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(one);
    }
    const order = { response: 0, claim: 1, identity: 2, co_mention: 3, citation: 4 };
    const sorted = [...found].sort(
      ([, a], [, b]) => order[graph.family(a[0])] - order[graph.family(b[0])] || b.length - a.length,
    );
    return sorted.map(([key, edges]) => group(at, key, edges, now));
  }

  function group(at, key, all, now) {
    const [relation, arrow] = key.split(" ");
    const edges = all.filter((one) => filter.reaches(one, at, now));
    const hidden = all.length - edges.length;
    edges.sort(
      (a, b) =>
        graph.frac(b) - graph.frac(a) || graph.edge.letters[b].length - graph.edge.letters[a].length || a - b,
    );
    const most = openGroups.has(key) ? edges.length : FIRST;
    return [
      dom.el(
        "h3",
        null,
        dom.el("span", { class: "caps" }, `${arrow} ${words.relation(relation)}`),
        dom.el(
          "span",
          { class: "count caps" },
          words.t(hidden ? "count.filtered" : "plain", { n: edges.length, hidden }),
        ),
      ),
      dom.el(
        "ul",
        { class: "rows" },
        edges
          .slice(0, most)
          .map((one) => dom.el("li", null, row(graph.other(one, at), doubt(one) || weight(one, now), one))),
      ),
      edges.length > most &&
        dom.button(
          words.t("show.more", { n: edges.length - most }),
          () => {
            openGroups.add(key);
            redraw(state.now);
          },
          { class: "more" },
        ),
    ];
  }

  function weight(one, now) {
    const counted = filter.byLetter(now) && corpus.loaded();
    const n = counted
      ? corpus.evidence(one).filter((proof) => filter.proof(proof, now)).length
      : graph.edge.weight[one];
    return n > 1 ? `× ${n}` : "";
  }

  function doubt(one) {
    if (graph.certainty(one) !== "asserted") return words.certainty(graph.certainty(one));
    return graph.edge.implied[one] ? words.t("implied") : "";
  }

  // The sentences of an edge that pass the filters, and how many do not.
  function proofs(at, now) {
    const all = corpus.evidence(at);
    const shown = all.filter((one) => filter.proof(one, now));
    const left = words.t("filtered.out", { n: all.length - shown.length });
    const note = shown.length < all.length && dom.el("p", { class: "lead", id: "left" }, left);
    return [evidence.list(citation.byDate(shown)), note];
  }

  const row = (at, note, one) =>
    dom.button(
      [
        glyph.icon(graph.node.kind[at]),
        dom.el("span", { class: "name", lang: "zh-Hans" }, graph.distinct(at)),
        dom.el("span", { class: "count" }, note),
      ],
      () => state.select(one === undefined ? { node: at } : { edge: one }),
    );

  function edge(at, now) {
    const ends = [graph.edge.source[at], graph.edge.target[at]];
    const arrow = graph.edge.undirected[at] ? "—" : "→";
    const body = dom.el("div", null, dom.el("p", { class: "empty" }, words.t("loading")));
    corpus
      .load()
      .then(() => dom.replace(body, book.isIndex() ? book.sources(at) : proofs(at, now)));
    return [
      close(),
      dom.el(
        "div",
        { class: "kicker" },
        words.t("relation"),
        graph.certainty(at) !== "asserted" &&
          dom.el("span", { class: "tag doubt" }, words.certainty(graph.certainty(at))),
      ),
      dom.el("h2", { tabindex: -1 }, words.relation(graph.edge.relation[at])),
      dom.el(
        "ul",
        { class: "rows ends" },
        dom.el("li", null, row(ends[0], "")),
        dom.el("li", null, row(ends[1], arrow)),
      ),
      facts([
        [
          words.t("weight"),
          words.t("weight.value", {
            n: graph.edge.weight[at],
            texts: graph.edge.texts[at] || graph.edge.weight[at],
          }),
        ],
        [
          words.t("strength"),
          graph.edge.frac[at]
            ? graph.edge.frac[at].toFixed(2) +
              (graph.edge.npmi[at] ? ` · npmi ${graph.edge.npmi[at].toFixed(2)}` : "")
            : "",
          words.t("strength.hint"),
        ],
        [words.t("letters"), counted(graph.edge.letters[at], now)],
        [words.t("status"), graph.edge.status[at] ? words.status(graph.edge.status[at]) : ""],
      ]),
      body,
    ];
  }

  return { render, redraw, linked, row, added };
})();
