"""A paragraph prepared for scoring: its words, running counts of their kinds, the nouns that close its lists."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from typing import Final

from .marks import CONJUNCTION, DIGITS, GENERIC, HARD_STOPS, HEAD, LATIN, PLACE, SOFT, UNKNOWN
from .words import Word, Words, single

PAD: Final = 3
"""Words that features look at beyond the ends of a paragraph."""
_EDGE = "|"
"""A mark: names may begin behind it and end before it."""
_COUNTED: Final = (SOFT, PLACE, UNKNOWN, HEAD, GENERIC, CONJUNCTION, DIGITS, LATIN)
_BITS = 7
"""Room for each count in an integer that holds all of them: no candidate has 128 words."""
_MASK: Final = (1 << _BITS) - 1
_SHIFTS: Final = {mark: place * _BITS for place, mark in enumerate(_COUNTED)}


class Line:
    """A paragraph's words. `padded`, `texts` and `tags` begin and end with `PAD` edge words: word i is at i + PAD."""

    __slots__ = ("list_nouns", "padded", "starts", "tags", "texts", "up_to", "words")

    def __init__(self, line: Words) -> None:
        self.words: Sequence[Word] = line.words
        self.starts: Sequence[int] = line.starts
        edge = [single(_EDGE)] * PAD
        self.padded = [*edge, *line.words, *edge]
        self.texts = tuple([word.text for word in self.padded])
        self.tags = tuple([word.tag for word in self.padded])
        tags = self.tags[PAD:-PAD]
        self.list_nouns = _list_nouns(self.texts[PAD:-PAD], tags)
        self.up_to = list(accumulate(map(_counted, tags), initial=0))


def count(mark: str, counts: int) -> int:
    """Return how many words bear `mark`, one of those that are counted."""
    return counts >> _SHIFTS[mark] & _MASK


@cache
def _counted(tag: str) -> int:
    """Return an integer with a 1 for each counted mark of the tag, so that sums count all marks at once."""
    return sum(1 << shift for mark, shift in _SHIFTS.items() if mark in tag)


def _list_nouns(texts: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Return for each word the class noun that closes the list it stands in (A、B等3家企业: 企业), else ""."""
    nouns = [""] * (len(texts) + 1)
    if "等" not in texts:
        return nouns
    noun = ""
    for index in range(len(texts) - 1, -1, -1):
        text = texts[index]
        if text == "等":
            noun = _noun_after(texts, tags, index)
        elif text in HARD_STOPS:
            noun = ""
        nouns[index] = noun
    return nouns


def _noun_after(texts: Sequence[str], tags: Sequence[str], index: int) -> str:
    """Return the head or generic word nearest behind word `index`, numbers and marks left out; "?" if there is none."""
    near = range(index + 1, min(index + 6, len(texts)))
    nouns = (texts[place] for place in near if HEAD in tags[place] or GENERIC in tags[place])
    return next(nouns, "?")
