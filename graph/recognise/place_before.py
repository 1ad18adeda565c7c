"""Cuts off the bare place that stands before a name and is no part of it (福田区 before a company's short name).

A name keeps its place (福田区图书馆, 江西省旅游集团) unless what stands behind it is a name by itself: a brand, a body
of a public list, or a name that begins with a larger place (西湖区浙江大学).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from corpus.records import Span
from ontology import lexicon, places
from ontology.name_edges import name_edges

from .finding import Finding
from .marks import HEAD, LATIN, UNKNOWN
from .words import Word, segmenter

_SHORTEST = 3
"""A brand of fewer characters is too like a short form (市四中)."""
_ZONE = "区"
_LIMITED = "有限公司"
_WIDE = frozenset({"province", "prefecture"})


def without_places(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each without a bare place before it, and none that is nothing but one (某市青石区)."""
    return [_without_place(text, finding) for finding in findings if not _is_place(text, finding)]


def _is_place(text: str, finding: Finding) -> bool:
    return finding.reason == "bare" and places.load().is_full(text[finding.span.start : finding.span.end])


def _without_place(text: str, finding: Finding) -> Finding:
    if finding.kind != "organisation":
        return finding
    name = text[finding.span.start : finding.span.end]
    size = _bare_place(name, headless=finding.reason == "bare")
    if not size:
        return finding
    return msgspec.structs.replace(finding, span=Span(start=finding.span.start + size, end=finding.span.end))


def _bare_place(name: str, *, headless: bool) -> int:
    """Return how many characters of a name are a place that is no part of it."""
    printed = places.load().prefix(name) or ""
    if printed and places.load().is_full(printed):
        rest = name[len(printed) :]
        if (
            (rest in lexicon.listed_names() and rest not in name_edges()["of_places_too"])
            or _begins_with_its_own(printed, rest)
            or (headless and _is_brand(rest))
        ):
            return len(printed)
    return _zone(name) if headless else 0


def _zone(name: str) -> int:
    """Return the size of the zone that a brand stands behind: 东江新区 of 东江新区泽瑞康."""
    words = segmenter().cut(name).words
    size = 0
    for word in words:
        size += len(word.text)
        if HEAD in word.tag and word.text.endswith(_ZONE) and "platform" in word.kinds:
            return size if _is_brand(name[size:]) else 0
    return 0


def _is_brand(rest: str) -> bool:
    """Return whether a name is made up: no dictionary has its last word, and no local body's name ends so."""
    words: Sequence[Word] = segmenter().cut(rest).words
    coined = bool(words) and words[-1].tag in (UNKNOWN, LATIN)
    return coined and len(rest) >= _SHORTEST and not rest.endswith(_words("local_ends.tsv"))


def _begins_with_its_own(printed: str, rest: str) -> bool:
    """Return whether the rest begins with a place of its own: one around the printed one, or a company's seat."""
    table = places.load()
    inner = table.prefix(rest)
    if inner is None or inner == rest or rest[len(inner) :].startswith(_words("road_words.tsv")):
        return False
    around = table.resolve(inner + printed) is not None
    return around or (rest.endswith(_LIMITED) and table.level(table.resolve(inner) or "") in _WIDE)


@cache
def _words(file: str) -> tuple[str, ...]:
    return tuple(sorted(lexicon.words(file)))
