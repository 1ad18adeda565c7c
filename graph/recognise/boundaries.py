"""Where in a paragraph a name may begin and end, told from the kinds of words on both sides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import Final

from .words import (
    BODY,
    COUNTER,
    DIGITS,
    GENERIC,
    HARD,
    HEAD,
    LATIN,
    LEVEL,
    PLACE,
    PUNCTUATION,
    SOFT,
    Word,
    Words,
)

HARD_STOPS: Final = frozenset("。！？；：，;:,!?\n|")
OPENING: Final = {"“": "”", "（": "）", "(": ")", "《": "》", "〔": "〕", "[": "]", "「": "」", "‘": "’"}
CLOSING: Final = {close: open_ for open_, close in OPENING.items()}
QUOTES: Final = frozenset('“"')
_LONGEST = 48
"""Code points: no annotated name is longer."""
_MAX_ITEMS_CROSSED = 4
_CLAUSE_PARTS = "vdpcmqrutf"
"""Parts of speech (ICTCLAS) after which a name may begin: verb, adverb, preposition … but no noun."""
_AFTER_PARTS = "vdpcu"
"""Parts of speech before which a name without a head word may end."""


class Boundaries:
    """A paragraph's words with what was found out of each: may a name begin at it, end before it, run over it."""

    __slots__ = ("begins", "breaks", "follows", "pairs", "starts", "words")

    def __init__(self, line: Words) -> None:
        self.words: Sequence[Word] = line.words
        self.starts: Sequence[int] = line.starts
        self.pairs = brackets(line.words)
        self.breaks = [_breaks(word.tag) and word.text != "·" for word in line.words]
        self.follows = [
            breaks or _may_follow(word.tag) for breaks, word in zip(self.breaks, line.words, strict=True)
        ]
        self.begins = [True] * min(1, len(line.words))
        for before, here in pairwise(line.words):
            opens = _ends_something(before.tag) or _begins_something(here.tag)
            self.begins.append(opens and here.text not in _NEVER_FIRST)

    def beginnings(self, head: int) -> Iterator[int]:
        """Yield the words at which a name that ends in word `head` may begin, nearest first."""
        words, starts, begins = self.words, self.starts, self.begins
        limit = starts[head + 1] - _LONGEST
        if begins[head]:
            yield head
        index, crossed = head - 1, 0
        while index >= 0 and starts[index] >= limit:
            text = words[index].text
            if text in CLOSING:
                opened = self.pairs.get(index, 0)
                if text == "”" and index in self.pairs:
                    yield opened
                if index not in self.pairs or (opened and words[opened - 1].text in CLOSING):
                    return
                index = opened - 1
                continue
            if self._stops(index):
                return
            if text == "、":
                crossed += 1
                if crossed > _MAX_ITEMS_CROSSED:
                    return
            if begins[index]:
                yield index
            index -= 1

    def _stops(self, index: int) -> bool:
        """Return whether no name runs over the word: a mark, a hard word, a counter behind its number."""
        word = self.words[index]
        return (
            HARD in word.tag
            or word.text in HARD_STOPS
            or word.text in OPENING
            or (COUNTER in word.tag and index > 0 and self.words[index - 1].tag == DIGITS)
        )


_NEVER_FIRST: Final = frozenset(("、", *CLOSING))


@cache
def _ends_something(tag: str) -> bool:
    return (
        tag in (PUNCTUATION, DIGITS)
        or any(mark in tag for mark in (HARD, SOFT, HEAD, GENERIC, PLACE, LEVEL))
        or tag[0] in _CLAUSE_PARTS
    )


@cache
def _begins_something(tag: str) -> bool:
    return tag == LATIN or any(mark in tag for mark in (PLACE, LEVEL, BODY))


@cache
def _breaks(tag: str) -> bool:
    return tag == PUNCTUATION or HARD in tag


@cache
def _may_follow(tag: str) -> bool:
    return SOFT in tag or HEAD in tag or tag[0] in _AFTER_PARTS


def brackets(words: Sequence[Word]) -> dict[int, int]:
    """Return for each opening word its closing word and the reverse, where they match.

    Straight quotes open and close in turn.
    """
    stack: list[int] = []
    pairs: dict[int, int] = {}
    straight = -1
    for index, word in enumerate(words):
        text = word.text
        if text == '"':
            if straight < 0:
                straight = index
            else:
                pairs[straight], pairs[index] = index, straight
                straight = -1
        elif text in OPENING:
            stack.append(index)
        elif text in CLOSING:
            for position in range(len(stack) - 1, -1, -1):
                if words[stack[position]].text == CLOSING[text]:
                    pairs[stack[position]], pairs[index] = index, stack[position]
                    del stack[position:]
                    break
    return pairs
