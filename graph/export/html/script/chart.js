// The first picture as a chart in columns: member, proposal, reply, department, and what is cited most.
const chart = (() => {
  // Where the columns stand, in pixels from the left of a picture so wide: the widest, and the narrowest with members
  // and without them. Between two widths in proportion, beyond them to scale.
  const WIDE = { width: 760, person: 78, proposal: 124, reply: 312, office: 424, cited: 604 };
  const NARROW = { width: 480, person: 56, proposal: 84, reply: 214, office: 320, cited: 394 };
  const NARROWEST = { width: 390, person: 54, proposal: 13, reply: 139, office: 247, cited: 312 };
  const COLUMNS = { person: "persons", proposal: "proposals", reply: "replies", office: "offices", cited: "cited" };
  const TOP = 74;
  const BOTTOM = 20;
  const ROOMY = 58; // pixels a row needs to say a title and a date too
  const TWO_LINES = 34; // pixels a row needs to say below a date that nobody signed
  const SECOND_LINE = 17; // pixels from the middle of a name to that of the line below it

  // Returns {at: Map(row → {x, y, side, size, until, …}), headings, notes, fit, curved}, or null without replies.
  function draw(work, stageWidth, stageHeight) {
    const parts = cast(work);
    if (parts.replies.length === 0) return null;
    const width = stageWidth;
    const x = columns(width, parts.persons.length > 0);
    const area = { top: TOP - stageHeight / 2, room: stageHeight - TOP - BOTTOM };
    const at = new Map();
    const step = area.room / parts.replies.length;
    const roomy = step >= ROOMY;
    const looks = { ...area, side: "right", size: 9, roomy, tall: step >= TWO_LINES };
    const chars = (from, to, taken, least) => Math.max(least, Math.floor((x(to) - x(from) - taken) / 11.5));
    parts.replies.forEach((row, index) =>
      at.set(row, {
        ...looks,
        x: x("reply"),
        y: area.top + step * (index + 0.4),
        until: x(parts.signed.has(row) ? "office" : "cited") - 12,
        unsigned: !graph.letters[graph.node.letters[row][0]].department,
        joint: jointOf(row),
      }),
    );
    stack(parts.proposals, x("proposal"), parts.links.proposal, at, {
      ...looks,
      gap: Math.min(20, step),
      chars: chars("proposal", "reply", 46, 7),
      until: x("reply") - 12,
    });
    const office = { ...looks, chars: chars("office", "cited", 28, 3), until: x("cited") - 12 };
    ownRows(parts.offices, x("office"), parts.links.office, at, { ...office, gap: roomy ? 36 : 20, step });
    stack(parts.persons, x("person"), parts.links.person, at, {
      ...looks,
      size: 5,
      side: "left",
      gap: 18,
      chars: 6,
    });
    list(parts.cited, at, parts.links.cited, { ...area, left: x("cited"), right: width / 2 - 4 });
    return {
      at,
      headings: headings(x, area, parts),
      notes: renamed(work, at, x("cited")),
      fit: false,
      curved: true,
    };
  }

  // Returns a function: column → x in a picture of this width, from its middle.
  function columns(width, people) {
    const narrow = people ? NARROW : NARROWEST;
    const base = Math.min(WIDE.width, Math.max(narrow.width, width));
    const share = (base - narrow.width) / (WIDE.width - narrow.width);
    return (column) =>
      (narrow[column] + (WIDE[column] - narrow[column]) * share) * (width / base) - width / 2;
  }

  const headings = (x, area, parts) =>
    Object.entries(COLUMNS)
      .filter(([, part]) => parts[part].length > 0)
      .map(([column]) => column)
      .map((column, at, shown) => ({
        x: column === "person" ? x(column) - 46 : x(column) - 9,
        y: area.top - 34,
        key: `column.${column}`,
        until: at < shown.length - 1 ? x(shown[at + 1]) - 13 : Infinity,
      }));

  // How many departments took part beside the one that answered.
  const jointOf = (reply) =>
    Array.from(graph.edgesOf(reply)).filter((at) => graph.edge.relation[at] === "jointly_with").length;

  // A department that became another: the line between them says so, in its middle, or at its end where it goes round
  // others; where there is no room but that of a name, the line alone.
  const renamed = (work, at, cited) =>
    work.edges
      .filter((edge) => graph.edge.relation[edge] === "succeeded_by")
      .map((edge) => [edge, at.get(graph.edge.source[edge]), at.get(graph.edge.target[edge])])
      .filter(([, a, b]) => a && b && b.tall && Math.abs(a.y - b.y) >= TWO_LINES)
      .map(([edge, a, b]) => ({
        x: (a.x + b.x) / 2 + 8,
        y: strokes.passes(edge, { at }) ? b.y + Math.sign(a.y - b.y) * SECOND_LINE : (a.y + b.y) / 2,
        until: cited - 12,
        text: `${a.y > b.y ? "↑" : "↓"} ${words.relation("succeeded_by")}`,
      }));

  // Who stands in which column, and what each node is tied to in the column before it.
  function cast(work) {
    const links = { proposal: new Map(), office: new Map(), cited: new Map(), person: new Map() };
    const signed = new Set();
    const link = (map, key, value) => map.set(key, [...(map.get(key) || []), value]);
    for (const at of work.edges) {
      const [source, target, relation] = [
        graph.edge.source[at],
        graph.edge.target[at],
        graph.edge.relation[at],
      ];
      if (relation === "issued_by") {
        link(links.office, target, source);
        signed.add(source);
      }
      if (relation === "responds_to") link(links.proposal, target, source);
      if (relation === "submitted_by") link(links.person, target, source);
      if (relation === "cited_in") link(links.cited, source, target);
    }
    const ofKind = (kind) => work.nodes.filter((row) => graph.node.kind[row] === kind);
    return {
      links,
      signed,
      replies: inOrder(ofKind("reply"), links),
      persons: [...links.person.keys()], // members, and the parties and bodies that move proposals
      proposals: ofKind("proposal"),
      offices: [...links.office.keys()],
      cited: work.nodes.filter(
        (row) =>
          !links.office.has(row) && !links.person.has(row) && filter.ENTITIES.has(graph.node.kind[row]),
      ),
    };
  }

  // Newest first; answers to the same member stand together, because they are read together.
  function inOrder(replies, links) {
    const members = new Map();
    for (const [person, proposals] of links.person) {
      for (const proposal of proposals) {
        for (const reply of links.proposal.get(proposal) || []) {
          members.set(reply, [...(members.get(reply) || []), person]);
        }
      }
    }
    const newest = [...replies].sort((a, b) => scope.newestFirst(a, b));
    const out = [];
    for (const reply of newest) {
      if (out.includes(reply)) continue;
      const own = new Set(members.get(reply) || []);
      out.push(
        reply,
        ...newest.filter((one) => one !== reply && !out.includes(one) && shares(members.get(one), own)),
      );
    }
    return out;
  }

  const shares = (members, own) => (members || []).some((person) => own.has(person));

  const heights = (rows, at) =>
    (rows || [])
      .map((row) => at.get(row))
      .filter(Boolean)
      .map((place) => place.y);
  const mean = (values, otherwise) =>
    values.length ? values.reduce((a, b) => a + b, 0) / values.length : otherwise;

  // A column in which every node stands near the mean height of what it is tied to, none nearer than the gap.
  function stack(rows, x, ties, at, looks) {
    const middle = looks.top + looks.room / 2;
    const items = rows.map((row) => ({ row, y: mean(heights(ties.get(row), at), middle) }));
    items.sort((a, b) => a.y - b.y || a.row - b.row);
    centre(
      items,
      Math.min(looks.gap, looks.room / Math.max(1, items.length)),
      looks.top,
      looks.top + looks.room,
    );
    for (const { row, y } of items) at.set(row, { ...looks, x, y });
  }

  // Every office stands on the row of a letter of its own, the one nearest to the mean of all: a row between two of
  // them may be another's, and would seem to be answered by it.
  function ownRows(rows, x, ties, at, looks) {
    const homes = new Map();
    for (const row of rows) {
      const own = ties.get(row);
      const middle = mean(heights(own, at), 0);
      const away = (reply) => Math.round(Math.abs(at.get(reply).y - middle));
      const [home] = [...own].sort((a, b) => away(a) - away(b) || at.get(a).y - at.get(b).y);
      homes.set(home, [...(homes.get(home) || []), row]);
    }
    for (const [home, sharing] of homes) {
      const gap = Math.min(looks.gap, looks.step / sharing.length);
      const above = ((sharing.length - 1) * gap) / 2;
      sharing.forEach((row, index) => at.set(row, { ...looks, x, y: at.get(home).y - above + index * gap }));
    }
  }

  // Groups that wish for the same height are centred on it; then all are pushed apart, down and back up.
  function centre(items, gap, low, high) {
    const wishes = new Map();
    for (const item of items) wishes.set(item.y, (wishes.get(item.y) || 0) + 1);
    const used = new Map();
    for (const item of items) {
      const wish = item.y;
      const index = used.get(wish) || 0;
      used.set(wish, index + 1);
      item.y = wish + (index - (wishes.get(wish) - 1) / 2) * gap;
    }
    let floor = low;
    for (const item of items) {
      item.y = Math.max(item.y, floor);
      floor = item.y + gap;
    }
    let ceiling = high;
    for (const item of [...items].reverse()) {
      item.y = Math.min(item.y, ceiling);
      ceiling = item.y - gap;
    }
  }

  // The cited entities, kind by kind, each at the height of the letters that cite it.
  function list(rows, at, ties, { left, right, top, room }) {
    const kinds = Object.keys(graph.start.kinds).filter((kind) =>
      rows.some((row) => graph.node.kind[row] === kind),
    );
    const lanes = right - left > 300 && rows.length * 19 > room ? 2 : 1;
    const step = Math.min(27, (room * lanes) / Math.max(1, rows.length + kinds.length * 0.7));
    let index = 0;
    for (const kind of kinds) {
      const own = rows.filter((row) => graph.node.kind[row] === kind);
      own.sort((a, b) => mean(heights(ties.get(a), at), 0) - mean(heights(ties.get(b), at), 0) || a - b);
      for (const row of own) {
        const lane = Math.min(lanes - 1, Math.floor((index * step) / room));
        const size = 4.5 + Math.min(3.5, graph.node.letters[row].length * 0.7);
        const y = top - 6 + index * step - lane * room;
        const wide = (right - left) / lanes;
        const until = left + (lane + 1) * wide - (lane < lanes - 1 ? 12 : 0);
        at.set(row, { x: left + lane * wide, y, side: "right", size, until });
        index += 1;
      }
      index += 0.7;
    }
  }

  return { draw };
})();
