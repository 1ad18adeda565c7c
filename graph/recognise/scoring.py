"""Scores a paragraph's candidates by trained weights and keeps the best set that does not overlap."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from math import exp
from typing import Final

from corpus.records import Span

from ..records import Kind
from . import features
from .candidate_weights import CandidateWeights
from .candidates import Candidate, Ending, endings
from .finding import Finding, overlapping
from .line import Line
from .partial_weights import PartialWeights
from .selection import Scored, select
from .templates import Feature, FeatureRecorder
from .weights import UNIT, Weights, best_kind, raised_from
from .words import Segmenter

_PARAGRAPH_END = re.compile("[\n\t]")
_BLANK = re.compile(
    "(?<=[\u4e00-\u9fff”》）]) {1,2}(?=[0-9A-Za-z０-９])|(?<=[0-9A-Za-z０-９%％]) {1,2}(?=[\u4e00-\u9fff“《（])"
    "|(?<=[，。；、：,;:]) (?! )"
)
"""Blanks that some set around numbers and Latin letters and behind marks: 安排资金 46.8 亿元, 甲局、 乙局."""
_HOPELESS = {"bare": raised_from(-300)}
_HOPELESS_OTHERWISE = raised_from(-2000)
"""Candidates whose surroundings score less are not looked into, by shape; in thousandths, as all scores here.

Measured on dev and gold with weights trained on other letters: none of 508 names is lost.
"""
_HOPELESS_WORDS = raised_from(-1000)
"""The same for surroundings and words together."""
_UNSURE = -1000
"""Scores between this and 0 look like names and are not: report.md lists them."""
_BARS: Final[Mapping[tuple[str, Kind], float]] = {
    ("bare", "platform"): 0.75,
    ("phase", "platform"): 0.75,
    ("head", "policy"): 0.65,
    ("quote_tail", "policy"): 0.7,
}
"""By shape and kind, the likelihood below which more names are wrong than right in letters never trained on."""


class Paragraph:
    """One paragraph of a letter with its candidates; `offset` is where it begins in the letter's text.

    `closed` are the spans (in the letter) that hold no names of the grammar: titles, defined short names. It is read
    without such blanks as say nothing: `_at[i]` is where character i of what is left stands in the paragraph.
    """

    __slots__ = ("_at", "endings", "line", "offset")

    def __init__(self, segmenter: Segmenter, text: str, offset: int, closed: Sequence[Span]) -> None:
        self._at = _without_blanks(text)
        solid = "".join([text[at] for at in self._at[:-1]]) if len(self._at) <= len(text) else text
        cut = segmenter.cut(solid)
        self.offset = offset
        self.line = Line(cut)
        near = [span for span in closed if span.start < offset + len(text) and offset < span.end]
        starts = [self._at[start] for start in cut.starts] if near else ()
        self.endings = _open(endings(cut), _shut_words(starts, offset, near)) if near else endings(cut)

    def span(self, found: Candidate) -> Span:
        """Return where the candidate stands in the letter."""
        starts, at = self.line.starts, self._at
        return Span(
            start=self.offset + at[starts[found.first]], end=self.offset + at[starts[found.last] - 1] + 1
        )

    def features(self) -> Iterator[tuple[Candidate, tuple[Feature, ...]]]:
        """Yield each candidate with all its features: what `names` adds up, for training."""
        recorder = FeatureRecorder()
        parts = PartialWeights(recorder.tables, remember=False)
        for ending in self.endings:
            for first in ending.firsts:
                found = ending.candidate(first)
                features.every(self.line, found, parts)
                yield found, recorder.take()


def _without_blanks(text: str) -> Sequence[int]:
    """Return the offsets of the characters of a paragraph but for blanks that say nothing, and its end."""
    blanks = {at for match in _BLANK.finditer(text) for at in range(*match.span())} if " " in text else ()
    return [at for at in range(len(text) + 1) if at not in blanks] if blanks else range(len(text) + 1)


def _open(every: Sequence[Ending], shut: Sequence[int]) -> list[Ending]:
    """Return the candidates that hold no shut word; `shut` counts those words up to each."""
    kept: list[Ending] = []
    for one in every:
        firsts = [first for first in one.firsts if shut[first] == shut[one.last]]
        if firsts:
            kept.append(one if len(firsts) == len(one.firsts) else one._replace(firsts=firsts))
    return kept


def _shut_words(starts: Sequence[int], offset: int, near: Sequence[Span]) -> list[int]:
    """Return how many of the words up to each stand, in part at least, in one of the spans `near`."""
    shut = [False] * (len(starts) - 1)
    for span in near:
        first = max(bisect_right(starts, span.start - offset) - 1, 0)
        last = min(bisect_left(starts, span.end - offset), len(shut))
        shut[first:last] = [True] * (last - first)
    return list(accumulate(shut, initial=0))


def paragraphs(segmenter: Segmenter, text: str, closed: Sequence[Span]) -> Iterator[Paragraph]:
    """Yield the letter's paragraphs that hold anything; each cell of a table is one."""
    offset = 0
    for line in _PARAGRAPH_END.split(text):
        if line.strip():
            yield Paragraph(segmenter, line, offset, closed)
        offset += len(line) + 1


def names(paragraph: Paragraph, weights: Weights) -> tuple[list[Finding], list[Span]]:
    """Return the names of a paragraph, and the spans that come close to being one."""
    weighed = CandidateWeights(paragraph.line, weights)
    scored: list[Scored] = []
    for ending in paragraph.endings:
        around = _HOPELESS.get(ending.shape, _HOPELESS_OTHERWISE)
        hopeful = weighed.hopeful(ending, around, _HOPELESS_WORDS)
        after = weighed.ending(ending) if hopeful else 0
        for first, weight in hopeful:
            score, kind = best_kind(ending.kinds, weight + after + weighed.whole(first, ending))
            if score > _UNSURE:
                scored.append(Scored(score, ending.candidate(first), kind))
    findings = [_finding(paragraph, item) for item in select(scored, len(paragraph.line.words))]
    sure = [finding for finding in findings if _clears_bar(finding)]
    nearly = [finding.span for finding in findings if not _clears_bar(finding)]
    unsure = _unsure(paragraph, scored, [finding.span for finding in findings])
    return sure, sorted([*unsure, *nearly])


def _clears_bar(finding: Finding) -> bool:
    shape = finding.reason.partition(":")[0]
    return finding.score >= _BARS.get((shape, finding.kind), 0.0)


def _unsure(paragraph: Paragraph, scored: Sequence[Scored], taken: Sequence[Span]) -> list[Span]:
    """Return the spans that were nearly names, of those that overlap the likeliest, in text order."""
    kept: list[Span] = []
    weak = [item for item in scored if item.score <= 0]
    for item in sorted(weak, key=lambda item: (-item.score, item.candidate.first, item.candidate.last)):
        span = paragraph.span(item.candidate)
        if not overlapping(span, taken) and not overlapping(span, kept):
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
