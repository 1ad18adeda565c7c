"""Cells of graph files as XML elements."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import compress
from typing import Any

from .columns import Column, Value
from .xml_text import attribute

TEMPLATES = 4096
"""So many are kept: rows of a large graph differ in little but names and sentences."""

_Listed = Callable[[tuple[str, ...]], str]


class CellWriter:
    """Writes the cells of nodes or edges, unknown ones left out.

    `before` and `after` stand around each value, `before` with the column's id in place of `*`; `listed` makes text
    of a list. The cells of common columns make a template, which returns from row to row; the others are filled in.
    """

    def __init__(self, columns: Sequence[Column], *, before: str, after: str, listed: _Listed) -> None:
        self._common = [column.common for column in columns]
        self._writers = [
            _cell_writer(_text_maker(column, listed), before.replace("*", column.identifier), after)
            for column in columns
        ]
        self._others = [
            (place, write) for place, write in enumerate(self._writers) if not self._common[place]
        ]
        self._template = lru_cache(TEMPLATES)(self._new_template)

    def __call__(self, values: Sequence[Value]) -> str:
        """Return the elements of one row, in the order of the columns."""
        row = self._template(tuple(compress(values, self._common))).copy()
        row[1::2] = [write(values[place]) for place, write in self._others]
        return "".join(row)

    def _new_template(self, common_values: tuple[Value, ...]) -> list[str]:
        """Return the row cut at the cells to fill in, which have the odd places."""
        values = iter(common_values)
        cells = [
            write(next(values)) if common else "\0"  # no cell holds it: XML cannot
            for write, common in zip(self._writers, self._common, strict=True)
        ]
        texts = "".join(cells).split("\0")
        template = [""] * (2 * len(texts) - 1)
        template[::2] = texts
        return template


def _cell_writer(shown: Callable[[Any], str], before: str, after: str) -> Callable[[Any], str]:
    """Return what writes a cell: an element, or nothing where the value is unknown."""
    if shown is str:
        return lambda value: "" if value is None else f"{before}{value}{after}"
    return lambda value: "" if value is None else f"{before}{shown(value)}{after}"


def _text_maker(column: Column, listed: _Listed) -> Callable[[Any], str]:
    """Return what makes text of the known values of this column."""
    if column.type == "integer":
        return str
    if column.type == "double":
        return "{:.6g}".format
    if column.type == "boolean":
        return {True: "true", False: "false"}.__getitem__
    return listed if column.type == "liststring" else attribute
