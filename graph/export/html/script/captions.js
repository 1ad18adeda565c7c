// What stands beside a node: its short label, and where there is room the title, the date, the full name.
const captions = (() => {
  const SPINE = new Set(["proposal", "reply"]);

  // The lines beside a node: its short label; in a roomy chart a proposal also says its title, a reply its date.
  function lines(row, looks, inks, hovered) {
    const big = SPINE.has(looks.kind);
    const size = big ? 13 : 12;
    const font = `${big || looks.ring ? 600 : 400} ${size}px ${inks.sans}`;
    const head = { font, ink: big ? inks.ink : inks["ink-2"], high: size + 4 };
    if (hovered || !looks.roomy)
      return [{ ...head, text: clip(hovered ? graph.node.name[row] : graph.label(row), hovered ? 30 : 16) }];
    const small = { font: `400 11.5px ${inks.sans}`, ink: inks["ink-3"], high: 16 };
    if (looks.kind === "reply") {
      const note = looks.unsigned
        ? words.t("unsigned")
        : looks.joint
          ? words.t("jointly", { n: looks.joint })
          : "";
      const below = note ? [{ ...small, font: `italic ${small.font}`, text: note }] : [];
      return [{ ...head, text: scope.dateOf(row) || words.t("undated") }, ...below];
    }
    if (looks.kind === "proposal") {
      const title = wrap(graph.node.name[row].replace(/^关于/, ""), looks.chars, 2);
      return [{ ...head, text: graph.label(row) }, ...title.map((text) => ({ ...small, text }))];
    }
    if (looks.side === "left") return [{ ...head, text: clip(graph.label(row), looks.chars) }];
    if (looks.kind === "organisation")
      return wrap(graph.node.name[row], 9, 2).map((text) => ({ ...head, text, ink: inks.ink }));
    return [{ ...head, text: graph.label(row) }];
  }

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
