// One sentence that proves an edge: the words with both names marked, where they stand, how sure the reading is.
const evidence = (() => {
  // The sentence in pieces, both names marked.
  function words_(proof) {
    const marks = [
      [proof.source, ""],
      [proof.target, "second"],
    ]
      .filter(([span]) => span && span.length)
      .map(([[start, length], name]) => ({ start, end: start + length, name }))
      .sort((a, b) => a.start - b.start || b.end - a.end);
    const out = [];
    let at = 0;
    for (const mark of marks) {
      if (mark.start < at) continue; // one name within the other: the outer one is marked
      out.push(
        proof.quote.slice(at, mark.start),
        dom.el("mark", { class: mark.name || null }, proof.quote.slice(mark.start, mark.end)),
      );
      at = mark.end;
    }
    out.push(proof.quote.slice(at));
    return out;
  }

  // What a relation rests on that no sentence says; "" where one does. A person's own words are shown as they are.
  function why({ quote, note, origin, letter }) {
    if (quote) return "";
    const own = origin === "decision" && letter < 0;
    return (own ? note : words.half(note)) || words.t("no.sentence");
  }

  // The way to a sentence in its letter.
  function way(proof, label) {
    const go = (event) => {
      event.stopPropagation();
      state.change({ letter: { at: proof.letter, start: proof.start, end: proof.end } });
    };
    return dom.button(label, go, { class: "link" });
  }

  function meta(proof) {
    const letter = graph.letters[proof.letter];
    if (!letter) return words.term("origin", proof.origin);
    const section = corpus.sectionAt(proof.letter, proof.start);
    return [
      [(letter.numbers || []).join("、"), (letter.proposers || []).slice(0, 2).join("、")]
        .filter(Boolean)
        .join(" "),
      section ? section.heading : "",
      letter.department || words.t("unsigned"),
      letter.date || words.t("undated"),
    ]
      .filter(Boolean)
      .join(" · ");
  }

  function tags(proof) {
    const out = [];
    const tag = (text, looks, hint) =>
      out.push(dom.el("span", { class: `tag ${looks || ""}`, title: hint }, text));
    if (proof.status) tag(words.status(proof.status), "strong");
    if (proof.certainty !== "asserted") tag(words.certainty(proof.certainty), "doubt");
    if (proof.strength === "implied") tag(words.t("implied"), "doubt", words.t("implied.hint"));
    if (proof.repeated > 1) tag(words.t("repeated", { n: proof.repeated }), "strong");
    if (proof.names >= 5) tag(words.t("enumeration", { n: proof.names }));
    if (proof.cue) tag(words.t("cue", { cue: proof.cue }));
    tag(words.t("rule", { rule: proof.rule || "–", score: proof.score.toFixed(2) }), "", words.t("rule.hint"));
    if (proof.origin !== "letter") tag(words.term("origin", proof.origin));
    return dom.el("div", { class: "tags" }, out);
  }

  function card(proof) {
    const inLetter = proof.letter >= 0;
    return dom.el(
      "li",
      { class: "proof" },
      why(proof) ? dom.el("p", { class: "absent" }, why(proof)) : dom.el("blockquote", { lang: "zh-Hans" }, words_(proof)),
      dom.el("div", { class: "meta" }, meta(proof)),
      tags(proof),
      inLetter &&
        dom.el(
          "div",
          { class: "actions" },
          way(proof, words.t("open.letter")),
          citation.buttons(proof),
        ),
    );
  }

  const FIRST = 40;

  // A list of sentences with the two buttons that copy all of their citations.
  function list(proofs) {
    const holder = dom.el("ol", { class: "proofs" }, proofs.slice(0, FIRST).map(card));
    const more =
      proofs.length > FIRST &&
      dom.button(
        words.t("show.more", { n: proofs.length - FIRST }),
        (event) => {
          proofs.slice(FIRST).forEach((proof) => holder.append(card(proof)));
          event.target.remove();
        },
        { class: "more" },
      );
    return [
      dom.el("h3", null, dom.el("span", { class: "caps" }, words.t("evidence", { n: proofs.length }))),
      proofs.some((proof) => proof.letter >= 0) &&
        dom.el(
          "div",
          { class: "actions" },
          dom.button(words.t("copy.all.gbt"), () => citation.copy(citation.all(proofs, "gbt")), {
            class: "chip",
          }),
          dom.button(words.t("copy.all.markdown"), () => citation.copy(citation.all(proofs, "markdown")), {
            class: "chip",
          }),
        ),
      holder,
      more,
    ];
  }

  return { list, words: words_, why, way };
})();
