"""Places listed by their short names, with how many they are: 玉山、铅山、余干三县; 南康、章贡等区."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from corpus.numerals import ONE_TO_TEN, number
from corpus.records import Places, Span
from ontology.place_types import place_types

AND = tuple("、和与及")
"""What stands between the names of a list."""
_NUMBER = f"两{ONE_TO_TEN}"
_LONGEST = 8
"""Characters before the first separator that may hold the first name, with the words before it."""
_MOST = 12
"""No list of counted places is longer."""


def counted_places(text: str, places: Places, within: str | None) -> Iterator[tuple[str, Span]]:
    """Yield (canonical name, span of the name as printed) of the places in such lists, in text order.

    All names of a list are places of one of its types as seen from `within`, and as many as it says, or fewer before
    等; else none is told: 张、李两区 may be anything.
    """
    for match in _list_end().finditer(text):
        found = _listed(text, match, places, within)
        if len(found) > 1 and _as_many(found, match):
            yield from reversed(found)


def _as_many(found: list[tuple[str, Span]], match: re.Match[str]) -> bool:
    told = number(match["number"] or "")
    if match["etc"]:
        return told is None or len(found) < told
    return len(found) == told


def _listed(text: str, match: re.Match[str], places: Places, within: str | None) -> list[tuple[str, Span]]:
    """Return the places that stand before the end of a list, the last first; none where its last is no place."""
    types = _types_in(match["types"])
    end = match.start()
    found: list[tuple[str, Span]] = []
    while len(found) < _MOST:
        begin = max((text.rfind(mark, max(0, end - _LONGEST), end) for mark in AND), default=-1) + 1
        item = _place(text, begin or max(0, end - _LONGEST), end, types, places, within)
        if item is None:
            break
        found.append(item)
        if item[1].start != begin:
            break
        end = begin - 1
    return found


def _place(
    text: str, begin: int, end: int, types: tuple[str, ...], places: Places, within: str | None
) -> tuple[str, Span] | None:
    """Return the place that [begin, end) ends with: all of it, or what stands behind other words (去年玉山)."""
    for start in range(begin, end - 1):
        name = text[start:end]
        if not name.isalpha():  # it begins before its clause
            continue
        meant = {places.resolve(form, within=within) for form in (name, *(name + each for each in types))}
        known = {place for place in meant if place and place.endswith(types)}
        if len(known) == 1:
            return known.pop(), Span(start=start, end=end)
    return None


@cache
def _list_end() -> re.Pattern[str]:
    """What such a list ends with: 三县, 等5个县（市、区）, 等县区."""
    one = "|".join(sorted(_countable(), key=len, reverse=True))
    many = rf"(?:\d{{1,2}}|[{_NUMBER}]{{1,2}})"
    types = rf"(?P<types>(?:{one})(?:[（(](?:{one})(?:、(?:{one}))*[）)]|(?:{one})*))"
    return re.compile(
        rf"(?<=[\u4e00-\u9fff])(?:(?P<etc>等)|(?={many}))(?:(?P<number>{many})个?)?{types}(?!级|域)"
    )


def _countable() -> tuple[str, ...]:
    return tuple(name for name, level in place_types().items() if level in {"prefecture", "county"})


@cache
def _types_in(words: str) -> tuple[str, ...]:
    """Return the types that a list names (县（市、区）: 县, 市, 区), 州 as in 自治州 as well."""
    return tuple(name for name in _countable() if name in words or (name[:2] == "自治" and name[2:] in words))
