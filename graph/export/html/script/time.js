// Letters by year: bars that are the filter, and the switch for letters without a date.
const time = (() => {
  const HIGH = 26; // pixels of the tallest bar

  // How many letters each year has, and how many bear no date, of the group that is shown; years of others have none.
  function counted(now) {
    const group = now.only && groups.find(now.only);
    const years = new Map();
    let undated = 0;
    for (const letter of graph.letters) {
      if (letter.status !== "reply") continue;
      const n = !group || group.letters.has(letter.at) ? 1 : 0;
      if (letter.year) years.set(letter.year, (years.get(letter.year) || 0) + n);
      else undated += n;
    }
    return { years, undated };
  }

  function render(now) {
    const { years, undated } = counted(now);
    const root = dom.find("time");
    root.hidden = years.size === 0 && undated === 0;
    const most = Math.max(1, ...years.values());
    const bars = [...years]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([year, n]) => {
        const bar = dom.el("i", { "aria-hidden": "true" });
        bar.style.height = `${n > 0 ? Math.max(2, Math.round((n / most) * HIGH)) : 0}px`;
        return dom.button(
          [bar, dom.el("span", null, year)],
          () => state.change({ years: state.toggle(state.now.years, year) }),
          {
            "aria-pressed": String(now.years.includes(year)),
            disabled: n === 0 && !now.years.includes(year),
            "data-year": year,
            title: words.t("letters.count", { n }),
            "aria-label": `${year}: ${words.t("letters.count", { n })}`,
          },
        );
      });
    dom.replace(
      root,
      dom.el("span", { class: "caps" }, words.t("time")),
      dom.el("div", { class: "bars" }, bars),
      now.years.length > 0 &&
        dom.button(words.t("all.years"), () => state.change({ years: [] }), { class: "link" }),
      (undated > 0 || !now.undated) &&
        dom.el(
          "label",
          null,
          dom.el("input", {
            type: "checkbox",
            id: "undated",
            checked: now.undated,
            on: { change: () => state.change({ undated: !state.now.undated }) },
          }),
          words.t("undated.letters", { n: undated }),
        ),
    );
    const row = root.querySelector(".bars");
    row.scrollLeft = row.scrollWidth; // where not all years fit, the newest are in sight
  }

  return { render };
})();
