"""Cuts off the place that money is sent down to and that is no part of the fund: 财政部下达某省|某某补助资金3亿元.

A fund keeps its place (使用某省某某专项资金) unless its sentence shows that the place receives: the giver stands above
it, or further receivers follow with their sums (下达甲省…资金3亿元、乙省2亿元).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from msgspec.structs import replace

from corpus.records import Span
from ontology import lexicon, places
from ontology.name_edges import name_edges
from ontology.place_types import TYPES, level_by_type
from ontology.tsv import any_word

from .finding import Finding
from .marks import DIGITS, GENERIC, HEAD, UNKNOWN
from .words import joined, segmenter

_SUM = re.compile(r"(?:约|共|各)?[0-9.,]+[万亿千百]*元(?:[、，,和及]|以及)")
_LONGEST_PLACE = 6
"""Characters of a place that no list has: 青石县."""
_RECEIVES = re.compile(r"(?:和|及|以及)?[^0-9，。；、\n]{2,12}?(?:分别)?[0-9.]+[万亿千百]*元")
_CLAUSE = re.compile(r"[。；;\n]")
_NEAR = 60
_LONGEST_VERB = 8
_LEVELS = ("country", "province", "prefecture", "county")


def without_receivers(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each fund that begins with the place it is sent to without that place."""
    givers = [one for one in found if one.kind == "organisation"]
    cut = (_cut(text, one, givers) if one.kind == "fund" else one for one in found)
    return [one for one in cut if one is not None]


def _cut(text: str, fund: Finding, givers: Sequence[Finding]) -> Finding | None:
    start, end = fund.span.start, fund.span.end
    granted = text.endswith(name_edges()["granted"], start, end)
    if not granted or not _gives().search(text[max(0, start - _LONGEST_VERB) : start]):
        return fund
    place = _receiver(text[start:end])
    if not place:
        return fund
    if not _others_receive(text, end) and not _is_above(_giver(text, start, givers), place):
        return fund
    rest = Span(start=start + len(place), end=end)
    return None if _is_class(text[rest.start : end]) else replace(fund, span=rest)


def _receiver(name: str) -> str:
    """Return the place that a name begins with, "" where it is all of it or stands within a word."""
    known = places.load().prefix(name) or ""
    if known:
        return known if places.load().is_full(known) and len(known) < len(name) else ""
    words = segmenter().cut(name[:_LONGEST_PLACE]).words
    stem = list(takewhile(lambda word: word.tag == UNKNOWN, words))
    ended = len(stem) < len(words) and words[len(stem)].text in TYPES
    return joined(words[: len(stem) + 1]) if stem and ended else ""


def _others_receive(text: str, end: int) -> bool:
    """Return whether behind the fund and its sum another place stands with its own sum."""
    told = _SUM.match(text, end)
    return (
        told is not None
        and _receiver(text[told.end() : told.end() + _NEAR]) != ""
        and _RECEIVES.match(text, told.end()) is not None
    )


def _giver(text: str, start: int, givers: Sequence[Finding]) -> str:
    """Return what gives in the sentence before `start`, "" where it is not said."""
    begin = max(
        (match.end() for match in _CLAUSE.finditer(text, max(0, start - 2 * _NEAR), start)), default=0
    )
    near = [one.span for one in givers if begin <= one.span.start and one.span.end < start]
    treasury = _treasuries().finditer(text, begin, start)
    last = max([*near, *(Span(start=one.start(), end=one.end()) for one in treasury)], default=None)
    return text[last.start : last.end] if last is not None else ""


def _is_above(giver: str, place: str) -> bool:
    """Return whether a giver stands above a place: the centre above all, a province above a city."""
    if not giver:
        return False
    below = _level_of(place)
    if giver in lexicon.listed_names() or giver.startswith(name_edges()["central"]):
        return True
    printed = places.load().prefix(giver) or giver[:1]
    return below > _level_of(printed) > 0


def _level_of(place: str) -> int:
    """Return how far down a place stands, 0 where that is not known."""
    table = places.load()
    level = table.level(table.resolve(place) or "") or level_by_type(place)
    return _LEVELS.index(level) if level in _LEVELS else 0


def _is_class(name: str) -> bool:
    """Return whether nothing is left but a word for a class of money: 专项补助资金."""
    words = segmenter().cut(name).words
    return all(HEAD in word.tag or GENERIC in word.tag or word.tag == DIGITS for word in words)


@cache
def _gives() -> re.Pattern[str]:
    return re.compile(rf"{any_word(name_edges()['gives'])}(?:给|了|至)?$")


@cache
def _treasuries() -> re.Pattern[str]:
    return re.compile(any_word(name_edges()["treasury"]))
