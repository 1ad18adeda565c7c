"""Which titles name one paper: 《X规划》 was promised, 《X规划（2024—2027年）》 or 《X规划（试行）》 came of it.

A title without its years is that of the one with years where a place has only one such.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cache

from .graph_tables import EntityRow
from .promise_outcomes import any_word

_POLICY = "policy"


def papers(things: Iterable[EntityRow], place_of: Callable[[str], str]) -> Mapping[str, str]:
    """Return the thing without an edition, by that with one; `place_of` says where a letter comes from."""
    bare: dict[str, list[EntityRow]] = defaultdict(list)
    editions: dict[str, list[EntityRow]] = defaultdict(list)
    for thing in things:
        if thing.kind == _POLICY:
            title = without_edition(thing.name)
            (bare if title == thing.name else editions)[title].append(thing)
    return {
        edition.entity_id: plain.entity_id
        for title, (plain, *others) in bare.items()
        if not others and len(editions[title]) == 1
        for edition in editions[title]
        if _of_one_place(plain, edition, place_of)
    }


def with_editions(things: Mapping[str, EntityRow], editions: Mapping[str, str]) -> Mapping[str, EntityRow]:
    """Return the things, a paper known by the names and letters of its edition too; `editions` as of `papers`."""
    found = dict(things)
    for edition, plain in editions.items():
        one, other = things[plain], things[edition]
        found[plain] = replace(
            one,
            aliases=(*one.aliases, other.name, *other.aliases),
            letter_ids=tuple(sorted({*one.letter_ids, *other.letter_ids})),
        )
    return found


def _of_one_place(plain: EntityRow, edition: EntityRow, place_of: Callable[[str], str]) -> bool:
    """Whether letters of one place speak of both."""
    homes = [{place_of(letter_id) for letter_id in thing.letter_ids} for thing in (plain, edition)]
    return plain.jurisdiction == edition.jurisdiction and not homes[0].isdisjoint(homes[1])


def without_edition(title: str) -> str:
    """Return a title without the years, or the edition, in brackets at its end."""
    return _edition_pattern().sub("", title)


@cache
def _edition_pattern() -> re.Pattern[str]:
    years = r"(?:19|20)\d{2}年?(?:[—–~～至到-]+(?:19|20)?\d{2})?年?(?:度|版)?"
    return re.compile(rf"(?:[（(](?:{years}|{any_word('edition')})[）)])+$")
