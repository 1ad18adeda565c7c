// Sortable tables with a filter and two files: every list of rows that the page shows.
const table = (() => {
  const FIRST = 60; // rows drawn at first where each has its sentence: no wait that is felt
  const PAGE = 300; // rows drawn at a time when more are asked for
  const sorting = new Map(); // name of the table → {key, by, down}
  const wanted = new Map(); // name of the table → what its rows must hold
  const picked = new Map(); // name of the table → the part of its rows that is shown
  const MOST_FACETS = 8; // parts that are named before the rest is asked for
  const MOST_NAMED = 120; // parts that are named at all: words in the filter of the rows bring up others
  const unfolded = new Set(); // names of the tables whose parts are all named
  const places = new Map(); // name of the table → {of, drawn, top}: where the reader was among so many rows
  let left = null; // {view, at}: the row that was opened by key, where the reader goes on after the letter
  // Columns that hold words of the letters, whatever the page speaks.
  const PRINTED = new Set(["what", "responsible", "metric", "parties", "place", "words", "territory", "scope"]);
  let marks = []; // one function a row drawn: says anew whether it is selected

  const text = (value) => (Array.isArray(value) ? value.join("、") : String(value ?? ""));
  const blank = (value) => text(value) === "";
  const both = (type, a, b) => typeof a === type && typeof b === type;
  const chinese = new Intl.Collator("zh-Hans-CN");
  const compare = (a, b) => (both("number", a, b) ? a - b : chinese.compare(text(a), text(b)));

  // Blanks stand last both ways: nobody sorts to see what is not there.
  function sorted(name, rows) {
    const sort = sorting.get(name);
    if (!sort) return rows;
    const turn = sort.down ? -1 : 1;
    const order = (a, b) => blank(a) - blank(b) || compare(a, b) * turn;
    return [...rows].sort((a, b) => order(a[sort.by], b[sort.by]));
  }

  function passing(name, columns, rows) {
    const parts = fold.parts(wanted.get(name) || "");
    if (parts.length === 0) return rows;
    const keys = [...columns.map((column) => column.key), "quote", "actor", "office", "head", "conflict"];
    const within = (row) => keys.map((key) => fold.tight(text(row[key]))).join("\n");
    return rows.filter((row) => {
      const all = within(row);
      return parts.every((part) => all.includes(part));
    });
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
    const looks = { "aria-sort": state_, scope: "col", class: column.number ? "number" : `head-${column.key}` };
    return dom.el("th", looks, dom.button(column.title, turn, { "data-sort": column.key }));
  }

  // A row, and where the table has it the line below with the sentence.
  function line(row, columns, { open, opens, mark, under }) {
    const click = () => open(row);
    const enter = (event) => {
      if (event.key !== "Enter" || event.target !== event.currentTarget) return;
      const at = opening().indexOf(event.currentTarget);
      open(row);
      if (state.now.letter) left = { view: state.now.view, at };
    };
    const acts = open && (!opens || opens(row));
    const looks = acts ? { "data-row": true, tabindex: 0, on: { click, keydown: enter } } : {};
    const cell = (column) =>
      dom.el(
        "td",
        {
          class: column.number ? "number" : `cell-${column.key}`,
          lang: PRINTED.has(column.key) ? "zh-Hans" : null,
          "data-title": column.title,
        },
        column.show ? column.show(row) : text(row[column.key]),
      );
    const element = dom.el("tr", { class: under ? "over" : null, ...looks }, columns.map(cell));
    if (mark) marks.push(() => element.setAttribute("aria-selected", String(mark(row))));
    if (!under) return [element];
    const said = dom.el("td", { class: "cell-quote", colspan: columns.length, lang: "zh-Hans" }, under(row));
    return [element, dom.el("tr", { class: "under", on: acts ? { click } : null }, said)];
  }

  // Draws the first items into `holder`; `more` is the button that draws the next page, `drawn` how many stand.
  function pages(holder, items, draw, { size = PAGE, first = size } = {}) {
    let drawn = 0;
    const next = (count) => {
      holder.append(...items.slice(drawn, drawn + count).flatMap(draw));
      drawn = Math.min(items.length, drawn + count);
      const left = items.length - drawn;
      more.hidden = left === 0;
      more.textContent = words.t("show.next", { n: Math.min(size, left), left });
    };
    const more = dom.button("", () => next(size), { class: "more" });
    next(first);
    return { more, drawn: () => drawn };
  }

  // The table's element, and its rows page by page.
  function body(name, columns, rows, options, again, first) {
    marks = [];
    const lines = dom.el("tbody");
    const head = columns.map((column) => headCell(name, column, again));
    const page = pages(lines, rows, (row) => line(row, columns, options), { first });
    const label = { "aria-label": words.t(`view.${name}`) };
    const element = dom.el("table", label, dom.el("thead", null, dom.el("tr", null, head)), lines);
    return { element, more: page.more, drawn: page.drawn };
  }

  // Two buttons that save all rows (or what a function makes of them then); a column says with `file(row)` what a file
  // holds of it.
  function files(name, columns, rows) {
    const head = columns.map((column) => column.title);
    const value = (cell) => (typeof cell === "number" ? cell : text(cell));
    const cell = (row) => (column) => value(column.file ? column.file(row) : row[column.key]);
    const cells = () => (typeof rows === "function" ? rows() : rows).map((row) => columns.map(cell(row)));
    const csv = () =>
      download.file(`fuwen-${name}.csv`, "text/csv;charset=utf-8", download.csv(head, cells()));
    const md = () =>
      download.file(`fuwen-${name}.md`, "text/markdown;charset=utf-8", download.markdown(head, cells()));
    return [dom.button("CSV", csv, { class: "chip" }), dom.button("Markdown", md, { class: "chip" })];
  }

  function narrowField(name, again) {
    const typed = (event) => {
      wanted.set(name, event.target.value);
      state.change({ narrow: { ...state.now.narrow, [name]: event.target.value } }, { step: false });
      again();
    };
    return dom.el("input", {
      type: "search",
      id: "narrow",
      class: "narrow",
      placeholder: words.t("narrow"),
      "aria-label": words.t("narrow"),
      value: wanted.get(name) || "",
      on: { input: typed },
    });
  }

  // What parts the rows fall into, and how many are in each; one is shown alone after a click.
  function facets(name, { of, label, hint, order }, rows, again) {
    const counts = new Map();
    for (const row of rows) counts.set(of(row), (counts.get(of(row)) || 0) + 1);
    counts.delete(undefined);
    const known = order
      ? order.filter((code) => counts.has(code))
      : [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
    const chosen = picked.get(name) || "";
    if (known.length < 2 && !chosen) return null;
    const pick = (code) => () => {
      picked.set(name, code);
      state.change({ facet: { ...state.now.facet, [name]: code } }, { step: false });
      again();
    };
    const number = (n) => dom.el("span", { class: "count" }, words.t("plain", { n }));
    const chip = (code, text_, n) =>
      dom.button([text_, " ", number(n)], pick(code === chosen ? "" : code), {
        class: "chip",
        "data-facet": code,
        title: code && hint ? hint(code) : null,
        "aria-pressed": String(code === chosen),
      });
    if (chosen && !counts.has(chosen)) known.push(chosen);
    const folded = known.length > MOST_FACETS + 2 && !unfolded.has(name);
    const first = known.slice(0, folded ? MOST_FACETS : MOST_NAMED);
    const shown = first.includes(chosen) || !chosen ? first : [...first, chosen];
    const rest = () => {
      unfolded.add(name);
      again();
      const [, ...chips] = dom.find("sheet").querySelectorAll(".facets [data-facet]");
      if (chips[shown.length]) chips[shown.length].focus();
    };
    return [
      chip("", words.t("facet.all"), rows.length),
      shown.map((code) => chip(code, label(code), counts.get(code) || 0)),
      folded &&
        dom.button(words.t("facet.more", { n: known.length - shown.length }), rest, { class: "link" }),
    ];
  }

  const placed = (name, of, first) => {
    const known = places.get(name);
    return known && known.of === of ? known : { drawn: first, top: 0 };
  };

  // Takes the reader back to where they left this sheet, where it is still `of` the same rows, and notes where they go.
  function follow(name, of, held, drawn) {
    const root = dom.find("sheet");
    root.scrollTop = placed(name, of, 0).top;
    root.onscroll = () => {
      if (held.isConnected) places.set(name, { of, drawn: drawn(), top: root.scrollTop });
    };
  }

  const opening = () => [...dom.find("sheet").querySelectorAll("[data-row]")];

  // Whoever opened a row by key has it again, where its table is drawn anew.
  function goOn() {
    const row = left && left.view === state.now.view && opening()[left.at];
    left = null;
    if (row) row.focus({ preventScroll: true });
  }

  // A sheet with a title, a filter, the files and a table. columns: [{key, title, number, by, show(row)}];
  // rows: plain objects; options: open(row) is what a click does (where `opens(row)`), mark(row) says which is
  // selected, `filed` are the columns of the files, `subject`, `limits` and `extra` stand in the head, `under(row)` is
  // the sentence below a row, `inFile(rows)` are the rows of a file where they are others,
  // and `facet` tells the parts that the rows fall into.
  function sheet(name, columns, rows, options) {
    const root = dom.find("sheet");
    const holder = dom.el("div", { id: "rows" });
    const count = dom.el("span", { class: "kicker" });
    const saving = dom.el("span", { class: "actions" });
    const parts = options.facet && dom.el("div", { class: "facets", role: "group", "aria-label": words.t("facets") });
    const first = options.under ? FIRST : PAGE;
    let drawn = () => first;
    const draw = (most) => {
      const narrowed = passing(name, columns, rows);
      const part = options.facet ? picked.get(name) : "";
      const left = sorted(name, part ? narrowed.filter((row) => options.facet.of(row) === part) : narrowed);
      if (parts) dom.replace(parts, facets(name, options.facet, narrowed, again));
      const found = body(name, columns, left, options, again, most);
      const none = dom.el("p", { class: "empty" }, words.t("nothing.here"));
      count.textContent = [words.t("rows", { n: left.length }), options.told].filter(Boolean).join(" · ");
      dom.replace(saving, files(name, options.filed || columns, options.inFile ? options.inFile(left) : left));
      dom.replace(holder, left.length === 0 ? none : [found.element, found.more]);
      drawn = found.drawn;
      mark();
    };
    const again = () => {
      draw(first);
      root.scrollTop = 0;
    };
    const title = [dom.el("h2", null, words.t(`view.${name}`)), options.subject, count, options.limits];
    const choices = options.extra && dom.el("span", { class: "actions" }, options.extra);
    const tools = [dom.el("span", { class: "spacer" }), narrowField(name, again), choices, saving];
    dom.replace(root, dom.el("header", null, title, tools), parts, holder);
    draw(placed(name, rows.length, first).drawn);
    follow(name, rows.length, holder, () => drawn());
    goOn();
  }

  const mark = () => marks.forEach((one) => one());

  // Takes over from the address what the rows of a table must hold, and which part; returns whether that is news to it.
  function narrow(name, text, part) {
    const news = (wanted.get(name) || "") !== text || (picked.get(name) || "") !== part;
    wanted.set(name, text);
    picked.set(name, part);
    return news;
  }

  return { sheet, files, pages, follow, mark, narrow };
})();
