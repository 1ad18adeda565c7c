"""Every pair of ends that a sentence may relate, with its features (to train) or its score (to find)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Final

import msgspec

from ontology.relation_words import relation_ends

from . import features
from .scene import IMPLIED, Scene, Unit
from .weights import BACKWARD, FORWARD, LANES, UNIT, Weights, weight_in

_REACH: Final = 3
"""How many units behind a unit it may be related with: 93 to 98 of 100 related pairs that annotated letters name."""
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
_LIST, _UNDERSTOOD, _TWO = "list", "understood", "two"


def featured(scene: Scene) -> Iterator[tuple[Told, dict[str, Pair]]]:
    """Yield the features of every two ends of a sentence, and the pairs that they can make, by lane."""
    for one, two, told in _features(scene):
        pairs = {lane: _pair(scene, one, two, lane) for lane in _lanes(*_kinds(scene, one, two))}
        if pairs:
            yield told, pairs


def likely(scene: Scene, weights: Weights, floor: float) -> Iterator[tuple[float, Pair]]:
    """Yield the pairs that score `floor` or more in log odds, in text order, with their scores."""
    least = round(floor * UNIT)
    for one, two, told in _features(scene):
        totals = sum([weights.totals(part, found) for part, found in told])
        for lane in _lanes(*_kinds(scene, one, two)):
            if (weight := weight_in(totals, lane)) >= least:
                yield weight / UNIT, _pair(scene, one, two, lane)


def _features(scene: Scene) -> Iterator[tuple[int | None, int, Told]]:
    """Yield two units of every pair (None: understood; the same: the members of a list) with what is told of them."""
    units = range(len(scene.units))
    before = [features.before(scene, index) for index in units]
    behind = [features.behind(scene, index) for index in units]
    for one in units:
        kind, own = scene.units[one].kind, features.understood(scene, one)
        alone = [*before[one], *behind[one], *own]
        yield None, one, [(_UNDERSTOOD, alone), (_UNDERSTOOD + kind, alone)]
        if len(scene.units[one].names) > 1:
            yield one, one, [(_LIST, [*before[one], *behind[one], f"k{kind}"])]
        for two in units[one + 1 : one + 1 + _REACH]:
            pieces, told = features.between(scene, one, two)
            around = [*before[one], *behind[two], *pieces, *told]
            yield one, two, [(_TWO, around), (kind + scene.units[two].kind, told)]


def _kinds(scene: Scene, one: int | None, two: int) -> tuple[str, str, bool]:
    return IMPLIED if one is None else scene.units[one].kinds, scene.units[two].kinds, one == two


def _pair(scene: Scene, one: int | None, two: int, lane: str) -> Pair:
    first, second = None if one is None else scene.units[one], scene.units[two]
    source, target = (first, second) if lane[-1] == FORWARD else (second, first)
    return Pair(relation=lane[:-1], source=source, target=target)


@cache
def _lanes(first: str, second: str, same: bool) -> tuple[str, ...]:
    """Return in which lanes units of these kinds can be related; cooperation is told once, in text order."""
    found = []
    for lane in LANES:
        relation, ends = lane[:-1], relation_ends()[lane[:-1]]
        source, target = (first, second) if lane[-1] == FORWARD else (second, first)
        fit = bool(set(source) & set(ends.sources) and set(target) & set(ends.targets))
        once = lane[-1] != BACKWARD if relation == _MUTUAL else not same
        if fit and once:
            found.append(lane)
    return tuple(found)
