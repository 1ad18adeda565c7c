"""Scores a paragraph's candidates by trained weights and keeps the best set that does not overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp

from corpus.records import Span
from graph.records import Kind

from .candidates import Candidate, candidates
from .features import Line, end_features, inner_features, start_features
from .finding import Finding, overlapping
from .selection import select
from .weights import Vector, Weights, best_kind
from .words import Segmenter

_UNSURE = -1.0
"""Scores between this and 0 look like names and are not: report.md lists them."""


class Paragraph:
    """One paragraph of a letter with its candidates; `offset` is where it begins in the letter's text.

    `closed` are the spans (in the letter) that hold no names of the grammar: titles, defined short names.
    """

    __slots__ = ("candidates", "line", "offset")

    def __init__(
        self, segmenter: Segmenter, text: str, offset: int, letter: str, closed: Sequence[Span]
    ) -> None:
        cut = segmenter.cut(text)
        self.offset = offset
        self.line = Line(cut, text, letter)
        end = offset + len(text)
        near = [span for span in closed if span.start < end and offset < span.end]
        self.candidates = [
            found for found in candidates(cut) if not near or not overlapping(self.span(found), near)
        ]

    def span(self, found: Candidate) -> Span:
        """Return where the candidate stands in the letter."""
        starts = self.line.starts
        return Span(start=self.offset + starts[found.first], end=self.offset + starts[found.last])

    def features(self) -> Iterator[tuple[Candidate, list[str], list[str], list[str]]]:
        """Yield each candidate with its features: of its start, its end, its inside. The first two are shared."""
        starts: dict[int, list[str]] = {}
        ends: dict[int, list[str]] = {}
        for found in self.candidates:
            if found.first not in starts:
                starts[found.first] = start_features(self.line, found.first)
            if found.last not in ends:
                ends[found.last] = end_features(self.line, found.last)
            yield found, starts[found.first], ends[found.last], inner_features(self.line, found)


def paragraphs(segmenter: Segmenter, text: str, closed: Sequence[Span]) -> Iterator[Paragraph]:
    """Yield the letter's paragraphs that hold anything."""
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            yield Paragraph(segmenter, line, offset, text, closed)
        offset += len(line) + 1


def names(paragraph: Paragraph, weights: Weights) -> tuple[list[Finding], list[Span]]:
    """Return the names of a paragraph, and the spans that come close to being one (shortest first dropped)."""
    total = weights.total
    starts: dict[int, Vector] = {}
    ends: dict[int, Vector] = {}
    bias = total(("bias",))
    line = paragraph.line
    scored: list[tuple[float, Candidate, str]] = []
    for found in paragraph.candidates:
        first, last = found.first, found.last
        if first not in starts:
            starts[first] = total(start_features(line, first))
        if last not in ends:
            ends[last] = total(end_features(line, last))
        inside = total(inner_features(line, found))
        score, kind = best_kind(found.kinds, bias, starts[first], ends[last], inside)
        if score > _UNSURE:
            scored.append((score, found, kind))
    chosen = select(scored, len(line.words))
    findings = [_finding(paragraph, *item) for item in chosen]
    taken = [finding.span for finding in findings]
    unsure = {paragraph.span(found) for score, found, _ in scored if score <= 0}
    return findings, sorted(span for span in unsure if not overlapping(span, taken))


def _finding(paragraph: Paragraph, score: float, found: Candidate, kind: str) -> Finding:
    words = paragraph.line.words
    head = words[found.head].text if found.head >= 0 else ""
    return Finding(
        span=paragraph.span(found),
        kind=_kind(kind),
        score=round(1 / (1 + exp(-min(score, 30.0))), 3),
        reason=f"{found.shape}:{head}" if head else found.shape,
    )


def _kind(kind: str) -> Kind:
    return kind  # type: ignore[return-value]  # the lexicon loader lets only the four kinds through
