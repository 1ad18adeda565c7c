"""Which rows of two letters are about the same, and which of them are best looked at together.

All pairs are weighed first and the most alike taken first, so that a row does not lose its partner to one that merely
stands before it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from ..relate.figures.likeness import alike, containment, is_contained, metrics_alike
from ..tables.claim_records import CommitmentRow, FigureRow, RankingRow
from ..threads.clauses.respects import Respect, respect_of

_One = TypeVar("_One")
Names = Mapping[str, Collection[str]]
"""The names of things, by id."""


def paired(
    ones: Sequence[_One], twos: Sequence[_One], likeness: Callable[[_One, _One], float]
) -> dict[int, int]:
    """Return place in `ones` → place in `twos` for rows that are about the same: likeness above 0, most alike first."""
    weighed = [
        (-like, at, other)
        for at, one in enumerate(ones)
        for other, two in enumerate(twos)
        if (like := likeness(one, two)) > 0
    ]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, other in sorted(weighed):
        if at not in found and other not in taken:
            found[at] = other
            taken.add(other)
    return found


def promise_likeness(one: CommitmentRow, two: CommitmentRow, names: Names) -> float:
    """Return how alike two promises are: of one thing in one respect, else in their words; 0 where not the same."""
    common = [thing for thing in one.object_ids if thing in two.object_ids and thing in names]
    of_thing = any(_same_respect(one, two, tuple(names[thing])) for thing in common)
    if not of_thing and (common or not alike(one.what, two.what)):
        return 0.0
    agreeing = (one.status == two.status, one.outcome == two.outcome, one.due == two.due)
    return 2.0 * of_thing + containment(one.what, two.what) + 0.2 * sum(agreeing)


def _same_respect(one: CommitmentRow, two: CommitmentRow, names: tuple[str, ...]) -> bool:
    """Whether two promises let a thing come about, or do the same with it (落实X, 深入贯彻落实X)."""
    left, right = respect_of(one.what, names), respect_of(two.what, names)
    if left.stage != right.stage:
        return False
    brings = _brings(one, left), _brings(two, right)
    if all(brings):
        return True
    return not any(brings) and is_contained(_without(one.what, names), _without(two.what, names))


def _brings(row: CommitmentRow, respect: Respect) -> bool:
    """Whether a promise lets its thing come about; what is only told of it, without a cue, always does."""
    return respect.brings or bool(row.outcome) or not row.cue


def _without(what: str, names: tuple[str, ...]) -> str:
    words = "".join(what.split())
    for name in sorted(names, key=len, reverse=True):
        words = words.replace(name, "") if name else words
    return words


def figure_likeness(one: FigureRow, two: FigureRow) -> float:
    """Return how alike two figures are: of one metric, then of one place, time and kind; 0 where not comparable."""
    if (one.canonical_unit, one.amount_role) != (two.canonical_unit, two.amount_role):
        return 0.0
    if not (alike(one.metric, two.metric) and _of_the_same(one, two)) or _of_others(one, two):
        return 0.0
    agreeing = (
        one.metric == two.metric,
        one.place == two.place,
        _time(one) == _time(two),
        one.status == two.status,
        (one.normalised_value, one.bound) == (two.normalised_value, two.bound),
    )
    apart = all(map(any, (_time(one), _time(two)))) and _time(one) != _time(two)
    return containment(one.metric, two.metric) + sum(agreeing) + 0.5 * (one.scope == two.scope) - 0.5 * apart


def _of_the_same(one: FigureRow, two: FigureRow) -> bool:
    """Whether both count something of one thing, or both of none: what a city has is no change of what a fund has."""
    return one.about_ids == two.about_ids or not {*one.about_ids}.isdisjoint(two.about_ids)


def _of_others(one: FigureRow, two: FigureRow) -> bool:
    """Whether the two are known to be paid by different bodies, or counted for different wholes (全市, 全国)."""
    known = ((one.payer, two.payer), (one.scope, two.scope))
    return any(left and right and left != right for left, right in known)


def _time(row: FigureRow) -> tuple[str, str]:
    return row.period_start, row.as_of or row.period_end


def ranking_likeness(one: RankingRow, two: RankingRow) -> float:
    """Return how alike two claims of rank are: of one metric, then in scope, rank and time; 0 where of another."""
    if not metrics_alike(one.metric, two.metric):
        return 0.0
    agreeing = (
        one.metric == two.metric,
        one.scope == two.scope,
        one.rank == two.rank,
        one.as_of == two.as_of,
    )
    return containment(one.metric, two.metric) + sum(agreeing) + (one.words == two.words)
