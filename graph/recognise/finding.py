"""What one rule found: a stretch of text and what it names. Findings become mentions once they are merged."""

from __future__ import annotations

from collections.abc import Iterable
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
