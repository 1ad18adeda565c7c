"""Which names are of one thing: 《X规划》 was promised, 《X规划（2024—2027年）》 came of it; “云帆通”平台 is 云帆通.

A title without its years is that of the one with years where a place has only one such, and what is quoted in a name
is the thing that is called so, where a place has only one of each.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from msgspec.structs import replace

from ..tables.graph_tables import EntityRow
from .clauses.word_roles import any_outcome_word

_POLICY = "policy"
_BRAND = re.compile(r"[^“”]*“(?P<core>[^“”]{2,})”[^“”]*")
"""A name with one part in quotes, by which it is called."""
_Sides = tuple[dict[str, list[EntityRow]], dict[str, list[EntityRow]]]


def one_thing(things: Iterable[EntityRow], place_of: Callable[[str], str]) -> Mapping[str, str]:
    """Return the thing of which another is only a further name, by the other; `place_of`: where a letter is from."""
    papers: _Sides = (defaultdict(list), defaultdict(list))
    brands: _Sides = (defaultdict(list), defaultdict(list))
    for thing in things:
        brand = _BRAND.fullmatch(thing.name)
        if thing.kind == _POLICY:
            title = without_edition(thing.name)
            papers[title != thing.name][title].append(thing)
        elif brand:
            brands[0][brand["core"]].append(thing)
        else:
            brands[1][thing.name].append(thing)
    return {
        other.entity_id: thing.entity_id
        for things_of, others_of in (papers, brands)
        for name in things_of.keys() & others_of.keys()
        for thing, other in _pairs(things_of[name], others_of[name], place_of)
    }


def _pairs(
    things: Iterable[EntityRow], others: Iterable[EntityRow], place_of: Callable[[str], str]
) -> Iterable[tuple[EntityRow, EntityRow]]:
    """Yield a thing and its other name where each is the only one of a place whose letters speak of both."""
    places = [_by_place(each, place_of) for each in (things, others)]
    for place in sorted(places[0].keys() & places[1].keys()):
        if len(places[0][place]) == len(places[1][place]) == 1:
            yield places[0][place][0], places[1][place][0]


def _by_place(things: Iterable[EntityRow], place_of: Callable[[str], str]) -> Mapping[str, list[EntityRow]]:
    found: dict[str, list[EntityRow]] = defaultdict(list)
    for thing in things:
        for place in {place_of(letter_id) for letter_id in thing.letter_ids}:
            found[place].append(thing)
    return found


def with_other_names(things: Mapping[str, EntityRow], others: Mapping[str, str]) -> Mapping[str, EntityRow]:
    """Return the things, each known by its other names and their letters too; `others` as of `one_thing`."""
    found = dict(things)
    for other_id, thing_id in sorted(others.items()):
        one, other = found[thing_id], things[other_id]
        found[thing_id] = replace(
            one,
            aliases=(*one.aliases, other.name, *other.aliases),
            letter_ids=tuple(sorted({*one.letter_ids, *other.letter_ids})),
        )
    return found


def without_edition(title: str) -> str:
    """Return a title without the years, or the edition, in brackets at its end."""
    return _edition_pattern().sub("", title)


@cache
def _edition_pattern() -> re.Pattern[str]:
    years = r"(?:19|20)\d{2}年?(?:[—–~～至到-]+(?:19|20)?\d{2})?年?(?:度|版)?"
    return re.compile(rf"(?:[（(](?:{years}|{any_outcome_word('edition')})[）)])+$")
