// The one state of the page. Modules read it, change it through `change`, and redraw when it has changed.
const state = (() => {
  const initial = () => ({
    // graph, table, promises, figures, compare, …; names, sentences, topic: everything found; around: the focus
    view: "graph",
    scope: "start", // start, all, focus, path (between the two nodes of the focus)
    focus: [], // node rows
    depth: 1,
    expanded: [],
    collapsed: [],
    pinned: [],
    selected: null, // {node: row} or {edge: row}
    letter: null, // {at: letter row, start, end, asked}: the letter view is open, and what was searched for
    hiddenKinds: [],
    hiddenRelations: [],
    years: [], // none chosen = all
    undated: true,
    only: "", // the group of letters that is shown alone, by its code in `groups`
    minWeight: 1,
    minLetters: 1,
    certainty: "suggested", // the least certain that is shown
    hideIsolated: false,
    hideEnumerations: false,
    part: "nodes", // nodes or edges: which of the two the list of the picture shows
    narrow: {}, // view → what its rows must hold
    facet: {}, // view → the part of its rows that is shown
    compare: { a: "", b: "" },
    asked: "", // what the tables of everything found were asked for
    language: "",
    theme: "",
  });
  let current = initial();
  const listeners = [];

  // `step: false` marks changes that are no step of the history (a theme, a slider on its way).
  function change(patch, { step = true } = {}) {
    const before = current;
    current = { ...current, ...patch };
    for (const listener of listeners) listener(current, before, step);
  }

  function toggle(list, value) {
    return list.includes(value) ? list.filter((one) => one !== value) : [...list, value];
  }

  const select = (patch) => change({ selected: patch, letter: null });
  const focusOn = (at, depth) =>
    change({
      view: "graph",
      scope: "focus",
      focus: [at],
      depth: depth || current.depth,
      expanded: [],
      collapsed: [],
      selected: { node: at },
      letter: null,
    });
  const home = () =>
    change({
      view: "graph",
      scope: "start",
      focus: [],
      expanded: [],
      collapsed: [],
      selected: null,
      letter: null,
    });

  return {
    initial,
    change,
    toggle,
    select,
    focusOn,
    home,
    listen: (listener) => listeners.push(listener),
    get now() {
      return current;
    },
  };
})();
