"""Every pair of ends around a word that may relate them, with its features (to train) or its score (to find)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Final

import msgspec

from ontology.relation_words import relation_ends

from ..status import is_untrue
from ..typed.actors import Actors, actors_at
from . import features
from .scene import IMPLIED, Cue, Scene, Unit, near
from .weights import UNIT, Part, Totals, Weights, weight_in

_HOPELESS_END: Final = -1900
"""Word and one end that weigh less are not looked into (thousandths)."""
_HOPELESS: Final = -1200
"""The same for the word and both ends: of the pairs that are stated in the end, 2 % are lost by both limits."""
End = tuple[Unit, int] | None
"""A unit with its rank beside the word (`scene.near`); None is an end that is understood."""


class Pair(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """Two ends that a word may relate; `source` and `target` are None where understood, the same unit for A、B合作."""

    cue: Cue
    relation: str
    source: Unit | None
    target: Unit | None


def featured(scene: Scene) -> Iterator[tuple[Pair, dict[Part, list[str]]]]:
    """Yield every pair of a sentence with its features by part: what `Scorer` adds up, for training."""
    for index, cue in enumerate(scene.cues):
        if is_untrue(scene.masked.text, cue.start):
            continue
        acting = actors_at(scene.masked, cue.start)
        of_word = features.of_word(scene, index)
        for relation, source, target in _pairs(scene, cue):
            by_part: dict[Part, list[str]] = {
                "word": of_word,
                "source": [*_of_unit(scene, source), *_of_end(scene, cue, source, acting)],
                "target": [*_of_unit(scene, target), *_of_end(scene, cue, target, acting)],
                "pair": features.of_pair(scene, cue, source, target),
            }
            yield _pair(cue, relation, source, target), by_part


class _Around(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A word with what its features weigh, and the possible ends around it with their kinds and what they weigh."""

    cue: Cue
    word: Totals
    ends: list[tuple[End, str, Totals]]


class Scorer:
    """Scores the pairs of one sentence, in log odds."""

    __slots__ = ("_arounds", "_scene", "_units", "_weights")

    def __init__(self, scene: Scene, weights: Weights) -> None:
        self._scene, self._weights = scene, weights
        self._units: dict[tuple[Unit, bool], Totals] = {}
        self._arounds: list[_Around] = [
            self._around(index)
            for index, cue in enumerate(scene.cues)
            if not is_untrue(scene.masked.text, cue.start)
        ]

    def likely(self, floor: float) -> Iterator[tuple[float, Pair]]:
        """Yield the pairs that score `floor` or more, in text order of their words; hopeless ones are passed over."""
        for around in self._arounds:
            cue = around.cue
            for relation in cue.relations:
                for hopeful, source, target in _hopeful(around, relation):
                    score = (hopeful + self._of_pair(cue, relation, source, target)) / UNIT
                    if score >= floor:
                        yield score, _pair(cue, relation, source, target)

    def _of_pair(self, cue: Cue, relation: str, source: End, target: End) -> int:
        of_pair = features.of_pair(self._scene, cue, source, target)
        return weight_in(self._weights.totals("pair", of_pair), "pair", relation)

    def _around(self, index: int) -> _Around:
        scene = self._scene
        cue = scene.cues[index]
        acting = actors_at(scene.masked, cue.start)
        ends: list[End] = [*near(scene.units, cue), None]
        return _Around(
            cue=cue,
            word=self._weights.totals("word", features.of_word(scene, index)),
            ends=[(end, _kind(end), self._of_end(cue, end, acting)) for end in ends],
        )

    def _of_end(self, cue: Cue, end: End, acting: Actors) -> Totals:
        """What an end weighs: `features.of_unit` and `features.of_end`, or where it is understood `of_implied`."""
        known = self._weights.known
        if end is None:
            return known("end", features.of_implied, acting.basis, bool(acting.joint))
        unit, rank = end
        key = (unit, rank < 0)
        if key not in self._units:
            self._units[key] = self._weights.totals("end", _of_unit(self._scene, end))
        return (
            self._units[key]
            + known("end", features.of_rank, cue.word, unit.kind, rank)
            + known("end", features.of_role, features.role_of(unit, acting), acting.basis, rank)
            + known("end", features.of_way, *features.way_of(self._scene, cue, unit, rank))
        )


def _hopeful(around: _Around, relation: str) -> Iterator[tuple[int, End, End]]:
    """Yield the pairs of ends that a relation can have, with what word and ends weigh, if not too little."""
    kinds = relation_ends()[relation]
    word = weight_in(around.word, "word", relation)
    targets = [
        (number, end)
        for end, kind, totals in around.ends
        if kind in kinds.targets and word + (number := weight_in(totals, "target", relation)) >= _HOPELESS_END
    ]
    for source, kind, totals in around.ends if targets else ():
        if kind in kinds.sources:
            number = word + weight_in(totals, "source", relation)
            for other, target in targets if number >= _HOPELESS_END else ():
                if number + other >= _HOPELESS and _possible(relation, source, target):
                    yield number + other, source, target


def _pairs(scene: Scene, cue: Cue) -> Iterator[tuple[str, End, End]]:
    ends: list[End] = [*near(scene.units, cue), None]
    for relation in cue.relations:
        kinds = relation_ends()[relation]
        for source, target in product(ends, ends):
            fitting = _kind(source) in kinds.sources and _kind(target) in kinds.targets
            if fitting and _possible(relation, source, target):
                yield relation, source, target


def _kind(end: End) -> str:
    return end[0].kind if end else IMPLIED


def _possible(relation: str, source: End, target: End) -> bool:
    """Whether two ends can stand in a relation: one at least is named, and cooperation is told once, in text order."""
    if source is None or target is None:
        return source is not target
    mutual = relation == "cooperates_with"
    if source[0] is target[0]:
        return mutual and len(source[0].names) > 1
    return not mutual or source[0].start < target[0].start


def _of_unit(scene: Scene, end: End) -> list[str]:
    return features.of_unit(scene, end[0], "<" if end[1] < 0 else ">") if end else []


def _of_end(scene: Scene, cue: Cue, end: End, acting: Actors) -> list[str]:
    return (
        features.of_end(scene, cue, *end, acting)
        if end
        else features.of_implied(acting.basis, bool(acting.joint))
    )


def _pair(cue: Cue, relation: str, source: End, target: End) -> Pair:
    return Pair(
        cue=cue,
        relation=relation,
        source=source[0] if source else None,
        target=target[0] if target else None,
    )
