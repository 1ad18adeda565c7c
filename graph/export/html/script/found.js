// Everything that was found, or that stands around the focus, as a table: what the short lists and "+n" lead to.
const found = (() => {
  const VIEWS = ["names", "sentences", "topic", "around"];
  const has = (view) => VIEWS.includes(view);
  const asked = (now) => dom.el("strong", { class: "asked" }, now.asked);

  function names(now) {
    table.sheet("names", selection.nodeColumns(), search.names(now.asked).map(selection.nodeRow), {
      subject: asked(now),
      facet: selection.kinds(),
      open: (row) => state.focusOn(row.at, 1),
    });
  }

  const to = (view) => dom.button(words.t(`to.${view}`), () => state.change({ view }), { class: "chip" });

  const sentenceColumns = () => [
    { key: "letter", title: words.t("field.letter"), by: "date", show: (row) => row.source },
    { key: "section", title: words.t("column.where") },
    {
      key: "quote",
      title: words.t("field.quote"),
      show: (row) => fold.marked(row.quote, fold.places(row.quote, fold.parts(state.now.asked))),
    },
  ];

  const sentenceFile = () => [
    { key: "number", title: words.t("number") },
    { key: "department", title: words.t("department") },
    { key: "date", title: words.t("date") },
    { key: "section", title: words.t("column.where") },
    { key: "quote", title: words.t("field.quote") },
    { key: "citation", title: words.t("field.citation"), file: (row) => citation.gbt(row.proof) },
  ];

  function sentenceRow({ letter, start, end }) {
    const head = graph.letters[letter];
    const section = corpus.sectionAt(letter, start);
    const quote = corpus.text(letter).slice(start, end);
    return {
      proof: { letter, start, end, quote },
      letter: citation.label(head),
      source: citation.parts(head).map((part) => dom.el("span", { class: "line" }, part)),
      number: (head.numbers || []).join("、"),
      department: head.department || words.t("unsigned"),
      date: head.date || "",
      section: section ? section.heading : "",
      quote,
    };
  }

  // The sentences that say what is asked for, in letters of the years that the filter lets pass.
  const saying = (now) =>
    citation.byDate(
      corpus.sentencesWith(fold.parts(now.asked)).filter((one) => filter.letter(one.letter) !== false),
    );

  function sentences(now) {
    corpus.load().then(() => {
      filter.prepare(now);
      const rows = saying(now).map(sentenceRow);
      const copy = (style) => () => citation.copy(citation.all(rows.map((row) => row.proof), style));
      table.sheet("sentences", sentenceColumns(), rows, {
        subject: asked(now),
        limits: limits.all(now),
        extra: [
          to("topic"),
          dom.button(words.t("copy.all.gbt"), copy("gbt"), { class: "chip" }),
          dom.button(words.t("copy.all.markdown"), copy("markdown"), { class: "chip" }),
        ],
        filed: sentenceFile(),
        open: ({ proof }) => state.change({ letter: search.reading(proof, now.asked) }),
      });
    });
  }

  const topicColumns = () => [
    ...selection.nodeColumns().slice(0, 2),
    { key: "same", title: words.t("column.same"), number: true },
    { key: "here", title: words.t("column.here"), number: true },
    { key: "letters", title: words.t("column.all"), number: true },
  ];

  // What is named in the letters that say something: in how many of its sentences, and in how many of the letters.
  function topicRows(said, now) {
    const counts = new Map(); // node → {same, here}
    const of = (row) => counts.get(row) || counts.set(row, { same: 0, here: 0 }).get(row);
    const each = (mentions, add) => new Set(mentions.flatMap((one) => one.nodes)).forEach((row) => add(of(row)));
    const byLetter = new Map();
    for (const one of said) byLetter.set(one.letter, [...(byLetter.get(one.letter) || []), one]);
    for (const [letter, sentences_] of byLetter) {
      const mentions = corpus.mentionsOf(letter);
      each(mentions, (count) => (count.here += 1));
      for (const { start, end } of sentences_)
        each(mentions.filter((one) => start <= one.start && one.end <= end), (count) => (count.same += 1));
    }
    const rows = [...counts].filter(([row]) => filter.ENTITIES.has(graph.node.kind[row]) && filter.node(row, now));
    rows.sort(([a, one], [b, other]) => other.same - one.same || other.here - one.here || scope.byImportance(a, b));
    const cells = ([row, count]) => ({ ...selection.nodeRow(row), ...count, same: count.same || "" });
    return [rows.map(cells), byLetter.size];
  }

  function topic(now) {
    corpus.load().then(() => {
      filter.prepare(now);
      const said = saying(now);
      const [rows, letters] = topicRows(said, now);
      table.sheet("topic", topicColumns(), rows, {
        subject: asked(now),
        told: words.t("topic.letters", { n: letters }),
        limits: limits.all(now),
        extra: to("sentences"),
        facet: selection.kinds(),
        open: (row) => state.focusOn(row.at, 1),
      });
    });
  }

  const aroundColumns = () => [
    { key: "relation", title: words.t("column.relation") },
    {
      key: "name",
      title: words.t("column.name"),
      show: (row) => [glyph.icon(graph.node.kind[row.node]), row.name],
    },
    { key: "kind", title: words.t("column.kind") },
    ...ties.counts(),
  ];

  // Every relation of the focus that the filters let pass, drawn or not.
  function around(now) {
    corpus.load().then(() => {
      filter.prepare(now);
      const rows = now.focus.flatMap((from) =>
        [...graph.edgesOf(from)]
          .filter((at) => filter.reaches(at, from, now))
          .sort(scope.strongestFirst)
          .map((at) => neighbour(at, graph.other(at, from))),
      );
      const columns = aroundColumns();
      table.sheet("around", columns, rows, {
        subject: dom.el("strong", { class: "asked" }, now.focus.map(graph.distinct).join("、")),
        ...ties.options(columns),
      });
    });
  }

  const neighbour = (at, node) =>
    Object.assign(ties.row(at), { node, name: graph.distinct(node), kind: words.kind(graph.node.kind[node]) });

  const render = (now) => ({ names, sentences, topic, around })[now.view](now);

  return { has, render };
})();
