// What two sides promise, count and rank: what both say in one line, the changed first; then what only one says.
const beside = (() => {
  const TABLES = { commitments: "promises", figures: "figures", rankings: "rankings" }; // table → its view
  const SIDES = ["a", "b"];
  const PAGE = 100;

  const listed = (parts) => parts.filter(Boolean).join(" · ");

  // What stands in front, what it is of, and what is told beside; a row of `claims.plain`.
  const TOLD = {
    commitments: (row) => [row.result, row.what, row.due && words.t("due.by", { due: row.due })],
    figures: (row) => [row.value, row.metric, listed([row.status, row.payer, row.scope, row.period])],
    rankings: (row) => [row.words, row.metric, listed([row.status, row.as_of])],
  };

  // The claims that stand in the letters of each side; a rank is compared once, among the ranks.
  function ofSides(name, sides) {
    const rows = claims.rowsOf(name).filter((row) => name !== "figures" || row.type !== "ranking");
    return sides.map((letters) => rows.filter((row) => letters.has((corpus.letterOf(row.letter_id) || {}).at)));
  }

  function paired(name, sides) {
    const found = pairing.of(name, ...ofSides(name, sides), sides.some((letters) => letters.size > 1));
    return name === "commitments" ? withTold(found, sides) : found;
  }

  // What one side promises and the other only tells of (推动设立 … 成功设立) is a pair too.
  function withTold({ changed, both, a, b }, sides) {
    const first = a.map((row) => [row, telling(row, sides[1])]);
    const second = b.map((row) => [telling(row, sides[0]), row]);
    const pairs = [...first, ...second].filter(([one, two]) => one && two);
    const news = ([one, two]) => (one.outcome || one.status) !== (two.outcome || two.status);
    return {
      changed: [...changed, ...pairs.filter(news)],
      both: [...both, ...pairs.filter((pair) => !news(pair))],
      a: first.filter(([, step]) => !step).map(([row]) => row),
      b: second.filter(([step]) => !step).map(([, row]) => row),
    };
  }

  // A sentence of these letters that tells of the promised thing: one that says what became of it, or that it is done,
  // before others. A letter from before the promise tells nothing of what became of it.
  function telling(row, letters) {
    const since = corpus.letterOf(row.letter_id).date || "";
    const later = (letter) => letters.has(letter) && (graph.letters[letter].date || "9999") >= since;
    const steps = threads.of(row).flatMap((thread) => thread.told || []);
    const there = steps.filter(([letter]) => later(letter));
    const found = there.find((step) => step[4]) || there.find((step) => step[3] === "done") || there[0];
    if (!found) return null;
    const [letter, start, end, status, outcome = ""] = found;
    const quote = corpus.text(letter).slice(start, end);
    return { letter_id: graph.letters[letter].id, start, end, status, outcome, quote };
  }

  // What is told of two in other words: the beginning and the end that they share, and what differs between.
  function middle(one, two) {
    const [a, b] = [Array.from(one), Array.from(two)];
    const most = Math.min(a.length, b.length);
    let [start, end] = [0, 0];
    while (start < most && a[start] === b[start]) start += 1;
    while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
    if (start + end === 0 || (start + end) * 2 < most) return [[one], [two]];
    return [a, b].map((all) => [
      all.slice(0, start).join(""),
      start + end < all.length && dom.el("mark", null, all.slice(start, all.length - end).join("")),
      all.slice(all.length - end).join(""),
    ]);
  }

  const under = (text, lang) => text && dom.el("span", { class: "under", lang }, text);

  // One side of a line: the way to its sentence.
  function cell(name, raw, at, { several, text, changed = [] }) {
    const [row] = claims.plain([raw]);
    const [front, what, note] = TOLD[name](row);
    const said = [
      front && dom.el("span", { class: changed[0] ? "tag changed" : "tag strong" }, front),
      " ",
      (text || what) && dom.el("span", { class: "said", lang: "zh-Hans" }, text || what),
      note && dom.el("span", { class: changed[2] ? "note changed" : "note" }, ` ${note}`),
      several && under(row.letter),
      under(row.quote, "zh-Hans"),
    ];
    return dom.button(dom.el("span", { class: "name" }, said), () => claims.open(raw), {
      "data-side": words.t(`compare.${SIDES[at]}`),
    });
  }

  function line(name, pair, changed, several) {
    const rows = claims.plain(pair);
    const [one, two] = rows.map(TOLD[name]);
    const texts = one[1] && two[1] ? middle(one[1], two[1]) : [one[1], two[1]];
    const differs = changed ? one.map((said, at) => said !== two[at]) : [];
    const looks = (at) => ({ several: several[at], text: texts[at], changed: differs });
    return dom.el("li", { class: "pair" }, pair.map((raw, at) => cell(name, raw, at, looks(at))));
  }

  const paged = (items, draw, attributes) => {
    const list = dom.el("ol", { class: "rows", ...attributes });
    return [list, table.pages(list, items, draw, { size: PAGE }).more];
  };

  const number = (n) => words.t("plain", { n });
  const heading = (key, n, side) => dom.el("h4", { "data-side": side }, `${words.t(key)} · ${number(n)}`);

  function pairs(name, found, key, several) {
    if (found[key].length === 0) return null;
    const draw = (pair) => line(name, pair, key === "changed", several);
    return [heading(key, found[key].length), paged(found[key], draw, { "data-where": key })];
  }

  function alone(name, found, several) {
    const list = (side, at) => {
      const draw = (raw) => dom.el("li", null, cell(name, raw, at, { several: several[at] }));
      const none = dom.el("p", { class: "empty" }, "–");
      const rows = found[side];
      return dom.el(
        "div",
        null,
        heading(`only.${side}`, rows.length),
        rows.length > 0 ? paged(rows, draw, { "data-where": `only.${side}` }) : none,
      );
    };
    return dom.el("div", { class: "pick apart" }, SIDES.map(list));
  }

  // The part of the comparison that a table of claims makes, and the way there.
  function draw(name, sides, labels) {
    const found = paired(name, sides);
    const all = found.changed.length + found.both.length + found.a.length + found.b.length;
    if (all === 0) return null;
    const title = words.t(`view.${TABLES[name]}`);
    const several = sides.map((letters) => letters.size > 1);
    const names = labels.map((label, at) => dom.el("p", { title: label }, side(label, at)));
    const two = ["changed", "both"].map((key) => pairs(name, found, key, several));
    const part = dom.el(
      "section",
      { class: "beside", id: `beside-${name}` },
      dom.el("h3", { class: "caps", tabindex: -1 }, `${title} · ${number(all)}`),
      dom.el("div", { class: "pick sides" }, names),
      two,
      alone(name, found, several),
    );
    const changed = found.changed.length && words.t("changed.count", { n: found.changed.length });
    return { part, title: [title, changed || number(all)].join(" · ") };
  }

  const side = (label, at) => [dom.el("strong", null, words.t(`compare.${SIDES[at]}`)), ` ${label}`];

  // One row of a file for each line.
  function filed(name, sides) {
    const found = paired(name, sides);
    const lines = [
      ...["changed", "both"].flatMap((key) => found[key].map((pair) => [key, pair])),
      ...found.a.map((row) => ["only.a", [row, null]]),
      ...found.b.map((row) => ["only.b", [null, row]]),
    ];
    return lines.map(([where, pair]) => row(where, words.t(`view.${TABLES[name]}`), pair, (one) => TOLD[name](one)));
  }

  // Of a pair of claims what a file holds: `told` gives value or status, what it is of, and the rest.
  function row(where, kind, pair, told) {
    const cells = pair.map((raw) => raw && claims.plain([raw])[0]);
    const [name] = cells.filter(Boolean).map((one) => told(one)[1] || one.quote);
    const found = { where: words.t(where), kind, name };
    cells.forEach((one, at) => {
      if (!one) return;
      const of = { said: told(one).filter(Boolean).join(" · "), letter: one.letter, quote: one.quote };
      for (const [key, value] of Object.entries({ ...of, citation: claims.cited(pair[at]) }))
        found[`${key}_${SIDES[at]}`] = value;
    });
    return found;
  }

  return { draw, filed, row, TABLES: Object.keys(TABLES) };
})();
