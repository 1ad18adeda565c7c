"""Funds and platforms named again, in full or without their place: 工业倍增引导基金 after 西安市工业倍增引导基金."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from corpus.records import Span
from ontology import places

from .any_of_kind import is_counted
from .finding import Finding, Taken
from .marks import DIGITS, GENERIC, HEAD
from .words import WordEdges, segmenter

_KINDS = frozenset({"fund", "platform"})
_SURE = 0.8
"""A find that is less sure may be a class, and is not looked for again."""
_SCORE = 0.7
_SHORTEST = 6
"""Characters: shorter ones (创新中心, 产业基金) are mostly words for classes."""
_CLAUSE_BEGINS = frozenset("，。；：、（(\n")
_CLASSES = (HEAD, GENERIC, DIGITS)


def things_again(text: str, names: Sequence[Finding]) -> list[Finding]:
    """Return where the letter names a fund or platform again that is among `names`, outside all names.

    Without its place it must begin a clause or stand in a list: behind anything else it may be another place's.
    """
    said = _said(text, names)
    if not said:
        return []
    edges, taken = WordEdges(text), Taken.by(finding.span for finding in names)
    found: list[Finding] = []
    for name, full in said.items():
        whole = full.span.end - full.span.start == len(name)
        for span in _outside(text, name, full.span.end, taken):
            begins = text[span.start - 1] in _CLAUSE_BEGINS
            counted = is_counted(text, span.start, span.end)
            if (begins or whole) and edges.hold(span) and not counted:
                found.append(Finding(span=span, kind=full.kind, score=_SCORE, reason="named before"))
    return _apart(found)


def _said(text: str, names: Sequence[Finding]) -> Mapping[str, Finding]:
    """Return what the things may be called by, each with the first that is called so; none of two things."""
    said: dict[str, Finding] = {}
    owners: dict[str, set[str]] = {}
    for one in names:
        name = text[one.span.start : one.span.end]
        if one.kind not in _KINDS or one.score < _SURE or one.parts or not name:
            continue
        for form in (name, name[len(places.load().prefix(name) or "") :]):
            shortened = len(form) < len(name)
            if len(form) < _SHORTEST or text.find(form, one.span.end) < 0:
                continue
            if not (shortened and _is_class(form)):
                owners.setdefault(form, set()).add(name)
                said.setdefault(form, one)
    return {form: one for form, one in said.items() if len(owners[form]) == 1}


def _is_class(form: str) -> bool:
    """Return whether a form is made of words for classes only: 科技成果转化基金."""
    return all(any(mark in word.tag for mark in _CLASSES) for word in segmenter().cut(form).words)


def _outside(text: str, name: str, start: int, taken: Taken) -> Iterator[Span]:
    for match in re.compile(re.escape(name)).finditer(text, start):
        span = Span(start=match.start(), end=match.end())
        if not taken.touch(span):
            yield span


def _apart(found: Sequence[Finding]) -> list[Finding]:
    """Return the findings that no longer one overlaps."""
    kept: list[Finding] = []
    for one in sorted(found, key=lambda one: (one.span.start - one.span.end, one.span.start)):
        if not Taken.by(other.span for other in kept).touch(one.span):
            kept.append(one)
    return kept
