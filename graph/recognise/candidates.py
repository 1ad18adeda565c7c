"""Every stretch of a paragraph that could be a name: from a head word to the left, in quotes, in a list.

A candidate is a run of words; which candidates are names is decided later (features, selection). Generating is
generous: what is not generated can never be found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.records import KINDS

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
    UNKNOWN,
    Word,
    Words,
)

HARD_STOPS: Final = frozenset("。！？；：，;:,!?\n|")
OPENING: Final = {"“": "”", "（": "）", "(": ")", "《": "》", "〔": "〕", "[": "]", "「": "」", "‘": "’"}
CLOSING: Final = {close: open_ for open_, close in OPENING.items()}
_FRONT_HEAD = "政协"
"""The one body whose name may begin with its type: 政协海东市 (委员会)."""
_LONGEST = 48
"""Code points: no annotated name is longer."""
_LONGEST_QUOTE = 30
_LONGEST_BARE = 12
_TAIL_BRACKET = 30
_MAX_ITEMS_CROSSED = 4
_QUOTES = frozenset('“"')


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words [first, last) might be a name of one of `kinds`; word `head` (-1: none) ends it, before any bracket.

    `shape` says how it was found: head, bracket, version, quote, quote_tail, body, bare.
    """

    first: int
    last: int
    head: int
    kinds: tuple[str, ...]
    shape: str


def candidates(line: Words) -> list[Candidate]:
    """Return all candidates of a paragraph, each stretch once: the first way in which it was found counts."""
    unique: dict[tuple[int, int], Candidate] = {}
    for found in _all(line):
        unique.setdefault((found.first, found.last), found)
    return list(unique.values())


def _all(line: Words) -> Iterator[Candidate]:
    pairs = brackets(line)
    for index, word in enumerate(line.words):
        tag = word.tag
        if BODY in tag:
            for first in _starts(line, index, pairs):
                yield Candidate(first, index + 1, index, ("organisation",), "body")
        if word.text == _FRONT_HEAD and index + 1 < len(line.words):
            after = line.words[index + 1].tag
            if PLACE in after or LEVEL in after:
                yield Candidate(index, index + 2, index, ("organisation",), "front")
        if HEAD in tag:
            yield from _from_head(line, index, pairs)
        if word.text in _QUOTES and index in pairs and pairs[index] > index:
            yield from _from_quote(line, index, pairs)
    yield from _bare(line)


def brackets(line: Words) -> dict[int, int]:
    """Return for each opening word its closing word and the reverse, where they match.

    Straight quotes open and close in turn.
    """
    stack: list[int] = []
    pairs: dict[int, int] = {}
    straight = -1
    for index, word in enumerate(line.words):
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
                if line.words[stack[position]].text == CLOSING[text]:
                    pairs[stack[position]], pairs[index] = index, stack[position]
                    del stack[position:]
                    break
    return pairs


def _from_head(line: Words, head: int, pairs: dict[int, int]) -> Iterator[Candidate]:
    words = line.words
    ends = [(head + 1, "head")]
    after = head + 1
    if after < len(words) and words[after].text in "（(" and after in pairs:
        close = pairs[after]
        inside = words[after + 1 : close]
        if line.starts[close] - line.starts[after] <= _TAIL_BRACKET and not any(map(_tells, inside)):
            ends.append((close + 1, "bracket"))
    elif _numbers_a_name(words, after):
        ends.append((after + 1, "version"))
    for first in _starts(line, head, pairs):
        for last, shape in ends:
            yield Candidate(first, last, head, words[head].kinds, shape)


def _numbers_a_name(words: Sequence[Word], index: int) -> bool:
    """Return whether word `index` is a number that does not count what follows: 行动2.0, but not 片区36个."""
    if index >= len(words) or words[index].tag != DIGITS:
        return False
    return index + 1 == len(words) or SOFT not in words[index + 1].tag


def _tells(word: Word) -> bool:
    """Return whether a word in brackets shows that they say something of the name, instead of being part of it."""
    return HARD in word.tag or COUNTER in word.tag


