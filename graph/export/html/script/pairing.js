// Which promise, figure or rank of one side is about the same as which of the other. As in `fuwen compare` two rows are
// near by wording, things named, unit, place, and the nearest are paired first; here of many letters, too, so that what
// is near is told more simply, and close cases may fall otherwise there.
const pairing = (() => {
  const SAME_THINGS = 0.5; // of the shorter wording, where both promise something of the same thing
  const OTHER_THINGS = 0.9; // where they name other things
  const MUCH = 0.4; // of both wordings: 年底前完工 is little of 年底前完成全部存量目录的梳理
  const SAME_SCOPE = 0.45; // where two ranks are of one scope (全市最多, 全市第2) …
  const SAME_SCOPE_LEAST = 6; // … and this many bigrams are the same
  const NUMERAL = /[0-9一二三四五六七八九十百]/g; // 全市第2 and 全市第二 are one rank

  const STAGE = /[首一二三四五六七八九十0-9]+(?:期|轮|批次?)/; // 一期 and 二期 are two things

  const known = new Map(); // phrase → its bigrams: as graph/relate/figures/likeness.py, whose noise is left out
  let noise = null;

  function bigrams(phrase) {
    if (!known.has(phrase)) {
      noise = noise || new RegExp(graph.start.likeness.noise, "g");
      const bare = Array.from(phrase.replace(noise, ""));
      const pairs = bare.length < 2 ? bare : bare.slice(1).map((one, at) => bare[at] + one);
      known.set(phrase, new Set(pairs));
    }
    return known.get(phrase);
  }

  const likeness = (one, two, common) => {
    const [a, b] = [bigrams(one).size, bigrams(two).size];
    const { bigrams: least, containment } = graph.start.likeness;
    const share = Math.min(a, b) ? common / Math.min(a, b) : 0;
    const alike = Math.min(a, b) < least ? one !== "" && one === two : share >= containment;
    return { alike, share, common, dice: a + b ? (2 * common) / (a + b) : 0 };
  };

  function alike(one, two) {
    const [a, b] = [bigrams(one), bigrams(two)];
    return likeness(one, two, [...a].filter((each) => b.has(each)).length).alike;
  }

  // A zone lies in the place of its letter, and the next letter may tell the same without its name.
  const named = (row) => (/^place\//.test(row.place) ? row.place : "");
  const placeOf = (row) => named(row) || (corpus.letterOf(row.letter_id) || {}).jurisdiction || "";
  const bare = (place) => place.replace(/^place\//, "");
  // Of two letters that a reader chose, one may not say its place; of many it must.
  function samePlace(a, b, { many }) {
    const [one, two] = [placeOf(a), placeOf(b)].map(bare);
    return one && two ? one === two : !many;
  }
  const things = (row) => row.object_ids || [];
  const shared = (a, b) => things(a).filter((one) => things(b).includes(one)).length;
  // Both count something of one thing, or both of none: what a city has is no change of what a fund has.
  function ofTheSame(a, b) {
    const [one, two] = [a, b].map((row) => row.about_ids || []);
    return one.length || two.length ? one.some((id) => two.includes(id)) : true;
  }
  const stage = (row) => ((row.what || "").match(STAGE) || [""])[0];
  const followed = (a, b) => threads.of(a).some((one) => threads.of(b).includes(one));
  const accounts = (a, b) => Boolean(a.outcome) !== Boolean(b.outcome); // one says what became of such a promise
  const differ = (a, b) => Boolean(a && b && a !== b);
  const period = (row) => [row.period_start, row.period_end, row.as_of].filter(Boolean).join();
  const rank = (row) => `${row.words.replace(NUMERAL, "")} ${row.rank || row.words}`;

  // `near`: may be about the same; `weight`: how near, besides the wording; `changed`: says something else.
  const MEASURES = {
    commitments: {
      phrase: (row) => row.what || "",
      near(a, b, like) {
        if (accounts(a, b) && threads.answers(a, b)) return true;
        if (differ(stage(a), stage(b))) return false;
        const same = shared(a, b);
        if (same > 0) return like.alike || like.share >= SAME_THINGS;
        const others = things(a).length > 0 && things(b).length > 0;
        const near = like.alike && like.dice >= MUCH && (!others || like.share >= OTHER_THINGS);
        return near && samePlace(a, b, like);
      },
      weight: (a, b) =>
        (shared(a, b) ? 0.5 : 0) +
        (accounts(a, b) && threads.answers(a, b) ? 2 : followed(a, b) ? 0.3 : 0) +
        (accounts(a, b) ? 0.2 : a.status === b.status && a.outcome === b.outcome ? 0.1 : 0) +
        (a.due && a.due === b.due ? 0.1 : 0),
      changed: (a, b) => a.status !== b.status || a.outcome !== b.outcome || differ(a.due, b.due),
    },
    figures: {
      phrase: (row) => row.metric || "",
      near: (a, b, like) =>
        like.alike &&
        a.canonical_unit === b.canonical_unit &&
        a.amount_role === b.amount_role &&
        !differ(a.payer, b.payer) &&
        !differ(a.scope, b.scope) &&
        ofTheSame(a, b) &&
        samePlace(a, b, like),
      weight: (a, b) =>
        (period(a) === period(b) ? 0.5 : differ(period(a), period(b)) ? -0.2 : 0) +
        (a.normalised_value === b.normalised_value ? 0.3 : 0) +
        (a.status === b.status ? 0.1 : 0),
      changed: (a, b) => a.normalised_value !== b.normalised_value || a.bound !== b.bound,
    },
    rankings: {
      phrase: (row) => row.metric || "",
      near: (a, b, like) =>
        samePlace(a, b, like) &&
        (like.alike ||
          (a.scope && a.scope === b.scope && like.share >= SAME_SCOPE && like.common >= SAME_SCOPE_LEAST)),
      weight: (a, b) => (rank(a) === rank(b) ? 0.5 : 0) + (a.scope === b.scope ? 0.2 : 0),
      changed: (a, b) => rank(a) !== rank(b) || (a.status || "") !== (b.status || ""),
    },
  };

  // Rows of B by what they may have in common with one of A: bigrams, whole wordings, things.
  function indexed(rows, phrase) {
    const found = new Map();
    const add = (key, at) => (found.has(key) ? found.get(key).push(at) : found.set(key, [at]));
    rows.forEach((row, at) => {
      bigrams(phrase(row)).forEach((key) => add(key, at));
      [`=${phrase(row)}`, ...things(row).map((id) => `#${id}`)].forEach((key) => add(key, at));
    });
    return found;
  }

  function candidates(a, b, many, { phrase, near, weight }) {
    const index = indexed(b, phrase);
    const found = [];
    a.forEach((one, i) => {
      const common = new Map(); // row of B → bigrams in common
      const count = (key, n) => (index.get(key) || []).forEach((j) => common.set(j, (common.get(j) || 0) + n));
      bigrams(phrase(one)).forEach((key) => count(key, 1));
      [`=${phrase(one)}`, ...things(one).map((id) => `#${id}`)].forEach((key) => count(key, 0));
      for (const [j, n] of common) {
        const like = { many, ...likeness(phrase(one), phrase(b[j]), n) };
        if (near(one, b[j], like)) found.push({ i, j, score: like.dice + weight(one, b[j]) });
      }
    });
    return found.sort((x, y) => y.score - x.score || x.i - y.i || x.j - y.j);
  }

  // {changed: [[a, b]], both: [[a, b]], a: rows only there, b: rows only there}, all in the order of A, then B. `many`:
  // a side has more than one letter.
  function of(name, a, b, many = false) {
    const measure = MEASURES[name];
    const [taken, mate] = [new Set(), new Map()];
    for (const { i, j } of candidates(a, b, many, measure)) {
      if (mate.has(i) || taken.has(j)) continue;
      mate.set(i, j);
      taken.add(j);
    }
    const pairs = a.flatMap((row, i) => (mate.has(i) ? [[row, b[mate.get(i)]]] : []));
    return {
      changed: pairs.filter(([one, two]) => measure.changed(one, two)),
      both: pairs.filter(([one, two]) => !measure.changed(one, two)),
      a: a.filter((_, i) => !mate.has(i)),
      b: b.filter((_, j) => !taken.has(j)),
    };
  }

  return { of, alike };
})();
