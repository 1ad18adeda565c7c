// The page comes up: decode, restore the state, draw; then redraw whatever a change of the state touches.
const main = (() => {
  const VIEWS = ["graph", "table", "answers", "promises", "figures", "rankings", "passages", "compare"];

  function theme(now) {
    const wanted =
      now.theme || (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
    if (document.documentElement.dataset.theme !== wanted) {
      document.documentElement.dataset.theme = wanted;
      glyph.paint();
      canvas.forget();
    }
  }

  function language(now) {
    const wanted = now.language || (/^zh/i.test(navigator.language || "zh") ? "zh" : "en");
    words.use(wanted);
    words.label(document.body);
    document.title = words.t("page.title", { n: replies().length });
    dom.find("strap").textContent = [territory.where(), words.t("strap", { n: replies().length, years: span() })]
      .filter(Boolean)
      .join(" · ");
    dom.find("language").textContent = words.t("other.language");
  }

  const replies = () => graph.letters.filter((letter) => letter.status === "reply");

  function span() {
    const years = replies()
      .map((letter) => letter.year)
      .filter(Boolean)
      .sort();
    return years.length
      ? years[0] === years[years.length - 1]
        ? years[0]
        : `${years[0]}–${years[years.length - 1]}`
      : words.t("undated");
  }

  function views(now) {
    const has = (view) => (view === "answers" ? answers.has() : claims.has(view));
    const shown = VIEWS.filter((view) => ["graph", "table", "compare"].includes(view) || has(view));
    if (!shown.includes(now.view)) shown.push(now.view); // a table that was asked for has its tab while it is open
    dom.replace(
      dom.find("views"),
      shown.map((view) =>
        dom.button(words.t(`view.${view}`), () => state.change({ view, letter: null }), {
          "aria-current": now.view === view && !now.letter ? "page" : null,
          "data-view": view,
        }),
      ),
    );
    reveal(dom.find("views"), dom.find("views").querySelector("[aria-current]"));
  }

  // Not all tabs fit a phone. By hand: scrollIntoView would make the next Tab key go on from there.
  function reveal(row, tab) {
    if (!tab) return;
    const [own, all] = [tab.getBoundingClientRect(), row.getBoundingClientRect()];
    row.scrollLeft += Math.min(0, own.left - all.left) + Math.max(0, own.right - all.right);
  }

  // A sheet is drawn again when what it shows has changed; a selection alone only moves the mark in its rows, and a
  // theme is the style's business. The bar of years stays in reach of the tables that it narrows.
  const NARROWED = new Set(["table", "answers", "promises", "figures", "rankings", "passages", "topic", "sentences"]);
  let sheetKey = "";
  function sheet(now) {
    const root = dom.find("sheet");
    root.hidden = now.view === "graph" && !now.letter;
    root.classList.toggle("narrowed", NARROWED.has(now.view) && !now.letter);
    letter.render(now);
    if (now.letter || now.view === "graph") {
      sheetKey = "";
      return;
    }
    const key = JSON.stringify({ ...now, selected: null, theme: "", narrow: null, facet: null });
    const news = table.narrow(now.view, now.narrow[now.view] || "", now.facet[now.view] || "");
    if (!news && key === sheetKey) return table.mark();
    sheetKey = key;
    if (now.view === "table") selection.render(now);
    else if (now.view === "compare") compare.render(now);
    else if (found.has(now.view)) found.render(now);
    else if (now.view === "answers") answers.render();
    else if (now.view === "issues") issues.render();
    else claims.render(now.view);
  }

  const covered = () => !dom.find("sheet").hidden;

  // What stands behind a sheet takes no focus; who was there goes on in the sheet, and who closes it in the picture.
  function uncover() {
    const sheet_ = dom.find("sheet");
    const parts = ["scope-line", "canvas-box", "time"].map(dom.find);
    const behind = parts.filter((part) => covered() && overlap(part, sheet_));
    const lost = behind.some((part) => part.contains(document.activeElement));
    for (const part of parts) part.inert = behind.includes(part);
    if (lost) sheet_.focus({ preventScroll: true });
    if (!covered() && sheet_.contains(document.activeElement)) dom.find("canvas").focus({ preventScroll: true });
  }

  function overlap(one, other) {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    return a.top < b.bottom - 1 && b.top < a.bottom - 1;
  }

  // What a screen reader is told after a change.
  function tell(now) {
    const work = canvas.work;
    const count = work
      ? words.t("scope.shown", {
          shown: work.nodes.length,
          nodes: graph.node.count,
          edges: work.edges.length,
        })
      : "";
    const chosen =
      now.selected &&
      (now.selected.node !== undefined
        ? `${graph.distinct(now.selected.node)}, ${words.kind(graph.node.kind[now.selected.node])}`
        : words.relation(graph.edge.relation[now.selected.edge]));
    const tie = work && work.way ? path.told(work) : "";
    const read = now.letter && `${words.t("letter")} ${citation.label(graph.letters[now.letter.at])}`;
    const seen = read || (now.view === "graph" ? count : words.t(`view.${now.view}`));
    dom.find("live").textContent = [chosen, now.view === "graph" && tie, seen].filter(Boolean).join(". ");
  }

  function drawer(name) {
    if (name) document.body.dataset.drawer = name;
    else delete document.body.dataset.drawer;
    for (const one of ["filters", "detail"])
      dom.find(`drawer-${one}`).setAttribute("aria-pressed", String(document.body.dataset.drawer === one));
  }

  function render(now, before) {
    theme(now);
    if (!before || now.language !== before.language) language(now);
    views(now);
    canvas.render(now);
    scopeline.render(now);
    legend.render(now);
    time.render(now);
    panel.render(now);
    sheet(now);
    uncover();
    tell(now);
    if (before && now.selected && !same(now.selected, before.selected)) drawer(narrow() ? "detail" : "");
    else if (
      before &&
      narrow() &&
      (now.scope !== before.scope || now.letter !== before.letter || now.view !== before.view)
    )
      drawer("");
  }

  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  const narrow = () => window.matchMedia("(max-width: 980px)").matches;

  function wire() {
    dom.find("home").addEventListener("click", state.home);
    dom.find("back").addEventListener("click", () => history.back());
    dom.find("forward").addEventListener("click", () => history.forward());
    dom
      .find("language")
      .addEventListener("click", () =>
        state.change({ language: words.language === "zh" ? "en" : "zh" }, { step: false }),
      );
    dom
      .find("theme")
      .addEventListener("click", () =>
        state.change({ theme: glyph.dark() ? "light" : "dark" }, { step: false }),
      );
    // The address of a file names folders of this computer: another one can use what is behind #.
    const told = location.protocol === "file:" ? ["copied.file", 8000] : [];
    dom.find("link").addEventListener("click", () => citation.copy(location.href, ...told));
    dom.find("skip").addEventListener("click", () => dom.find(covered() ? "sheet" : "canvas").focus());
    dom.find("help-open").addEventListener("click", keyboard.help);
    for (const name of ["filters", "detail"])
      dom
        .find(`drawer-${name}`)
        .addEventListener("click", () => drawer(document.body.dataset.drawer === name ? "" : name));
    dom.replace(
      dom.find("zoom"),
      dom.button("+", () => canvas.zoom(1.25), { "data-t-label": "zoom.in" }),
      dom.button("−", () => canvas.zoom(0.8), { "data-t-label": "zoom.out" }),
      dom.button("⤢", canvas.fit, { "data-t-label": "zoom.fit", "data-t-hint": "zoom.fit" }),
    );
    words.label(dom.find("zoom"));
    window
      .matchMedia("(prefers-color-scheme: dark)")
      .addEventListener("change", () => render(state.now, null));
  }

  async function run() {
    await graph.read();
    state.change(permalink.read(), { step: false });
    language(state.now);
    theme(state.now);
    canvas.create();
    search.create();
    keyboard.create();
    wire();
    permalink.create();
    paper.create();
    state.listen((now, before) => render(now, before));
    render(state.now, null);
    permalink.tell();
    requestAnimationFrame(() => requestAnimationFrame(painted));
  }

  // The first picture stands: now the letters may be decoded.
  function painted() {
    document.body.dataset.ready = String(Math.round(performance.now()));
    const later = window.requestIdleCallback || ((act) => setTimeout(act, 60));
    later(() =>
      corpus.load().then(() => {
        views(state.now);
        questions.fill();
        search.prepare();
        document.body.dataset.letters = "true";
      }),
    );
  }

  // What a script of the reader may ask (and the project's browser tests do); it changes nothing.
  const outside = Object.freeze({
    shown: () => canvas.work.nodes.map((at) => graph.node.id[at]),
    edges: () => canvas.work.edges.map(graph.edgeName),
    placeOf: (id) => canvas.network.canvasToDOM(canvas.network.getPosition(graph.byId(id))),
    searchMilliseconds: (query) => search.timed(query),
    labelOf: (id) => labels.textOf(graph.byId(id)),
    alike: (one, two) => pairing.alike(one, two),
    badgeOf: (id) => labels.badgeOf(graph.byId(id)),
  });

  return { run, drawer, span, outside };
})();

window.fuwen = main.outside;

// A browser too old to unpack the data says so instead of staying empty.
main.run().catch((error) => {
  dom.find("failed").hidden = false;
  throw error;
});
