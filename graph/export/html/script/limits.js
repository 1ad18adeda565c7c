// What the letters are narrowed to, as chips that take it away again; and the choice of one group of letters.
const limits = (() => {
  const KINDS = ["place", "department", "member"];

  const LONGEST = 24; // characters of a name that a chip shows
  const clip = (text) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

  function chip(label, patch, id) {
    const told = `${label}: ${words.t("limit.drop")}`;
    return dom.button(`${clip(label)} ×`, () => state.change(patch), {
      class: "chip limit",
      id,
      title: told,
      "aria-label": told,
    });
  }

  // The group that is shown alone: what it is and how many letters it has.
  function only(now) {
    const group = now.only && groups.find(now.only);
    if (!group) return null;
    return chip(words.t("compare.option", { label: group.label, n: group.letters.size }), { only: "" }, "only-drop");
  }

  // What keeps rows out of a table of letters: the group, the years chosen, undated letters left out.
  function all(now) {
    const { years, undated } = now;
    const without = graph.letters.filter((letter) => letter.status === "reply" && !letter.year).length;
    return [
      only(now),
      ...[...years].sort().map((year) => chip(year, { years: years.filter((one) => one !== year) })),
      years.length > 0 && undated && without > 0 && chip(words.t("limit.undated", { n: without }), { undated: false }),
      !undated && chip(words.t("limit.dated"), { undated: true }),
    ];
  }

  // Of one place, one department or one member: offered where there are several letters. Of many letters it is long,
  // so that it is made anew only where it says something else.
  let [made, madeFor] = [null, ""];
  function choice(now) {
    if (groups.letters() < 2) return null;
    const key = `${words.language} ${now.only}`;
    if (key !== madeFor) [made, madeFor] = [choices(now), key];
    return made;
  }

  function choices(now) {
    const group = now.only && groups.find(now.only);
    const isOffered = KINDS.some((kind) => now.only.startsWith(`${kind}:`)) && groups.all().has(now.only);
    const every = { code: "", label: words.t("only.all") };
    const own = group && !isOffered && { code: now.only, label: group.label }; // it was reached from a name or a letter
    const choice = chooser.draw({
      id: "only",
      label: words.t("only"),
      kinds: KINDS,
      chosen: now.only,
      first: [every, own].filter(Boolean),
      change: (only_) => state.change({ only: only_ }),
    });
    return dom.el("section", { id: "letters-shown" }, dom.el("h2", { class: "caps" }, words.t("only")), choice);
  }

  // The way from a node to its letters alone: in the picture they are drawn anew, a table only loses rows.
  function action(at, now) {
    const code = groups.codeOf(at);
    const group = code && groups.find(code);
    if (!group || group.letters.size === groups.letters()) return null;
    const pressed = now.only === code;
    const anew = { scope: "start", focus: [], expanded: [], collapsed: [], selected: null };
    const act = () => {
      state.change({ only: pressed ? "" : code, letter: null, ...(now.view === "graph" && !pressed ? anew : {}) });
      const back = dom.find("only-drop");
      if (back && !state.now.selected) back.focus(); // the panel of the node is gone: from here it is taken back
    };
    const key = code.startsWith("department:") ? "only.replies" : "only.letters";
    return dom.button(words.t(key, { n: group.letters.size }), act, {
      class: "chip",
      title: words.t("only.hint"),
      "aria-pressed": String(pressed),
      "data-only": code,
    });
  }

  return { only, all, choice, action };
})();
