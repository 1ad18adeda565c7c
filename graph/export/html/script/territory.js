// Places of the letters and what lies within what, by the parent of each place in the national list of divisions.
const territory = (() => {
  let gathered = null; // place → {letters, places}: what lies in it, itself among it

  const replies = () => graph.letters.filter((letter) => letter.status === "reply");

  // The place itself, and all that it lies in as far as the province.
  function chain(place) {
    const out = [];
    for (let one = place; one && !out.includes(one); one = graph.places[one]) out.push(one);
    return out;
  }

  function all() {
    if (gathered) return gathered;
    gathered = new Map();
    for (const { at, jurisdiction } of replies())
      for (const place of chain(jurisdiction)) {
        if (!gathered.has(place)) gathered.set(place, { letters: new Set(), places: new Set() });
        gathered.get(place).letters.add(at);
        gathered.get(place).places.add(jurisdiction);
      }
    return gathered;
  }

  // The letters of a place and of all places in it: 江苏省 has those of 苏州市 and of its districts.
  const within = (place) => [...(all().get(place) || { letters: [] }).letters];

  // The places that are offered: those with letters of their own, and those that bring several places together. A
  // province whose letters are all of one city says no more than the city.
  function offered() {
    const most = new Map(); // place → letters of the largest place right below it
    for (const [place, { letters }] of all()) {
      const above = graph.places[place];
      if (above) most.set(above, Math.max(most.get(above) || 0, letters.size));
    }
    const gathers = (place, { letters, places }) => places.has(place) || letters.size > (most.get(place) || 0);
    return [...all()].filter(([place, own]) => gathers(place, own)).map(([place]) => place);
  }

  // Whose letters these are: the smallest place that all lie in, or how many places they name; "" where none does.
  function where() {
    const named = replies().map((letter) => letter.jurisdiction).filter(Boolean);
    const total = named.length === replies().length ? named.length : -1;
    const shared = [...all()].find(([, { letters }]) => letters.size === total); // a chain begins with the smallest
    if (shared) return shared[0];
    const n = new Set(named).size;
    return n > 0 ? words.t("territory.several", { n }) : "";
  }

  // How many letters tell no place.
  const unplaced = () => replies().filter((letter) => !letter.jurisdiction).length;

  return { within, offered, where, unplaced };
})();
