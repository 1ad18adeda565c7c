// The choice of one group of letters: a list to look through while it is short, else a field that finds a name by any
// part of it.
const chooser = (() => {
  const FEW = 60; // choices that a reader can look through

  // `first`: choices before the groups, [{code, label}]; `change` is told the code that was chosen.
  function draw({ id, label, kinds, chosen, first = [], change }) {
    const parts = kinds.map((kind) => [kind, groups.listed(kind)]).filter(([, own]) => own.length > 0);
    const count = parts.reduce((sum, [, own]) => sum + own.length, 0);
    const named = { id, "aria-label": label };
    return count <= FEW ? select(named, parts, first, chosen, change) : field(named, parts, first, chosen, change);
  }

  function select(named, parts, first, chosen, change) {
    const option = ({ code, label, lang }) => dom.el("option", { value: code, selected: code === chosen, lang }, label);
    const groups_ = parts.map(([kind, own]) =>
      dom.el("optgroup", { label: words.t(`compare.${kind}`) }, own.map((one) => option({ ...one, lang: "zh-Hans" }))),
    );
    const on = { change: (event) => change(event.target.value) };
    return dom.el("select", { ...named, on }, first.map(option), groups_);
  }

  // What stands in the field → the code it means. Two of one name are told apart by their codes.
  function byName(parts, first) {
    const found = new Map(first.map(({ code, label }) => [label, { code, kind: "" }]));
    for (const [kind, own] of parts)
      for (const { code, label } of own) {
        const name = found.has(label) ? `${label} · ${code.slice(code.indexOf(":") + 1)}` : label;
        found.set(name, { code, kind });
      }
    return found;
  }

  function field(named, parts, first, chosen, change) {
    const known = byName(parts, first);
    const [shown = ""] = [...known].find(([, { code }]) => code === chosen) || [];
    const list = dom.el(
      "datalist",
      { id: `${named.id}-list` },
      [...known].map(([name, { kind }]) => dom.el("option", { value: name, label: kind && words.t(`compare.${kind}`) })),
    );
    const input = dom.el("input", {
      ...named,
      ...{ type: "text", list: list.id, value: shown, placeholder: shown || words.t("choose"), title: shown },
      ...{ class: "choice", autocomplete: "off", spellcheck: "false" },
    });
    listen(input, known, shown, change);
    return dom.el("span", { class: "chooser" }, input, list);
  }

  // The first choice that holds all the words; what is written out in full comes before it.
  function meant(known, typed) {
    const asked = fold.parts(typed);
    const holds = (name) => asked.length > 0 && asked.every((part) => fold.tight(name).includes(part));
    const name = known.has(typed) ? typed : [...known.keys()].find(holds);
    return name === undefined ? null : known.get(name).code;
  }

  // A field that is emptied offers all; one that is left as it was means what it meant.
  function listen(input, known, shown, change) {
    const clear = () => (input.value = "");
    const choose = () => {
      const code = meant(known, input.value);
      if (code === null || input.value === shown) input.value = shown;
      else change(code);
    };
    input.addEventListener("pointerdown", clear);
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", () => setTimeout(() => (input.value = input.value || shown), 0));
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" && input.value === shown) clear();
      if (event.key === "Escape") input.value = shown;
    });
    // Chosen from the list, and not typed: 苏州市 must not be taken while 苏州市吴江区 is written.
    const isPicked = ({ inputType }) => !inputType || inputType === "insertReplacementText";
    input.addEventListener("input", (event) => isPicked(event) && known.has(input.value) && choose());
    input.addEventListener("change", choose);
  }

  return { draw };
})();
