"""Cells of graph files as XML elements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from .columns import Column, Value
from .xml_text import attribute, repeated

_Shown = Callable[[Any], str] | None
"""What makes text of a value; None where it is written as it is."""


class CellWriter:
    """Writes the cells of nodes or edges, unknown ones left out.

    `before` and `after` stand around each value, `before` with the column's id in place of `*`; `listed` makes text
    of a list. Which cells are known repeats from row to row: each such pattern becomes one template, filled at once.
    """

    def __init__(
        self, columns: Sequence[Column], *, before: str, after: str, listed: Callable[[tuple[str, ...]], str]
    ) -> None:
        self._cells = [f"{before.replace('*', column.identifier)}%s{after}" for column in columns]
        self._shown = [_shown(column, listed) for column in columns]
        self._templates: dict[tuple[bool, ...], str] = {}

    def __call__(self, values: Sequence[Value]) -> str:
        """Return the elements of one row, in the order of the columns."""
        known = tuple([value is not None for value in values])
        template = self._templates.get(known)
        if template is None:
            cells = [cell for cell, is_known in zip(self._cells, known, strict=True) if is_known]
            template = self._templates[known] = "".join(cells)
        texts = [
            value if shown is None else shown(value)
            for shown, value in zip(self._shown, values, strict=True)
            if value is not None
        ]
        return template % tuple(texts)


def _shown(column: Column, listed: Callable[[tuple[str, ...]], str]) -> _Shown:
    if column.type == "integer":
        return None
    if column.type == "double":
        return "{:.6g}".format
    if column.type == "boolean":
        return {True: "true", False: "false"}.__getitem__
    if column.type == "liststring":
        return listed
    return attribute if column.distinct else repeated
