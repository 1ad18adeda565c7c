"""Clipped enumerations: 省、市科技局 stands for 省科技局 and 市科技局 (guideline, rule 8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

import msgspec

from ontology import places
from ontology.place_types import place_types

from .finding import Finding
from .marks import LEVEL, PLACE, UNKNOWN
from .words import Word, joined, segmenter

_ORDINAL = re.compile(r"第[一二三四五六七八九十]+")
_TYPES = "".join(word for word in place_types() if len(word) == 1)
_UNLISTED = re.compile(
    f"[\u4e00-\u9fff]{{1,6}}?[{_TYPES}](?=人民政府|政府|党委|[^{_TYPES}]{{1,12}}[局委办院]$)"
)
_COUNTED = re.compile(r"(?P<items>.+)等[0-9０-９]*[个家所支只项]?(?P<tail>[^等]{2,})$")


def with_parts(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, those that clip an enumeration with the full names they stand for."""
    return [
        msgspec.structs.replace(finding, parts=parts(name))
        if finding.kind != "policy" and "、" in (name := text[finding.span.start : finding.span.end])
        else finding
        for finding in findings
    ]


def parts(name: str) -> tuple[str, ...]:
    """Return the names that a clipped enumeration stands for, empty where `name` clips nothing.

    Only 、 clips: 和 stands inside plain names too (发展和改革委员会). Names with brackets or quotes are left alone.
    """
    if "、" not in name or any(mark in name for mark in "（(“《"):
        return ()
    *fronts, last = name.split("、")
    if not last or not all(fronts):
        return ()
    counted = _COUNTED.match(last)
    if counted is not None:
        items = [*fronts, *counted["items"].split("、")]
        return tuple(item + counted["tail"] for item in items)
    if _ORDINAL.search(fronts[0]) and _ORDINAL.match(last):
        stem = _ORDINAL.split(fronts[0])[0]
        tail = _ORDINAL.sub("", last, count=1)
        return tuple(stem + ordinal + tail for ordinal in _ORDINAL.findall(name))
    return _places(fronts, last) or _alike(fronts, last)


def _places(fronts: Sequence[str], last: str) -> tuple[str, ...]:
    """省、市科技局; 喀什、阿拉山口试验区: places or levels share what follows the last of them.

    The last may be a place that no list has: then it is the run of characters no word has. Behind a
    whole place it is one up to its own type: 乌兰浩特市、科右中旗人民政府.
    """
    if places.load().is_full(fronts[0]) and (whole := _UNLISTED.match(last)):
        return (*(front + last[whole.end() :] for front in fronts), last)
    words = segmenter().cut(last).words
    width = 1 if _is_place(words[0]) else len(list(takewhile(lambda word: word.tag == UNKNOWN, words)))
    if not 0 < width < len(words):
        return ()
    if any(not all(map(_is_place, segmenter().cut(front).words)) for front in fronts):
        return ()
    tail = joined(words[width:])
    return (*(front + tail for front in fronts), last)


def _alike(fronts: Sequence[str], last: str) -> tuple[str, ...]:
    """国家药品、医疗器械审评中心: items of one word share what follows, and the place before the first.

    Where another noun follows the last item, its end is uncertain, and nothing is said.
    """
    first_words = segmenter().cut(fronts[0]).words
    prefix = joined(first_words[:1]) if _is_place(first_words[0]) and len(first_words) > 1 else ""
    items = [fronts[0][len(prefix) :], *fronts[1:]]
    words = segmenter().cut(last).words
    if any(len(segmenter().cut(item).words) > 1 for item in items):
        return ()
    if len(words) < 2 or words[0].tag == UNKNOWN or words[1].tag == "n":
        return ()
    tail = joined(words[1:])
    return (*(prefix + item + tail for item in items), prefix + last)


def _is_place(word: Word) -> bool:
    return PLACE in word.tag or LEVEL in word.tag
