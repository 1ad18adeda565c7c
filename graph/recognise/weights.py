"""The trained weights of the grammar: what each feature is worth for each of the four kinds.

A weight is one integer that holds four numbers, in thousandths and 32 bits apart, one for each kind: adding up
integers adds all four at once, exactly and in whatever order. The file is written by graph.recognise.train; its
provenance stands beside it (weights.toml).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final

from msgspec import json

from ..records import KINDS
from .partial_weights import PartialWeights
from .templates import Feature, filled, listed

SEPARATOR = "\x1f"
"""Between a template's name and its values in the file (ASCII unit separator: no letter holds it)."""
UNIT: Final = 1000
"""Parts of 1 that the numbers count."""
_FILE = "weights.tsv"
_BITS: Final = 32
_MASK: Final = (1 << _BITS) - 1
_HALF: Final = 1 << (_BITS - 1)
_OFFSET: Final = sum(_HALF << (_BITS * place) for place in range(len(KINDS)))
_SHIFTS: Final[Mapping[str, int]] = {kind: _BITS * place for place, kind in enumerate(KINDS)}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """Packed weights by feature. Adding up is all there is: a candidate's score is the sum over its features."""

    parts: PartialWeights = field(repr=False)

    def by_feature(self) -> dict[Feature, int]:
        """Return the packed weight of every feature, listed anew each time."""
        return dict(listed(self.parts.tables))


def pack(numbers: Iterable[int]) -> int:
    """Return the integer that holds `numbers`, one for each kind in the order of `records.KINDS`, in thousandths."""
    return sum(number << (_BITS * place) for place, number in enumerate(numbers))


def unpack(packed: int) -> tuple[int, ...]:
    """Return the numbers that `packed` holds."""
    return tuple(((packed + _OFFSET) >> shift & _MASK) - _HALF for shift in _SHIFTS.values())


def best_kind(kinds: Iterable[str], packed: int) -> tuple[int, str]:
    """Return the highest score (thousandths) that `packed` gives one of `kinds`, and that kind; the first of equals."""
    shifted = packed + _OFFSET
    best, kind_of_best = -1, ""
    for kind in kinds:
        score = shifted >> _SHIFTS[kind] & _MASK
        if score > best:
            best, kind_of_best = score, kind
    return best - _HALF, kind_of_best


def weights_of(by_feature: Mapping[Feature, int]) -> Weights:
    """Return these packed weights. Raises `KeyError` where a feature is of no known template."""
    return Weights(parts=PartialWeights(filled(by_feature.items())))


@cache
def shipped() -> Weights:
    """Return the weights that come with the package (read once per process)."""
    text = (resources.files(__package__) / _FILE).read_text(encoding="utf-8")
    cells = text.replace("\n", "\t").split("\t")[:-1]
    features, *numbers = (cells[column :: 1 + len(KINDS)] for column in range(1 + len(KINDS)))
    one, two, three, four = (json.decode(f"[{','.join(column)}]", type=list[int]) for column in numbers)
    packed = (
        a + (b << _BITS) + (c << 2 * _BITS) + (d << 3 * _BITS)
        for a, b, c, d in zip(one, two, three, four, strict=True)
    )
    split = (feature.split(SEPARATOR) for feature in features)
    return Weights(parts=PartialWeights(filled(zip(split, packed, strict=True))))


def raised_from(threshold: int) -> int:
    """Return what raises packed numbers so that the flag (`flags`) of each is set if it is `threshold` or more."""
    return sum((_HALF - threshold) << shift for shift in _SHIFTS.values())


@cache
def flags(kinds: tuple[str, ...]) -> int:
    """Return the flags of the numbers of these kinds, set in packed numbers that were `raised_from` a threshold."""
    return sum(_HALF << _SHIFTS[kind] for kind in kinds)
