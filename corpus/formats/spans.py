"""Which cell of an HTML table stands in which column, where cells reach over several columns and rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .rows import MOST_COLUMNS

_GROUPS = ("thead", "tbody", "tfoot")


def columns_of(table: Any) -> Iterator[tuple[Any, list[Any]]]:
    """Yield each row of a table, not of those inside it, with its cells by column.

    A merged cell stands in the first of its columns and rows, None in the others: it is not known of which it tells.
    """
    reaching: dict[int, int] = {}
    for row in _rows(table):
        columns: list[Any] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            _pass(columns, reaching)
            wide, tall = _number(cell, "colspan"), _number(cell, "rowspan")
            reaching.update((len(columns) + at, tall) for at in range(wide) if tall > 1)
            columns += [cell, *[None] * (wide - 1)]
        _pass(columns, reaching)
        reaching = {at: left - 1 for at, left in reaching.items() if left > 1}
        yield row, columns


def _pass(columns: list[Any], reaching: dict[int, int]) -> None:
    """Leave the columns empty into which cells of rows above reach."""
    while len(columns) in reaching and len(columns) < MOST_COLUMNS:
        columns.append(None)


def _rows(table: Any) -> Iterator[Any]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _GROUPS:
            yield from (row for row in child if row.tag == "tr")


def reaches_down(cell: Any) -> bool:
    """Return whether a cell of a table reaches over several rows."""
    return cell.tag in ("td", "th") and _number(cell, "rowspan") > 1


def _number(cell: Any, name: str) -> int:
    value = (cell.get(name) or "").strip()
    return min(max(int(value), 1), MOST_COLUMNS) if value.isascii() and value.isdigit() else 1
