"""Runs several recognisers over a letter and settles what overlaps: the recogniser that stands first wins.

One exception serves maximal names (guideline 1): a name that stands inside a longer one without ending it gives
way (深圳大学 in 深圳大学总医院), while one that ends it wins (信立泰 in 福田区信立泰, once a user lists it).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Letter, Span

from ..records import Mention, Recognition
from .finding import TEXT_ORDER
from .in_sentences import in_sentences
from .protocol import Recogniser


@dataclass(frozen=True, slots=True)
class Thresholded:
    """A recogniser without its mentions below `min_score`; these count as unlinked."""

    inner: Recogniser
    min_score: float

    @property
    def name(self) -> str:
        """The name of the recogniser inside."""
        return self.inner.name

    def recognise(self, letter: Letter) -> Recognition:
        """Return what the recogniser inside returns, weak mentions moved to `unlinked`."""
        found = self.inner.recognise(letter)
        weak = [mention.span for mention in found.mentions if mention.score < self.min_score]
        return Recognition(
            letter_id=found.letter_id,
            mentions=tuple(mention for mention in found.mentions if mention.score >= self.min_score),
            aliases=found.aliases,
            unlinked=tuple(sorted({*found.unlinked, *weak})),
        )


def recognise(letter: Letter, recognisers: Sequence[Recogniser]) -> Recognition:
    """Return the merged findings of `recognisers`, which stand in order of priority; mentions in text order."""
    results = [recogniser.recognise(letter) for recogniser in recognisers]
    mentions: list[Mention] = []
    for result in results:
        mentions = merged(mentions, in_sentences(letter, result.mentions))
    spans = [mention.span for mention in mentions]
    unlinked = {span for result in results for span in result.unlinked if not _touches(span, spans)}
    return Recognition(
        letter_id=letter.letter_id,
        mentions=tuple(mentions),
        aliases=tuple(alias for result in results for alias in result.aliases),
        unlinked=tuple(sorted(unlinked)),
    )


def merged(first: Sequence[Mention], second: Sequence[Mention]) -> list[Mention]:
    """Return both in text order; where they overlap, `first` wins but for names inside a longer name."""
    kept = [mention for mention in first if not any(_swallows(other, mention) for other in second)]
    spans = sorted(mention.span for mention in kept)
    added = [mention for mention in second if not _touches(mention.span, spans)]
    return sorted([*kept, *added], key=TEXT_ORDER)


def _swallows(longer: Mention, shorter: Mention) -> bool:
    return longer.span.start <= shorter.span.start and shorter.span.end < longer.span.end


def _touches(span: Span, spans: Sequence[Span]) -> bool:
    """Return whether `span` overlaps one of `spans`, which are sorted and do not overlap each other."""
    place = bisect_left(spans, span)
    before = place > 0 and spans[place - 1].end > span.start
    return before or (place < len(spans) and spans[place].start < span.end)
