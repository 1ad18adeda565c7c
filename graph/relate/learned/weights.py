"""The trained weights of the scorer: what each feature is worth for every relation, in both directions.

The file is written by graph.relate.learned.train; its provenance stands beside it (weights.toml).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final

from ontology.relation_patterns import RELATIONS

EVERY: Final = "*"
"""In the file, in place of a relation: what a feature is worth for all of them."""
FORWARD, BACKWARD = ">", "<"
"""Behind a relation: its source is the first or the second of two names; who is understood counts as the first."""
LANES: Final[tuple[str, ...]] = tuple(f"{name}{way}" for name in RELATIONS for way in (FORWARD, BACKWARD))
UNIT: Final = 1000
"""Parts of 1 (log odds) that the numbers count: adding up integers gives the same sum in whatever order."""
_FILE = "weights.tsv"
_BITS = 24
"""Bits that hold the total of one lane: 8,388 log odds to either side."""
_HALF, _MASK = 1 << _BITS - 1, (1 << _BITS) - 1
_SHIFTS: Final[Mapping[str, int]] = {lane: _BITS * at for at, lane in enumerate(LANES)}
_EVERY_ONE = sum(1 << shift for shift in _SHIFTS.values())
_ONES: Final[Mapping[str, int]] = {lane: 1 << shift for lane, shift in _SHIFTS.items()} | {EVERY: _EVERY_ONE}
_ZERO = _HALF * _EVERY_ONE
Totals = int
"""What features weigh for every lane, side by side in one integer: one addition adds up all of them."""
KINDS: Final = "OFPYL"
"""The letters of the kinds that ends can have."""
UNDERSTOOD: Final = "understood"
"""The part of an end and who is understood; with the letter of its kind behind it, what is told of that kind alone."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """What each feature weighs, in thousandths, by part: what the features are told of (`weighing.featured`)."""

    parts: Mapping[str, Mapping[str, Totals]] = field(repr=False)

    def totals(self, part: str, features: Iterable[str]) -> Totals:
        """Return what features of a part weigh together; totals can be added to each other."""
        known = self.parts.get(part)
        return sum(filter(None, map(known.get, features))) if known else 0


def signs(lanes: Iterable[str]) -> Totals:
    """Return the bits of lanes that are set where totals, raised by half of what a lane holds, are not negative."""
    return sum(_HALF << _SHIFTS[lane] for lane in lanes)


def any_reaches(totals: Totals, least: int, lanes: Totals) -> bool:
    """Return whether totals say so many thousandths or more of one of the lanes at least; `lanes` are their `signs`."""
    return totals + _ZERO - least * _EVERY_ONE & lanes != 0


def weight_in(totals: Totals, lane: str) -> int:
    """Return what totals say of one lane (`operates>`), in thousandths."""
    return (totals + _ZERO >> _SHIFTS[lane] & _MASK) - _HALF


def weights_of(rows: Iterable[tuple[str, str, str, int]]) -> Weights:
    """Return the weights of (part, feature, lane or `EVERY`, thousandths).

    What features weigh with whoever is understood is added to the part of each kind, to be looked up once.
    """
    parts: dict[str, dict[str, Totals]] = {}
    for part, feature, lane, weight in rows:
        known = parts.setdefault(part, {})
        known[feature] = known.get(feature, 0) + weight * _ONES[lane]
    of_all = parts.pop(UNDERSTOOD, {})
    for kind in KINDS:
        own = parts.get(UNDERSTOOD + kind, {})
        parts[UNDERSTOOD + kind] = of_all | {name: of_all.get(name, 0) + own[name] for name in own}
    return Weights(parts=parts)


@cache
def shipped() -> Weights:
    """Return the weights that come with the package (read once per process)."""
    text = (resources.files(__package__) / _FILE).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.split("\n")[:-1])
    return weights_of((part, feature, lane, int(weight)) for part, feature, lane, weight in rows)
