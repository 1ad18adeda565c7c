"""What is proposed to people and never applied: the record, and the pairs of a block that are looked at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .name_keys import NameKey

MAX_BLOCK = 40
"""Larger blocks (names that begin and end alike) are compared only with their neighbours in sort order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two keys that may be one thing (`relation` same_as) or follow each other (succeeded_by, left first).

    `reason` is for readers, in both languages.
    """

    left: NameKey
    right: NameKey
    relation: str
    rule: str
    score: float
    reason: str


def neighbours(keys: Iterable[NameKey]) -> Iterator[tuple[NameKey, NameKey]]:
    """Yield every key with those that follow it, `MAX_BLOCK` of them at most."""
    ordered = list(keys)
    for place, left in enumerate(ordered):
        for right in ordered[place + 1 : place + 1 + MAX_BLOCK]:
            yield left, right
