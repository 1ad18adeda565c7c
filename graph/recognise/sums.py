"""Adds up the weights of a paragraph's features, each group once for all candidates that share it."""

from __future__ import annotations

from functools import lru_cache
from itertools import accumulate

from . import features
from .candidates import Ending
from .line import PAD, Line
from .weights import Weights, flags


class Sums:
    """The weights of a paragraph's features: what many candidates share is weighed when first asked for."""

    __slots__ = ("_ends", "_line", "_starts", "_tables", "_weights", "_words")

    def __init__(self, line: Line, weights: Weights) -> None:
        self._line = line
        self._weights = weights
        self._tables = weights.tables
        self._starts: list[int | None] = [None] * len(line.starts)
        self._ends: list[int | None] = [None] * len(line.starts)
        inside = weights.inside(line.words)
        for index in [index for index, word in enumerate(line.words) if word.traits.separates]:
            inside[index] += features.neighbours(line, index, self._tables)
        self._words = list(accumulate(inside, initial=0))

    def hopeful(self, found: Ending, around: int, words: int) -> list[tuple[int, int]]:
        """Return the first words of the candidates that may be names, with the weight of surroundings and words.

        `around` and `words` are thresholds (`raised_from`) for the surroundings alone and for both.
        """
        firsts, last, head, kinds, _ = found
        any_kind = flags(kinds)
        starts, up_to = self._starts, self._words
        after = self._ends[last]
        if after is None:
            after = self._ends[last] = features.end(self._line, last, self._tables)
        around += after
        stem = head if head >= 0 else last
        heads: list[int | None] = [None, None]  # with a word before it, and alone
        hopeful: list[tuple[int, int]] = []
        for first in firsts:
            weight = starts[first]
            if weight is None:
                weight = starts[first] = features.start(self._line, first, self._tables)
            if weight + around & any_kind:
                weight += after
                if stem > first + 1:
                    weight += up_to[stem] - up_to[first + 1]
                if head >= 0:
                    alone = head <= first
                    of_head = heads[alone]
                    if of_head is None:
                        of_head = heads[alone] = features.head(self._line, head, alone, self._tables)
                    weight += of_head
                if weight + words & any_kind:
                    hopeful.append((first, weight))
        return hopeful

    def ending(self, found: Ending) -> int:
        """Return the weight of how all these candidates end."""
        return features.ending_of(self._line, found, self._tables)

    def whole(self, first: int, found: Ending) -> int:
        """Return the weight of what only the candidate that begins with word `first` shows as a whole."""
        line = self._line
        stem = found.head if found.head >= 0 else found.last
        code, weight = _made(
            self._weights,
            found.shape,
            line.tags[first + PAD],
            line.up_to[stem] - line.up_to[first],
            stem - first,
        )
        return weight + features.whole(line, first, found, code, self._tables)


@lru_cache(maxsize=1 << 15)
def _made(weights: Weights, shape: str, first: str, counts: int, size: int) -> tuple[str, int]:
    """Return `features.made`, remembered: few letters bring a combination that none had before."""
    return features.made(shape, first, counts, size, weights.tables)
