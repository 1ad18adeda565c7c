"""Chooses among overlapping candidates the set with the highest sum of scores (weighted interval scheduling)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from .candidates import Candidate

Item = TypeVar("Item", bound=tuple[float, Candidate])


def select(scored: Sequence[Item], size: int) -> list[Item]:
    """Return the candidates that do not overlap and together score highest, in text order.

    `size` is the number of words of the paragraph. Candidates that score 0 or less are never chosen; ties go to
    the candidate that stands first in `scored`.
    """
    ending: dict[int, list[Item]] = {}
    for item in scored:
        if item[0] > 0:
            ending.setdefault(item[1].last, []).append(item)
    best = [0.0] * (size + 1)
    taken: list[Item | None] = [None] * (size + 1)
    for position in range(1, size + 1):
        best[position] = best[position - 1]
        for item in ending.get(position, ()):
            total = best[item[1].first] + item[0]
            if total > best[position]:
                best[position], taken[position] = total, item
    chosen: list[Item] = []
    position = size
    while position:
        item_here = taken[position]
        if item_here is None:
            position -= 1
        else:
            chosen.append(item_here)
            position = item_here[1].first
    return chosen[::-1]