def _starts(line: Words, head: int, pairs: dict[int, int]) -> Iterator[int]:
    """Yield the words at which a name ending in `head` may begin, nearest first."""
    words, starts = line.words, line.starts
    limit = starts[head + 1] - _LONGEST
    index, crossed = head, 0
    while index >= 0 and starts[index] >= limit:
        word = words[index]
        if word.text in CLOSING and index != head:
            if index not in pairs:
                return
            opened = pairs[index]
            if words[opened].text in _QUOTES:
                yield opened
            if opened and words[opened - 1].text in CLOSING:
                return
            index = opened - 1
            continue
        if index != head:
            if word.text in HARD_STOPS or word.text in OPENING:
                return
            if HARD in word.tag or (COUNTER in word.tag and index and words[index - 1].tag == DIGITS):
                return
            if word.text == "、":
                crossed += 1
                if crossed > _MAX_ITEMS_CROSSED:
                    return
        if index == 0 or may_begin(line, index):
            yield index
        index -= 1


def may_begin(line: Words, index: int) -> bool:
    """Return whether a name may begin at this word: something ends before it, or it is a place or a level."""
    if index == 0:
        return True
    before, here = line.words[index - 1], line.words[index]
    tag = before.tag
    if here.text in CLOSING or here.text == "、":
        return False
    return (
        tag in (PUNCTUATION, DIGITS)
        or HARD in tag
        or SOFT in tag
        or HEAD in tag
        or GENERIC in tag
        or tag[0] in "vdpcmqrutf"
        or PLACE in tag
        or LEVEL in tag
        or PLACE in here.tag
        or LEVEL in here.tag
        or BODY in here.tag
        or here.tag == LATIN
    )


def _from_quote(line: Words, open_: int, pairs: dict[int, int]) -> Iterator[Candidate]:
    """Yield what stands in the quotes, and names that the quoted part ends: 科技金融“赋能计划”."""
    words, close = line.words, pairs[open_]
    if close - open_ < 2 or line.starts[close] - line.starts[open_] > _LONGEST_QUOTE:
        return
    head = close - 1 if HEAD in words[close - 1].tag else -1
    yield Candidate(open_ + 1, close, head, KINDS, "quote")
    if open_ and words[open_ - 1].tag != PUNCTUATION and HARD not in words[open_ - 1].tag:
        for first in _starts(line, open_ - 1, pairs):
            yield Candidate(first, close + 1, head, KINDS, "quote_tail")
    if close + 1 < len(words) and words[close + 1].tag == DIGITS:
        yield Candidate(open_, close + 2, -1, KINDS, "version")


def _bare(line: Words) -> Iterator[Candidate]:
    """Yield short stretches without a head word between two boundaries: brands in a list, 由X牵头.

    Outside lists only those that hold something no dictionary has, or a place.
    """
    words, starts = line.words, line.starts
    size = len(words)
    for first, word in enumerate(words):
        if word.tag in (PUNCTUATION, DIGITS) or HARD in word.tag or not may_begin(line, first):
            continue
        proper = first > 0 and words[first - 1].text == "、"
        for last in range(first + 1, size + 1):
            inner = words[last - 1]
            length = starts[last] - starts[first]
            if _breaks(inner) or length > _LONGEST_BARE:
                break
            proper = proper or inner.tag in (UNKNOWN, LATIN) or PLACE in inner.tag
            if length < 2 or HEAD in inner.tag or BODY in inner.tag:
                continue
            after = words[last] if last < size else None
            listed = after is not None and after.text in "、等"
            if (proper or listed) and (after is None or _may_follow(after)):
                yield Candidate(first, last, -1, ("organisation", "platform"), "bare")


def _breaks(word: Word) -> bool:
    return (word.tag == PUNCTUATION and word.text != "·") or HARD in word.tag


def _may_follow(word: Word) -> bool:
    """Return whether a name without a head word may end before this word."""
    return _breaks(word) or SOFT in word.tag or HEAD in word.tag or word.tag[0] in "vdpcu"
