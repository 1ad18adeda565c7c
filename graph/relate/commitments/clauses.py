"""The clauses of a masked sentence that may promise something: those in which a cue of promises stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import msgspec
from daachorse import CharwiseDoubleArrayAhoCorasick

from ontology.cues import CommitmentCue, Position, commitment_cues

from ..masking import ANY_NAME
from ..status import clause_marks

_LEAST_OBJECT = 4
_NAME = re.compile(f"[{ANY_NAME}]")
_OF_CLAUSES: tuple[Position, ...] = (
    "anywhere",
    "initial",
    "governed",
    "soft",
    "reported",
    "target",
    "dated",
    "opening",
)
"""The positions of cues that make a clause a promise or a report."""

Standing = Mapping[int, Sequence[tuple[int, CommitmentCue]]]
"""Cues by the place where they stand, in text order, each with its rank: the longest have the first."""


class Clause(msgspec.Struct, frozen=True):
    """One clause of a masked sentence: its range, its number in the sentence, and the cues that begin in it."""

    start: int
    end: int
    number: int
    cues: Mapping[Position, Standing]


def cued_clauses(text: str, unheeded: frozenset[Position] = frozenset()) -> Iterator[Clause]:
    """Yield the clauses of a masked sentence that say something and hold a cue, in text order.

    Cues of the `unheeded` positions are left out.
    """
    words = _cue_words(unheeded)
    hits = words.automaton.find_overlapping(text)
    if not hits:
        return
    ends = (*clause_marks(text), len(text))
    held: dict[int, dict[Position, dict[int, list[tuple[int, CommitmentCue]]]]] = {}
    for at, _, word in sorted(hits):
        of_clause = held.setdefault(bisect_left(ends, at), {})
        for rank, cue in words.cues[word]:
            of_clause.setdefault(cue.position, {}).setdefault(at, []).append((rank, cue))
    start = number = 0
    for index, end in enumerate(ends):
        if index in held and says_something(text[start:end]):
            yield Clause(start, end, number, held[index])
        number += end > start
        start = end + 1


def clauses(text: str) -> Iterator[Clause]:
    """Yield every clause of a masked sentence, without its cues."""
    start = number = 0
    for end in (*clause_marks(text), len(text)):
        yield Clause(start, end, number, {})
        number += end > start
        start = end + 1


def says_something(text: str) -> bool:
    """Return whether a masked text is long enough to be what is promised: a name, or four characters."""
    return len(text) >= _LEAST_OBJECT or bool(_NAME.search(text))


@dataclass(frozen=True, slots=True, kw_only=True)
class _CueWords:
    """What finds the words of cues; for each word its cues with their ranks."""

    automaton: CharwiseDoubleArrayAhoCorasick
    cues: Sequence[Sequence[tuple[int, CommitmentCue]]]


@cache
def _cue_words(unheeded: frozenset[Position]) -> _CueWords:
    by_word: dict[str, list[tuple[int, CommitmentCue]]] = {}
    for position in _OF_CLAUSES:
        if position in unheeded:
            continue
        for rank, cue in enumerate(commitment_cues(position)):
            by_word.setdefault(cue.cue, []).append((rank, cue))
    return _CueWords(automaton=CharwiseDoubleArrayAhoCorasick(list(by_word)), cues=list(by_word.values()))
