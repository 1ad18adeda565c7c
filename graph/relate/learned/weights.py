"""The trained weights of the scorer: what each feature is worth for every relation.

The file is written by graph.relate.learned.train; its provenance stands beside it (weights.toml).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Weights:
    """Thousandths by part, relation and feature."""

    tables: Mapping[tuple[Part, str], Mapping[str, int]] = field(repr=False)

    def total(self, part: Part, relation: str, features: Sequence[str]) -> int:
        """Return what the features of a part weigh together for a relation, in thousandths."""
        return sum(filter(None, map(self.tables[part, relation].get, features)))


def weights_of(rows: Iterable[tuple[Part, str, str, int]]) -> Weights:
    """Return the weights of (part, feature, relation or `EVERY`, thousandths)."""
    tables: dict[tuple[Part, str], dict[str, int]] = {
        (part, relation): {} for part in PARTS for relation in RELATIONS
    }
    for part, feature, relation, weight in rows:
        for each in RELATIONS if relation == EVERY else (relation,):
            table = tables[part, each]
            table[feature] = table.get(feature, 0) + weight
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
