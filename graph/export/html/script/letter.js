// The letter view: the text as it was read, every name marked, the sentence that brought you here in sight.
const letter = (() => {
  let shownFor = "";

  function render(now) {
    const key = JSON.stringify([now.letter, now.language]);
    if (!now.letter || key === shownFor) {
      shownFor = now.letter ? shownFor : "";
      return;
    }
    shownFor = key;
    const sheet = dom.find("sheet");
    dom.replace(sheet, dom.el("p", { class: "empty" }, words.t("loading")));
    corpus.load().then(() => {
      if (shownFor === key) show(now.letter, sheet);
    });
  }

  function show({ at, start, end, asked }, sheet) {
    const row = graph.letters[at];
    if (book.isIndex()) {
      location.assign(book.addressOf(row));
      return;
    }
    const text = dom.el("div", { class: "text", lang: "zh-Hans", tabindex: "0" }, body({ at, start, end, asked }));
    for (const event of ["mouseup", "keyup", "touchend"]) text.addEventListener(event, () => cite(at, text));
    dom.replace(
      sheet,
      dom.el(
        "article",
        { class: "letter" },
        bar(at, start, end),
        dom.el("div", { class: "kicker" }, words.t("letter"), ` · ${row.source}`),
        dom.el(
          "dl",
          { class: "facts" },
          head(row).map(([name, value]) => [dom.el("dt", null, name), dom.el("dd", null, value)]),
        ),
        text,
      ),
    );
    const here = sheet.querySelector(".here");
    if (here) here.scrollIntoView({ block: "center" });
    else sheet.scrollTop = 0;
    // The row that led here is gone: keys go on in the letter.
    if (document.activeElement === document.body) sheet.focus({ preventScroll: true });
  }

  // Words that the reader marks are cited, and named in the address.
  function cite(at, root) {
    const span = marked(root);
    if (!span) return;
    const chosen = { at, ...span };
    shownFor = JSON.stringify([chosen, state.now.language]); // what stands there stays, with the reader's marking
    dom.find("sheet").querySelector(".cite").replaceWith(bar(at, span.start, span.end));
    state.change({ letter: chosen }, { step: false });
  }

  // Where the marked words stand in the letter's text; null where none are.
  function marked(root) {
    const found = document.getSelection();
    if (!found || found.isCollapsed || ![found.anchorNode, found.focusNode].every((one) => root.contains(one))) return null;
    const range = found.getRangeAt(0);
    const before = document.createRange();
    before.selectNodeContents(root);
    before.setEnd(range.startContainer, range.startOffset);
    const said = range.toString();
    const start = before.toString().length + said.length - said.trimStart().length;
    return said.trim() ? { start, end: start + said.trim().length } : null;
  }

  // What stays in sight while the letter scrolls: which letter it is, the citation of its marked sentence or of itself.
  function bar(at, start, end) {
    const proof = { letter: at, start, end, quote: corpus.text(at).slice(start, end) };
    const [first, last] = citation.span(proof);
    return dom.el(
      "div",
      { class: "cite" },
      dom.el("strong", null, citation.parts(graph.letters[at])[0]),
      dom.el(
        "span",
        null,
        proof.quote ? words.t("cite.sentence", { start: String(first), end: String(last) }) : words.t("cite"),
      ),
      citation.buttons(proof),
      dom.button("×", () => state.change({ letter: null }), {
        class: "icon close",
        "aria-label": words.t("close"),
      }),
    );
  }

  function head(row) {
    return [
      [words.t("title"), row.title || "–"],
      [words.t("number"), (row.numbers || []).join("、") || "–"],
      ...((row.titles || []).length ? [[words.kind("proposal"), row.titles.join("；")]] : []),
      ...((row.proposers || []).length ? [[words.t("proposers"), row.proposers.join("、")]] : []),
      [words.t("department"), row.department || words.t("unsigned")],
      [words.t("date"), row.date || words.t("undated")],
    ];
  }

  // The text cut at every beginning and end of a name, a heading, a cell, the sentence or a word that was asked for.
  function body({ at, start, end, asked }) {
    const text = corpus.text(at);
    const said = fold.places(text, fold.parts(asked || "")).map(([from, to]) => ({ start: from, end: to }));
    const names = outermost(corpus.mentionsOf(at));
    const heads = corpus
      .sectionsOf(at)
      .map((part) => ({ start: part.start, end: part.start + part.heading.length }))
      .filter((part) => text.slice(part.start, part.end).trim().length > 0);
    const tables = tabular.tables(text);
    const cuts = new Set([0, text.length, start, end, ...tables.flat(2).flat()]);
    for (const part of [...names, ...heads, ...said]) {
      cuts.add(part.start);
      cuts.add(part.end);
    }
    const places = [...cuts].filter((one) => one >= 0 && one <= text.length).sort((a, b) => a - b);
    const within = (parts, from) => parts.find((part) => part.start <= from && from < part.end);
    const node = (from, index) => {
      const words_ = text.slice(from, places[index + 1]);
      const piece = within(said, from) ? dom.el("mark", { class: "second" }, words_) : words_;
      const name = within(names, from);
      const looks = [
        end > start && start <= from && from < end ? "here" : "",
        within(heads, from) ? "head" : "",
      ];
      if (!name || name.nodes.length === 0)
        return looks.join("").length ? dom.el("span", { class: looks.join(" ") }, piece) : piece;
      return link(piece, name.nodes[0], [...looks, "name"].filter(Boolean).join(" "));
    };
    return tabular.laid(places.slice(0, -1).map((from, index) => ({ from, node: node(from, index) })), tables);
  }

  // Nested names: the longest is the mention (guidelines, rule 1).
  function outermost(mentions) {
    const out = [];
    for (const one of [...mentions].sort((a, b) => a.start - b.start || b.end - a.end)) {
      if (out.length === 0 || one.start >= out[out.length - 1].end) out.push(one);
    }
    return out;
  }

  function link(piece, row, looks) {
    const element = dom.el(
      "span",
      {
        class: looks,
        role: "link",
        tabindex: "0",
        title: `${graph.node.name[row]} · ${words.kind(graph.node.kind[row])}`,
        on: {
          click: () => document.getSelection().isCollapsed && go(row), // else its words are being marked
          keydown: (event) => {
            if (event.key === "Enter") go(row);
          },
        },
      },
      piece,
    );
    element.style.borderBottomColor = glyph.tint(graph.node.kind[row]);
    return element;
  }

  // The panel follows; the letter stays open beside it.
  const go = (row) => state.change({ selected: { node: row } });

  return { render };
})();
