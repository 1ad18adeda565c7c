"""Drops names that run over the end of a sentence (甲办法。乙规定, where 《 is not closed): no sentence proves them.

Nor is one that runs from one cell of a table into the next.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from corpus.records import Letter

from ..records import Mention


def in_sentences(letter: Letter, mentions: Iterable[Mention]) -> list[Mention]:
    """Return the mentions that stand within one sentence and one cell; in any where sentences are not known."""
    mentions = [mention for mention in mentions if "\t" not in mention.text]
    sentences = letter.sentences
    if not sentences:
        return mentions
    starts = [sentence.span.start for sentence in sentences]

    def holds(mention: Mention) -> bool:
        at = bisect_right(starts, mention.span.start) - 1
        return at >= 0 and mention.span.end <= sentences[at].span.end

    return [mention for mention in mentions if holds(mention)]
