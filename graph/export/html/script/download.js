// Files that the page hands out, and the short notes that say so.
const download = (() => {
  let fading = 0;

  function say(text, milliseconds = 2200) {
    for (const old of document.querySelectorAll(".toast")) old.remove();
    const note = dom.el("div", { class: "toast", role: "status" }, text);
    document.body.append(note);
    clearTimeout(fading);
    fading = setTimeout(() => note.remove(), milliseconds);
  }

  function file(name, type, content) {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
    const link = dom.el("a", { href: url, download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 4000);
    say(words.t("saved", { name }));
  }

  // RFC 4180 with a byte order mark; cells that a spreadsheet would run begin with an apostrophe.
  function csv(head, rows) {
    const cell = (value) => {
      const text = String(value ?? "");
      const safe = typeof value !== "number" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
      return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
    };
    return `\ufeff${[head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  }

  function markdown(head, rows) {
    const cell = (value) =>
      String(value ?? "")
        .replace(/\s+/g, " ")
        .replace(/([\\|<>`*_[\]])/g, "\\$1");
    const line = (cells) => `| ${cells.map(cell).join(" | ")} |`;
    return [line(head), `|${head.map(() => " --- |").join("")}`, ...rows.map(line), ""].join("\n");
  }

  return { file, csv, markdown, say };
})();
