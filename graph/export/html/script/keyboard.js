// Keys: everything the mouse does, and the list of them.
const keyboard = (() => {
  const HELP = [
    ["/", "key.search"],
    ["Enter", "key.focus"],
    ["← →", "key.walk"],
    ["1 2", "key.depth"],
    ["e", "key.expand"],
    ["p", "key.pin"],
    ["d", "key.detail"],
    ["t", "key.table"],
    ["h", "key.home"],
    ["+ −", "key.zoom"],
    ["[ ]", "key.history"],
    ["Esc", "key.escape"],
    ["?", "key.help"],
  ];
  const GUIDE = ["picture", "evidence", "search", "promises", "compare", "filters", "doubt"].map((one) => `guide.${one}`);
  let walk = { from: -1, index: -1 };

  const typing = (target) =>
    ["INPUT", "SELECT", "TEXTAREA"].includes(target.tagName) && target.type !== "checkbox";

  function neighbours(at) {
    const work = canvas.work;
    const rows = [...graph.edgesOf(at)]
      .map((one) => graph.other(one, at))
      .filter((row) => work.set.has(row) && row !== at);
    return [...new Set(rows)].sort(scope.byImportance);
  }

  // Arrow keys go through the neighbours of the node where the walk began; Enter makes one the focus.
  function step(by) {
    const now = state.now;
    const work = canvas.work;
    const at = now.selected && now.selected.node !== undefined ? now.selected.node : -1;
    if (at < 0) return state.select({ node: [...work.nodes].sort(scope.byImportance)[0] });
    if (walk.from < 0 || !neighbours(walk.from).includes(at)) walk = { from: at, index: -1 };
    const rows = neighbours(walk.from);
    if (rows.length === 0) return undefined;
    walk = { ...walk, index: (walk.index + by + rows.length) % rows.length };
    return state.select({ node: rows[walk.index] });
  }

  function escape() {
    const now = state.now;
    if (document.body.dataset.drawer) return main.drawer("");
    if (now.letter) return state.change({ letter: null });
    if (now.view !== "graph") return state.change({ view: "graph" });
    if (now.selected) return state.select(null);
    return undefined;
  }

  function press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || dom.find("help").open) return;
    if (typing(event.target)) return;
    const now = state.now;
    const at = now.selected && now.selected.node !== undefined ? now.selected.node : -1;
    const onCanvas = event.target === document.body || dom.find("canvas").contains(event.target);
    const acts = {
      "/": () => dom.find("query").focus(),
      "?": help,
      Escape: escape,
      h: state.home,
      d: toDetail,
      t: () => state.change({ view: now.view === "table" ? "graph" : "table", letter: null }),
      "[": () => history.back(),
      "]": () => history.forward(),
      "+": () => canvas.zoom(1.25),
      "=": () => canvas.zoom(1.25),
      "-": () => canvas.zoom(0.8),
    };
    if (at >= 0) {
      Object.assign(acts, {
        1: () => state.focusOn(at, 1),
        2: () => state.focusOn(at, 2),
        e: () => state.change({ expanded: state.toggle(now.expanded, at) }),
        p: () => state.change({ pinned: state.toggle(now.pinned, at) }),
      });
    }
    if (onCanvas) {
      Object.assign(acts, {
        ArrowRight: () => step(1),
        ArrowDown: () => step(1),
        ArrowLeft: () => step(-1),
        ArrowUp: () => step(-1),
      });
      if (at >= 0)
        acts.Enter = () => {
          walk = { from: -1, index: -1 };
          state.focusOn(at, now.depth);
        };
    }
    if (acts[event.key]) {
      event.preventDefault();
      acts[event.key]();
    }
  }

  // From the picture to what is told of it, past all that lies between.
  function toDetail() {
    const first = dom.find("detail").querySelector("h2, .contents button");
    if (first) first.focus();
  }

  function help() {
    const box = dom.find("help");
    dom.replace(
      box,
      dom.button("×", () => box.close(), { class: "icon close", "aria-label": words.t("close") }),
      dom.el("h2", null, words.t("guide")),
      dom.el(
        "ul",
        { class: "guide" },
        GUIDE.map((key) => dom.el("li", null, words.t(key))),
      ),
      dom.el("h2", null, words.t("keys")),
      dom.el(
        "dl",
        null,
        HELP.map(([keys, text]) => [
          dom.el(
            "dt",
            null,
            keys.split(" ").map((key) => [dom.el("kbd", null, key), " "]),
          ),
          dom.el("dd", null, words.t(text)),
        ]),
      ),
    );
    box.showModal();
    box.scrollTop = 0;
  }

  function create() {
    document.addEventListener("keydown", press);
    const box = dom.find("help");
    box.addEventListener("click", (event) => {
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const beside = event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom;
      if (event.target === box && beside) box.close(); // on a phone there is no Esc
    });
  }

  return { create, help };
})();
