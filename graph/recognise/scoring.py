"""Scores a paragraph's candidates by trained weights and keeps the best set that does not overlap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import exp

from corpus.records import Span
from graph.records import Kind

from .candidates import Candidate, candidates
from .features import (
    BIAS,
    Feature,
    Line,
    end_features,
    head_features,
    may_separate,
    neighbour_feature,
    start_features,
    stem_of,
    whole_features,
    word_features,
)
from .finding import Finding, overlapping
from .selection import Scored, select
from .weights import UNIT, Weights, best_kind
from .words import Segmenter

_HOPELESS = {"bare": -300}
_HOPELESS_OTHERWISE = -2000
"""Candidates whose surroundings score less are not looked into, by shape; in thousandths, as all scores here.

Measured on dev and gold with weights trained on other letters: none of 508 names is lost.
"""
_HOPELESS_WORDS = -1000
"""The same for surroundings and words together."""
_UNSURE = -1000
"""Scores between this and 0 look like names and are not: report.md lists them."""


class Paragraph:
    """One paragraph of a letter with its candidates; `offset` is where it begins in the letter's text.

    `closed` are the spans (in the letter) that hold no names of the grammar: titles, defined short names.
    """

    __slots__ = ("candidates", "line", "offset")

    def __init__(self, segmenter: Segmenter, text: str, offset: int, closed: Sequence[Span]) -> None:
        cut = segmenter.cut(text)
        self.offset = offset
        self.line = Line(cut)
        shut = _shut_words(cut.starts, offset, closed)
        self.candidates = [found for found in candidates(cut) if shut[found.first] == shut[found.last]]

    def span(self, found: Candidate) -> Span:
        """Return where the candidate stands in the letter."""
        starts = self.line.starts
        return Span(start=self.offset + starts[found.first], end=self.offset + starts[found.last])

    def features(self) -> Iterator[tuple[Candidate, list[Feature]]]:
        """Yield each candidate with all its features: what `names` adds up, for training."""
        line = self.line
        for found in self.candidates:
            features = [BIAS, *start_features(line, found.first), *end_features(line, found.last)]
            if found.head >= 0:
                features += head_features(line, found.head, found.head <= found.first)
            for index in range(found.first + 1, stem_of(found)):
                features += word_features(line.words[index])
                if may_separate(line.words[index]):
                    features.append(neighbour_feature(line, index))
            yield found, features + whole_features(line, found)


def _shut_words(starts: Sequence[int], offset: int, closed: Sequence[Span]) -> list[int]:
    """Return how many of the words up to each stand, in part at least, in a closed span."""
    end = offset + starts[-1]
    near = [span for span in closed if span.start < end and offset < span.end]
    if not near:
        return [0] * len(starts)
    counts = [0]
    for first, last in pairwise(starts):
        shut = any(span.start < offset + last and offset + first < span.end for span in near)
        counts.append(counts[-1] + shut)
    return counts


def paragraphs(segmenter: Segmenter, text: str, closed: Sequence[Span]) -> Iterator[Paragraph]:
    """Yield the letter's paragraphs that hold anything."""
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            yield Paragraph(segmenter, line, offset, closed)
        offset += len(line) + 1


class Sums:
    """The weights of a paragraph's features, summed once for all candidates that share them."""

    __slots__ = ("bias", "ends", "heads", "line", "starts", "total", "words")

    def __init__(self, line: Line, weights: Weights) -> None:
        self.line = line
        self.total = weights.total
        self.bias = weights.total([BIAS])
        self.starts: dict[int, int] = {}
        self.ends: dict[int, int] = {}
        self.heads: dict[tuple[int, bool], int] = {}
        of_words = [weights.of_word(word) for word in line.words]
        for index, word in enumerate(line.words):
            if index and may_separate(word):
                of_words[index] += weights.total((neighbour_feature(line, index),))
        self.words = list(accumulate(of_words, initial=0))

    def around(self, found: Candidate) -> int:
        """Return the weight of what stands around the candidate."""
        first, last = found.first, found.last
        before = self.starts.get(first)
        if before is None:
            before = self.starts[first] = self.bias + self.total(start_features(self.line, first))
        after = self.ends.get(last)
        if after is None:
            after = self.ends[last] = self.total(end_features(self.line, last))
        return before + after

    def whole(self, found: Candidate) -> int:
        """Return the weight of what only the candidate as a whole shows."""
        return self.total(whole_features(self.line, found))

    def inside(self, found: Candidate) -> int:
        """Return the weight of the candidate's own words."""
        first, stem = found.first, stem_of(found)
        weight = self.words[stem] - self.words[first + 1] if stem > first + 1 else 0
        if found.head >= 0:
            key = (found.head, found.head <= first)
            if key not in self.heads:
                self.heads[key] = self.total(head_features(self.line, *key))
            weight += self.heads[key]
        return weight


def names(paragraph: Paragraph, weights: Weights) -> tuple[list[Finding], list[Span]]:
    """Return the names of a paragraph, and the spans that come close to being one."""
    sums = Sums(paragraph.line, weights)
    scored: list[Scored] = []
    for found in paragraph.candidates:
        weight = sums.around(found)
        if best_kind(found.kinds, weight)[0] < _HOPELESS.get(found.shape, _HOPELESS_OTHERWISE):
            continue
        weight += sums.inside(found)
        if best_kind(found.kinds, weight)[0] < _HOPELESS_WORDS:
            continue
        score, kind = best_kind(found.kinds, weight + sums.whole(found))
        if score > _UNSURE:
            scored.append(Scored(score, found, kind))
    findings = [_finding(paragraph, item) for item in select(scored, len(paragraph.line.words))]
    return findings, _unsure(paragraph, scored, [finding.span for finding in findings])


def _unsure(paragraph: Paragraph, scored: Sequence[Scored], taken: Sequence[Span]) -> list[Span]:
    """Return the spans that were nearly names, of those that overlap the likeliest, in text order."""
    kept: list[Span] = []
    for item in sorted(scored, key=lambda item: (-item.score, item.candidate.first, item.candidate.last)):
        span = paragraph.span(item.candidate)
        if item.score <= 0 and not overlapping(span, taken) and not overlapping(span, kept):
            kept.append(span)
    return sorted(kept)


def _finding(paragraph: Paragraph, item: Scored) -> Finding:
    words, found = paragraph.line.words, item.candidate
    head = words[found.head].text if found.head >= 0 else ""
    return Finding(
        span=paragraph.span(found),
        kind=_kind(item.kind),
        score=round(1 / (1 + exp(-min(item.score / UNIT, 30.0))), 3),
        reason=f"{found.shape}:{head}" if head else found.shape,
    )


def _kind(kind: str) -> Kind:
    return kind  # type: ignore[return-value]  # the lexicon loader lets only the four kinds through
