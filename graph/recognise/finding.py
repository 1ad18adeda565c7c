"""What one rule found: a stretch of text and the kind of thing it names. Merged findings become mentions."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter

import msgspec

from corpus.records import Span

from ..records import Kind, Mention

TEXT_ORDER = attrgetter("span.start", "span.end")
"""What mentions and findings are sorted by to stand in text order: faster than to compare spans."""


class Finding(msgspec.Struct, frozen=True, kw_only=True):
    """`span` in code points of the letter's text, half-open; `score` in [0, 1]; `reason` names the rule."""

    span: Span
    kind: Kind
    score: float
    reason: str
    anaphor: bool = False
    parts: tuple[str, ...] = ()

    def mention(self, letter_id: str, text: str, recogniser: str) -> Mention:
        """Return the mention in the letter `letter_id` with this `text`; its id is its place."""
        start, end = self.span.start, self.span.end
        return Mention(
            mention_id=f"{letter_id}.m{start}-{end}",
            letter_id=letter_id,
            span=self.span,
            text=text[start:end],
            kind=self.kind,
            recogniser=recogniser,
            score=self.score,
            reason=self.reason,
            anaphor=self.anaphor,
            parts=self.parts,
        )


def overlapping(span: Span, others: Iterable[Span]) -> bool:
    """Return whether `span` shares a character with one of `others`."""
    return any(span.start < other.end and other.start < span.end for other in others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Stretches of a text in which nothing more is looked for; of any number of them one is found by halving."""

    starts: Sequence[int]
    until: Sequence[int]
    """How far the stretches reach up to each start."""

    @classmethod
    def by(cls, spans: Iterable[Span]) -> Taken:
        """Return what these spans take."""
        ordered = sorted((span.start, span.end) for span in spans)
        until = accumulate((end for _, end in ordered), max)
        return cls(starts=[start for start, _ in ordered], until=[*until])

    def touch(self, span: Span) -> bool:
        """Return whether `span` shares a character with one of them."""
        before = bisect_left(self.starts, span.end)  # so many begin before the span ends
        return before > 0 and self.until[before - 1] > span.start
