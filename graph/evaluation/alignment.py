"""Two texts of one letter, laid side by side without white space, so that a span of one is a span of the other.

The annotated text and the reader's may differ in white space, in dropped lines and in width of punctuation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from unicodedata import normalize

_CLAUSE = re.compile(r"[^，。！？；：、,;:!?]*[，。！？；：、,;:!?]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compact:
    """A text without white space: `printed` as it stands, `text` with full-width forms folded for comparison.

    `places[i]` is where the i-th character stands in the text with white space.
    """

    text: str
    printed: str = field(repr=False)
    places: tuple[int, ...] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the compact span of a span of the text: the range of its characters that are no white space."""
        return bisect_left(self.places, start), bisect_left(self.places, end)


def compact(text: str) -> Compact:
    """Return the text without white space, full-width forms folded one to one (（ and ( are the same mark)."""
    places = tuple(place for place, mark in enumerate(text) if not mark.isspace())
    printed = "".join(text[place] for place in places)
    return Compact(text="".join(map(_folded, printed)), printed=printed, places=places)


def align(left: str, right: str) -> list[int | None]:
    """Return for every character of `left` the place of the same character in `right`, None where it has none."""
    if left == right:
        return list(range(len(left)))
    found: list[int | None] = [None] * len(left)
    for at, other, size in _runs(left, right):
        found[at : at + size] = range(other, other + size)
    return found


def _runs(left: str, right: str) -> Iterator[tuple[int, int, int]]:
    """Yield where the same characters stand in both texts, and how many.

    Clauses are compared first, characters only where clauses differ: character by character a letter of 5,000
    characters would take seconds.
    """
    ours, theirs = _clauses(left), _clauses(right)
    starts, others = _starts(ours), _starts(theirs)
    for tag, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            yield starts[a], others[c], starts[b] - starts[a]
        elif tag == "replace":
            for at, other, size in _same(left[starts[a] : starts[b]], right[others[c] : others[d]]):
                yield starts[a] + at, others[c] + other, size


def mapped(places: Sequence[int | None], start: int, end: int) -> tuple[int, int] | None:
    """Return where a span of the left text stands in the right one: all of it, unbroken; else None."""
    targets = places[start:end]
    first = targets[0] if targets else None
    if first is None or any(target != first + step for step, target in enumerate(targets)):
        return None
    return first, first + len(targets)


def touched(places: Sequence[int | None], start: int, end: int) -> tuple[int, int] | None:
    """Return the range in the right text that holds every character of the span that is there; None where none is."""
    targets = [target for target in places[start:end] if target is not None]
    return (targets[0], targets[-1] + 1) if targets else None


def _folded(mark: str) -> str:
    folded = normalize("NFKC", mark)
    return folded if len(folded) == 1 else mark


def _clauses(text: str) -> list[str]:
    return [found.group() for found in _CLAUSE.finditer(text) if found.group()]


def _starts(parts: Sequence[str]) -> list[int]:
    starts = [0]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def _same(left: str, right: str) -> Iterator[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return ((block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size)
