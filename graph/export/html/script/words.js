// What the page says, in Chinese or English: the string table, and the vocabulary's labels of kinds and relations.
const words = (() => {
  const BETWEEN = " · ";
  let language = "zh";

  function use(wanted) {
    language = wanted === "en" ? "en" : "zh";
    document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  }

  // {name} in a string is filled from `values`; {name:letter|letters} is the first for 1 and else the second.
  function t(key, values = {}) {
    const entry = graph.start.strings[key];
    const raw = entry ? entry[language] : key;
    return raw.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (whole, name, one, more) => {
      if (!(name in values)) return whole;
      return one === undefined ? number(values[name]) : values[name] === 1 ? one : more;
    });
  }

  // The half that is read of a text in both languages, 中文 · English; all of it where it is in one.
  function half(text) {
    const at = text.indexOf(BETWEEN);
    if (at < 0) return text;
    return language === "zh" ? text.slice(0, at) : text.slice(at + BETWEEN.length);
  }

  const number = (value) => (typeof value === "number" ? value.toLocaleString("en-US") : value);

  // A label of the vocabulary; a term that it does not know keeps its code.
  function term(group, code) {
    const entry = (graph.start.terms[group] || {})[code];
    return entry ? entry[language] : code;
  }

  const kind = (code) => term("kinds", code);
  const relation = (code) => term("relations", code);
  const status = (code) => term("status", code);
  const certainty = (code) => term("certainty", code);

  // Static parts of the page carry data-t (text), data-t-label (aria-label), data-t-hint (title), data-t-placeholder.
  function label(root) {
    for (const node of root.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
    for (const node of root.querySelectorAll("[data-t-label]"))
      node.setAttribute("aria-label", t(node.dataset.tLabel));
    for (const node of root.querySelectorAll("[data-t-hint]"))
      node.setAttribute("title", t(node.dataset.tHint));
    for (const node of root.querySelectorAll("[data-t-placeholder]")) {
      node.setAttribute("placeholder", t(node.dataset.tPlaceholder));
    }
  }

  return {
    use,
    t,
    half,
    term,
    kind,
    relation,
    status,
    certainty,
    label,
    number,
    get language() {
      return language;
    },
  };
})();
