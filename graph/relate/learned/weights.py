"""The trained weights of the scorer: what each feature is worth for every relation.

The file is written by graph.relate.learned.train; its provenance stands beside it (weights.toml).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final, Literal

from ontology.relation_patterns import RELATIONS

Part = Literal["word", "source", "target", "pair"]
PARTS: Final[tuple[Part, ...]] = ("word", "source", "target", "pair")
EVERY: Final = "*"
"""In the file, in place of a relation: what a feature is worth for all of them."""
UNIT: Final = 1000
"""Parts of 1 (log odds) that the numbers count: adding up integers gives the same sum in whatever order."""
_FILE = "weights.tsv"
_BITS = 24
"""Bits that hold the total of one relation: 8,388 log odds to either side."""
_HALF, _MASK = 1 << _BITS - 1, (1 << _BITS) - 1
_EVERY_ONE = sum(1 << _BITS * at for at in range(len(RELATIONS)))
_ZERO = _HALF * sum(1 << _BITS * at for at in range(2 * len(RELATIONS)))
Table = Literal["word", "end", "pair"]
_TABLES: Final[Mapping[Part, tuple[Table, int]]] = {
    "word": ("word", 0),
    "source": ("end", 0),
    "target": ("end", len(RELATIONS)),
    "pair": ("pair", 0),
}
"""Where the weights of a part stand: sources and targets have the same features, and are added up together."""
_SHIFTS: Final[Mapping[tuple[Part, str], int]] = {
    (part, relation): _BITS * (first + at)
    for part, (_, first) in _TABLES.items()
    for at, relation in enumerate(RELATIONS)
}
_MOST_KNOWN = 1 << 15
Totals = int
"""What features weigh for every relation, side by side in one integer: one addition adds up all of them."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """What each feature weighs, in thousandths: totals by table and feature."""

    tables: Mapping[Table, Mapping[str, Totals]] = field(repr=False)
    _known: dict[tuple[object, ...], Totals] = field(default_factory=dict, repr=False)

    def totals(self, table: Table, features: Sequence[str]) -> Totals:
        """Return what features weigh together; totals of one table can be added to each other."""
        return sum(filter(None, map(self.tables[table].get, features)))

    def known(self, table: Table, features: Callable[..., Sequence[str]], *told: object) -> Totals:
        """Return the totals of the features of what is `told`, which are made and added up once."""
        key = (features, *told)
        if key not in self._known:
            if len(self._known) == _MOST_KNOWN:
                self._known.clear()
            self._known[key] = self.totals(table, features(*told))
        return self._known[key]


def weight_in(totals: Totals, part: Part, relation: str) -> int:
    """Return what the totals of a part's table say of one relation, in thousandths."""
    return (totals + _ZERO >> _SHIFTS[part, relation] & _MASK) - _HALF


def weights_of(rows: Iterable[tuple[Part, str, str, int]]) -> Weights:
    """Return the weights of (part, feature, relation or `EVERY`, thousandths)."""
    tables: dict[Table, dict[str, Totals]] = {table: {} for table, _ in _TABLES.values()}
    for part, feature, relation, weight in rows:
        name, first = _TABLES[part]
        every = relation == EVERY
        added = weight * _EVERY_ONE << _BITS * first if every else weight << _SHIFTS[part, relation]
        table = tables[name]
        table[feature] = table.get(feature, 0) + added
    return Weights(tables=tables)


@cache
def shipped() -> Weights:
    """Return the weights that come with the package (read once per process)."""
    parts: Mapping[str, Part] = {part: part for part in PARTS}
    rows: list[tuple[Part, str, str, int]] = []
    with (resources.files(__package__) / _FILE).open(encoding="utf-8") as lines:
        for line in lines:
            part, feature, relation, weight = line.rstrip("\n").split("\t")
            rows.append((parts[part], feature, relation, int(weight)))
    return weights_of(rows)
