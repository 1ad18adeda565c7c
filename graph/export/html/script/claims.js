// What the letters promise and count: every table of claims that the build has, as a sortable view.
const claims = (() => {
  // View → table of the build, the columns shown and those of the files (names of tables/*.csv, and what `plain` adds).
  const VIEWS = {
    promises: {
      table: "commitments",
      shown: ["course", "result", "what", "responsible", "due", "letter"],
      said: ["clause_start", "clause_end"],
      filed: [
        ...["course", "history", "status", "outcome", "actor", "responsible", "responsible_basis", "what", "due"],
        ...["letter", "date", "quote", "citation"],
      ],
    },
    figures: {
      table: "figures",
      shown: ["metric", "value", "amount_role", "parties", "place", "period", "change", "letter"],
      said: ["number_start", "number_end"],
      filed: [
        ...["metric", "about", "value", "status", "amount_role", "payer", "payee", "place", "scope", "period"],
        ...["change", "letter", "date", "conflict", "quote", "citation"],
      ],
    },
    rankings: {
      table: "rankings",
      shown: ["metric", "words", "rank", "status", "scope", "territory", "as_of", "letter"],
      filed: [
        ...["metric", "words", "rank", "status", "scope", "territory", "as_of"],
        ...["letter", "date", "quote", "citation"],
      ],
    },
    passages: {
      table: "passages",
      shown: ["where", "letter_count", "length"],
      filed: ["letter_count", "length", "letter", "quote", "citation"],
    },
  };
  const NUMBERS = new Set(["length", "rank", "letter_count", "normalised_value"]);
  const CODED = new Set(["status", "bound", "amount_role"]); // values that the vocabulary names
  const SORTED_BY = { value: "normalised_value", letter: "letter_order", course: "course_order" };
  // A rank without a number stands in the table of rankings and is no figure.
  const isShown = (name, row) => name !== "figures" || Boolean(row.value);
  const rowsOf = (name) => (corpus.claims[name] || []).filter((row) => isShown(name, row));
  const has = (view) => (corpus.claims[VIEWS[view].table] || []).some((row) => isShown(VIEWS[view].table, row));

  function columns(keys, rows, raw) {
    const present = (key) =>
      ["citation", "where"].includes(key) ||
      (key === "history" && corpus.threads.length > 0) || rows.some((row) => ![undefined, ""].includes(row[key]));
    return keys.filter(present).map((key) => ({
      key,
      title: words.t(`field.${key}`),
      number: NUMBERS.has(key),
      by: SORTED_BY[key] || key,
      show: SHOWN_AS[key],
      file: IN_FILE[key] ? (row) => IN_FILE[key](row, raw[row.at]) : null,
    }));
  }

  // Long texts that only files hold are made when a file is asked for.
  const IN_FILE = {
    citation: (row, raw) => cited(raw),
    history: (row) =>
      (row.threads || []).map((one) => (one.title ? `${one.title}：` : "") + threads.text(one)).join("；"),
  };

  // Who is responsible is seldom said: a unit that was carried over or understood is marked as such; who acts is told
  // where it is another.
  const responsible = (row) => [
    row.actor && row.actor !== row.responsible && dom.el("span", { class: "line" }, row.actor),
    row.responsible,
    row.responsible && row.tag && [" ", dom.el("span", { class: "tag doubt" }, row.tag)],
  ];

  const source = (row) => {
    const [number, department, date] = row.source_parts;
    const day = date && dom.el("span", { class: "whole" }, date);
    const lines = [[number, number && day && " · ", day], department && [department]].filter(Boolean);
    return lines.map((line) => dom.el("span", { class: "line" }, line));
  };
  // What became of a promise, and the steps of it.
  const course = (row) => {
    const [first, ...rest] = row.threads || [];
    return [
      dom.el("strong", { title: row.code && threads.meaning(row.code) }, row.course),
      first && rest.length > 0 && dom.el("span", { class: "line absent" }, first.title),
      first && threads.history(first),
      rest.length > 0 && further(rest),
    ];
  };

  // A promise of several things has a course for each.
  const further = (rest) =>
    dom.el(
      "details",
      { on: { click: (event) => event.stopPropagation() } },
      dom.el("summary", null, words.t("threads.further", { n: rest.length })),
      rest.map((one) => [
        dom.el("span", { class: "line" }, `${threads.course(one.course)} · ${one.title}`),
        threads.history(one),
      ]),
    );
    // The letters that share a passage, each the way to its place in it.
  const where = (row) =>
    row.places.map((one) => {
      const letter = corpus.letterOf(one.letter_id);
      const go = (event) => {
        event.stopPropagation();
        open(one);
      };
      return dom.button(letter ? citation.label(letter) : one.letter_id, go, { class: "place" });
    });

  // 不予采纳 alone does not say what: the heading that it stands under does.
  const SHORT = 7; // characters
  function what(row) {
    const letter = row.what.length <= SHORT && corpus.letterOf(row.letter_id);
    const section = letter && corpus.sectionAt(letter.at, row.start);
    return [row.what, section && section.heading && dom.el("span", { class: "line absent" }, section.heading)];
  }

  // Who pays whom, one below the other; of many figures only one of them is known.
  const flow = ({ payer = "", payee = "" }) => [payer, payee && `→ ${payee}`].filter(Boolean);
  function parties(row) {
    const lines = row.payee ? flow(row) : flow(row).map((payer) => `${payer} →`);
    return lines.map((line) => dom.el("span", { class: "line" }, line));
  }

  // A number that is wanted and one that was reached are two things: the first is marked.
  const value = (row) => [row.value, row.status && [" ", dom.el("span", { class: "tag doubt" }, row.status)]];

  // Which fund or platform is counted, where the metric does not name it.
  const metric = (row) => [
    row.metric,
    row.about && !row.metric.includes(row.about) && dom.el("span", { class: "line absent" }, row.about),
  ];

  function period(row) {
    const ends = (row.period || "").split(" – ").filter(Boolean);
    return ends.map((end, at) => dom.el("span", { class: "line" }, at ? `– ${end}` : end));
  }

  const SHOWN_AS = { responsible, course, where, what, metric, value, parties, period, letter: source };

  function cited(row) {
    const letter = corpus.letterOf(row.letter_id);
    return letter ? citation.gbt({ letter: letter.at, start: row.start, end: row.end, quote: row.quote }) : "";
  }

  // Ids become names, codes become labels, a value has its unit.
  function shown(key, value, row) {
    if (value === undefined || value === null) return "";
    if (Array.isArray(value))
      return key === "conflict"
        ? words.t("conflict", { n: value.length })
        : value.map((one) => shown(key, one, row)).join("、");
    if (key === "value" && row.type === "ranking" && row.ranking) return row.ranking; // 全市第二, not 2名次
    if (key === "value")
      return `${fall(row)}${bounded(row, `${value}${row.unit || ""}`)}`;
    if (CODED.has(key)) return words.term(key, value);
    if (key === "outcome") return words.term("outcome", value);
    if (key === "responsible_basis") return words.t(`responsible.${value}`);
    if (NUMBERS.has(key)) return Number(value);
    const node = typeof value === "string" && value.includes("/") ? graph.byId(value) : -1;
    return node >= 0 ? graph.distinct(node) : String(value).replace(/^place\//, "");
  }

  // 超6家, over 6家.
  const bounded = ({ bound }, value) =>
    bound && bound !== "exact" ? words.t("bounded", { bound: words.term("bound", bound), value }) : value;

  // By how much something fell is printed without a sign: 下降2.1%.
  const fall = (row) => (row.normalised_value < 0 && !row.value.startsWith("-") ? "↓" : "");

  // What rows tell of the letter that they stand in, in the language of now.
  const ofLetters = new Map(); // letter → that
  let spoken = "";
  function ofLetter(id) {
    if (spoken !== words.language) ofLetters.clear();
    spoken = words.language;
    if (!ofLetters.has(id)) ofLetters.set(id, told_(corpus.letterOf(id), id));
    return ofLetters.get(id);
  }

  function told_(letter, id) {
    if (!letter) return { letter: id, office: "", head: "", source_parts: [id], letter_order: "" };
    const label = citation.label(letter);
    return {
      letter: label,
      office: officeNames(letter.at),
      head: headOf(letter),
      source_parts: citation.parts(letter),
      letter_order: letter.date ? `${letter.date} ${label}` : "",
    };
  }

  // The rows as a table shows them; what came of a promise takes the place of what was said of it.
  const plain = (rows) =>
    rows.map(periods.with).map((row, at) => {
      const found = {};
      for (const key of Object.keys(row)) found[key] = shown(key, row[key], row);
      return Object.assign(found, ofLetter(row.letter_id), {
        at,
        result: found.outcome || found.status,
        about: found.about_ids || "",
        parties: flow(found).join(" "),
        tag: ["implied", "inherited"].includes(row.responsible_basis) ? found.responsible_basis : "",
        ...(row.commitment_id ? withCourse(rows[at]) : {}),
      });
    });

  // All rows of a table as `plain` makes them, once for each language: of a thousand letters that takes a second.
  const made = new Map(); // table → {language, rows}
  function plainOf(name) {
    const known = made.get(name);
    if (!known || known.language !== words.language)
      made.set(name, { language: words.language, rows: plain(rowsOf(name)) });
    return made.get(name).rows;
  }

  // Every name of the body that signs: whoever looks for its rows may know another one.
  function officeNames(letter) {
    const at = graph.issuerOf(letter);
    return at < 0 ? "" : [graph.node.name[at], ...graph.aliases(at)].join("、");
  }

  // Who asked, where, and for what: no column says it, and yet rows are looked for by it.
  const headOf = ({ proposers = [], titles = [], jurisdiction = "" }) =>
    [...proposers, ...titles, jurisdiction].join("、");

  // What became of a promise, and what of it is told in other letters.
  function withCourse(raw) {
    const all = threads.of(raw); // the most telling first
    if (all.length === 0) return {};
    const code = all[0].course;
    return { threads: all, code, course: threads.course(code), course_order: threads.rank(code) };
  }

  // Promises that came to something stand first; within a course the newest.
  function told(rows) {
    const known = rows.map((row) => [row.threads ? row.course_order : 99, row]);
    return known.sort(([a, one], [b, other]) => a - b || newer(one, other)).map(([, row]) => row);
  }

  const newer = (a, b) =>
    a.letter_order < b.letter_order ? 1 : a.letter_order > b.letter_order ? -1 : a.at - b.at;

  // One row a passage, those of most letters first; a file has one for each place.
  function shared(rows, raw) {
    const found = new Map();
    for (const row of rows) {
      if (!found.has(row.passage_id)) found.set(row.passage_id, { ...row, places: [], of: [] });
      found.get(row.passage_id).places.push(raw[row.at]);
      found.get(row.passage_id).of.push(row);
    }
    for (const one of found.values()) one.where = one.of.map((row) => row.letter);
    return [...found.values()].sort((a, b) => b.letter_count - a.letter_count || b.length - a.length);
  }

  // The sentence, and in it the words that promise, the number or the rank; and that another letter disagrees.
  function sentence(row, said) {
    const [start, end] = said ? said.map((key) => row[key] - row.start) : wordsIn(row);
    const marked = start >= 0 && end > start && end <= row.quote.length;
    const parts = [row.quote.slice(0, start), dom.el("mark", null, row.quote.slice(start, end)), row.quote.slice(end)];
    return [marked ? parts : row.quote, (row.conflict || []).length > 0 && [" ", doubt(row)]];
  }

  const saidOf = (row) => sentence(row, VIEWS.promises.said);
  const wordsIn = ({ quote, words: rank }) => (rank && fold.places(quote, [fold.tight(rank)])[0]) || [];
  const doubt = ({ conflict }) =>
    dom.el("span", { class: "tag doubt" }, words.t("conflict", { n: conflict.length }));

  // What several letters count can be read alone, from one period to the next.
  function byMetric(raw, rows) {
    const letters = new Map();
    rows.forEach(({ metric, at }) => {
      if (metric) letters.set(metric, (letters.get(metric) || new Set()).add(raw[at].letter_id));
    });
    const of = ({ metric }) => (letters.has(metric) && letters.get(metric).size > 1 ? metric : undefined);
    return { of, label: (code) => code };
  }

  function render(view) {
    corpus.load().then(() => {
      filter.prepare(state.now);
      const raw = rowsOf(VIEWS[view].table);
      const passes = new Map(graph.letters.map((letter) => [letter.id, filter.letter(letter.at)]));
      const rows = plainOf(VIEWS[view].table).filter((row) => passes.get(raw[row.at].letter_id) !== false);
      const promises = view === "promises" && corpus.threads.length > 0;
      const byCourse = { of: (row) => row.code, label: threads.course, hint: threads.meaning, order: threads.ORDER };
      const shown = promises ? told(rows) : view === "passages" ? shared(rows, raw) : rows;
      table.sheet(view, columns(VIEWS[view].shown, rows, raw), shown, {
        inFile: view === "passages" && ((left) => left.flatMap((row) => row.of)),
        under: (row) => sentence(raw[row.at], VIEWS[view].said),
        facet: promises ? byCourse : view === "figures" && byMetric(raw, rows),
        filed: columns(VIEWS[view].filed, rows, raw),
        limits: limits.all(state.now),
        open: (row) => open(raw[row.at]),
      });
    });
  }

  // A click opens the letter at the sentence.
  function open(row) {
    const letter = corpus.letterOf(row.letter_id);
    if (letter) state.change({ letter: { at: letter.at, start: row.start || 0, end: row.end || 0 } });
  }

  return { has, render, rowsOf, plain, open, cited, source, said: saidOf };
})();
