"""Trains the scorer of relations: `python -m graph.relate.learned.train OUT PATH ...`.

Logistic regression over pairs of ends (stated or not), minimised by FTRL-proximal (McMahan et al. 2013), which leaves
most features at nothing. Plain Python, fixed order of examples: the same texts give the same file. PATH: a folder
of annotated letters (graph.relate.learned.annotated), or FOLDER=c01,c02 for some of them, or a file of templates
(graph.relate.learned.composed).
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from math import exp, sqrt
from pathlib import Path

from ontology import places

from ...records import LinkedLetter
from ...weights_file import data_hash, write_weights
from ..masked_letter import masked_letter
from ..masking import MaskedSentence
from .annotated import Related, related
from .composed import composed
from .scene import scene
from .statements import Statement, related_nodes, statement
from .weighing import Pair, featured
from .weights import EVERY, LANES, UNIT

EPOCHS = 4
RECURS_IN = 2
"""Features of fewer letters or templates are left out: they can only be learnt by heart."""
_ALPHA, _BETA, _L1, _L2 = 0.05, 1.0, 1.0, 1.0
_COMPOSED_WEIGHT = 1.0
_SMALLEST = 0.08
"""What weighs less is left out of the file."""

Feature = tuple[str, str]
"""A part and a feature of it."""
Weighed = tuple[Feature, str]
"""A feature, and a lane or `EVERY`."""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of ends: its features, and for every lane in which it can be related if the annotation says so.

    `weight` is how much it counts.
    """

    features: tuple[Feature, ...]
    stated: Mapping[str, bool]
    weight: float


def examples(letter: Related, weight: float = 1.0) -> Iterator[Example]:
    """Yield the pairs of a letter, most of which are not stated."""
    linked = letter.linked
    stated = {(sentence_id, statement(linked, *rest)) for sentence_id, *rest in letter.stated}
    for sentences in masked_letter(linked, places.load()).sentences:
        masked = sentences.known
        seen = scene(masked, linked.letter.text)
        for told, pairs in featured(seen) if seen else ():
            lanes = dict(_told(linked, masked, pairs, stated))
            if lanes:
                found = dict.fromkeys((part, feature) for part, features in told for feature in features)
                yield Example(tuple(found), lanes, weight)


def _told(
    linked: LinkedLetter,
    masked: MaskedSentence,
    pairs: Mapping[str, Pair],
    stated: Set[tuple[str, Statement]],
) -> Iterator[tuple[str, bool]]:
    """Yield the lanes in which a pair relates nodes, and whether half of these are stated or more."""
    for lane, pair in pairs.items():
        ends = related_nodes(linked, masked, pair)
        keys = [
            (masked.sentence.sentence_id, statement(linked, pair.relation, source[0], target[0]))
            for source, target in ends
        ]
        if keys:
            yield lane, sum(key in stated for key in keys) * 2 >= len(keys)


class Learner:
    """FTRL-proximal: every weight follows from the sum of a feature's gradients and that of their squares."""

    def __init__(self, size: int) -> None:
        self.weights = [0.0] * size
        self._sums = [0.0] * size
        self._squares = [0.0] * size

    def learn(self, indices: Sequence[int], stated: bool, weight: float) -> None:
        """Take one step for one example."""
        odds = max(-30.0, min(30.0, sum(map(self.weights.__getitem__, indices))))
        gradient = (1 / (1 + exp(-odds)) - stated) * weight
        if -_SETTLED < gradient < _SETTLED:
            return
        square = gradient * gradient
        for index in indices:
            before = self._squares[index]
            step = (sqrt(before + square) - sqrt(before)) / _ALPHA
            self._sums[index] += gradient - step * self.weights[index]
            self._squares[index] = before + square
            self.weights[index] = self._weight(index)

    def _weight(self, index: int) -> float:
        """Return the weight of a feature: nothing where its gradients do not add up to more than `_L1`."""
        total = self._sums[index]
        if -_L1 <= total <= _L1:
            return 0.0
        shrunk = total - _L1 if total > 0 else total + _L1
        return -shrunk / ((_BETA + sqrt(self._squares[index])) / _ALPHA + _L2)


_SETTLED = 0.002
"""Smaller gradients change nothing worth the time."""


def train(groups: Sequence[Sequence[Example]], epochs: int = EPOCHS) -> dict[Weighed, float]:
    """Return the weights that are not nothing, learnt from groups of examples: letters, and what a template gives."""
    counts = Counter(feature for group in groups for feature in {f for each in group for f in each.features})
    recurring = [feature for feature, count in counts.items() if count >= RECURS_IN]
    rows = (EVERY, *LANES)
    begins = {row: at * len(recurring) for at, row in enumerate(rows)}
    numbers = {feature: number for number, feature in enumerate(recurring)}
    drawn = [
        (
            [numbers[feature] for feature in each.features if feature in numbers],
            begins[lane],
            stated,
            each.weight,
        )
        for each in (each for group in groups for each in group)
        for lane, stated in each.stated.items()
    ]
    learner, order = Learner(len(rows) * len(recurring)), random.Random(1)  # noqa: S311  (shuffling examples, nothing secret)
    for _ in range(epochs):
        order.shuffle(drawn)
        for found, begin, stated, weight in drawn:
            learner.learn([*found, *(begin + number for number in found)], stated, weight)
    return {
        (feature, row): learner.weights[begin + number]
        for row, begin in begins.items()
        for feature, number in numbers.items()
        if abs(learner.weights[begin + number]) >= _SMALLEST
    }


def groups_of(path: Path, only: Sequence[str] = ()) -> Iterator[list[Example]]:
    """Yield the examples of each letter of a folder (or of those that `only` names), or of each template of a file."""
    if path.is_dir():
        letters = related(path)
        yield from (
            list(examples(each)) for each in letters if not only or each.linked.letter.letter_id in only
        )
        return
    by_template: dict[str, list[Example]] = {}
    for template, letter in composed(path):
        by_template.setdefault(template, []).extend(examples(letter, _COMPOSED_WEIGHT))
    yield from by_template.values()


def thousandths(weights: Mapping[Weighed, float]) -> list[tuple[str, str, str, int]]:
    """Return the weights as they are written, sorted."""
    return [(*feature, lane, round(weight * UNIT)) for (feature, lane), weight in sorted(weights.items())]


def write(rows: Iterable[tuple[str, str, str, int]], out: Path, hashes: Mapping[str, str]) -> None:
    """Write the weights to `out` with their provenance; `hashes` are those of the texts."""
    lines = ["\t".join(map(str, row)) for row in rows]
    write_weights(lines, out, trained_by="python -m graph.relate.learned.train", what="weights", data=hashes)


def main(arguments: Sequence[str]) -> int:
    """Train on the given paths and write the weights; return the exit code."""
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    out, *sources = arguments
    hashes: dict[str, str] = {}
    groups: list[list[Example]] = []
    for source in sources:
        name, _, only = source.partition("=")
        hashes[source] = data_hash(Path(name))
        groups.extend(groups_of(Path(name), [doc for doc in only.split(",") if doc]))
    write(thousandths(train(groups)), Path(out), hashes)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
