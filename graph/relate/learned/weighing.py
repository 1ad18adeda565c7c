"""Every pair of ends that a sentence may relate, with its features (to train) or its score (to find)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

import msgspec

from ontology.relation_words import relation_ends

from . import features
from .scene import IMPLIED, Scene, Unit
from .weights import (
    BACKWARD,
    FORWARD,
    LANES,
    UNDERSTOOD,
    UNIT,
    Totals,
    Weights,
    any_reaches,
    signs,
    weight_in,
)

_REACH: Final = 3
"""How many units behind a unit it may be related with: 93 to 98 of 100 related pairs that annotated letters name."""
_MOST_PAUSES: Final = 1
"""Pauses between two names that a guess may relate: there 2 errs more (P .885), 0 finds less (F1 .767)."""
_MUTUAL: Final = "cooperates_with"


class Pair(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Two ends that may be related; `source` or `target` is None where understood, both are one unit for A、B合作."""

    relation: str
    source: Unit | None
    target: Unit | None

    @property
    def units(self) -> tuple[Unit | None, Unit]:
        """The units in text order, the understood one first."""
        source, target = self.source, self.target
        if target is None or (source is not None and target.start < source.start):
            source, target = target, source
        if target is None:
            raise ValueError("a pair names one end at least")
        return source, target


Told = list[tuple[str, list[str]]]
"""Features by part: of one list, of an end and who is understood, of two ends, and of two ends of certain kinds."""
_LIST, _TWO = "list", "two"


def featured(scene: Scene) -> Iterator[tuple[Told, dict[str, Pair]]]:
    """Yield the features of every two ends of a sentence, and the pairs that they can make, by lane."""
    before, behind = _sides(scene)
    for one, two in _ends(scene):
        pairs = {lane: _pair(scene, one, two, lane) for lane in _lanes(*_kinds(scene, one, two)).names}
        if pairs:
            own = _own(scene, one, two, before, behind)
            around = [] if one is None or one == two else [(_TWO, [*before[one], *behind[two]])]
            yield [*around, *own], pairs


def likely(scene: Scene, weights: Weights, floor: float) -> Iterator[tuple[float, Pair]]:
    """Yield the pairs that score `floor` or more in log odds, in text order, with their scores.

    Names that stand clauses apart make no pair: what a sentence goes on to tell is of others.
    """
    least = round(floor * UNIT)
    before, behind = _sides(scene)
    # the last unit is no pair's first, the first no pair's second
    first = [weights.totals(_TWO, side) for side in before[:-1]]
    second = [0, *(weights.totals(_TWO, side) for side in behind[1:])]
    for one, two in _ends(scene):
        if one is not None and pauses(scene, scene.units[one], scene.units[two]) > _MOST_PAUSES:
            continue
        totals = 0 if one is None or one == two else first[one] + second[two]
        for part, told in _own(scene, one, two, before, behind):
            totals += weights.totals(part, told)
        lanes = _lanes(*_kinds(scene, one, two))
        if any_reaches(totals, least, lanes.signs):
            for lane in lanes.names:
                if (weight := weight_in(totals, lane)) >= least:
                    yield weight / UNIT, _pair(scene, one, two, lane)


Sides = Sequence[list[str]]
"""For each unit, the features of what stands before or behind it."""


def _sides(scene: Scene) -> tuple[Sides, Sides]:
    """Return what stands before each unit, as the first of a pair, and behind each, as the second."""
    units = range(len(scene.units))
    return [features.before(scene, index) for index in units], [
        features.behind(scene, index) for index in units
    ]


def _ends(scene: Scene) -> Iterator[tuple[int | None, int]]:
    """Yield the two units of every pair (None: understood; the same: the members of a list)."""
    count = len(scene.units)
    for one in range(count):
        yield None, one
        if len(scene.units[one].names) > 1:
            yield one, one
        for two in range(one + 1, min(one + 1 + _REACH, count)):
            yield one, two


def _own(scene: Scene, one: int | None, two: int, before: Sides, behind: Sides) -> Told:
    """Return the features of a pair by part, but for the sides of two units, which count in several pairs."""
    kind = scene.units[two].kind
    if one is None:
        alone = [*before[two], *behind[two], *features.understood(scene, two)]
        return [(UNDERSTOOD, alone), (UNDERSTOOD + kind, alone)]
    if one == two:
        return [(_LIST, [*before[one], *behind[one], f"k{kind}"])]
    pieces, told = features.between(scene, one, two)
    return [(_TWO, [*pieces, *told]), (scene.units[one].kind + kind, told)]


def pauses(scene: Scene, first: Unit, second: Unit) -> int:
    """Return how many marks that part clauses stand between two units."""
    return sum(map(scene.letters[first.end : second.start].count, "，；。"))


def _kinds(scene: Scene, one: int | None, two: int) -> tuple[str, str, bool]:
    return IMPLIED if one is None else scene.units[one].kinds, scene.units[two].kinds, one == two


def _pair(scene: Scene, one: int | None, two: int, lane: str) -> Pair:
    first, second = None if one is None else scene.units[one], scene.units[two]
    source, target = (first, second) if lane[-1] == FORWARD else (second, first)
    return Pair(relation=lane[:-1], source=source, target=target)


class _Lanes(NamedTuple):
    names: tuple[str, ...]
    signs: Totals


@cache
def _lanes(first: str, second: str, same: bool) -> _Lanes:
    """Return in which lanes units of these kinds can be related; cooperation is told once, in text order."""
    found = []
    for lane in LANES:
        relation, ends = lane[:-1], relation_ends()[lane[:-1]]
        source, target = (first, second) if lane[-1] == FORWARD else (second, first)
        fit = bool(set(source) & set(ends.sources) and set(target) & set(ends.targets))
        once = lane[-1] != BACKWARD if relation == _MUTUAL else not same
        if fit and once:
            found.append(lane)
    return _Lanes(names=tuple(found), signs=signs(found))
