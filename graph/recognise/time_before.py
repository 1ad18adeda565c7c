"""Cuts off the time that stands before the name of a body without a mark: 上半年诸暨市财政局."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from corpus.records import Span
from ontology import places
from ontology.place_types import TYPES
from ontology.time_words import time_pattern

from .finding import Finding

_LEVEL = re.compile(f"[{TYPES}](?![场区域])|自治区")


def without_times(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each body of a place without a time before it."""
    return [_without_time(text, finding) for finding in findings]


def _without_time(text: str, finding: Finding) -> Finding:
    if finding.kind != "organisation":
        return finding
    start, end = finding.span.start, finding.span.end
    while time := _time().match(text, start, end):
        start = time.end()
    if start == finding.span.start or not _begins_with_place(text[start:end]):
        return finding
    return msgspec.structs.replace(finding, span=Span(start=start, end=end))


def _begins_with_place(name: str) -> bool:
    """Whether a name begins with a place: only bodies of a place are known not to begin with a time."""
    return bool(places.load().prefix(name)) or _LEVEL.match(name) is not None


@cache
def _time() -> re.Pattern[str]:
    """A time, or what is left of one whose number was cut off (月份, 季度, 夕)."""
    return re.compile(rf"{time_pattern().pattern}|月?份|季度|前?夕|月")
