"""Formats the rows of a large graph; the cells that most rows share are formatted once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

from .columns import Column, Common, Value

ROWS_KEPT = 4096
"""Nodes and edges differ in little but names, sentences and measures, even in a graph of many."""


class RowWriter:
    """Writes the cells of nodes or edges, one text for each column.

    `cell_writers` make text of the value of one column each. `common_values` gives the values of the common columns
    of what a row has in common with others (`NodeColumns`, `EdgeColumns`): a row of each is kept, to be filled in.
    """

    def __init__(
        self,
        columns: Sequence[Column],
        cell_writers: Sequence[Callable[[Any], str]],
        common_values: Callable[[Common], tuple[Value, ...]],
    ) -> None:
        self._columns = list(zip(columns, cell_writers, strict=True))
        self._own = [(at, write) for at, (column, write) in enumerate(self._columns) if not column.common]
        self._common_values = common_values
        self._kept = lru_cache(ROWS_KEPT)(self._common_texts)

    def __call__(self, common: Common, own: Sequence[Value]) -> list[str]:
        """Return the texts of a row; `own` are the values of the columns that are not common, in their order."""
        row = self._kept(common).copy()
        for (at, write), value in zip(self._own, own, strict=True):
            row[at] = write(value)
        return row

    def _common_texts(self, common: Common) -> list[str]:
        values = iter(self._common_values(common))
        return [write(next(values)) if column.common else "" for column, write in self._columns]
