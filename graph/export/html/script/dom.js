// Building the page's elements. Names and texts come from strangers: they enter through textContent only.
const dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";

  // Attributes: `on` holds listeners, `class` and `data-…` are set as they are, booleans as properties of ARIA.
  function fill(node, attributes, children) {
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name === "on") {
        for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
      } else if (name === "checked" || name === "disabled" || name === "hidden" || name === "value") {
        node[name] = value;
      } else {
        node.setAttribute(name, value === true ? "" : String(value));
      }
    }
    for (const child of children.flat(Infinity)) {
      if (child === null || child === undefined || child === false || child === "") continue;
      node.append(child instanceof Node ? child : document.createTextNode(String(child)));
    }
    return node;
  }

  const el = (tag, attributes, ...children) => fill(document.createElement(tag), attributes, children);
  const svg = (tag, attributes, ...children) =>
    fill(document.createElementNS(SVG, tag), attributes, children);
  const find = (id) => document.getElementById(id);

  // What tells a control from the others of its part, also when the part is drawn anew.
  const KEYS = ["id", "data-view", "data-year", "data-code", "data-turn", "data-act", "data-sort", "data-facet"];

  // A function that finds in `parent`, drawn anew, the control that has the focus now; null where none in it has.
  function held(parent) {
    const active = document.activeElement;
    const marked = parent.contains(active) && active.closest(KEYS.map((key) => `[${key}]`).join());
    if (!marked || marked === parent || !parent.contains(marked)) return null;
    const key = KEYS.find((one) => marked.hasAttribute(one));
    const same = `[${key}="${CSS.escape(marked.getAttribute(key))}"]`;
    return () => parent.querySelector(marked === active ? same : `${same} ${active.tagName}`);
  }

  // Whoever works by key goes on at the control that they used.
  function replace(parent, ...children) {
    const find_ = held(parent);
    parent.replaceChildren();
    fill(parent, null, children);
    const again = find_ && document.activeElement === document.body && find_();
    if (again) again.focus({ preventScroll: true });
    return parent;
  }

  const button = (label, act, attributes) =>
    el("button", { type: "button", on: { click: act }, ...attributes }, label);

  return { el, svg, find, replace, button };
})();
