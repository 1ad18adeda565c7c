// A proposal: its points in the order of the reply, each with the sections that answer it, those within them and what
// they cite; then the rest of the reply. The order and the nesting stand with the texts, after the first picture.
const proposal = (() => {
  const MOST = 12; // names shown for one section before the rest is asked for

  function draw(at) {
    if (corpus.loaded()) return told(at);
    const holder = dom.el("div");
    corpus.load().then(() => dom.replace(holder, told(at)));
    return holder;
  }

  function told(at) {
    const letters = new Set(graph.node.letters[at]);
    const ours = (row) => graph.node.letters[row].some((letter) => letters.has(letter));
    const all = outline(scope.ofKind("section").filter(ours));
    const place = new Map(all.map((one, number) => [one.row, number]));
    const answered = points(ours, place);
    const answering = new Set(answered.flatMap(({ sections }) => sections));
    const named = letters.size > 1; // of several replies each answer says whose it is
    const answer = (row) => dom.el("div", { class: "part" }, section(all[place.get(row)], named, answering));
    const rest = all.filter((one) => !one.within && !answering.has(one.row) && says(one, answering));
    return [
      answered.length > 0 &&
        block(
          "points",
          answered.length,
          answered.map(({ point, sections }) => dom.el("li", null, panel.row(point, ""), sections.map(answer))),
        ),
      rest.length > 0 &&
        block(
          "sections",
          rest.length,
          rest.map((one) => dom.el("li", null, section(one, named, answering, ""))),
        ),
    ];
  }

  // The sections as they stand in their letters, the oldest letter first; each knows what stands within it.
  function outline(rows) {
    const all = rows.map((row) => ({ row, ...where(row), parts: [], within: null }));
    const day = (one) => graph.letters[one.letter].date || "9999";
    const before = (a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.letter - b.letter);
    all.sort((a, b) => before(a, b) || a.start - b.start || b.end - a.end || a.row - b.row);
    const open = [];
    for (const one of all) {
      while (open.length > 0 && !holds(open[open.length - 1], one)) open.pop();
      one.within = open[open.length - 1] || null;
      if (one.within) one.within.parts.push(one);
      open.push(one);
    }
    return all;
  }

  const holds = (outer, one) => outer.letter === one.letter && one.start < outer.end && outer.level < one.level;

  function where(row) {
    const letter = graph.node.letters[row][0];
    const known = corpus.sectionsOf(letter).find((one) => `section/${one.id}` === graph.node.id[row]);
    return { letter, start: 0, end: 0, level: 1, ...known };
  }

  // The points with the sections that answer them, in the order of these; a point that none answers comes last.
  function points(ours, place) {
    const found = scope.ofKind("point").filter(ours).map((point) => {
      const sections = panel.linked(point, "addresses", "in").map(([row]) => row);
      return { point, sections: sections.filter((row) => place.has(row)).sort((a, b) => place.get(a) - place.get(b)) };
    });
    const first = ({ sections }) => (sections.length > 0 ? place.get(sections[0]) : place.size);
    return found.sort((a, b) => first(a) - first(b));
  }

  const block = (key, n, items) => [
    dom.el("h3", null, dom.el("span", { class: "caps" }, words.t(key, { n }))),
    dom.el("ul", { class: `rows points ${key}` }, items),
  ];

  // Whether a section, or one within it that answers no point of its own, names anything.
  const says = (one, answering) =>
    names(one.row).length > 0 || one.parts.some((part) => !answering.has(part.row) && says(part, answering));

  // What answers another point stands there, not here.
  const section = (one, named, answering, note = words.t("answers")) => [
    panel.row(one.row, [note, named && office(one.letter)].filter(Boolean).join(" · ")),
    cited(one.row),
    one.parts
      .filter((part) => !answering.has(part.row))
      .map((part) => dom.el("div", { class: "part" }, section(part, false, answering, ""))),
  ];

  const office = (letter) => graph.letters[letter].department || words.t("unsigned");

  const names = (row) => panel.linked(row, "cited_in_section", "in").map(([one]) => one);

  function cited(row) {
    const rows = names(row).sort(scope.byImportance);
    const tag = (one) =>
      dom.button([glyph.icon(graph.node.kind[one]), graph.label(one)], () => state.select({ node: one }), {
        class: "tag",
        title: graph.node.name[one],
      });
    if (rows.length === 0) return null;
    const rest = rows.slice(MOST);
    const more = dom.button(`+${rest.length}`, () => unfold(), {
      class: "tag",
      "aria-label": words.t("show.more", { n: rest.length }),
    });
    const holder = dom.el("div", { class: "cited" }, rows.slice(0, MOST).map(tag), rest.length > 0 && more);
    function unfold() {
      const tags = rest.map(tag);
      more.replaceWith(...tags);
      tags[0].focus();
    }
    return holder;
  }

  return { draw };
})();
