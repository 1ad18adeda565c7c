"""Summed weights of the features that depend on one thing: a word, a few tags in a row, what a name is made of.

Letters use the same words and tags again and again, so each sum is computed once and remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from sys import intern
from typing import Final, TypeVar

from .line import count
from .marks import (
    BODY,
    CONJUNCTION,
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
)
from .templates import Tables
from .words import Word

NUMBERS: Final = tuple(map(str, range(21)))
_MOST: Final = 1 << 15
"""Sums remembered in one table: a large build holds ever new numbers."""
Key = TypeVar("Key")
Sum = TypeVar("Sum")


class Memo(dict[Key, Sum]):
    """What `make` returns for each key: computed when first asked for, then kept."""

    def __init__(self, make: Callable[[Key, Tables], Sum], tables: Tables) -> None:
        super().__init__()
        self._make, self._tables = make, tables

    def __missing__(self, key: Key) -> Sum:
        made = self._make(key, self._tables)
        if len(self) < _MOST:
            self[key] = made
        return made


class Uncached(Memo[Key, Sum]):
    """The same, never kept: to record features, each lookup must happen every time."""

    def __missing__(self, key: Key) -> Sum:
        return self._make(key, self._tables)


class PartialWeights:
    """The sums by what they depend on; features that depend on more are looked up in `tables` one by one."""

    __slots__ = (
        "after",
        "before",
        "before_made",
        "end_tags",
        "first",
        "head",
        "head_made",
        "inside",
        "made",
        "size",
        "start_tags",
        "tables",
    )

    def __init__(self, tables: Tables, *, remember: bool = True) -> None:
        of = Memo if remember else Uncached
        self.tables = tables
        self.before: Mapping[Word, int] = of(_before, tables)
        self.first: Mapping[Word, int] = of(_first, tables)
        self.start_tags: Mapping[tuple[str, ...], int] = of(_start_tags, tables)
        self.after: Mapping[Word, int] = of(_after, tables)
        self.end_tags: Mapping[tuple[str, ...], int] = of(_end_tags, tables)
        self.head: Mapping[Word, int] = of(_head, tables)
        self.inside: Mapping[Word, int] = of(_inside, tables)
        self.made: Mapping[tuple[str, str, int, int], tuple[str, int]] = of(_made, tables)
        self.size: Mapping[tuple[str, int, int], int] = of(_size, tables)
        self.before_made: Mapping[tuple[str, str], int] = of(_before_made, tables)
        self.head_made: Mapping[tuple[str, str], int] = of(_head_made, tables)

    def __reduce__(self) -> tuple[type[PartialWeights], tuple[Tables]]:
        return PartialWeights, (self.tables,)  # what is remembered is no part of what the weights are


def _before(before: Word, w: Tables) -> int:
    """Weigh the word before a candidate."""
    return w.b.get(before.text, 0) + w.bt.get(before.tag, 0)


def _first(here: Word, w: Tables) -> int:
    """Weigh the first word of a candidate, and that it is one."""
    text, tag = here.text, here.tag
    return w.bias.get((), 0) + w.ht.get(tag, 0) + w.h.get(text, 0) + w.h1.get(text[0], 0)


def _start_tags(tags: tuple[str, ...], w: Tables) -> int:
    """Weigh the kinds of the two words before a candidate and of its first two."""
    earlier, before, here, after = tags
    return (
        w.bt_h.get((before, here), 0)
        + w.bt_ht_at.get((before, here, after), 0)
        + w.et_bt.get((earlier, before), 0)
    )


def _after(after: Word, w: Tables) -> int:
    """Weigh the word behind a candidate."""
    text = after.text
    return w.a.get(text, 0) + w.at.get(after.tag, 0) + w.a1.get(text[0], 0)


def _end_tags(tags: tuple[str, ...], w: Tables) -> int:
    """Weigh the kinds of the words behind a candidate."""
    return w.at_lt.get(tags[:2], 0) + w.at_lt_tt.get(tags, 0)


def _head(head: Word, w: Tables) -> int:
    """Weigh a head word, whatever stands before it."""
    return w.head.get(head.text, 0) + w.head1.get(head.text[-1], 0)


def _inside(inner: Word, w: Tables) -> int:
    """Weigh a word's standing inside a name, neither first nor head, wherever it is."""
    text, tag = inner.text, inner.tag
    weight = w.in_.get(text, 0)
    if inner.traits.separates:
        weight += w.mid.get(text, 0)
    if PLACE in tag:
        weight += w.mid_place.get((), 0)
    if BODY in tag:
        weight += w.mid_body.get((), 0)
    if HEAD in tag and len(inner.kinds) == 1:
        weight += w.mid_head_kind.get(inner.kinds[0], 0) + w.mid_head.get(text, 0)
    return weight


def _made(stem: tuple[str, str, int, int], w: Tables) -> tuple[str, int]:
    """Return in one code what the words of a candidate before its head are, and what that weighs.

    `stem`: the shape, the tag of the first of the words, how many bear which mark (Line), how many they are.
    """
    shape, first, counts, size = stem
    code = _code(first, counts, size)
    weight = (
        w.made_shape.get((code, shape), 0)
        + w.soft.get(NUMBERS[min(count(SOFT, counts), 4)], 0)
        + w.heads.get(NUMBERS[min(count(HEAD, counts), 4)], 0)
        + w.unknown.get(NUMBERS[min(count(UNKNOWN, counts), 6)], 0)
    )
    conjunctions, digits = count(CONJUNCTION, counts), count(DIGITS, counts)
    if conjunctions:
        weight += w.conjunctions.get(NUMBERS[min(conjunctions, 3)], 0)
    if digits:
        weight += w.digits.get((NUMBERS[min(digits, 3)], first, shape), 0)
    return code, weight


def _code(first: str, counts: int, size: int) -> str:
    """Return in one code what the words before the head are: place, level, unknown, all generic, empty …"""
    if size <= 0:
        return "empty"
    code = ""
    if PLACE in first:
        code += "L"
    elif LEVEL in first:
        code += "l"
    elif BODY in first:
        code += "B"
    elif count(PLACE, counts):
        code += "p"
    unknown = count(UNKNOWN, counts)
    if unknown:
        code += "U" if unknown > 1 else "u"
    if count(LATIN, counts):
        code += "A"
    if count(GENERIC, counts) + count(SOFT, counts) >= size:
        code += "G"
    return intern((code or "N") + NUMBERS[min(size, 5)])


def _size(sizes: tuple[str, int, int], w: Tables) -> int:
    """Weigh how many words and characters a candidate of a shape has."""
    shape, words, size = sizes
    return w.shape_n.get((shape, NUMBERS[min(words, 8)]), 0) + w.size.get((NUMBERS[min(size, 20)], shape), 0)


def _before_made(key: tuple[str, str], w: Tables) -> int:
    """Weigh the kind of word before a candidate with what that is made of; some words it might as well hold."""
    before, code = key
    weight = w.bt_made.get((before, code), 0)
    if before == PUNCTUATION or HARD in before:
        return weight
    return weight + w.extends.get(before, 0) + w.extends_made.get((before, code), 0)


def _head_made(key: tuple[str, str], w: Tables) -> int:
    """Weigh a head word with what stands before it in the name."""
    text, code = key
    return w.head_made.get((text, code), 0) + w.head1_made.get((text[-1], code), 0)
