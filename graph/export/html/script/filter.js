// What may be shown: letters, kinds, relations, years, thresholds and certainty, as the reader has set them.
const filter = (() => {
  const ENTITIES = new Set(["organisation", "fund", "platform", "policy"]);
  const COUNTED = new Set(["co_mention", "citation"]); // families whose weight a threshold may cut
  const RANK = { asserted: 0, inferred: 1, suggested: 2 };
  let letterShown = null;
  let key = "";

  // Letters pass by their year, and by the group that is shown alone; a letter without a date passes where the switch
  // says so.
  function prepare(now) {
    const wanted = JSON.stringify([now.years, now.undated, now.only]);
    if (wanted === key && letterShown) return;
    key = wanted;
    const years = new Set(now.years);
    const group = now.only && groups.find(now.only);
    const ofYear = ({ year }) => (year ? years.size === 0 || years.has(year) : now.undated);
    letterShown = graph.letters.map((letter) => ofYear(letter) && (!group || group.letters.has(letter.at)));
  }

  const anyLetter = (rows) => rows.length === 0 || rows.some((at) => letterShown[at]);
  const letter = (at) => letterShown[at];

  function node(at, now) {
    const kind = graph.node.kind[at];
    if (now.hiddenKinds.includes(kind)) return false;
    if (ENTITIES.has(kind) && graph.node.letters[at].length < now.minLetters && now.minLetters > 1)
      return false;
    if (graph.node.letters[at].length > 0) return anyLetter(graph.node.letters[at]);
    return kind === "section" ? ofLetter(at) : !byLetter(now);
  }

  // A section that names nothing has no letters in the tables: its id (section/<letter>.s1) tells which it is of. Of
  // a place that figures alone speak of nothing tells it: where letters are chosen it is not among what they hold.
  function ofLetter(at) {
    const letter = corpus.letterOf(graph.node.id[at].replace(/^section\//, "").replace(/[.#][^.#]*$/, ""));
    return !letter || letterShown[letter.at] !== false;
  }

  // What a sentence only implies is as doubtful as what a rule inferred.
  const doubt = (certainty, implied) => Math.max(RANK[certainty] || 0, implied ? RANK.inferred : 0);

  // The filter of an edge alone; its ends are asked with `node`.
  function edge(at, now) {
    if (now.hiddenRelations.includes(graph.edge.relation[at])) return false;
    if (now.hideEnumerations && graph.edge.enumerated[at]) return false;
    if (now.minWeight > 1 && COUNTED.has(graph.family(at)) && graph.edge.weight[at] < now.minWeight)
      return false;
    if (doubt(graph.certainty(at), graph.edge.implied[at]) > RANK[now.certainty]) return false;
    return anyLetter(graph.edge.letters[at]);
  }

  // An edge as seen from one of its ends: it and the node it leads to.
  const reaches = (at, from, now) => edge(at, now) && node(graph.other(at, from), now);

  // One sentence of an edge: its letter, and how sure its reading is.
  const proof = (one, now) =>
    (one.letter < 0 || letterShown[one.letter]) &&
    doubt(one.certainty, one.strength === "implied") <= RANK[now.certainty];

  // Everything that the filters depend on, for those that draw anew when it changes.
  const settings = (now) => [
    ...[now.hiddenKinds, now.hiddenRelations, now.years, now.undated, now.only],
    ...[now.minWeight, now.minLetters, now.certainty, now.hideEnumerations],
  ];

  const byLetter = (now) => now.years.length > 0 || !now.undated || Boolean(now.only);

  // How many nodes and edges the filters keep out, for the corner that says so.
  function hidden(now) {
    const shown = graph.node.kind.map((kind, at) => node(at, now));
    let edges = 0;
    for (let at = 0; at < graph.edge.count; at += 1)
      if (!(shown[graph.edge.source[at]] && shown[graph.edge.target[at]] && edge(at, now))) edges += 1;
    return { nodes: shown.filter((one) => !one).length, edges };
  }

  const active = (now) =>
    now.hiddenKinds.length + now.hiddenRelations.length > 0 ||
    byLetter(now) ||
    now.minWeight > 1 ||
    now.minLetters > 1 ||
    now.certainty !== "suggested" ||
    now.hideIsolated ||
    now.hideEnumerations;

  const cleared = () => ({
    hiddenKinds: [],
    hiddenRelations: [],
    years: [],
    undated: true,
    only: "",
    minWeight: 1,
    minLetters: 1,
    certainty: "suggested",
    hideIsolated: false,
    hideEnumerations: false,
  });

  return {
    prepare,
    node,
    edge,
    reaches,
    proof,
    settings,
    byLetter,
    letter,
    hidden,
    active,
    cleared,
    ENTITIES,
  };
})();
