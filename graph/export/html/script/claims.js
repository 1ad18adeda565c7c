// What the letters promise and count: every table of claims that the build has, as a sortable view.
const claims = (() => {
  // Which columns are shown first, by the names of the tables (issue 6); further columns follow in the files only.
  const SHOWN = {
    commitments: ["status", "actor", "responsible", "what", "due", "date", "cue", "quote"],
    figures: [
      "metric",
      "value",
      "unit",
      "bound",
      "amount_role",
      "place",
      "period_start",
      "period_end",
      "change",
      "quote",
    ],
    rankings: ["metric", "rank", "scope", "territory", "as_of", "quote"],
    passages: ["letters", "length", "text"],
  };
  const NUMBERS = new Set(["value", "normalised_value", "length", "start", "end", "rank"]);
  const VIEW = { promises: "commitments", figures: "figures", rankings: "rankings", passages: "passages" };

  const has = (view) => (corpus.claims[VIEW[view]] || []).length > 0;

  function columnsOf(name, rows) {
    const present = new Set(rows.flatMap((row) => Object.keys(row)));
    const wanted = (SHOWN[name] || []).filter((key) => present.has(key));
    return (wanted.length ? wanted : [...present]).map((key) => ({
      key,
      title: words.t(`field.${key}`),
      number: NUMBERS.has(key),
      show: (row) => cell(key, row[key]),
    }));
  }

  // Ids of nodes become names, codes of the vocabulary become labels.
  function cell(key, value) {
    if (value === undefined || value === null) return "";
    if (Array.isArray(value)) return value.map((one) => cell(key, one)).join("、");
    if (key === "status") return words.status(value);
    const node = typeof value === "string" && value.includes("/") ? graph.byId(value) : -1;
    return node >= 0 ? graph.node.name[node] : String(value);
  }

  const plain = (rows) =>
    rows.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([key, value]) => [
          key,
          typeof value === "number"
            ? value
            : NUMBERS.has(key) && value !== "" && !Number.isNaN(Number(value))
              ? Number(value)
              : cell(key, value),
        ]),
      ),
    );

  function visible(name) {
    const at = new Map(graph.letters.map((letter) => [letter.id, letter.at]));
    return (corpus.claims[name] || []).filter(
      (row) => !row.letter_id || !at.has(row.letter_id) || filter.letter(at.get(row.letter_id)),
    );
  }

  function render(view) {
    corpus.load().then(() => {
      filter.prepare(state.now);
      const name = VIEW[view];
      const raw = visible(name);
      const rows = plain(raw).map((row, at) => ({ ...row, at }));
      table.sheet(view, columnsOf(name, raw), rows, { open: (row) => go(raw[row.at]) });
    });
  }

  // A click opens the letter at the sentence.
  function go(row) {
    const letter = graph.letters.find((one) => one.id === row.letter_id);
    if (letter) state.change({ letter: { at: letter.at, start: row.start || 0, end: row.end || 0 } });
  }

  return { has, render, plain, columnsOf, VIEW };
})();
