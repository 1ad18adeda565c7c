"""Adds up the weights of the features of a paragraph's candidates; what several candidates share is added up once."""

from __future__ import annotations

from itertools import accumulate

from . import features
from .candidates import Ending
from .line import Line
from .weights import Weights, flags


class CandidateWeights:
    """The weights of one paragraph's candidates; what many of them share is computed when first asked for."""

    __slots__ = ("_ends", "_line", "_parts", "_starts", "_words")

    def __init__(self, line: Line, weights: Weights) -> None:
        self._line = line
        self._parts = parts = weights.parts
        self._starts: list[int | None] = [None] * len(line.starts)
        self._ends: list[int | None] = [None] * len(line.starts)
        inside = list(map(parts.inside.__getitem__, line.words))
        for index in [index for index, word in enumerate(line.words) if word.traits.separates]:
            inside[index] += features.neighbours(line, index, parts)
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
            after = self._ends[last] = features.end(self._line, last, self._parts)
        around += after
        stem = head if head >= 0 else last
        heads: list[int | None] = [None, None]  # with a word before it, and alone
        hopeful: list[tuple[int, int]] = []
        for first in firsts:
            weight = starts[first]
            if weight is None:
                weight = starts[first] = features.start(self._line, first, self._parts)
            if weight + around & any_kind:
                weight += after
                if stem > first + 1:
                    weight += up_to[stem] - up_to[first + 1]
                if head >= 0:
                    alone = head <= first
                    of_head = heads[alone]
                    if of_head is None:
                        of_head = heads[alone] = features.head(self._line, head, alone, self._parts)
                    weight += of_head
                if weight + words & any_kind:
                    hopeful.append((first, weight))
        return hopeful

    def ending(self, found: Ending) -> int:
        """Return the weight of how all these candidates end."""
        return features.ending_of(self._line, found, self._parts)

    def whole(self, first: int, found: Ending) -> int:
        """Return the weight of what only the candidate that begins with word `first` shows as a whole."""
        return features.whole(self._line, first, found, self._parts)
