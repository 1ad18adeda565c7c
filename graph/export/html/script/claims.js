// What the letters promise and count: every table of claims that the build has, as a sortable view.
const claims = (() => {
  // View → table of the build, the columns shown (names of tables/*.csv) and the column a number sorts by.
  const VIEWS = {
    promises: {
      table: "commitments",
      shown: ["status", "outcome", "actor", "responsible", "what", "due", "date", "quote"],
    },
    figures: {
      table: "figures",
      shown: ["metric", "value", "amount_role", "place", "period", "change", "date", "conflict", "quote"],
    },
    rankings: {
      table: "rankings",
      shown: ["metric", "words", "rank", "scope", "territory", "as_of", "date", "quote"],
    },
    passages: { table: "passages", shown: ["letter_count", "length", "letter_id", "quote"] },
  };
  const NUMBERS = new Set(["length", "rank", "letter_count", "normalised_value"]);
  const CODED = new Set(["status", "bound", "amount_role"]); // values that the vocabulary names

  const has = (view) => (corpus.claims[VIEWS[view].table] || []).length > 0;

  function columns(view, rows) {
    const present = new Set(rows.flatMap((row) => Object.keys(withPeriod(row))));
    return VIEWS[view].shown
      .filter((key) => present.has(key))
      .map((key) => ({
        key,
        title: words.t(`field.${key}`),
        number: NUMBERS.has(key),
        by: key === "value" ? "normalised_value" : key,
      }));
  }

  // Ids become names, codes become labels, a value has its unit.
  function shown(key, value, row) {
    if (value === undefined || value === null) return "";
    if (Array.isArray(value))
      return key === "conflict"
        ? words.t("conflict", { n: value.length })
        : value.map((one) => shown(key, one, row)).join("、");
    if (key === "value")
      return `${fall(row)}${row.bound && row.bound !== "exact" ? words.term("bound", row.bound) : ""}${value}${row.unit || ""}`;
    if (CODED.has(key)) return words.term(key, value);
    if (key === "outcome") return words.t(`outcome.${value}`);
    if (key === "letter_id") return numberOf(value);
    if (NUMBERS.has(key)) return Number(value);
    const node = typeof value === "string" && value.includes("/") ? graph.byId(value) : -1;
    return node >= 0 ? graph.node.name[node] : String(value).replace(/^place\//, "");
  }

  // By how much something fell is printed without a sign: 下降2.1%.
  const fall = (row) => (row.normalised_value < 0 && !row.value.startsWith("-") ? "↓" : "");

  function numberOf(id) {
    const letter = letterOf(id);
    return letter ? (letter.numbers || [])[0] || letter.title || id : id;
  }

  const letterOf = (id) => graph.letters.find((letter) => letter.id === id);

  const plain = (rows) =>
    rows.map(withPeriod).map((row, at) => ({
      ...Object.fromEntries(Object.entries(row).map(([key, value]) => [key, shown(key, value, row)])),
      at,
    }));

  // The period of a figure in one cell: 2023 for the whole year, else its two ends, or the day it holds for.
  function withPeriod(row) {
    const [start, end] = [row.period_start || "", row.period_end || ""];
    const year = start.slice(0, 4);
    const whole = start === `${year}-01-01` && end === `${year}-12-31`;
    const period = whole ? year : [...new Set([start, end].filter(Boolean))].join(" – ") || row.as_of;
    return period ? { ...row, period } : row;
  }

  // The rows of a table whose letters pass the filter of years.
  function visible(table) {
    const passing = new Map(graph.letters.map((letter) => [letter.id, filter.letter(letter.at)]));
    return (corpus.claims[table] || []).filter((row) => passing.get(row.letter_id) !== false);
  }

  function render(view) {
    corpus.load().then(() => {
      filter.prepare(state.now);
      const raw = visible(VIEWS[view].table);
      table.sheet(view, columns(view, raw), plain(raw), { open: (row) => open(raw[row.at]) });
    });
  }

  // A click opens the letter at the sentence.
  function open(row) {
    const letter = letterOf(row.letter_id);
    if (letter) state.change({ letter: { at: letter.at, start: row.start || 0, end: row.end || 0 } });
  }

  return { has, render, plain, open };
})();
