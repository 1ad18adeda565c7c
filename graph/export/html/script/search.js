// Search: names, other names, numbers, pinyin initials and every sentence. Enter goes there.
const search = (() => {
  const MOST_NAMES = 8;
  const MOST_SENTENCES = 8;
  const PARTS = new Set(["section", "point"]); // headings of letters: names go before them
  const [BEFORE, LONGEST, AROUND, MOST_CUTS] = [14, 64, 8, 3]; // characters of a sentence that the list shows
  const SHORT = /^\p{Script=Han}{3,8}$/u; // a name whose initials can be typed
  const ABBREVIATED = /^\p{Script=Han}{3,12}$/u; // a name that leaves characters out
  const TELLING = /\p{Script=Han}|../u; // 茶 is a word, a single letter or digit is none
  const DAY = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/;
  let lower = null; // per node: everything it can be found by, folded, each in a line of its own
  let spelled = null; // per node: the initials of its names, each in a line of its own
  let ranked = []; // rows by how much they say, and the place of each row in that order
  let standing = null;
  let shown = [];
  let chosen = 0;

  const lines = (texts) => texts.map((text) => `\n${fold.tight(text)}`).join("");

  function index() {
    if (lower) return;
    lower = graph.node.name.map((name, at) =>
      lines([name, ...graph.aliases(at), graph.node.label[at] || ""].filter(Boolean)),
    );
    ranked = lower.map((text, at) => at).sort(scope.byImportance);
    standing = new Int32Array(ranked.length);
    ranked.forEach((at, place) => {
      standing[at] = place;
    });
    graph.letters.forEach((letter) => {
      const more = [letter.document, ...(letter.numbers || []), letter.title, letter.date];
      const reply = graph.replyOf(letter.at);
      if (reply >= 0) lower[reply] += lines(more.filter(Boolean));
    });
    lower = lower.map((text) => `${text}\n`);
  }

  function indexInitials() {
    const spell = (name, at) => `\n${[name, ...graph.aliases(at)].map(initials.of).join("\n")}\n`;
    if (!spelled) spelled = graph.node.name.map(spell);
  }

  // Rows of nodes for a query, best first: exact, beginning, within, headings, by initials; then by how much they say.
  function names(query) {
    index();
    const parts = day(fold.parts(query));
    if (parts.length === 0) return [];
    const [whole, first] = [`\n${parts.join("")}\n`, `\n${parts[0]}`];
    const found = []; // tier × number of nodes + standing: one number sorts by both
    const add = (tier, at) => found.push(tier * lower.length + standing[at]);
    for (let at = 0; at < lower.length; at += 1) {
      const text = lower[at];
      if (parts.every((part) => text.includes(part)))
        add(text.includes(whole) ? 0 : PARTS.has(graph.node.kind[at]) ? 3 : text.includes(first) ? 1 : 2, at);
    }
    const typed = parts.join("");
    if (found.length === 0 && ABBREVIATED.test(typed)) inOrder(typed, add);
    if (found.length < MOST_NAMES && /^[a-z0-9]{2,}$/.test(typed)) byInitials(typed, found, add);
    return Array.from(Float64Array.from(found).sort(), (one) => ranked[one % lower.length]);
  }

  // 福田科创局 for 福田区科技创新局: nothing holds what was typed, so its characters in their order are looked for.
  function inOrder(typed, add) {
    const wanted = new RegExp(`\n${[...typed].map((one) => `[^\n]{0,8}?${one}`).join("")}[^\n]{0,8}\n`, "u");
    lower.forEach((text, at) => {
      if (filter.ENTITIES.has(graph.node.kind[at]) && wanted.test(text)) add(2, at);
    });
  }

  // A day in any of the usual forms is looked up as the letters are dated.
  function day(parts) {
    const [, year, month, date] = DAY.exec(parts.join("")) || [];
    return year ? [`${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`] : parts;
  }

  function byInitials(part, found, add) {
    indexInitials();
    const taken = new Set(found.map((one) => ranked[one % lower.length]));
    const [whole, first] = [`\n${part}\n`, `\n${part}`];
    const tier = (text, kind) => (text.includes(whole) ? 4 : PARTS.has(kind) ? 7 : text.includes(first) ? 5 : 6);
    spelled.forEach((text, at) => {
      if (text.includes(part) && !taken.has(at)) add(tier(text, graph.node.kind[at]), at);
    });
  }

  function sentences(query) {
    const parts = fold.parts(query);
    return corpus.loaded() && TELLING.test(parts.join("")) ? corpus.sentencesWith(parts) : [];
  }

  // How long a search of all names takes, in milliseconds.
  function timed(query) {
    const begun = performance.now();
    names(query);
    return performance.now() - begun;
  }

  function run(query) {
    const rows = names(query);
    const said = sentences(query);
    shown = [
      ...group("names", query, rows, MOST_NAMES, (node) => ({ node })),
      ...(said.length ? [{ view: "topic", asked: query, count: new Set(said.map((one) => one.letter)).size }] : []),
      ...group("sentences", query, said, MOST_SENTENCES, (sentence) => ({ sentence })),
    ];
    chosen = 0;
    draw(query, { names: rows.length, sentences: said.length });
  }

  // The first of what was found and, where there is more, the way to a table of all.
  const group = (view, asked, all, most, make) => [
    ...all.slice(0, most).map((one) => ({ ...make(one), view })),
    ...(all.length > most ? [{ view, asked, count: all.length }] : []),
  ];

  function draw(query, counts) {
    const list = dom.find("hits");
    const box = dom.find("query");
    list.hidden = query.trim() === "";
    box.setAttribute("aria-expanded", String(!list.hidden));
    if (list.hidden) return;
    const items = [];
    shown.forEach((one, at) => {
      if (one.view !== "topic" && (at === 0 || shown[at - 1].view !== one.view))
        items.push(heading(words.t(`search.${one.view}`, { n: counts[one.view] })));
      items.push(one.asked ? all(one, at) : one.sentence ? line(one.sentence, query, at) : name(one.node, at));
    });
    if (items.length === 0) items.push(heading(nothing()));
    dom.replace(list, items);
    mark();
  }

  // The example is a name of this very graph, so that whoever tries it does find something.
  function nothing() {
    const row = ranked.find((at) => filter.ENTITIES.has(graph.node.kind[at]) && SHORT.test(graph.node.name[at]));
    if (row === undefined) return words.t("search.none");
    const name = graph.node.name[row];
    return words.t("search.none.example", { initials: initials.of(name), name });
  }

  const heading = (text) => dom.el("li", { class: "group caps", role: "presentation" }, text);
  const item = (at, attributes, ...children) =>
    dom.el(
      "li",
      {
        role: "option",
        id: `hit-${at}`,
        ...attributes,
        on: {
          mousedown: (event) => {
            event.preventDefault();
            go(at);
          },
          mousemove: () => {
            if (chosen !== at) {
              chosen = at;
              mark();
            }
          },
        },
      },
      ...children,
    );

  const all = ({ view, count }, at) =>
    item(at, { class: "all" }, dom.el("span", { class: "link" }, words.t(`search.all.${view}`, { n: count })));

  function name(row, at) {
    return item(
      at,
      null,
      glyph.icon(graph.node.kind[row]),
      dom.el("span", { lang: "zh-Hans" }, graph.distinct(row)),
      dom.el(
        "span",
        { class: "what" },
        [words.kind(graph.node.kind[row]), graph.node.letters[row].length].filter(Boolean).join(" · "),
      ),
    );
  }

  function line(sentence, query, at) {
    const text = corpus.text(sentence.letter).slice(sentence.start, sentence.end);
    const letter = graph.letters[sentence.letter];
    return item(
      at,
      { class: "line" },
      dom.el("span", { lang: "zh-Hans" }, excerpt(text, fold.places(text, fold.parts(query)))),
      dom.el("span", { class: "what" }, (letter.numbers || [])[0] || letter.date || ""),
    );
  }

  // The sentence from shortly before the first word on; of words behind that some characters around each.
  function excerpt(text, found) {
    const first = found.length > 0 ? found[0][0] : 0;
    const cuts = [[Math.max(0, first - BEFORE), Math.min(text.length, Math.max(0, first - BEFORE) + LONGEST)]];
    for (const [start, end] of found) {
      const last = cuts[cuts.length - 1];
      if (end <= last[1]) continue;
      const cut = [start - AROUND, Math.min(text.length, end + AROUND)];
      if (cut[0] <= last[1]) last[1] = cut[1];
      else if (cuts.length < MOST_CUTS) cuts.push(cut);
    }
    const gap = (at) => (at > 0 && at < text.length ? "…" : "");
    return cuts.map(([from, to], place) => [
      place === 0 && gap(from),
      fold.marked(text, found, from, to),
      gap(to),
    ]);
  }

  function mark() {
    shown.forEach((_, at) => {
      const node = dom.find(`hit-${at}`);
      if (node) node.setAttribute("aria-selected", String(at === chosen));
    });
    const node = dom.find(`hit-${chosen}`);
    if (node) node.scrollIntoView({ block: "nearest" });
    dom.find("query").setAttribute("aria-activedescendant", node ? node.id : "");
  }

  function go(at) {
    const one = shown[at];
    if (!one) return; // nothing was found: the message stays, and the reader where they type
    close();
    const unnarrowed = ({ narrow, facet }, view) => ({
      narrow: { ...narrow, [view]: "" },
      facet: { ...facet, [view]: "" },
    });
    if (one.asked)
      state.change({ view: one.view, asked: one.asked, letter: null, ...unnarrowed(state.now, one.view) });
    else if (one.node !== undefined) {
      dom.find("query").value = ""; // the picture names it; beside a table that it does not filter it would mislead
      state.focusOn(one.node, 1);
    }
    else state.change({ letter: reading(one.sentence, dom.find("hits").dataset.query) });
    dom.find("canvas").focus({ preventScroll: true });
  }

  // A letter open at a sentence, the words that led there marked in all of it.
  const reading = ({ letter, start, end }, asked) => ({ at: letter, start, end, asked });

  function close() {
    dom.find("hits").hidden = true;
    dom.find("query").setAttribute("aria-expanded", "false");
    dom.find("query").blur();
  }

  function keys(event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length) {
      chosen = (chosen + step + shown.length) % shown.length;
      mark();
      event.preventDefault();
    } else if (event.key === "Escape") {
      dom.find("query").value = "";
      close();
    }
  }

  function enter(event) {
    if (event.key !== "Enter" || event.isComposing) return keys(event);
    const typed = dom.find("query").value.trim();
    if (dom.find("hits").hidden || dom.find("hits").dataset.query !== typed) {
      run(typed);
      chosen = 0;
    }
    return go(chosen);
  }

  function create() {
    const box = dom.find("query");
    const list = dom.find("hits");
    let waiting = 0;
    const now = () => {
      list.dataset.query = box.value.trim();
      run(box.value.trim());
    };
    box.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(now, 40);
    });
    box.addEventListener("focus", () => {
      corpus.load();
      if (box.value.trim()) now();
    });
    box.addEventListener("keydown", enter);
    box.addEventListener("blur", () =>
      setTimeout(() => {
        if (document.activeElement !== box) list.hidden = true; // who types again meanwhile keeps the list
      }, 120),
    );
  }

  // Both indexes are made while nothing else is to be done: the first key typed need not wait for them.
  function prepare() {
    index();
    setTimeout(indexInitials, 0);
    setTimeout(corpus.prepare, 0);
  }

  return { create, prepare, timed, names, reading };
})();
