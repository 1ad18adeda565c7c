"""Chooses the non-overlapping candidates with the highest sum of scores (weighted interval scheduling)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from .candidates import Candidate


class Scored(NamedTuple):
    """A candidate with its score as the kind that suits it best; `place` is its place among all candidates."""

    score: float
    candidate: Candidate
    kind: str
    place: int = -1


def select(scored: Sequence[Scored], size: int) -> list[Scored]:
    """Return the candidates that do not overlap and together score highest, in text order.

    `size` is the number of words of the paragraph. Candidates that score 0 or less are never chosen; ties go to
    the candidate that stands first in `scored`.
    """
    ending: dict[int, list[Scored]] = {}
    for item in scored:
        if item.score > 0:
            ending.setdefault(item.candidate.last, []).append(item)
    if not ending:
        return []
    best = [0.0] * (size + 1)
    taken: list[Scored | None] = [None] * (size + 1)
    for position in range(1, size + 1):
        best[position] = best[position - 1]
        for item in ending.get(position, ()):
            total = best[item.candidate.first] + item.score
            if total > best[position]:
                best[position], taken[position] = total, item
    chosen: list[Scored] = []
    position = size
    while position:
        item_here = taken[position]
        if item_here is None:
            position -= 1
        else:
            chosen.append(item_here)
            position = item_here.candidate.first
    return chosen[::-1]
