// What letters promise of a thing and count of it: two groups of its page, each row the way to its sentence.
const aboutness = (() => {
  const FIRST = 6;
  const PARTS = { commitments: "promises", figures: "figures" }; // table of claims → the view of it

  const dated = (row) => (row.date || row.due || "").slice(0, 10);

  const due = (row) => row.due && words.t("due.by", { due: row.due });

  const came = (row) => (row.course && row.code !== "open" ? row.course : row.result || row.status);

  // A promise says what and how far it is, a department's what became of it; a figure what is counted, how much of it
  // (全国首个 has no number, its words are told) and when.
  const said = {
    theirs: (row) => [row.what || row.quote, [came(row), due(row) || row.date]],
    reply: (row) => [row.what || row.quote, [came(row), due(row)]],
    commitments: (row) => [row.what || row.quote, [row.result || row.status, due(row) || row.date]],
    figures: (row) => [row.metric || row.quote, [row.value || row.ranking, row.status, row.period]],
  };

  function line(key, raw) {
    const [row] = claims.plain([raw]);
    const [head, notes] = said[key](row);
    return dom.el(
      "li",
      null,
      dom.button(
        [
          dom.el("span", { class: "name", lang: "zh-Hans" }, head),
          dom.el("span", { class: "count" }, notes.filter(Boolean).join(" · ")),
        ],
        () => claims.open(raw),
        { title: raw.quote || null },
      ),
    );
  }

  // `key` is theirs for the promises in a department's own replies, reply for those of one letter.
  function group(name, all, { key = name, title = `view.${PARTS[name]}`, above = null } = {}) {
    const at = (row) => corpus.letterOf(row.letter_id).at;
    const rows = all.filter((row) => filter.letter(at(row)) !== false);
    rows.sort((a, b) => (dated(b) > dated(a) ? 1 : dated(b) < dated(a) ? -1 : 0)); // newest first
    if (all.length === 0) return null;
    const count = words.t(rows.length < all.length ? "count.filtered" : "plain", {
      n: rows.length,
      hidden: all.length - rows.length,
    });
    const list = dom.el("ul", { class: "rows claims" }, rows.slice(0, FIRST).map((row) => line(key, row)));
    const more = (event) => {
      list.append(...rows.slice(FIRST).map((row) => line(key, row)));
      event.target.remove();
    };
    return [
      dom.el(
        "h3",
        { "data-claims": key },
        dom.el("span", { class: "caps" }, words.t(title)),
        dom.el("span", { class: "count caps" }, count),
      ),
      rows.length > 0 && above,
      list,
      rows.length > FIRST &&
        dom.button(words.t("show.more", { n: rows.length - FIRST }), more, { class: "more" }),
    ];
  }

  // The courses of what is promised of a node over several letters.
  const courses = (id) =>
    threads.about(id).map((thread) =>
      dom.el(
        "p",
        { class: "course" },
        dom.el("strong", null, threads.course(thread.course)),
        dom.el("span", { class: "line" }, threads.meaning(thread.course)),
        threads.history(thread),
      ),
    );

  // What a department does over its letters: the promises in its replies, and what they cite most.
  function office(at, about) {
    const own = new Set(panel.linked(at, "issued_by", "in").flatMap(([reply]) => graph.node.letters[reply]));
    if (own.size === 0) return null;
    const known = new Set(about);
    const promised = claims
      .rowsOf("commitments")
      .filter((row) => own.has(corpus.letterOf(row.letter_id).at) && !known.has(row));
    return [group("commitments", promised, { key: "theirs", title: "office.promises", above: asTable(at) }), cited(at, own)];
  }

  // What the replies of a node promise and count: its own of a reply, of a proposal those that answer it.
  function replies(at, title) {
    const letters = new Set(graph.node.letters[at].map((letter) => graph.letters[letter].id));
    const own = (name) => claims.rowsOf(name).filter((row) => letters.has(row.letter_id));
    const [reply] = letters.size === 1 ? graph.node.letters[at].map(graph.replyOf) : [-1];
    const above = reply >= 0 && asTable(reply);
    return [group("commitments", own("commitments"), { key: "reply", title, above }), group("figures", own("figures"))];
  }

  // The same promises as a table: what became of each, its sentence, a file of all.
  function asTable(at) {
    const act = () => {
      state.change({ view: "promises", only: groups.codeOf(at), letter: null });
      dom.find("sheet").focus({ preventScroll: true });
    };
    return dom.button(words.t("office.table"), act, { class: "more", id: "office-table" });
  }

  function cited(at, own) {
    const passing = (letter) => own.has(letter) && filter.letter(letter) !== false;
    const counts = [];
    graph.node.letters.forEach((letters, row) => {
      if (row === at || !filter.ENTITIES.has(graph.node.kind[row]) || !filter.node(row, state.now)) return;
      const n = letters.filter(passing).length;
      if (n > 0) counts.push([row, n]);
    });
    counts.sort(([a, n], [b, m]) => m - n || scope.byImportance(a, b));
    if (counts.length === 0) return null;
    const line = ([row, n]) => dom.el("li", null, panel.row(row, words.t("letters.count", { n })));
    const list = dom.el("ul", { class: "rows" }, counts.slice(0, FIRST).map(line));
    return [
      dom.el(
        "h3",
        { "data-claims": "cited" },
        dom.el("span", { class: "caps" }, words.t("office.cited")),
        dom.el("span", { class: "count caps" }, words.t("plain", { n: counts.length })),
      ),
      list,
      table.pages(list, counts.slice(FIRST), (one) => [line(one)], { size: 60, first: 0 }).more,
    ];
  }

  function draw(at) {
    if (graph.node.kind[at] === "reply") return replies(at);
    if (graph.node.kind[at] === "proposal") return replies(at, "office.promises");
    const id = graph.node.id[at];
    const found = corpus.claimsAbout(id);
    return [
      group("commitments", found.commitments, { above: courses(id) }),
      group("figures", found.figures),
      office(at, found.commitments),
    ];
  }

  return { draw };
})();
