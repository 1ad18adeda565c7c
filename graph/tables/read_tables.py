"""Reads the tables of a finished build back: `tables/*.csv` → `GraphTables`."""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ..errors import MissingBuild
from .cells import ENCODING, cell_reader
from .graph_tables import GraphTables
from .schema import TABLE_FOLDER, columns, optional_tables, row_types


def read_tables(folder: Path) -> GraphTables:
    """Return the tables of the build in `folder` (what `fuwen build --out` wrote).

    Columns we do not know are skipped; a column or table that older builds lack gets its default. Raises
    `MissingBuild`, naming file, row, column and value, where the folder holds no build or a cell cannot be read.
    """
    found: dict[str, Sequence[Any]] = {}
    for table, row_type in row_types().items():
        path = folder / TABLE_FOLDER / f"{table}.csv"
        if path.exists() or table not in optional_tables():
            found[table] = read_rows(path, row_type)
    return GraphTables(**found)


def read_rows(path: Path, row_type: type[Any]) -> tuple[Any, ...]:
    """Return the rows of one CSV file as records of `row_type`, in file order. Raises `MissingBuild`."""
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))  # a quote may be longer than csv's default of 131072
    try:
        with path.open(encoding=ENCODING, newline="") as file:
            return tuple(_records(path, csv.reader(file, strict=True), row_type))
    except OSError as error:
        raise MissingBuild(
            f"{path}: cannot be read ({error.strerror}); run `fuwen build` first, or name its folder with --in"
        ) from error
    except UnicodeDecodeError as error:
        raise MissingBuild(
            f"{path}: not UTF-8 (another program saved it in another encoding?); build again"
        ) from error
    except csv.Error as error:
        raise MissingBuild(f"{path}: no CSV file ({error}); build again") from error


def _records(path: Path, rows: Iterator[list[str]], row_type: type[Any]) -> Iterator[Any]:
    header = next(rows, [])
    readers = _readers(path, header, row_type)
    for number, row in enumerate(rows, start=2):
        if len(row) != len(header):
            raise MissingBuild(
                f"{path}, row {number}: {len(row)} cells under {len(header)} columns; build again"
            )
        values: dict[str, Any] = {}
        for name, place, reader in readers:
            try:
                values[name] = reader(row[place])
            except ValueError:
                raise MissingBuild(
                    f"{path}, row {number}, column {name}: {row[place]!r} cannot be read; build again"
                ) from None
        yield row_type(**values)


def _readers(
    path: Path, header: Sequence[str], row_type: type[Any]
) -> list[tuple[str, int, Callable[[str], Any]]]:
    """Return name, place in the row and reader of every column that the file has and the record knows."""
    readers = []
    for column in columns(row_type):
        if column.name in header:
            readers.append((column.name, header.index(column.name), cell_reader(column.type)))
        elif not column.optional:
            raise MissingBuild(f"{path}, row 1, column {column.name}: missing; build again")
    return readers
