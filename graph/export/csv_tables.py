"""tables/*.csv: every table of the graph, one file each (RFC 4180, UTF-8 with byte order mark)."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from operator import attrgetter
from pathlib import Path
from typing import Any

from graph.cells import ENCODING, row_writer
from graph.errors import ExportError
from graph.publication import Publication
from graph.schema import TABLE_FOLDER, columns, row_types


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write `tables/<table>.csv` for every table; return the paths, sorted. Raises `ExportError`."""
    tables = publication.tables
    return tuple(
        sorted(
            write_rows(folder / TABLE_FOLDER / f"{table}.csv", row_type, getattr(tables, table))
            for table, row_type in row_types().items()
        )
    )


def write_rows(path: Path, row_type: type[Any], rows: Iterable[Any]) -> Path:
    """Write rows of one dataclass as a CSV file, its fields as columns; return the path. Raises `ExportError`."""
    names = [column.name for column in columns(row_type)]
    cells = row_writer([column.type for column in columns(row_type)])
    return write_cells(path, names, map(cells, map(attrgetter(*names), rows)))


def write_cells(path: Path, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Path:
    """Write cells, and numbers as they are, under a header; return the path. Raises `ExportError`.

    Lone surrogates, which UTF-8 cannot hold, become `?`; the length in code points stays.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding=ENCODING, errors="replace", newline="") as file:
            writer = csv.writer(file)  # the excel dialect is RFC 4180: \r\n after each record, quotes doubled
            writer.writerow(names)
            writer.writerows(rows)
    except OSError as error:
        raise ExportError(
            f"{path}: cannot be written ({error.strerror}); close programs that use it, check rights and space"
        ) from error
    return path
