// What stands beside a node: its short label, and where there is room the title, the date, the full name.
const captions = (() => {
  const SPINE = new Set(["proposal", "reply"]);

  const font = (inks, weight, size) => `${weight} ${size}px ${inks.sans}`;
  const small = (inks, text, slant = "") => ({
    text,
    font: slant + font(inks, 400, 11.5),
    ink: inks["ink-3"],
    high: 16,
  });

  // The lines beside a node; in the chart a proposal also says its title, a reply its date.
  function lines(row, looks, inks, hovered) {
    const big = SPINE.has(looks.kind);
    const size = big ? 13 : 12;
    const line = (text) => ({
      text,
      font: font(inks, big || looks.ring ? 600 : 400, size),
      ink: big ? inks.ink : inks["ink-2"],
      high: size + 4,
    });
    if (hovered) return [line(clip(graph.node.name[row], 30))];
    if (looks.joint !== undefined) return reply(row, looks, inks, line);
    if (looks.whole) return [line(whole(row, looks.chars))];
    if (looks.side === "left" && looks.chars) return [line(clip(graph.label(row), looks.chars))];
    if (looks.roomy && looks.kind === "proposal") return [line(graph.label(row)), ...title(row, looks, inks)];
    if (looks.roomy && looks.chars && looks.kind === "organisation")
      return wrap(whole(row, 2 * looks.chars), looks.chars, 2).map(line);
    return [line(clip(graph.label(row), 16))];
  }

  // A reply of the chart: its date, and below it that nobody signed it, or with how many others; where the rows are too
  // near for a second line, that nobody signed stands behind the date.
  function reply(row, looks, inks, line) {
    const date = scope.dateOf(row) || words.t("undated");
    const joint = looks.joint ? words.t("jointly", { n: looks.joint }) : "";
    const note = looks.unsigned ? words.t("unsigned") : joint;
    if (looks.tall && note) return [line(date), small(inks, note, "italic ")];
    return [line(looks.unsigned ? `${date} ${note}` : date)];
  }

  const title = (row, looks, inks) =>
    wrap(graph.node.name[row].replace(/^关于/, ""), looks.chars, 2).map((text) => small(inks, text));

  // The full name where it has the room.
  const whole = (row, most) => (graph.node.name[row].length <= most ? graph.node.name[row] : clip(graph.label(row), most));

  const clip = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

  // Lines of so many characters; a line never begins with a comma or a closing mark.
  function wrap(text, most, count) {
    const out = [];
    let at = 0;
    while (at < text.length && out.length < count) {
      const long = /[，。、；：？！”’》）]/.test(text[at + most] || "") ? most + 1 : most;
      out.push(text.slice(at, at + long));
      at += long;
    }
    if (at < text.length) out[count - 1] = `${out[count - 1].slice(0, most - 1)}…`;
    return out;
  }

  return { SPINE, lines };
})();
