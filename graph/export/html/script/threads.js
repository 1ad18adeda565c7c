// What became of each promise: its course over the letters, and the steps of it, each the way to its sentence.
const threads = (() => {
  const ORDER = ["kept", "late", "missed", "refused", "back", "forward", "unclear", "done", "open"];
  let ofPromise = null; // row of commitments → its threads, the most telling first

  const rank = (course) => ORDER.indexOf(course);
  const telling = (a, b) => rank(a.course) - rank(b.course) || length(b) - length(a);
  const length = (thread) => thread.promises.length + (thread.told || []).length;

  function of(row) {
    if (!ofPromise) {
      ofPromise = new Map();
      const rows = corpus.claims.commitments || [];
      for (const thread of corpus.threads)
        for (const at of thread.promises)
          ofPromise.set(rows[at], [...(ofPromise.get(rows[at]) || []), thread].sort(telling));
    }
    return ofPromise.get(row) || [];
  }

  // Whether one of two promises takes up the other, as the table of threads has it.
  function answers(a, b) {
    const rows = corpus.claims.commitments || [];
    const two = ([later, earlier]) =>
      (rows[later] === a && rows[earlier] === b) || (rows[later] === b && rows[earlier] === a);
    return of(a).some((thread) => (thread.follows || []).some(two));
  }

  // The threads of several steps that are about a node, the most telling first.
  const about = (id) => corpus.threads.filter((one) => (one.about || []).includes(id)).sort(telling);

  const promised = ({ letter_id, start, end, status, outcome }) => ({
    letter: corpus.letterOf(letter_id),
    start,
    end,
    said: outcome ? words.term("outcome", outcome) : words.status(status),
  });

  const told = ([letter, start, end, status, outcome]) => ({
    letter: graph.letters[letter],
    start,
    end,
    said: outcome ? words.term("outcome", outcome) : status ? words.status(status) : words.t("mentioned"),
  });

  // The steps by date, the undated last; of what a letter says twice in the same way, the first.
  function steps(thread) {
    const all = [
      ...thread.promises.map((at) => promised(corpus.claims.commitments[at])),
      ...(thread.told || []).map(told),
    ].filter((step) => step.letter);
    const day = (step) => step.letter.date || "9999";
    const before = (a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0);
    all.sort((a, b) => before(a, b) || a.letter.at - b.letter.at || a.start - b.start);
    const key = (step) => `${step.letter.at} ${step.said}`;
    return all.filter((step, at) => all.findIndex((one) => key(one) === key(step)) === at);
  }

  const when = (step) => step.letter.date || words.t("undated");
  const line = (step) => `${when(step)} ${step.said}`;

  // Said of what was due before the latest letter of all, and is still open.
  const late = ({ due, overdue }) => (overdue ? words.t("overdue", { due, when: overdue }) : "");

  // Said of a thing that later letters of the same place do not name again.
  const silence = (thread) => (thread.silent ? words.t("silent", { n: thread.silent }) : "");

  // What no date puts behind the rest is not told as if it came of it.
  const inOrder = (all) =>
    all.map((step, at) => `${at === 0 ? "" : step.letter.date ? " → " : "；"}${line(step)}`).join("");

  // One line for a file: 2023-05-06 将做 → 2024-08-08 已做.
  const text = (thread) => [inOrder(steps(thread)), late(thread), silence(thread)].filter(Boolean).join("；");

  // The steps as lines that lead to their sentences, where there is more than one.
  function history(thread) {
    const all = steps(thread);
    const open = ({ letter, start, end }) => (event) => {
      event.stopPropagation();
      state.change({ letter: { at: letter.at, start, end } });
    };
    return [
      all.length > 1 &&
        all.map((step) => dom.button(line(step), open(step), { class: "step", title: step.letter.title })),
      thread.overdue && dom.el("span", { class: "line absent" }, late(thread)),
      thread.silent > 0 && dom.el("span", { class: "line absent" }, silence(thread)),
    ];
  }

  const course = (code) => words.term("course", code);
  // A link may name a course that this build does not know.
  const meaning = (code) => (graph.start.meanings[code] || {})[words.language] || "";

  return { of, answers, about, rank, course, meaning, history, text, ORDER };
})();
