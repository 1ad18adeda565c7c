"""Reads the tables of a finished build back into memory: `tables/*.csv` → `GraphTables`."""

from __future__ import annotations

from pathlib import Path

from ..storage.spool import Shelf
from .graph_tables import GraphTables
from .schema import row_types
from .stored_tables import open_tables


def read_tables(folder: Path, shelf: Shelf | None = None) -> GraphTables:
    """Return the tables of the build in `folder` (what `fuwen build --out` wrote), all rows in memory or on a shelf.

    Columns we do not know are skipped; a column or table that older builds lack gets its default. Raises
    `MissingBuild`, naming file, row, column and value, where the folder holds no build or a cell cannot be read, and
    `ExportError` where the temporary folder is full.
    """
    stored = open_tables(folder)
    rows = {name: (row_type, getattr(stored, name)) for name, row_type in row_types().items()}
    if shelf is None:
        return GraphTables(**{name: tuple(found) for name, (_, found) in rows.items()})
    return GraphTables(**{name: shelf.rows(row_type, found) for name, (row_type, found) in rows.items()})
