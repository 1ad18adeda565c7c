"""What the letters claim, as the page shows it: figures, rankings, promises, repeated passages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from msgspec.structs import astuple

from ...tables.graph_tables import GraphTables
from ...tables.schema import columns, row_types
from .block import Listed
from .columns import Utf16

CLAIM_TABLES = ("commitments", "figures", "rankings", "passages")
"""Tables that are shown as views of their own where the build has them."""

_OFFSETS = ("start", "end", "clause_start", "clause_end", "number_start", "number_end")
"""Columns that point into the letter's text: the page counts as browsers do."""

_EMPTY: tuple[object, ...] = ("", None, (), [])


def claims(tables: GraphTables, units: Mapping[str, Utf16]) -> Iterator[tuple[str, Listed]]:
    """Yield every claim table that the build has by its name, its rows as plain dicts.

    Where the letter's text is in the page the quote is left out: it is the text between `start` and `end`.
    """
    for name in CLAIM_TABLES:
        rows = getattr(tables, name, ())
        if rows:
            yield name, Listed(_claims(name, rows, units))


def _claims(table: str, rows: Iterable[Any], units: Mapping[str, Utf16]) -> Iterator[dict[str, Any]]:
    """Yield the cells of rows that hold something, as JSON may hold them: decimal numbers as texts, which are exact."""
    found = columns(row_types()[table])
    names = [column.name for column in found]
    decimals = [column.name for column in found if column.type == Decimal | None]
    for row in rows:
        cells: dict[str, Any] = {
            name: cell for name, cell in zip(names, astuple(row), strict=True) if cell or cell not in _EMPTY
        }
        for name in decimals:
            if name in cells:
                cells[name] = format(cells[name], "f")
        unit = units.get(row.letter_id)
        if unit is not None:
            cells.pop("quote", None)
            if not unit.plain:
                cells |= {name: unit.unit(cells[name]) for name in _OFFSETS if name in cells}
        yield cells
