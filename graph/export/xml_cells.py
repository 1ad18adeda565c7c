"""Cells of graph files as XML elements, in UTF-8: what most rows share is put together once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from operator import call
from typing import Any

from .columns import Column, Common, EdgeColumns, NodeColumns, Value
from .row_writer import ROWS_KEPT
from .xml_text import attribute

Listed = Callable[[tuple[str, ...]], str]

GAP = b"%s"
"""Stands in a pattern for what `pattern % own` fills in."""

VALUES_KEPT = 32768
"""Of a column whose values are repeated."""


class XmlCells:
    """Writes the cells of nodes or edges.

    `before` and `after` stand around a value, `before` with the column's id in place of `*`; `listed` makes text of a
    list. The columns `first` stand before those of `columns`, and are not common.
    """

    def __init__(
        self,
        columns: NodeColumns | EdgeColumns,
        before: str,
        after: str,
        listed: Listed,
        first: Sequence[Column] = (),
    ) -> None:
        every = *first, *columns.columns
        writers = [cell_writer(each, before, after, listed) for each in every]
        self._cells = [(column.common, write) for column, write in zip(every, writers, strict=True)]
        self._own = [write for common, write in self._cells if not common]
        self._common_values = columns.common_values
        self.pattern = lru_cache(ROWS_KEPT)(self._pattern)

    def own(self, values: Sequence[Value]) -> list[bytes]:
        """Return what fills the gaps of a pattern: the cells of the columns that are not common."""
        return [*map(call, self._own, values)]

    def _pattern(self, common: Common) -> bytes:
        """Return the cells of a row with a `GAP` for each that is not common."""
        values = iter(self._common_values(common))
        return b"".join(literal(write(next(values))) if common else GAP for common, write in self._cells)


def literal(text: bytes) -> bytes:
    """Return a text as it stands in a pattern."""
    return text.replace(b"%", b"%%")


def cell_writer(column: Column, before: str, after: str, listed: Listed) -> Callable[[Any], bytes]:
    """Return what writes a cell of the column: an element, or nothing where the value is unknown."""
    before = before.replace("*", column.identifier)
    shown = _text_maker(column, listed)

    def cell(value: Any) -> bytes:
        return b"" if value is None else f"{before}{shown(value)}{after}".encode()

    return lru_cache(VALUES_KEPT)(cell) if column.repeated else cell


def _text_maker(column: Column, listed: Listed) -> Callable[[Any], Any]:
    """Return what makes text of the known values of this column, or what is written like its text."""
    if column.type == "integer":
        return int
    if column.type == "double":
        return "{:.6g}".format
    if column.type == "boolean":
        return {True: "true", False: "false"}.__getitem__
    return listed if column.type == "liststring" else attribute
