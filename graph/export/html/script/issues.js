// What the build could not read or settle: the rows of issues.csv, one click from the corner.
const issues = (() => {
  const COLUMNS = ["severity", "code", "source", "message", "hint"];

  function render() {
    corpus.load().then(() => {
      const columns = COLUMNS.map((key) => ({ key, title: words.t(`field.${key}`) }));
      const rows = corpus.issues.map((cells) =>
        Object.fromEntries(COLUMNS.map((key, at) => [key, cells[at]])),
      );
      table.sheet("issues", columns, rows, {});
    });
  }

  return { render };
})();
