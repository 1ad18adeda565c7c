"""What a query gives back: columns, rows, and the prefixes that shorten its IRIs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal

CellKind = Literal["uri", "literal", "bnode"]
XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMERIC = frozenset(XSD + name for name in ("integer", "decimal", "double", "float"))


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Cell:
    """One value. `datatype` is an IRI, empty for plain and tagged texts; `language` is the tag, empty without."""

    value: str
    kind: CellKind = "literal"
    datatype: str = ""
    language: str = ""

    @property
    def is_number(self) -> bool:
        """Whether it is a numeric literal."""
        return self.datatype in _NUMERIC


Row = tuple[Cell | None, ...]
TRUE = Cell(value="true", datatype=XSD + "boolean")
FALSE = Cell(value="false", datatype=XSD + "boolean")


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The rows of a query. An unbound variable is None.

    ASK gives one column `answer`, CONSTRUCT and DESCRIBE give `subject`, `predicate`, `object`; `form` is the
    word with which the query begins. `prefixes` are those of the file queried.
    """

    form: str = "SELECT"
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    prefixes: Mapping[str, str] = field(default_factory=dict, repr=False)

    def shortened(self, iri: str) -> str:
        """Return a prefixed name where a prefix fits, else the IRI in angle brackets."""
        best = max(
            ((prefix, space) for prefix, space in self.prefixes.items() if iri.startswith(space)),
            key=lambda pair: len(pair[1]),
            default=None,
        )
        return f"{best[0]}:{iri[len(best[1]) :]}" if best else f"<{iri}>"


def ordered(rows: list[Row]) -> tuple[Row, ...]:
    """Return rows sorted by their values, for queries that ask for no order: engines give any."""
    return tuple(sorted(rows, key=lambda row: tuple(_key(cell) for cell in row)))


def settled(rows: list[Row], places: Sequence[int]) -> tuple[Row, ...]:
    """Return ordered rows with those that are equal in all columns of the order sorted by their other values.

    A query that orders by fewer columns leaves them to the engine, and memory and disk have them differently.
    """
    runs = groupby(rows, key=lambda row: [row[place] for place in places])
    return tuple(row for _, run in runs for row in ordered(list(run)))


def _key(cell: Cell | None) -> tuple[str, ...]:
    return (cell.value, cell.kind, cell.datatype, cell.language) if cell else ("",)
