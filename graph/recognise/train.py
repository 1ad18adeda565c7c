"""Trains the grammar's weights: `python -m graph.recognise.train OUT PATH ...`.

Structured hinge loss over paragraphs (the best set of names must beat every other set by a margin), minimised by
AdaGrad (Duchi, Hazan, Singer 2011) and averaged over the later epochs. Plain Python, fixed order of examples: the
same texts give the same file. PATH: annotated texts (graph.recognise.annotated.read).
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import Final

from ..records import KINDS
from ..weights_file import data_hash, write_weights
from .annotated import Annotated, read
from .asked_for import is_asked_for
from .candidates import Candidate
from .finding import overlapping
from .grammar import closed_spans
from .scoring import paragraphs
from .selection import Scored, select
from .templates import Feature
from .weights import SEPARATOR, UNIT, Weights, pack, unpack, weights_of
from .words import segmenter

EPOCHS = 7
RESTARTS = 8
"""Runs with other orders of examples, averaged: worth one point of F1, since a single run follows its order."""
RATE = 0.1
MISS_MARGIN = 1.0
"""By how much a name must win over its absence."""
EXTRA_MARGIN = 0.6
"""By how much a wrong name must lose. Smaller than the other: recall is the scarcer good."""
PRIOR: Final[Mapping[str, float]] = {"fund": -0.2, "platform": -0.2, "policy": -0.15}
"""What is added to a kind's bias once it is learnt. In the texts to learn from, nouns that end names (平台, 基地) end
one nearly half of the time, in published replies one time in four: there they mostly name a class. A platform's was
-0.25 before letters in ordinary prose were among the texts, which say often enough where such a noun ends no name.
"""
RECURS_IN = 2
"""Features of fewer documents are left out: they can only be learnt by heart."""
_WIDTH = 1 + len(KINDS)


@dataclass(frozen=True, slots=True)
class Example:
    """A candidate with its feature numbers and the kind it has in the gold annotation ("": it is no name)."""

    candidate: Candidate
    features: tuple[int, ...]
    gold: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph's candidates and its size in words."""

    examples: tuple[Example, ...]
    size: int


def passages(documents: Sequence[Annotated], numbers: dict[Feature, int]) -> list[Passage]:
    """Return the paragraphs of `documents` as examples; `numbers` gets a number for each feature that recurs."""
    counts: Counter[Feature] = Counter()
    drafts: list[tuple[list[tuple[Candidate, tuple[Feature, ...], str]], int]] = []
    for document in documents:
        in_document: set[Feature] = set()
        for drafted, size in _drafts(document):
            drafts.append((drafted, size))
            in_document.update(feature for _, features, _ in drafted for feature in features)
        counts.update(in_document)
    return [
        Passage(tuple(_example(draft, counts, numbers) for draft in drafted), size)
        for drafted, size in drafts
    ]


def _drafts(document: Annotated) -> Iterator[tuple[list[tuple[Candidate, tuple[Feature, ...], str]], int]]:
    """Yield for each paragraph its candidates with features and gold kind, and its size in words.

    What is neutral, or only asked for, teaches nothing: the former may be either, the latter is left out by rule.
    """
    letter = document.letter()
    _, closed = closed_spans(letter)
    for paragraph in paragraphs(segmenter(), letter.text, closed):
        drafted = []
        for candidate, features in paragraph.features():
            span = paragraph.span(candidate)
            gold = document.names.get(span, "")
            if gold or not (overlapping(span, document.neutral) or is_asked_for(letter.text, span)):
                drafted.append((candidate, features, gold))
        if drafted:
            yield drafted, len(paragraph.line.words)


def _example(
    draft: tuple[Candidate, tuple[Feature, ...], str], counts: Counter[Feature], numbers: dict[Feature, int]
) -> Example:
    candidate, features, gold = draft
    indices = (
        numbers.setdefault(feature, len(numbers)) for feature in features if counts[feature] >= RECURS_IN
    )
    return Example(candidate, tuple(indices), gold)


