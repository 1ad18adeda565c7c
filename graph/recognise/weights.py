"""The trained weights of the grammar: for each feature one weight for all kinds and one for each kind.

The file is written by graph.recognise.train; its provenance stands beside it (weights.toml).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from sys import intern
from typing import Final

from graph.records import KINDS

from .features import word_features
from .words import Word

Vector = tuple[float, float, float, float, float]
"""The weight shared by all kinds, then one for each kind in the order of `records.KINDS`."""

NOTHING: Final[Vector] = (0.0, 0.0, 0.0, 0.0, 0.0)
SEPARATOR = "\x1f"
"""Between a template's name and its values in the file (ASCII unit separator: no letter holds it)."""
_FILE = "weights.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Weights by feature. Adding up is all there is: a candidate's score is the sum over its features.

    `of_words` remembers the sums of words met before; it changes no result.
    """

    by_feature: Mapping[tuple[str, ...], Vector] = field(repr=False)
    of_words: dict[str, Vector] = field(default_factory=dict, repr=False, compare=False)

    def of_word(self, word: Word) -> Vector:
        """Return the weight of a word inside a name, wherever it stands."""
        known = self.of_words.get(word.text)
        if known is None:
            known = self.of_words[word.text] = self.total(word_features(word))
        return known

    def total(self, features: Iterable[tuple[str, ...]]) -> Vector:
        """Return the sums of the weights of `features`; an unknown feature weighs nothing."""
        shared = organisation = fund = platform = policy = 0.0
        get = self.by_feature.get
        for feature in features:
            vector = get(feature)
            if vector is not None:
                shared += vector[0]
                organisation += vector[1]
                fund += vector[2]
                platform += vector[3]
                policy += vector[4]
        return shared, organisation, fund, platform, policy


def added(left: Vector, right: Vector) -> Vector:
    """Return the sum of two vectors."""
    return (
        left[0] + right[0],
        left[1] + right[1],
        left[2] + right[2],
        left[3] + right[3],
        left[4] + right[4],
    )


def difference(left: Vector, right: Vector) -> Vector:
    """Return `left` without `right`."""
    return (
        left[0] - right[0],
        left[1] - right[1],
        left[2] - right[2],
        left[3] - right[3],
        left[4] - right[4],
    )


def best_kind(kinds: Iterable[str], vector: Vector) -> tuple[float, str]:
    """Return the highest score that `vector` gives one of `kinds`, and that kind; the first of equals."""
    best, best_of_kind = float("-inf"), ""
    for kind in kinds:
        score = vector[_PLACE[kind]]
        if score > best:
            best, best_of_kind = score, kind
    return vector[0] + best, best_of_kind


_PLACE: Final[Mapping[str, int]] = {kind: index for index, kind in enumerate(KINDS, start=1)}


@cache
def shipped() -> Weights:
    """Return the weights that come with the package (read once per process)."""
    source = resources.files(__package__) / _FILE
    table: dict[tuple[str, ...], Vector] = {}
    with source.open(encoding="utf-8") as lines:
        for line in lines:
            feature, *cells = line.rstrip("\n").split("\t")
            numbers = [float(cell or 0) for cell in cells] + [0.0] * (len(KINDS) + 1 - len(cells))
            table[tuple(map(intern, feature.split(SEPARATOR)))] = (
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
            )
    return Weights(by_feature=table)
