// The data blocks, decoded: columns of nodes and edges, neighbours of every node, letters and their evidence.
const graph = (() => {
  const node = {};
  const edge = {};
  let letters = [];
  let places = {}; // place → the next larger one
  let start = {};
  let offsets = null; // offsets[i] … offsets[i + 1]: the part of `around` that holds node i's edges
  let around = null;
  let number = null; // node id → row
  let replies = null; // letter → row of its reply

  async function decode(name) {
    const block = dom.find(`data-${name}`);
    const text = block.textContent;
    if (block.dataset.encoding === "json") return JSON.parse(text);
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return new Response(stream).json();
  }

  // Columns are written as differences where they rise (deltas in columns.py).
  function summed(differences) {
    const out = new Array(differences.length);
    let sum = 0;
    for (let at = 0; at < differences.length; at += 1) out[at] = sum += differences[at];
    return out;
  }

  const named = (column, values) => column.map((value) => values[value]);

  function readNodes(block, values) {
    Object.assign(node, block, {
      kind: named(block.kind, values),
      letters: block.letters.map(summed),
      count: block.id.length,
      id: block.id.map((id, at) => id || `e/${block.name[at]}`), // most ids are the name itself
    });
  }

  function readEdges(block, values) {
    Object.assign(edge, block, {
      source: Int32Array.from(summed(block.source)),
      target: Int32Array.from(block.target),
      relation: named(block.relation, values),
      letters: block.letters.map(summed),
      count: block.target.length,
    });
  }

  // Compressed sparse rows: every edge stands with both of its ends.
  function readNeighbours() {
    offsets = new Int32Array(node.count + 2);
    for (let at = 0; at < edge.count; at += 1) {
      offsets[edge.source[at] + 2] += 1;
      offsets[edge.target[at] + 2] += 1;
    }
    for (let at = 2; at < offsets.length; at += 1) offsets[at] += offsets[at - 1];
    around = new Int32Array(edge.count * 2);
    for (let at = 0; at < edge.count; at += 1) {
      around[offsets[edge.source[at] + 1]++] = at;
      around[offsets[edge.target[at] + 1]++] = at;
    }
  }

  async function read() {
    start = await decode("start");
    const block = await decode("graph");
    letters = block.letters;
    places = block.places;
    letters.forEach((letter, at) => {
      letter.at = at;
      letter.year = letter.date ? letter.date.slice(0, 4) : "";
    });
    readNodes(block.nodes, block.values);
    readEdges(block.edges, block.values);
    readNeighbours();
  }

  const edgesOf = (at) => around.subarray(offsets[at], offsets[at + 1]);
  const degree = (at) => offsets[at + 1] - offsets[at];
  const other = (at, from) => (edge.source[at] === from ? edge.target[at] : edge.source[at]);
  const label = (at) => node.label[at] || node.name[at];

  // What can tell one of several of the same name from the others: its place, its letter's number, department, id.
  const letterOf = (at) => letters[node.letters[at][0]] || {};
  const numbered = (at) => ((letterOf(at).numbers || [])[0] ? `${letterOf(at).numbers[0]}号` : "");
  const MARKS = [
    (at) => node.place[at],
    numbered,
    (at) => letterOf(at).department,
    (at) => [numbered(at), (/[.#]([^.#]+)$/.exec(node.id[at]) || [""])[0]].join(""), // a part of that letter
    (at) => node.id[at],
  ];
  let namesakes = null; // name → rows

  function sameName(at) {
    if (!namesakes) {
      namesakes = new Map();
      node.name.forEach((name, row) => {
        if (namesakes.has(name)) namesakes.get(name).push(row);
        else namesakes.set(name, [row]);
      });
    }
    return namesakes.get(node.name[at]);
  }

  // The name of a node, with what tells it from others of the same name where there are any.
  function distinct(at) {
    const others = sameName(at).filter((row) => row !== at);
    if (others.length === 0) return node.name[at];
    const telling = MARKS.find((mark) => mark(at) && others.every((row) => mark(row) !== mark(at)));
    return `${node.name[at]}（${telling(at)}）`;
  }

  const aliases = (at) => node.aliases[at] || [];
  const iri = (at) => node.iri[at] || start.base + node.id[at];
  const frac = (at) => edge.frac[at] || edge.weight[at];
  const family = (at) => start.families[edge.relation[at]] || "claim";
  const certainty = (at) => edge.certainty[at] || "asserted";

  function byId(id) {
    if (!number) number = new Map(node.id.map((value, at) => [value, at]));
    const found = number.get(id);
    return found === undefined ? -1 : found;
  }

  // The node of a letter, -1 where it has none (an input that is no reply).
  function replyOf(letter) {
    if (!replies) {
      replies = new Map();
      node.kind.forEach((kind, at) => kind === "reply" && replies.set(node.letters[at][0], at));
    }
    return replies.has(letter) ? replies.get(letter) : -1;
  }

  // The body that signs a letter, -1 where none does or the graph does not hold it.
  function issuerOf(letter) {
    const reply = replyOf(letter);
    const signed = reply < 0 ? undefined : Array.from(edgesOf(reply)).find((at) => edge.relation[at] === "issued_by");
    return signed === undefined ? -1 : other(signed, reply);
  }

  // How a list names the body that signs: as the graph does, so that 市教育局 of two cities are two; "" where none does.
  function office(letter) {
    const at = issuerOf(letter);
    return at < 0 ? letters[letter].department || "" : distinct(at);
  }

  // An edge is named by its ends and its relation: there is one of each.
  const edgeName = (at) => [node.id[edge.source[at]], edge.relation[at], node.id[edge.target[at]]].join("|");

  function edgeByName(name) {
    const from = byId(name.split("|")[0]);
    const found = from < 0 ? undefined : Array.from(edgesOf(from)).find((at) => edgeName(at) === name);
    return found === undefined ? -1 : found;
  }

  // First and last year in which a dated letter names this node; empty where none is dated.
  function years(at) {
    const dated = node.letters[at]
      .map((letter) => letters[letter].year)
      .filter(Boolean)
      .sort();
    return dated.length ? [dated[0], dated[dated.length - 1]] : [];
  }

  return {
    read,
    decode,
    summed,
    named,
    node,
    edge,
    edgesOf,
    degree,
    other,
    label,
    distinct,
    aliases,
    iri,
    frac,
    family,
    certainty,
    byId,
    replyOf,
    issuerOf,
    office,
    edgeName,
    edgeByName,
    years,
    get letters() {
      return letters;
    },
    get places() {
      return places;
    },
    get start() {
      return start;
    },
  };
})();
