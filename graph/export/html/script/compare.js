// Two letters, departments or years, or one member's letters side by side: only in A, in both, only in B.
const compare = (() => {
  const MOST_ALIKE = 20; // letters that hold a passage which still tells two of them alike
  const PAGE = 100; // items of a list drawn at once: seven lists stand side by side
  const NAMES = 20; // names drawn at first, so that what is promised and counted is not far below

  const KINDS = ["letter", "department", "place", "year", "member"];
  const counted = (label, n) => `${label} · ${words.t("plain", { n })}`;

  function picker(side, now) {
    const label = words.t(`compare.${side}`);
    const choice = chooser.draw({
      ...{ id: `compare-${side}`, label, kinds: KINDS, chosen: now.compare[side] },
      change: (code) => state.change({ compare: { ...state.now.compare, [side]: code } }),
    });
    return dom.el("label", null, label, choice);
  }

  function entities(letters) {
    const rows = new Set();
    for (let at = 0; at < graph.node.count; at += 1) {
      if (
        filter.ENTITIES.has(graph.node.kind[at]) &&
        graph.node.letters[at].some((letter) => letters.has(letter))
      )
        rows.add(at);
    }
    return rows;
  }

  // The two letters that share the most text, else the most names, as codes; none where no two share any.
  function alike() {
    const named = graph.node.letters.filter((_, at) => filter.ENTITIES.has(graph.node.kind[at]));
    const texts = nearest(sharedPassages(null).map((one) => one.letters));
    return texts.length ? texts : nearest(named.map((letters) => letters.map((at) => graph.letters[at].id)));
  }

  // The two letters that stand together in most of the lists, as codes.
  function nearest(lists) {
    const counts = new Map();
    // What many letters hold is a formula, and its pairs are too many to count.
    for (const letters of lists.filter((one) => one.length > 1 && one.length <= MOST_ALIKE))
      letters.forEach((one, at) =>
        letters.slice(at + 1).forEach((other) => {
          const pair = [one, other].sort().join("\n");
          counts.set(pair, (counts.get(pair) || 0) + 1);
        }),
      );
    const [best] = [...counts].sort((a, b) => b[1] - a[1]);
    return best ? best[0].split("\n").map((id) => `letter:${id}`) : [];
  }

  // The passages that both sides hold: {text, letters, rows}. Without sides, all.
  function sharedPassages(sides) {
    const found = new Map();
    for (const row of claims.rowsOf("passages")) {
      if (!found.has(row.passage_id)) found.set(row.passage_id, { length: row.length, letters: [], rows: [] });
      const one = found.get(row.passage_id);
      if (!one.letters.includes(row.letter_id)) one.letters.push(row.letter_id);
      one.rows.push(row);
    }
    const at = (id) => corpus.letterOf(id).at;
    const both = (one) => sides.every((letters) => one.letters.some((id) => letters.has(at(id))));
    return [...found.values()].filter((one) => !sides || both(one)).sort((a, b) => b.length - a.length);
  }

  // What both say in the same words; a click opens it in the letter of the first side.
  function textInBoth(sides) {
    const found = sharedPassages(sides);
    if (found.length === 0) return null;
    const line = ({ rows }) => {
      const first = rows.find((row) => sides[0].has(corpus.letterOf(row.letter_id).at));
      const names = [...new Set(rows.map((row) => citation.label(corpus.letterOf(row.letter_id))))];
      const told = [dom.el("span", { lang: "zh-Hans" }, first.quote), ...names.map(under)];
      return dom.el("li", null, dom.button(dom.el("span", { class: "name" }, told), () => claims.open(first)));
    };
    const looks = { class: "caps", id: "in-both-head", tabindex: -1 };
    return [
      dom.el("h3", looks, counted(words.t("view.passages"), found.length)),
      dom.el("div", { id: "in-both" }, paged("ol", found, line)),
    ];
  }

  // Two letters of one member make the first comparison; else the two most alike; else the two newest.
  function defaults(all, now) {
    const known = (code) => all.has(code);
    if (known(now.compare.a) && known(now.compare.b)) return now.compare;
    const letters = [...all.values()].filter((one) => one.code.startsWith("letter:")).sort(groups.inOrder);
    const shared = [...all.values()].find((one) => one.code.startsWith("member:") && one.letters.size > 1);
    const near = (shared ? [] : alike())
      .map((code) => all.get(code))
      .filter(Boolean)
      .sort(groups.inOrder)
      .reverse();
    const pool = shared
      ? letters.filter((one) => [...one.letters].some((at) => shared.letters.has(at))).reverse()
      : near.length === 2
        ? near
        : letters;
    return {
      a: known(now.compare.a) ? now.compare.a : (pool[0] || {}).code || "",
      b: known(now.compare.b) ? now.compare.b : (pool[1] || pool[0] || {}).code || "",
    };
  }

  function render(now) {
    corpus.load().then(() => show(now));
  }

  function show(now) {
    const all = groups.all();
    const chosen = defaults(all, now);
    const view = { ...now, compare: chosen };
    const sides = ["a", "b"].map((side) => (all.get(chosen[side]) || { letters: new Set() }).letters);
    const [a, b] = sides.map(entities);
    const parts = split(a, b);
    const labels = ["a", "b"].map((side) => (all.get(chosen[side]) || { label: "" }).label);
    const told = beside.TABLES.map((name) => beside.draw(name, sides, labels)).filter(Boolean);
    const head = dom.el("h2", null, words.t("view.compare"));
    dom.replace(
      dom.find("sheet"),
      dom.el(
        "header",
        null,
        head,
        dom.el("span", { class: "spacer" }),
        dom.el("span", { class: "actions" }, table.files("compare", columns(), () => rows(parts, sides))),
      ),
      dom.el("div", { class: "pick" }, picker("a", view), picker("b", view)),
      waysTo(parts, told, sides),
      dom.el(
        "div",
        { class: "columns", tabindex: -1 },
        ["only.a", "both", "only.b"].map((key, at) =>
          dom.el(
            "section",
            { id: `part-${["a", "both", "b"][at]}` },
            dom.el("h3", null, counted(words.t(key), parts[at].length)),
            parts[at].length === 0
              ? dom.el("p", { class: "empty" }, "–")
              : paged("ul", parts[at], (row) => dom.el("li", null, panel.row(row, "", undefined)), NAMES),
          ),
        ),
      ),
      textInBoth(sides),
      told.map(({ part }) => part),
    );
    table.follow("compare", JSON.stringify(chosen), head, () => 0);
  }

  // What is compared, and the way to each part: promises stand far below a long list of names.
  function waysTo(parts, told, sides) {
    const there = dom.find("sheet");
    const to = (find) => () => {
      const target = find(there);
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: "start" });
    };
    const chip = (label, find) => dom.button(label, to(find), { class: "chip" });
    const named = counted(words.t("compare.names"), parts.flat().length);
    const chips = told.map(({ part, title }) => chip(title, () => part.querySelector("h3")));
    const shared = sharedPassages(sides).length;
    if (shared > 0) chips.unshift(chip(counted(words.t("view.passages"), shared), () => dom.find("in-both-head")));
    if (chips.length === 0) return null;
    return dom.el(
      "nav",
      { class: "actions parts-of", "aria-label": words.t("view.compare") },
      chip(named, (sheet) => sheet.querySelector(".columns")),
      chips,
    );
  }

  function paged(tag, items, draw, first = PAGE) {
    const list = dom.el(tag, { class: "rows" });
    return [list, table.pages(list, items, draw, { size: PAGE, first }).more];
  }

  function split(a, b) {
    const order = Object.keys(graph.start.kinds);
    const sort = (rows) =>
      rows.sort(
        (x, y) =>
          order.indexOf(graph.node.kind[x]) - order.indexOf(graph.node.kind[y]) || scope.byImportance(x, y),
      );
    return [
      sort([...a].filter((row) => !b.has(row))),
      sort([...a].filter((row) => b.has(row))),
      sort([...b].filter((row) => !a.has(row))),
    ];
  }

  // What a file holds: all that the sheet shows, what letters say with its sentence and citation, side by side.
  const columns = () => [
    { key: "kind", title: words.t("column.kind") },
    { key: "where", title: words.t("column.where") },
    { key: "name", title: words.t("column.name") },
    ...["said", "letter", "quote", "citation"].flatMap((key) =>
      ["a", "b"].map((side) => ({
        key: `${key}_${side}`,
        title: [words.t(`compare.${side}`), key !== "said" && words.t(`field.${key}`)].filter(Boolean).join(" · "),
      })),
    ),
  ];

  const rows = (parts, sides) => [
    ...parts.flatMap((part, at) =>
      part.map((row) => ({
        where: words.t(["only.a", "both", "only.b"][at]),
        name: graph.distinct(row),
        kind: words.kind(graph.node.kind[row]),
      })),
    ),
    ...sharedPassages(sides).map((one) => {
      const first = sides.map((letters) => one.rows.find((row) => letters.has(corpus.letterOf(row.letter_id).at)));
      return beside.row("both", words.t("view.passages"), first, (row) => ["", row.quote]);
    }),
    ...beside.TABLES.flatMap((name) => beside.filed(name, sides)),
  ];

  // The way from a letter, department, place or member to it and the one that was looked at before, side by side.
  function action(at, now) {
    const other = path.otherEnd(at, now);
    const [a, b] = other < 0 ? [] : [other, at].map(groups.codeOf);
    if (!groups.all().has(a) || !groups.all().has(b) || a === b) return null;
    const act = () => {
      state.change({ view: "compare", compare: { a, b }, letter: null });
      dom.find("sheet").focus({ preventScroll: true });
    };
    const label = words.t("compare.with", { name: graph.label(other) });
    return dom.button(label, act, { class: "chip", id: "compare-with" });
  }

  const under = (text) => dom.el("span", { class: "under" }, text);

  return { render, action };
})();
