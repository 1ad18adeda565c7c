// Sortable tables with a filter and two files: every list of rows that the page shows.
const table = (() => {
  const FIRST = 300; // rows drawn at once
  const sorting = new Map(); // name of the table → {key, by, down}
  let marks = []; // one function a row drawn: says anew whether it is selected
  const wanted = new Map(); // name of the table → what its rows must hold

  const text = (value) => (Array.isArray(value) ? value.join("、") : String(value ?? ""));
  const both = (type, a, b) => typeof a === type && typeof b === type;
  const compare = (a, b) => (both("number", a, b) ? a - b : text(a).localeCompare(text(b), "zh-Hans-CN"));

  function sorted(name, rows) {
    const sort = sorting.get(name);
    if (!sort) return rows;
    return [...rows].sort((a, b) => compare(a[sort.by], b[sort.by]) * (sort.down ? -1 : 1));
  }

  function passing(name, columns, rows) {
    const parts = (wanted.get(name) || "").toLowerCase().split(/\s+/).filter(Boolean);
    if (parts.length === 0) return rows;
    const within = (row) =>
      columns
        .map((column) => text(row[column.key]))
        .join(" ")
        .toLowerCase();
    return rows.filter((row) => parts.every((part) => within(row).includes(part)));
  }

  function headCell(name, column, again) {
    const sort = sorting.get(name);
    const ours = sort && sort.key === column.key;
    const turn = () => {
      const down = ours ? !sort.down : Boolean(column.number);
      sorting.set(name, { key: column.key, by: column.by || column.key, down });
      again();
    };
    const state_ = ours ? (sort.down ? "descending" : "ascending") : "none";
    const looks = { "aria-sort": state_, scope: "col", class: column.number ? "number" : null };
    return dom.el("th", looks, dom.button(column.title, turn));
  }

  function line(row, columns, { open, mark }) {
    const act = { click: () => open(row), keydown: (event) => event.key === "Enter" && open(row) };
    const looks = open ? { "data-row": true, tabindex: 0, on: act } : {};
    const cell = (column) =>
      dom.el(
        "td",
        { class: column.number ? "number" : `cell-${column.key}` },
        column.show ? column.show(row) : text(row[column.key]),
      );
    const element = dom.el("tr", looks, columns.map(cell));
    if (mark) marks.push(() => element.setAttribute("aria-selected", String(mark(row))));
    return element;
  }

  function body(name, columns, rows, options, again) {
    marks = [];
    const lines = dom.el(
      "tbody",
      null,
      rows.slice(0, FIRST).map((row) => line(row, columns, options)),
    );
    const rest = (event) => {
      rows.slice(FIRST).forEach((row) => lines.append(line(row, columns, options)));
      event.target.remove();
    };
    const head = columns.map((column) => headCell(name, column, again));
    return [
      dom.el(
        "table",
        { "aria-label": words.t(`view.${name}`) },
        dom.el("thead", null, dom.el("tr", null, head)),
        lines,
      ),
      rows.length > FIRST &&
        dom.button(words.t("show.more", { n: rows.length - FIRST }), rest, { class: "more" }),
    ];
  }

  function files(name, columns, rows) {
    const head = columns.map((column) => column.title);
    const value = (cell) => (typeof cell === "number" ? cell : text(cell));
    const cells = () => rows.map((row) => columns.map((column) => value(row[column.key])));
    const csv = () =>
      download.file(`fuwen-${name}.csv`, "text/csv;charset=utf-8", download.csv(head, cells()));
    const md = () =>
      download.file(`fuwen-${name}.md`, "text/markdown;charset=utf-8", download.markdown(head, cells()));
    return [dom.button("CSV", csv, { class: "chip" }), dom.button("Markdown", md, { class: "chip" })];
  }

  // A sheet with a title, a filter, the files and a table. columns: [{key, title, number, by, show(row)}];
  // rows: plain objects; options: open(row) is what a click does, mark(row) says which is selected.
  function sheet(name, columns, rows, options) {
    const holder = dom.el("div", { id: "rows" });
    const count = dom.el("span", { class: "kicker" });
    const saving = dom.el("span", { class: "actions" });
    const again = () => {
      const left = sorted(name, passing(name, columns, rows));
      count.textContent = words.t("rows", { n: left.length });
      dom.replace(saving, files(name, columns, left));
      const none = dom.el("p", { class: "empty" }, words.t("nothing.here"));
      dom.replace(holder, left.length === 0 ? none : body(name, columns, left, options, again));
      mark();
    };
    const typed = (event) => {
      wanted.set(name, event.target.value);
      state.change({ narrow: { ...state.now.narrow, [name]: event.target.value } }, { step: false });
      again();
    };
    const narrow = {
      type: "search",
      id: "narrow",
      class: "narrow",
      placeholder: words.t("narrow"),
      "aria-label": words.t("narrow"),
      value: wanted.get(name) || "",
      on: { input: typed },
    };
    dom.replace(
      dom.find("sheet"),
      dom.el(
        "header",
        null,
        dom.el("h2", null, words.t(`view.${name}`)),
        count,
        dom.el("span", { class: "spacer" }),
        dom.el("input", narrow),
        options.extra,
        saving,
      ),
      holder,
    );
    again();
  }

  const mark = () => marks.forEach((one) => one());

  // Takes over what the rows of a table must hold from the address; returns whether that is news to the table.
  function narrow(name, text) {
    const news = (wanted.get(name) || "") !== text;
    wanted.set(name, text);
    return news;
  }

  return { sheet, files, mark, narrow };
})();
