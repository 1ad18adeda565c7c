// The state in the address: what is after # restores the picture, also from a file on a disk.
const permalink = (() => {
  const LISTS = { k: "hiddenKinds", r: "hiddenRelations", y: "years" };
  const NODES = { f: "focus", x: "expanded", c: "collapsed", p: "pinned" };
  const PLAIN = { b: "part", v: "view", z: "scope", q: "certainty", l: "language", h: "theme" };
  const NUMBERS = { d: "depth", w: "minWeight", m: "minLetters" };
  const FLAGS = { i: "hideIsolated", e: "hideEnumerations" };
  const SEPARATOR = "~";
  let written = "";
  let gone = 0; // things that the link names and the graph does not know

  function encode(now) {
    const blank = state.initial();
    const parts = new URLSearchParams();
    for (const [code, field] of Object.entries(LISTS))
      if (now[field].length) parts.set(code, now[field].join(SEPARATOR));
    for (const [code, field] of Object.entries(NODES))
      if (now[field].length) parts.set(code, now[field].map((at) => graph.node.id[at]).join(SEPARATOR));
    for (const [code, field] of Object.entries({ ...PLAIN, ...NUMBERS }))
      if (now[field] !== blank[field] && now[field] !== "") parts.set(code, String(now[field]));
    for (const [code, field] of Object.entries(FLAGS)) if (now[field]) parts.set(code, "1");
    if (!now.undated) parts.set("u", "0");
    if (now.selected)
      parts.set(
        "s",
        now.selected.edge !== undefined
          ? `e${graph.edgeName(now.selected.edge)}`
          : `n${graph.node.id[now.selected.node]}`,
      );
    if (now.only) parts.set("a", now.only);
    if (now.letter)
      parts.set("t", place(now.letter).join(SEPARATOR));
    if (now.asked && ["names", "sentences", "topic"].includes(now.view)) parts.set("g", now.asked);
    if (now.narrow[now.view]) parts.set("n", now.narrow[now.view]);
    if (now.facet[now.view]) parts.set("o", now.facet[now.view]);
    if (now.compare.a || now.compare.b) parts.set("ab", `${now.compare.a}${SEPARATOR}${now.compare.b}`);
    return parts.toString();
  }

  // The words that led to a letter go last: they may hold a separator.
  const place = ({ at, start, end, asked }) => [graph.letters[at].id, start, end, ...(asked ? [asked] : [])];

  function known(at) {
    if (at < 0) gone += 1;
    return at >= 0;
  }

  // What a link cannot name any more (another build) is left out and counted; the rest still holds.
  function decode(text) {
    const parts = new URLSearchParams(text);
    const found = state.initial();
    const list = (code) => (parts.get(code) || "").split(SEPARATOR).filter(Boolean);
    for (const [code, field] of Object.entries(LISTS)) found[field] = list(code);
    gone = 0;
    for (const [code, field] of Object.entries(NODES)) found[field] = list(code).map(graph.byId).filter(known);
    for (const [code, field] of Object.entries(PLAIN))
      if (parts.has(code)) found[field] = allowed(field, parts.get(code), found[field]);
    for (const [code, field] of Object.entries(NUMBERS))
      if (parts.has(code))
        found[field] = Math.max(1, Math.min(1e6, Math.trunc(Number(parts.get(code))) || 1));
    found.depth = Math.min(2, found.depth);
    for (const [code, field] of Object.entries(FLAGS)) found[field] = parts.get(code) === "1";
    found.undated = parts.get("u") !== "0";
    found.asked = parts.get("g") || "";
    found.only = parts.get("a") && groups.find(parts.get("a")) ? parts.get("a") : "";
    found.selected = selected(parts.get("s") || "");
    found.letter = letterAt(list("t"));
    if (parts.get("s") && !found.selected) gone += 1;
    if (parts.get("t") && !found.letter) gone += 1;
    if (parts.get("a") && !found.only) gone += 1;
    if (parts.get("n")) found.narrow = { [found.view]: parts.get("n") };
    if (parts.get("o")) found.facet = { [found.view]: parts.get("o") };
    const [a, b] = (parts.get("ab") || "").split(SEPARATOR);
    found.compare = { a: a || "", b: b || "" };
    if (found.scope === "path" && found.focus.length !== 2) found.scope = "focus";
    if (found.scope === "focus" && found.focus.length === 0) found.scope = "start";
    return found;
  }

  const ALLOWED = {
    view: [
      ...["graph", "table", "answers", "promises", "figures", "rankings", "passages", "compare", "issues"],
      ...["names", "sentences", "topic", "around"],
    ],
    part: ["nodes", "edges"],
    scope: ["start", "all", "focus", "path"],
    certainty: ["suggested", "inferred", "asserted"],
    language: ["zh", "en"],
    theme: ["light", "dark"],
  };
  const allowed = (field, value, otherwise) => (ALLOWED[field].includes(value) ? value : otherwise);

  function selected(text) {
    const at =
      text[0] === "e" ? graph.edgeByName(text.slice(1)) : text[0] === "n" ? graph.byId(text.slice(1)) : -1;
    return at < 0 ? null : text[0] === "e" ? { edge: at } : { node: at };
  }

  // A file that was refused has no id: no link means it, least of all one that names no letter.
  function letterAt([id, start, end, ...asked]) {
    const found = id && graph.letters.find((letter) => letter.id === id);
    const number = (text) => Math.max(0, Number(text) || 0);
    return found
      ? { at: found.at, start: number(start), end: number(end), asked: asked.join(SEPARATOR) }
      : null;
  }

  function write(now, step) {
    const text = encode(now);
    if (text === written) return;
    written = text;
    const address = `#${text}`;
    if (step) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  // Says so where the link that was followed names what is not there.
  function tell() {
    if (gone > 0) download.say(words.t("link.gone", { n: gone }), 8000);
    gone = 0;
  }

  function read() {
    written = location.hash.slice(1);
    return decode(written);
  }

  // Back and forward of the browser, and links pasted into the address.
  function create() {
    const follow = () => {
      if (location.hash.slice(1) === written) return;
      state.change(read(), { step: false });
      tell();
    };
    window.addEventListener("popstate", follow);
    window.addEventListener("hashchange", follow);
    state.listen((now, before, step) => write(now, step));
  }

  return { create, read, tell, encode, decode };
})();
