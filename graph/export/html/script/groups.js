// Groups of letters: each alone, those of a place, a department, a year, a member, and those that name a thing. They
// are what is compared, and what the page can be narrowed to.
const groups = (() => {
  let known = null; // every group that is offered, by its code; its labels are in one language
  let spoken = "";

  // Code → {code, label, date, letters}.
  function all() {
    if (known && spoken === words.language) return known;
    known = new Map();
    spoken = words.language;
    const replies = graph.letters.filter((letter) => letter.status === "reply");
    replies.forEach((letter) => enter(letter));
    territory.offered().forEach((name) => territory.within(name).forEach((at) => add(`place:${name}`, name, at)));
    const members = [...membersLetters()];
    const name = namesOf(members);
    for (const [member, letters] of members) {
      for (const at of letters) add(`member:${graph.node.id[member]}`, name(member), at);
    }
    return known;
  }

  function add(code, label, at, date = "") {
    if (!known.has(code)) known.set(code, { code, label, date, letters: new Set() });
    known.get(code).letters.add(at);
  }

  function enter(letter) {
    const name = [
      letter.date || words.t("undated"),
      (letter.numbers || [])[0],
      (letter.proposers || [])[0],
      (letter.titles || [])[0] || letter.title,
    ];
    add(`letter:${letter.id}`, name.filter(Boolean).join(" ") || letter.id, letter.at, letter.date);
    const office = graph.issuerOf(letter.at);
    if (office >= 0) add(`department:${graph.node.id[office]}`, graph.distinct(office), letter.at);
    else if (letter.department) add(`department:${letter.department}`, letter.department, letter.at);
    if (letter.year) add(`year:${letter.year}`, letter.year, letter.at);
  }

  // Node of a proposer → its letters. Two people of one name are two nodes.
  function membersLetters() {
    const found = new Map();
    for (let at = 0; at < graph.edge.count; at += 1) {
      if (graph.edge.relation[at] !== "submitted_by") continue;
      const member = graph.edge.target[at];
      if (!found.has(member)) found.set(member, new Set());
      graph.edge.letters[at].forEach((letter) => found.get(member).add(letter));
    }
    return found;
  }

  // A name that several bear is told apart by body and term, and by the proposal where that is not enough.
  function namesOf(members) {
    const bearers = (tell) => {
      const seen = new Map();
      members.forEach(([at]) => seen.set(tell(at), (seen.get(tell(at)) || 0) + 1));
      return (at) => seen.get(tell(at));
    };
    const first = new Map(members.map(([at, letters]) => [at, graph.letters[Math.min(...letters)]]));
    const name = (at) => graph.node.name[at];
    const office = (at) => {
      const { jurisdiction, session } = first.get(at);
      const body = graph.node.sub[at] ? words.term("kinds", graph.node.sub[at]) : "";
      return `${name(at)} · ${[body, session || jurisdiction].filter(Boolean).join(" ")}`;
    };
    const [named, placed] = [bearers(name), bearers(office)];
    const full = (at) => `${office(at)} · ${(first.get(at).numbers || [])[0] || first.get(at).id}`;
    return (at) => (named(at) === 1 ? name(at) : placed(at) === 1 ? office(at) : full(at));
  }

  // Also of what is not offered: a place that is only a part of others' names, and whatever letters name.
  function find(code) {
    const offered = all().get(code);
    if (offered) return offered;
    const [kind, key] = [code.slice(0, code.indexOf(":")), code.slice(code.indexOf(":") + 1)];
    const at = kind === "name" ? graph.byId(key) : -1;
    const letters = kind === "place" ? territory.within(key) : at >= 0 ? graph.node.letters[at] : [];
    return letters.length > 0 ? { code, label: at < 0 ? key : graph.distinct(at), letters: new Set(letters) } : null;
  }

  // The code of the letters that belong to a node: a reply itself, a department's own replies, those to a member, those
  // of a place; of all else the letters that name it. "" where the node is a part of a letter, or a proposal.
  const OWN = new Set(["proposal", "section", "point"]);
  function codeOf(at) {
    if (OWN.has(graph.node.kind[at])) return "";
    if (graph.node.kind[at] === "reply") return `letter:${graph.letters[graph.node.letters[at][0]].id}`;
    const id = graph.node.id[at];
    const own = [`department:${id}`, `member:${id}`, graph.node.kind[at] === "place" && `place:${graph.node.name[at]}`];
    return own.find((code) => code && find(code)) || `name:${id}`;
  }

  // Letters newest first, the undated last; all else by name.
  function inOrder(a, b) {
    if (a.date !== b.date) return a.date < b.date ? 1 : -1;
    return a.label.localeCompare(b.label, "zh-Hans-CN");
  }

  const MOST = 44; // characters of a letter's title that a choice shows
  const clip = (text) => (text.length > MOST ? `${text.slice(0, MOST - 1)}…` : text);

  // The groups of a kind as choices, {code, label}: a letter by its title, all else with how many letters it has.
  function listed(kind) {
    const own = [...all().values()].filter((one) => one.code.startsWith(`${kind}:`)).sort(inOrder);
    const counted = ({ label, letters }) => words.t("compare.option", { label, n: letters.size });
    return own.map((one) => ({ code: one.code, label: kind === "letter" ? clip(one.label) : counted(one) }));
  }

  const letters = () => graph.letters.filter((letter) => letter.status === "reply").length;

  return { all, find, codeOf, inOrder, listed, letters };
})();
