"""Cells of graph files as XML elements: one writer per column, made once for the whole file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .columns import Column, Value
from .xml_text import attribute, repeated

CellWriter = Callable[[Any], str]


def cell_writers(
    columns: Sequence[Column], *, before: str, after: str, listed: Callable[[tuple[str, ...]], str]
) -> Sequence[CellWriter]:
    """Return, for every column, the function that writes a value.

    `before` and `after` stand around the value, `%s` in `before` is the column's id; `listed` writes lists.
    """
    return [_cell_writer(column, before % column.identifier, after, listed) for column in columns]


def _cell_writer(
    column: Column, before: str, after: str, listed: Callable[[tuple[str, ...]], str]
) -> CellWriter:
    if column.type == "integer":
        return lambda value: f"{before}{value}{after}"
    if column.type == "double":
        return lambda value: f"{before}{value:.6g}{after}"
    if column.type == "boolean":
        return lambda value: f"{before}{'true' if value else 'false'}{after}"
    text = listed if column.type == "liststring" else attribute if column.distinct else repeated
    return lambda value: f"{before}{text(value)}{after}"


def written(writers: Sequence[CellWriter], values: Sequence[Value]) -> str:
    """Return the cells of one node or edge; unknown ones are left out."""
    return "".join(
        [write_cell(value) for write_cell, value in zip(writers, values, strict=True) if value is not None]
    )
