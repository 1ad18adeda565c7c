"""Loans in a list are one name each: where 线上抵押贷 of 起步贷、线上抵押贷 is a name, 起步贷 is one too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from corpus.records import Span
from ontology.name_edges import name_edges
from ontology.tsv import any_word

from .finding import Finding, Taken

_LOAN = "贷"
_BETWEEN = "、"
_SHORTEST = 3
_SCORE = 0.6
_CLIPS = ("级",)
"""What ends the items of a clipped enumeration: 省级、市级创业贷."""


def each_loan(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings, a list of loans that was found as one name parted, and those beside a found loan added."""
    if _LOAN + _BETWEEN not in text and not any(
        _BETWEEN in text[one.span.start : one.span.end] for one in found
    ):
        return [*found]
    parted = [part for one in found for part in _parts(text, one)]
    return [*parted, *_beside(text, parted)]


def _parts(text: str, finding: Finding) -> list[Finding]:
    start, end = finding.span.start, finding.span.end
    items = text[start:end].split(_BETWEEN)
    clipped = any(len(item) < _SHORTEST or item.endswith(_CLIPS) for item in items)
    if finding.kind != "fund" or finding.reason != f"head:{_LOAN}" or len(items) == 1 or clipped:
        return [finding]
    spans: list[Span] = []
    for item in items:
        spans.append(Span(start=start, end=start + len(item)))
        start += len(item) + len(_BETWEEN)
    return [replace(finding, span=span) for span in spans]


def _beside(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the items of rows of loans that overlap no finding, of rows of which one item was found."""
    loans = {one.span for one in found if one.kind == "fund"}
    taken = Taken.by(one.span for one in found)
    added: list[Finding] = []
    for row in _row().finditer(text):
        start, end = row.span("row")
        items = [Span(start=item.start(), end=item.end()) for item in _item().finditer(text, start, end)]
        if not loans.isdisjoint(items):
            added += [
                Finding(span=span, kind="fund", score=_SCORE, reason="loan beside a loan")
                for span in items
                if not taken.touch(span)
            ]
    return added


@cache
def _item() -> re.Pattern[str]:
    return re.compile(rf"(?:(?!{any_word(name_edges()['before_loan'])})[\u4e00-\u9fffA-Za-z]){{2,9}}贷")


@cache
def _row() -> re.Pattern[str]:
    item = _item().pattern
    return re.compile(
        rf"(?:{any_word(name_edges()['before_loan'])}|[：:，,。；;])(?P<row>{item}(?:、{item})+)"
    )
