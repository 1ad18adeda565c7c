"""tables/*.csv: every table of the graph, one file each (RFC 4180, UTF-8 with byte order mark).

Made column by column, many rows at a time, and in the bytes of the csv module, which goes through every character of
every cell and takes three times as long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from ..storage.narrow_records import as_tuples
from ..tables.cells import column_writer
from ..tables.schema import TABLE_FOLDER, columns, row_types
from . import data_package
from .publication import Publication
from .text_file import write_parts

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel shows Chinese as mojibake."""
LINE_END = "\r\n"

_TOGETHER = 500
"""Rows that are made into lines at a time."""


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write `tables/<table>.csv` for every table, and what describes them; return the paths, sorted.

    Raises `ExportError`.
    """
    tables = publication.tables
    paths = [
        write_rows(folder / TABLE_FOLDER / f"{table}.csv", row_type, getattr(tables, table))
        for table, row_type in row_types().items()
    ]
    return tuple(sorted((*paths, data_package.write(folder, version=publication.version))))


def write_rows(path: Path, row_type: type[Any], rows: Iterable[Any]) -> Path:
    """Write rows of one dataclass as a CSV file, its fields as columns; return the path. Raises `ExportError`."""
    fields = columns(row_type)
    names, writers = [field.name for field in fields], [column_writer(field.type) for field in fields]
    some_columns = (zip(*some, strict=True) for some in _together(as_tuples(rows, row_type)))
    some_cells = (
        [write(column) for write, column in zip(writers, found, strict=True)] for found in some_columns
    )
    return _write(path, names, some_cells)


def write_cells(path: Path, names: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    """Write rows of cells under a header; return the path. Raises `ExportError`."""
    return _write(path, names, ([*zip(*some, strict=True)] for some in _together(rows)))


def _together(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rows = iter(rows)
    while some := [*islice(rows, _TOGETHER)]:
        yield some


def _write(path: Path, names: Sequence[str], some_cells: Iterable[Sequence[Sequence[str]]]) -> Path:
    """Write the cells of some rows at a time, column by column.

    Lone surrogates, which UTF-8 cannot hold, become `?`; the length in code points stays.
    """
    header = BYTE_ORDER_MARK + ",".join(names) + LINE_END
    return write_parts(path, chain([header], map(_lines, some_cells)))


def _lines(cells: Sequence[Sequence[str]]) -> str:
    return LINE_END.join([*map(",".join, zip(*map(quoted, cells), strict=True)), ""])


def quoted(cells: Sequence[str]) -> Sequence[str]:
    """Return cells of a column as they stand in a line: those with a comma, a mark or a line break between marks.

    Most columns hold nothing of the kind, and are only looked at.
    """
    together = "".join(cells)
    if "," not in together and '"' not in together and "\n" not in together and "\r" not in together:
        return cells
    return [
        '"' + cell.replace('"', '""') + '"'
        if "," in cell or '"' in cell or "\n" in cell or "\r" in cell  # a regex takes four times as long
        else cell
        for cell in cells
    ]
