"""As many made-up reply letters as a benchmark wants: the invented letters of the tests with other facts in them.

Every letter is one of tests/annotated, tests/tune and tests/dev with its places, many of its names, its numbers and
the order of its paragraphs changed; every fourth has hard line wraps. Names are drawn by Zipf's law from a pool that
grows with the corpus, so that a few stand in very many letters and most in one. The same count gives the same bytes.
"""

from __future__ import annotations

import json
import random
import re
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from pathlib import Path

from graph.recognise.annotated import Annotated, marked
from ontology import places

TESTS = Path(__file__).resolve().parents[1]
SYLLABLES = (
    "安邦博昌达德东方福光广海恒弘华汇慧佳嘉健金锦精科康蓝联利凌龙隆美铭南能诺鹏普启谦勤瑞润森盛拓泰天通同万维"
)
LENGTH = 2000
"""Characters that a letter is brought to at least: the mean of the five bundled ones is 1,990."""
MOST_PLAIN = 5
"""Sentences without a name that one paragraph takes from another letter."""
WRAP = 38
"""Characters per line of the letters that are wrapped, as on a page in type 3 (三号)."""
_NUMBER = re.compile(r"(?<![\d.])\d{2,8}(?![\d.年月日])")
_NUMBERED = re.compile(r"\s*(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """An invented letter, the names in it by kind, the place it speaks of most, and its sentences without a name."""

    text: str
    names: Sequence[tuple[str, str]]
    place: str
    plain: Sequence[str] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """Names of one kind, popular ones first, with their cumulative Zipf weights (exponent 1)."""

    names: Sequence[str]
    weights: Sequence[float]

    def draw(self, chance: random.Random) -> str:
        """Return a name, the first one most often."""
        return self.names[bisect(self.weights, chance.random() * self.weights[-1])]


def letters(count: int, seed: int = 11) -> Iterator[tuple[str, str]]:
    """Yield (file name, text) of so many letters."""
    found = templates()
    homes = [
        place.name for place in places.load().by_canonical.values() if place.level in {"prefecture", "county"}
    ]
    homes = sorted(set(homes))
    pools = _pools(found, count)
    home = Pool(names=homes, weights=_zipf(len(homes)))
    for number in range(count):
        chance = random.Random(f"{seed} {number}")  # noqa: S311 (the same letters every time, no secret)
        one = _lengthened(found[number % len(found)], found, chance)
        yield f"{number:06d}.txt", _varied(one, number, pools, home, chance)


def write(folder: Path, count: int) -> Path:
    """Write so many letters into a folder; return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in letters(count):
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder


def pools(count: int) -> list[Sequence[str]]:
    """Return the names that so many letters draw from, one list per kind."""
    return [pool.names for pool in _pools(templates(), count).values()]


def templates() -> list[Template]:
    """Return the invented letters, in a fixed order."""
    every = [
        marked(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted((TESTS / "annotated").glob("*.txt"))
    ]
    known = sorted(
        {place.name for place in places.load().by_canonical.values()}, key=lambda name: (-len(name), name)
    )
    found = [_template(one.text, _names(one), known) for one in every]
    for folder in (TESTS / "tune", TESTS / "dev"):
        rows = [
            json.loads(line) for line in (folder / "mentions.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        for path in sorted((folder / "letters").glob("*.txt")):
            names = {(row["text"], row["kind"]) for row in rows if row["doc"] == path.stem}
            found.append(_template(path.read_text(encoding="utf-8"), sorted(names), known))
    return found


def _names(one: Annotated) -> list[tuple[str, str]]:
    return sorted({(one.text[span.start : span.end], kind) for span, kind in one.names.items()})


def _template(text: str, names: Sequence[tuple[str, str]], known: Sequence[str]) -> Template:
    place = max(known, key=lambda name: (text.count(name), name))
    usable = [
        (name, kind)
        for name, kind in names
        if 5 <= len(name) <= 30 and "\n" not in name and place not in name
    ]
    return Template(
        text=text, names=usable, place=place if text.count(place) else "", plain=_plain(text, names)
    )


def _plain(text: str, names: Sequence[tuple[str, str]]) -> list[str]:
    """Return the whole sentences of long paragraphs that hold none of the names."""
    paragraphs = (line for line in text.split("\n") if len(line) > 60)
    sentences = (each for line in paragraphs for each in re.findall(r"[^。]+。", line))
    return [each for each in sentences if "收悉" not in each and not any(name in each for name, _ in names)]


def _pools(found: Sequence[Template], count: int) -> dict[str, Pool]:
    """Return the names that may stand in letters, by kind: those of the templates, then variants of them."""
    pools = {}
    for kind in ("organisation", "fund", "platform", "policy"):
        chance = random.Random(kind)  # noqa: S311 (no secret)
        base = sorted({name for one in found for name, its_kind in one.names if its_kind == kind})
        names = list(
            dict.fromkeys([*base, *(_variant(chance.choice(base), chance) for _ in range(count * 3))])
        )
        pools[kind] = Pool(names=names, weights=_zipf(len(names)))
    return pools


def _variant(name: str, chance: random.Random) -> str:
    """Return the name with a made-up brand for its first two characters."""
    return "".join(chance.choice(SYLLABLES) for _ in range(chance.choice((2, 3)))) + name[2:]


def _zipf(size: int) -> list[float]:
    return list(accumulate(1 / rank for rank in range(1, size + 1)))


def _lengthened(one: Template, found: Sequence[Template], chance: random.Random) -> Template:
    """Return the letter with paragraphs of other letters' nameless sentences before its own longest one.

    The templates are short and denser in names than published replies, which have 16 to 20 names in 1,000 characters
    (102 excerpts).
    """
    more: list[str] = []
    while len(one.text) + sum(map(len, more)) < LENGTH:
        more.append("".join(chance.choice(found).plain[:MOST_PLAIN]))
    lines = one.text.split("\n")
    at = max(range(len(lines)), key=lambda index: len(lines[index]))
    return replace(one, text="\n".join([*lines[:at], *filter(None, more), *lines[at:]]))


def _varied(one: Template, number: int, pools: dict[str, Pool], home: Pool, chance: random.Random) -> str:
    text = one.text
    for name, kind in one.names:
        if chance.random() < 0.5:
            text = text.replace(name, pools[kind].draw(chance))
    if one.place:
        text = text.replace(one.place, home.draw(chance))
    text = _NUMBER.sub(
        lambda found: str(chance.randrange(10, 10 ** len(found[0]))).zfill(len(found[0])), text
    )
    lines = _shuffled(text.split("\n"), chance)
    if number % 4 == 3:
        lines = [line[at : at + WRAP] for line in lines for at in range(0, max(1, len(line)), WRAP)]
    return "\n".join(lines)


def _shuffled(lines: list[str], chance: random.Random) -> list[str]:
    """Return the lines with the long plain paragraphs in another order; headings and ends stay."""
    movable = [at for at, line in enumerate(lines) if len(line) > 60 and not _NUMBERED.match(line)]
    moved = chance.sample(movable, len(movable))
    changed = list(lines)
    for at, origin in zip(movable, moved, strict=True):
        changed[at] = lines[origin]
    return changed
