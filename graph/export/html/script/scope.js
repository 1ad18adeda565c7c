// The working set: which nodes and edges are drawn. The whole graph is in the page, a readable part of it drawn.
const scope = (() => {
  const MOST_NODES = 800;
  const MOST_EDGES = 2500;
  const START_CHAINS = 24; // letters whose chain the first picture tells at most
  const CHAIN_HEIGHT = 18; // pixels that one of them takes
  const ENTITY_HEIGHT = 19; // pixels that one entity of the first picture takes
  const PROPOSERS = 3; // proposers of one proposal in the first picture; the others are behind its "+n"
  const PROPOSERS_FROM = 460; // pixels of a canvas below which proposers stand in the names of their proposals only
  const FAMILY_ORDER = { response: 0, claim: 1, identity: 1, citation: 2, co_mention: 3 };

  // How much a node says: letters, then mentions. People, sessions and parts of letters stand behind things.
  const MINOR = new Set(["person", "session", "section", "point", "place"]);
  const importance = (at) =>
    (graph.node.letters[at].length * 1000 + graph.node.mentions[at]) /
    (MINOR.has(graph.node.kind[at]) ? 1000 : 1);
  const byImportance = (a, b) => importance(b) - importance(a) || a - b;

  function reader(now) {
    return {
      node: (at) => filter.node(at, now),
      edge: (at) => filter.edge(at, now),
      open: (at, from) => filter.edge(at, now) && filter.node(graph.other(at, from), now),
    };
  }

  const replies = () => ofKind("reply");
  const kindCache = new Map();
  function ofKind(kind) {
    if (!kindCache.has(kind)) {
      const rows = [];
      graph.node.kind.forEach((value, at) => {
        if (value === kind) rows.push(at);
      });
      kindCache.set(kind, rows);
    }
    return kindCache.get(kind);
  }

  const dateOf = (reply) => {
    const letter = graph.letters[graph.node.letters[reply][0]];
    return letter ? letter.date || "" : "";
  };

  const newestFirst = (a, b) => (dateOf(b) > dateOf(a) ? 1 : dateOf(b) < dateOf(a) ? -1 : a - b);

  // How many letters the first picture tells: no more than can have a name each.
  const chains = () =>
    Math.max(6, Math.min(START_CHAINS, Math.floor((dom.find("canvas").clientHeight - 94) / CHAIN_HEIGHT)));

  // The first picture: proposer → proposal → reply → department of the newest letters, and what is cited most.
  function startSet(open) {
    const set = new Set();
    const newest = replies().filter(open.node).sort(newestFirst).slice(0, chains());
    for (const reply of newest) {
      set.add(reply);
      for (const at of graph.edgesOf(reply)) {
        const relation = graph.edge.relation[at];
        const next = graph.other(at, reply);
        if (["responds_to", "issued_by"].includes(relation) && open.open(at, reply)) {
          set.add(next);
          if (relation === "responds_to") addProposers(next, set, open);
        }
      }
    }
    const cited = new Set();
    for (const reply of newest) {
      for (const at of graph.edgesOf(reply)) {
        if (graph.edge.relation[at] === "cited_in" && open.open(at, reply)) cited.add(graph.other(at, reply));
      }
    }
    const room = Math.floor((dom.find("canvas").clientHeight - 150) / ENTITY_HEIGHT) - 3;
    const most = [...cited]
      .filter((at) => !set.has(at))
      .sort(byImportance)
      .slice(0, Math.max(8, Math.min(60, room)));
    most.forEach((at) => set.add(at));
    if (set.size === 0)
      allRows(open)
        .slice(0, 300)
        .forEach((at) => set.add(at));
    return set;
  }

  // Proposers in the order of the letter: the first one moved the proposal.
  function addProposers(proposal, set, open) {
    if (dom.find("canvas").clientWidth < PROPOSERS_FROM) return;
    const order = graph.node.letters[proposal].flatMap((letter) => graph.letters[letter].proposers || []);
    const place = (at) => (order.indexOf(graph.node.name[at]) + order.length + 1) % (order.length + 1);
    const rows = [...graph.edgesOf(proposal)]
      .filter((at) => graph.edge.relation[at] === "submitted_by" && open.open(at, proposal))
      .map((at) => graph.other(at, proposal));
    rows.sort((a, b) => place(a) - place(b) || a - b);
    rows.slice(0, PROPOSERS).forEach((at) => set.add(at));
  }

  function allRows(open) {
    const rows = [];
    for (let at = 0; at < graph.node.count; at += 1) if (open.node(at)) rows.push(at);
    return rows.sort(byImportance);
  }

  const strength = (at) => (3 - (FAMILY_ORDER[graph.family(at)] ?? 1)) * 1e6 + graph.frac(at);

  // Where not all neighbours can be drawn, the parts of letters come last: the letter itself is there already.
  const part = (at) => (graph.edge.relation[at] === "cited_in_section" ? 1 : 0);
  const strongestFirst = (a, b) => part(a) - part(b) || strength(b) - strength(a) || a - b;

  function grow(set, from, open, most) {
    const next = [];
    const edges = [...graph.edgesOf(from)].filter((at) => open.open(at, from)).sort(strongestFirst);
    for (const at of edges) {
      const row = graph.other(at, from);
      if (!set.has(row) && set.size < most) {
        set.add(row);
        next.push(row);
      }
    }
    return next;
  }

  function focusSet(now, open) {
    const set = new Set(now.focus);
    let ring = now.focus;
    const near = now.depth === 1 ? fan.most(dom.find("canvas").clientHeight) : 400;
    for (let depth = 0; depth < now.depth; depth += 1) {
      const next = [];
      for (const from of ring) next.push(...grow(set, from, open, depth === 0 ? near : MOST_NODES));
      ring = next;
    }
    return set;
  }

  // Who chooses relations that are no part of the chain from proposal to department wants to see what these tie, not
  // letters without them.
  const CHAIN = ["responds_to", "issued_by", "submitted_by", "cited_in"];
  const tellsChain = (now) => CHAIN.some((relation) => !now.hiddenRelations.includes(relation));
  const isChosen = (now) => ["start", "all"].includes(now.scope) && !tellsChain(now);

  function joinedSet(open) {
    const rows = new Set();
    for (let at = 0; at < graph.edge.count; at += 1) {
      const ends = [graph.edge.source[at], graph.edge.target[at]];
      if (open.edge(at) && ends.every(open.node)) ends.forEach((row) => rows.add(row));
    }
    return new Set([...rows].sort(byImportance).slice(0, MOST_NODES));
  }

  function base(now, open) {
    if (isChosen(now)) return joinedSet(open);
    if (now.scope === "focus") return focusSet(now, open);
    if (now.scope === "all") return new Set(allRows(open).slice(0, MOST_NODES));
    return startSet(open);
  }

  function withChoices(set, now, open) {
    for (const from of now.expanded) {
      if (set.has(from)) grow(set, from, open, MOST_NODES);
    }
    const keep = new Set([...now.pinned, ...now.focus]);
    for (const from of now.collapsed) {
      for (const at of graph.edgesOf(from)) {
        const row = graph.other(at, from);
        if (set.has(row) && !keep.has(row) && onlyNeighbour(row, from, set)) set.delete(row);
      }
    }
    for (const row of now.pinned) set.add(row);
  }

  function onlyNeighbour(row, from, set) {
    for (const at of graph.edgesOf(row)) {
      const next = graph.other(at, row);
      if (next !== from && next !== row && set.has(next)) return false;
    }
    return true;
  }

  // Edges between shown nodes. The first picture tells the chain: it leaves co-mention and sections aside.
  function edgesWithin(set, now, open) {
    const seen = new Set();
    for (const row of set) {
      for (const at of graph.edgesOf(row)) {
        if (!seen.has(at) && set.has(graph.other(at, row)) && open.edge(at)) seen.add(at);
      }
    }
    let edges = [...seen];
    if (now.scope === "start" && !isChosen(now)) edges = edges.filter(inFirstPicture);
    return edges.sort((a, b) => strength(b) - strength(a) || a - b).slice(0, MOST_EDGES);
  }

  // Departments that only took part are behind the "+n" of the reply: one line a letter tells the chain.
  const FIRST_PICTURE = new Set(["responds_to", "issued_by", "submitted_by", "cited_in", "succeeded_by"]);
  const inFirstPicture = (at) => FIRST_PICTURE.has(graph.edge.relation[at]);

  function compute(now) {
    filter.prepare(now);
    const open = reader(now);
    const way = now.scope === "path" ? path.find(now.focus, open) : null;
    let set = way ? new Set(way.steps.keys()) : base(now, open);
    withChoices(set, now, open);
    let edges = edgesWithin(set, now, open);
    if (way) edges = edges.filter((at) => path.along(way, at));
    if (now.hideIsolated) {
      const joined = new Set(edges.flatMap((at) => [graph.edge.source[at], graph.edge.target[at]]));
      set = new Set(
        [...set].filter((at) => joined.has(at) || now.focus.includes(at) || now.pinned.includes(at)),
      );
    }
    const counted = new Map();
    const hiddenNeighbours = (at) => {
      if (!counted.has(at)) counted.set(at, unseen(at, set, open));
      return counted.get(at);
    };
    return { nodes: [...set], set, edges, hiddenNeighbours, way };
  }

  // The number on a "+n" badge: neighbours that the filters allow and that are not drawn.
  function unseen(at, set, open) {
    const rows = new Set();
    for (const one of graph.edgesOf(at)) {
      const row = graph.other(one, at);
      if (!set.has(row) && open.open(one, at)) rows.add(row);
    }
    return rows.size;
  }

  return {
    compute,
    ofKind,
    importance,
    byImportance,
    strongestFirst,
    dateOf,
    newestFirst,
    MINOR,
    MOST_NODES,
    MOST_EDGES,
    chains,
    isChosen,
  };
})();
