"""Reads the tables of a finished build back into memory: `tables/*.csv` → `GraphTables`."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from .graph_tables import GraphTables
from .stored_tables import open_tables


def read_tables(folder: Path) -> GraphTables:
    """Return the tables of the build in `folder` (what `fuwen build --out` wrote), all rows in memory.

    Columns we do not know are skipped; a column or table that older builds lack gets its default. Raises
    `MissingBuild`, naming file, row, column and value, where the folder holds no build or a cell cannot be read.
    """
    stored = open_tables(folder)
    return GraphTables(**{table.name: tuple(getattr(stored, table.name)) for table in fields(stored)})
