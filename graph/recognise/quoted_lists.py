"""Quoted names in a row are of one kind: where “A” of “A”“B” or “A”、“B” is a name, “B” is one too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records import Span

from .finding import Finding, overlapping

_QUOTED = re.compile(r"“([^“”\n]{3,24})”")
_GAP = re.compile(r"[、和及与]?")
_SCORE = 0.6


def beside_names(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return findings for the quoted stretches that stand in a row with a quoted name and overlap no finding.

    A row is quotes with nothing, 、 or one conjunction between them; its names must all be of one kind.
    """
    added: list[Finding] = []
    kinds = {finding.span: finding for finding in findings}
    taken = [finding.span for finding in findings]
    for row in _rows(text):
        named = [kinds[span] for span in row if span in kinds]
        if len({finding.kind for finding in named}) != 1 or 2 * len(named) < len(row):
            continue
        added += [
            Finding(span=span, kind=named[0].kind, score=_SCORE, reason="quoted beside a name")
            for span in row
            if span not in kinds and not overlapping(span, taken)
        ]
    return added


def _rows(text: str) -> list[list[Span]]:
    """Return rows of two or more quoted stretches, each as the spans within the marks."""
    rows: list[list[Span]] = []
    end = -2
    for match in _QUOTED.finditer(text):
        span = Span(start=match.start(1), end=match.end(1))
        if end >= 0 and _GAP.fullmatch(text, end, match.start()):
            rows[-1].append(span)
        else:
            rows.append([span])
        end = match.end()
    return [row for row in rows if len(row) > 1]
