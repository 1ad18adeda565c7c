"""Every pair of ends around a word that may relate them, with its features (to train) or its score (to find)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from ontology.relation_words import relation_ends

from ..actors import Actors, actors_at
from ..status import is_untrue
from . import features
from .scene import IMPLIED, Cue, Scene, Unit, near
from .weights import EVERY, UNIT, Part, Weights

_HOPELESS_END: Final = -2200
"""Word and one end that weigh less are not looked into (thousandths)."""
_HOPELESS: Final = -1500
"""The same for the word and both ends: of the pairs that are stated in the end, 2 % are lost by both limits."""
_END_PARTS: Final[tuple[Part, Part]] = ("source", "target")
End = tuple[Unit, int] | None
"""A unit with its rank beside the word (`scene.near`); None is an end that is understood."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Pair:
    """Two ends that a word may relate; `source` and `target` are None where understood, the same unit for A、B合作."""

    cue: Cue
    relation: str
    source: Unit | None
    target: Unit | None


def featured(scene: Scene) -> Iterator[tuple[Pair, dict[Part, list[str]]]]:
    """Yield every pair of a sentence with its features by part: what `scored` adds up, for training."""
    for index, cue, acting in _open_cues(scene):
        of_word = features.of_word(scene, index)
        for relation, source, target in _pairs(scene, cue):
            by_part: dict[Part, list[str]] = {
                "word": of_word,
                "source": [*_of_unit(scene, source), *_of_end(scene, cue, source, acting)],
                "target": [*_of_unit(scene, target), *_of_end(scene, cue, target, acting)],
                "pair": features.of_pair(scene, cue, source, target),
            }
            yield _pair(cue, relation, source, target), by_part


def scored(scene: Scene, weights: Weights, floor: float) -> Iterator[tuple[float, Pair]]:
    """Yield the pairs of a sentence that score `floor` or more (log odds), in text order of their words.

    Pairs whose word and ends are hopeless are not looked into.
    """
    units = _UnitSums(scene, weights)
    for index, cue, acting in _open_cues(scene):
        of_word = features.of_word(scene, index)
        word = weights.total("word", EVERY, of_word)
        ends = _Ends(units, cue, acting)
        for relation in cue.relations:
            own = word + weights.total("word", relation, of_word)
            for hopeful, source, target in ends.hopeful(relation, own):
                of_pair = features.of_pair(scene, cue, source, target)
                score = hopeful + weights.both("pair", relation, of_pair)
                if score >= floor * UNIT:
                    yield score / UNIT, _pair(cue, relation, source, target)


class _UnitSums:
    """What the units of a sentence weigh whatever the word is, each added up once."""

    __slots__ = ("_known", "scene", "weights")

    def __init__(self, scene: Scene, weights: Weights) -> None:
        self.scene, self.weights = scene, weights
        self._known: dict[tuple[Part, str, Unit, bool], int] = {}

    def weight(self, part: Part, relation: str, end: End) -> int:
        """Return what a unit weighs as one end of a relation, by the side of the word that it stands on."""
        if end is None:
            return 0
        key = (part, relation, end[0], end[1] < 0)
        if key not in self._known:
            self._known[key] = self.weights.both(part, relation, _of_unit(self.scene, end))
        return self._known[key]


class _Ends:
    """The possible ends around one word, with what they weigh as source and as target for every relation."""

    __slots__ = ("_ends", "_units")

    def __init__(self, units: _UnitSums, cue: Cue, acting: Actors) -> None:
        self._units = units
        self._ends: list[tuple[End, list[str], int, int]] = []
        for end in (*near(units.scene.units, cue), None):
            found = _of_end(units.scene, cue, end, acting)
            source, target = (units.weights.total(part, EVERY, found) for part in _END_PARTS)
            self._ends.append((end, found, source, target))

    def hopeful(self, relation: str, word: int) -> Iterator[tuple[int, End, End]]:
        """Yield the pairs of ends that a relation can have, with what word and ends weigh, if not too little."""
        kinds = relation_ends()[relation]
        targets: list[tuple[int, End]] = []
        for end, found, _, every in self._ends:
            if _kind(end) in kinds.targets:
                number = every + self._own("target", relation, end, found)
                if word + number >= _HOPELESS_END:
                    targets.append((number, end))
        for source, found, every, _ in self._ends if targets else ():
            if _kind(source) in kinds.sources:
                number = word + every + self._own("source", relation, source, found)
                for other, target in targets if number >= _HOPELESS_END else ():
                    if number + other >= _HOPELESS and _possible(relation, source, target):
                        yield number + other, source, target

    def _own(self, part: Part, relation: str, end: End, found: list[str]) -> int:
        return self._units.weight(part, relation, end) + self._units.weights.total(part, relation, found)


def _open_cues(scene: Scene) -> Iterator[tuple[int, Cue, Actors]]:
    """The words of a sentence that are not denied or only wished for, each with who seems to act there."""
    for index, cue in enumerate(scene.cues):
        if not is_untrue(scene.masked.text, cue.start):
            yield index, cue, actors_at(scene.masked, cue.start)


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
    return features.of_end(scene, cue, *end, acting) if end else features.of_implied(acting)


def _pair(cue: Cue, relation: str, source: End, target: End) -> Pair:
    return Pair(
        cue=cue,
        relation=relation,
        source=source[0] if source else None,
        target=target[0] if target else None,
    )
