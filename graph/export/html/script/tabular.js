// Tables within a letter's text: lines that tabs part into cells. Every character, tabs too, stays in the page and in
// its order, so that what a reader marks is still found by counting characters.
const tabular = (() => {
  // The tables of a text, row by row, cell by cell as [start, end): a tab or line end belongs to the cell before it.
  function tables(text) {
    const found = [];
    let rows = [];
    const finish = () => {
      if (rows.length > 1) found.push(rows); // a tab in a single line is a gap
      rows = [];
    };
    let start = 0;
    for (const line of text.split("\n")) {
      const end = Math.min(start + line.length + 1, text.length);
      if (line.includes("\t")) rows.push(cells(line, start, end));
      else finish();
      start = end;
    }
    finish();
    return found;
  }

  function cells(line, start, end) {
    const ends = [...line.matchAll(/\t/g)].map((tab) => start + tab.index + 1);
    return [...ends, end].map((last, at) => [at ? ends[at - 1] : start, last]);
  }

  // Pieces {from, node}, in order and cut where cells begin, with those of tables in their rows and cells.
  function laid(pieces, found) {
    let at = 0;
    const until = (end) => {
      const first = at;
      while (at < pieces.length && pieces[at].from < end) at += 1;
      return pieces.slice(first, at).map(({ node }) => node);
    };
    const part = (name, ...children) => dom.el("span", { class: name }, ...children);
    const table = (rows) => part("grid", rows.map((row) => part("row", row.map(([, end]) => part("cell", until(end))))));
    return [...found.flatMap((rows) => [...until(rows[0][0][0]), table(rows)]), ...until(Infinity)];
  }

  return { tables, laid };
})();
