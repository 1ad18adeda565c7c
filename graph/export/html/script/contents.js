// The list of letters: what the panel shows while nothing is selected. Newest year first.
const contents = (() => {
  const FIRST = 40;
  let shown = FIRST;

  function sorted() {
    return graph.letters
      .filter((letter) => filter.letter(letter.at) !== false)
      .sort((a, b) =>
        (a.date || "") < (b.date || "") ? 1 : (a.date || "") > (b.date || "") ? -1 : a.at - b.at,
      );
  }

  const isReply = (letter) => letter.status === "reply";

  // Whose letters, and of which years; of several places it is told how many letters name none.
  function from() {
    const lacking = territory.unplaced();
    const unplaced = territory.where() && lacking > 0 && words.t("territory.unplaced", { n: lacking });
    return [territory.where(), unplaced, main.span()].filter(Boolean).join(" · ");
  }

  // How many letters pass the filters, and how much of the evidence stands in them once the letters are read.
  function lead(shown) {
    if (!filter.byLetter(state.now))
      return words.t("lead", { letters: shown, evidence: graph.start.evidence, from: from() });
    const all = graph.letters.filter(isReply).length;
    const some = words.t("lead.filtered", { letters: shown, n: all - shown });
    if (corpus.loaded()) return `${some} ${words.t("evidence", { n: corpus.evidenceIn(filter.letter) })}`;
    corpus.load().then(() => panel.redraw(state.now));
    return some;
  }

  function draw() {
    filter.prepare(state.now);
    const letters = sorted().filter(isReply);
    const items = [];
    let year = null;
    for (const letter of letters.slice(0, shown)) {
      if (letter.year !== year) {
        year = letter.year;
        items.push(dom.el("li", { class: "year" }, year || words.t("undated")));
      }
      items.push(entry(letter));
    }
    return [
      dom.el("p", { class: "lead" }, lead(letters.length)),
      book.lead(),
      questions.draw(),
      dom.el("h3", { class: "caps" }, words.t("contents")),
      letters.length === 0 && dom.el("p", { class: "empty" }, words.t("no.letters")),
      dom.el("ol", { class: "contents" }, items),
      letters.length > shown &&
        dom.button(
          words.t("show.more", { n: letters.length - shown }),
          () => {
            shown += 200;
            panel.redraw(state.now);
          },
          { class: "more" },
        ),
    ];
  }

  function members(people) {
    const names = people.slice(0, 2).join("、");
    return people.length > 2 ? words.t("and.others", { names, n: people.length }) : names;
  }

  function entry(letter) {
    const reply = graph.replyOf(letter.at);
    const open = () =>
      reply >= 0 ? state.focusOn(reply, 1) : state.change({ letter: { at: letter.at, start: 0, end: 0 } });
    return dom.el(
      "li",
      null,
      dom.button(
        [
          dom.el(
            "span",
            { class: "over" },
            dom.el(
              "span",
              { lang: "zh-Hans" },
              [(letter.numbers || []).join("、"), members(letter.proposers || [])].filter(Boolean).join("  "),
            ),
            dom.el("span", { class: "day" }, letter.date ? letter.date.slice(5) : ""),
          ),
          dom.el("span", { class: "title", lang: "zh-Hans" }, (letter.titles || [])[0] || letter.title || letter.id),
          dom.el(
            "span",
            letter.department ? { class: "under", lang: "zh-Hans" } : { class: "under absent" },
            letter.department || words.t("unsigned"),
            panel.added(letter.basis),
          ),
        ],
        open,
      ),
    );
  }

  return { draw };
})();
