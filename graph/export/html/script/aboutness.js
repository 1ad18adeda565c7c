// What letters promise of a thing and count of it: two groups of its page, each row the way to its sentence.
const aboutness = (() => {
  const FIRST = 6;
  const PARTS = { commitments: "promises", figures: "figures" }; // table of claims → the view of it

  const dated = (row) => (row.date || row.due || "").slice(0, 10);

  const due = (row) => row.due && words.t("due.by", { due: row.due });

  // A promise says what and how far it is; a figure what is counted, how much of it and when.
  const said = {
    commitments: (row) => [row.what || row.quote, [row.result || row.status, due(row) || row.date]],
    figures: (row) => [row.metric || row.quote, [row.value, row.period]],
  };

  function line(name, raw) {
    const [row] = claims.plain([raw]);
    const [head, notes] = said[name](row);
    return dom.el(
      "li",
      null,
      dom.button(
        [
          dom.el("span", { class: "name", lang: "zh-Hans" }, head),
          dom.el("span", { class: "count" }, notes.filter(Boolean).join(" · ")),
        ],
        () => claims.open(raw),
        { title: raw.quote || null },
      ),
    );
  }

  function group(name, all) {
    const at = (row) => graph.letters.findIndex((letter) => letter.id === row.letter_id);
    const rows = all.filter((row) => filter.letter(at(row)) !== false);
    rows.sort((a, b) => (dated(b) > dated(a) ? 1 : dated(b) < dated(a) ? -1 : 0)); // newest first
    if (all.length === 0) return null;
    const count = words.t(rows.length < all.length ? "count.filtered" : "plain", {
      n: rows.length,
      hidden: all.length - rows.length,
    });
    const list = dom.el("ul", { class: "rows claims" }, rows.slice(0, FIRST).map((row) => line(name, row)));
    const more = (event) => {
      list.append(...rows.slice(FIRST).map((row) => line(name, row)));
      event.target.remove();
    };
    return [
      dom.el(
        "h3",
        { "data-claims": name },
        dom.el("span", { class: "caps" }, words.t(`view.${PARTS[name]}`)),
        dom.el("span", { class: "count caps" }, count),
      ),
      list,
      rows.length > FIRST &&
        dom.button(words.t("show.more", { n: rows.length - FIRST }), more, { class: "more" }),
    ];
  }

  function draw(id) {
    const found = corpus.claimsAbout(id);
    return Object.keys(PARTS).map((name) => group(name, found[name]));
  }

  return { draw };
})();
