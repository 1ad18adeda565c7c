"""Every stretch of a paragraph that could be a name: from a head word to the left, in quotes, in a list.

A candidate is a run of words; which candidates are names is decided later (features, selection). Generating is
generous: what is not generated can never be found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from graph.records import KINDS

from .boundaries import QUOTES, Boundaries
from .words import (
    BODY,
    COUNTER,
    DIGITS,
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

_FRONT_HEAD = "政协"
"""The one body whose name may begin with its type: 政协海东市 (委员会)."""
_LONGEST_QUOTE = 30
_LONGEST_BARE = 12
_LONGEST_BRACKET = 30
_ORGANISATION: Final = ("organisation",)
_BARE_KINDS: Final = ("organisation", "platform")


class Candidate(NamedTuple):
    """Words [first, last) might be a name of one of `kinds`; word `head` (-1: none) ends it, before any bracket.

    `shape` says how it was found: head, bracket, version, quote, quote_tail, body, front, bare.
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
    bounds = Boundaries(line)
    for index, word in enumerate(line.words):
        tag = word.tag
        if BODY in tag:
            for first in bounds.beginnings(index):
                yield Candidate(first, index + 1, index, _ORGANISATION, "body")
        if word.text == _FRONT_HEAD and index + 1 < len(line.words):
            after = line.words[index + 1].tag
            if PLACE in after or LEVEL in after:
                yield Candidate(index, index + 2, index, _ORGANISATION, "front")
        if HEAD in tag:
            yield from _from_head(bounds, index)
        if word.text in QUOTES and bounds.pairs.get(index, 0) > index:
            yield from _from_quote(bounds, index)
    yield from _bare(bounds)


def _from_head(bounds: Boundaries, head: int) -> Iterator[Candidate]:
    words, starts = bounds.words, bounds.starts
    ends = [(head + 1, "head")]
    after = head + 1
    if after < len(words) and words[after].text in "（(" and after in bounds.pairs:
        close = bounds.pairs[after]
        inside = words[after + 1 : close]
        if starts[close] - starts[after] <= _LONGEST_BRACKET and not any(map(_tells, inside)):
            ends.append((close + 1, "bracket"))
    elif _numbers_a_name(words, after):
        ends.append((after + 1, "version"))
    for first in bounds.beginnings(head):
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


def _from_quote(bounds: Boundaries, open_: int) -> Iterator[Candidate]:
    """Yield what stands in the quotes, and names that the quoted part ends: 科技金融“赋能计划”."""
    words, close = bounds.words, bounds.pairs[open_]
    if close - open_ < 2 or bounds.starts[close] - bounds.starts[open_] > _LONGEST_QUOTE:
        return
    head = close - 1 if HEAD in words[close - 1].tag else -1
    yield Candidate(open_ + 1, close, head, KINDS, "quote")
    if open_ and words[open_ - 1].tag != PUNCTUATION and HARD not in words[open_ - 1].tag:
        for first in bounds.beginnings(open_ - 1):
            yield Candidate(first, close + 1, head, KINDS, "quote_tail")
    if close + 1 < len(words) and words[close + 1].tag == DIGITS:
        yield Candidate(open_, close + 2, -1, KINDS, "version")


def _bare(bounds: Boundaries) -> Iterator[Candidate]:
    """Yield short stretches without a head word: brands in a list, or between two words that enclose a name.

    Outside lists only those that hold something no dictionary has, or a place.
    """
    words, breaks, begins = bounds.words, bounds.breaks, bounds.begins
    size = len(words)
    proper_words = [word.tag in (UNKNOWN, LATIN) or PLACE in word.tag for word in words]
    for first, word in enumerate(words):
        if not begins[first] or breaks[first] or word.tag in (DIGITS, PUNCTUATION):
            continue
        listed = first > 0 and words[first - 1].text == "、"
        if not (listed or first == 0 or _encloses(words[first - 1], HEAD) or PLACE in words[first - 1].tag):
            continue
        proper = listed
        limit = bounds.starts[first] + _LONGEST_BARE
        for last in range(first + 1, size + 1):
            inner = last - 1
            if breaks[inner] or bounds.starts[last] > limit:
                break
            proper = proper or proper_words[inner]
            if not proper and not (last < size and words[last].text in "、等"):
                continue
            if (listed or last == size or _encloses(words[last], SOFT)) and _ends_bare(bounds, first, last):
                yield Candidate(first, last, -1, _BARE_KINDS, "bare")


def _encloses(word: Word, mark: str) -> bool:
    """Return whether a name without a head word can stand beside the word: `mark`, a verb, a comma or full stop."""
    tag = word.tag
    return HARD in tag or mark in tag or (SOFT in tag and HEAD not in tag) or word.text in "、，。；"


def _ends_bare(bounds: Boundaries, first: int, last: int) -> bool:
    """Return whether a name without a head word may be the words [first, last)."""
    tag = bounds.words[last - 1].tag
    return (
        (last == len(bounds.words) or bounds.follows[last])
        and bounds.starts[last] - bounds.starts[first] > 1
        and HEAD not in tag
        and BODY not in tag
    )