class Trainer:
    """AdaGrad over sparse features. `weights[f * 5]` is shared by all kinds, the four after it are each kind's."""

    def __init__(self, features: int) -> None:
        self.weights = [0.0] * (features * _WIDTH)
        self.squares = [1e-2] * (features * _WIDTH)
        self.sums = [0.0] * (features * _WIDTH)
        self.averaged = 0

    def epoch(self, examples: Sequence[Passage]) -> None:
        """Take one step for every passage that is not yet won by the margin."""
        for passage in examples:
            wanted = {(index, item.gold) for index, item in enumerate(passage.examples) if item.gold}
            taken = self._augmented(passage)
            if wanted != taken:
                self._step(passage, wanted - taken, taken - wanted)

    def average(self) -> None:
        """Add the present weights to those that `mean` will average."""
        self.sums = [total + weight for total, weight in zip(self.sums, self.weights, strict=True)]
        self.averaged += 1

    def mean(self) -> list[float]:
        """Return the averaged weights."""
        return [total / self.averaged for total in self.sums]

    def _augmented(self, passage: Passage) -> set[tuple[int, str]]:
        """Return the set that wins when right names are handicapped and wrong ones favoured."""
        weights = self.weights
        scored = []
        for index, item in enumerate(passage.examples):
            best, kind_of_best = float("-inf"), ""
            shared = sum(weights[feature * _WIDTH] for feature in item.features)
            for kind in item.candidate.kinds:
                place = 1 + KINDS.index(kind)
                score = shared + sum(weights[feature * _WIDTH + place] for feature in item.features)
                score += -MISS_MARGIN if kind == item.gold else EXTRA_MARGIN
                if score > best:
                    best, kind_of_best = score, kind
            scored.append(Scored(best, item.candidate, kind_of_best, index))
        return {(item.place, item.kind) for item in select(scored, passage.size)}

    def _step(self, passage: Passage, up: set[tuple[int, str]], down: set[tuple[int, str]]) -> None:
        change: dict[int, int] = {}
        for chosen, sign in ((sorted(up), 1), (sorted(down), -1)):
            for index, kind in chosen:
                place = 1 + KINDS.index(kind)
                for feature in passage.examples[index].features:
                    for slot in (feature * _WIDTH, feature * _WIDTH + place):
                        change[slot] = change.get(slot, 0) + sign
        for slot, amount in change.items():
            if amount:
                self.squares[slot] += amount * amount
                self.weights[slot] += RATE * amount / sqrt(self.squares[slot])


def train(documents: Sequence[Annotated], epochs: int = EPOCHS, restarts: int = RESTARTS) -> Weights:
    """Return the weights trained on `documents`; the same documents in the same order give the same weights."""
    numbers: dict[Feature, int] = {}
    examples = passages(documents, numbers)
    mean = [0.0] * (len(numbers) * _WIDTH)
    for seed in range(1, restarts + 1):
        once = _run(examples, len(numbers), epochs, seed)
        mean = [total + weight / restarts for total, weight in zip(mean, once, strict=True)]
    table: dict[Feature, int] = {}
    for feature, number in numbers.items():
        shared, *own = mean[number * _WIDTH : (number + 1) * _WIDTH]
        if feature == _BIAS:
            own = [weight + PRIOR.get(kind, 0.0) for weight, kind in zip(own, KINDS, strict=True)]
        if max(map(abs, (shared, *own))) >= _SMALLEST:
            table[feature] = pack(round((shared + weight) * UNIT) for weight in own)
    return weights_of(table)


def _run(examples: Sequence[Passage], features: int, epochs: int, seed: int) -> list[float]:
    """Return the weights of one run, averaged over its later epochs; `seed` sets the order of the examples."""
    trainer = Trainer(features)
    order = random.Random(seed)  # noqa: S311  (shuffling examples, nothing secret)
    shuffled = list(examples)
    for epoch in range(epochs):
        order.shuffle(shuffled)
        trainer.epoch(shuffled)
        if epoch >= epochs // 3:
            trainer.average()
    return trainer.mean()


_BIAS: Feature = ("bias",)
_SMALLEST = 0.05
"""Features that weigh less than this for every kind are left out of the file."""


def write(weights: Weights, out: Path, hashes: Mapping[str, str]) -> None:
    """Write the weights to `out`, sorted, with their provenance; `hashes` are those of the texts."""
    lines = [
        "\t".join([SEPARATOR.join(feature), *map(str, unpack(packed))])
        for feature, packed in sorted(weights.by_feature().items())
    ]
    write_weights(lines, out, trained_by="python -m graph.recognise.train", what="features", data=hashes)


def main(arguments: Sequence[str]) -> int:
    """Train on the given paths and write the weights; return the exit code."""
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    out, *sources = map(Path, arguments)
    hashes = {source.name: data_hash(source) for source in sources}
    documents = [document for source in sources for document in read(source)]
    write(train(documents), out, hashes)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
