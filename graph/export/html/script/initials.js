// Pinyin initials of a name (szszxzzzl), from the browser's own collation of Chinese: no table to ship.
const initials = (() => {
  // The first character of each initial in pinyin order (GB/T 2312 order of sounds; i, u and v begin no syllable).
  const FIRST = "阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨他屲夕丫帀";
  const LETTERS = "abcdefghjklmnopqrstwxyz";
  const known = new Map();
  let collator = null;

  function letter(character) {
    if (/[a-z0-9]/i.test(character)) return character.toLowerCase();
    if (!/\p{Script=Han}/u.test(character)) return "";
    if (!known.has(character)) {
      collator = collator || new Intl.Collator("zh-Hans-CN-u-co-pinyin");
      let at = FIRST.length - 1;
      while (at > 0 && collator.compare(FIRST[at], character) > 0) at -= 1;
      known.set(character, LETTERS[at]);
    }
    return known.get(character);
  }

  const of = (name) => Array.from(name, letter).join("");

  return { of };
})();
