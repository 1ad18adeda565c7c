"""The tables of a finished build where they lie: rows are read as they are asked for, and none is kept in memory.

A command that tells of one node or letter wants a few rows of long tables. The cells of all rows are looked at, which
costs some three microseconds a row; only rows that are wanted become records, which costs some twenty.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar, overload

from ..errors import MissingBuild
from .cells import ENCODING, LONGEST_CELL, cell_reader, guarded, parted, unguarded
from .graph_tables import GraphTables
from .schema import TABLE_FOLDER, columns, optional_tables, row_types

Row = TypeVar("Row")
_Cells = list[str]
_Reader = tuple[str, int, Callable[[str], Any]]
"""Name of a column, its place in a row of the file, and what reads its cells."""


class StoredTable(Sequence[Row], Generic[Row]):
    """The rows of one CSV file, in its order. Running through them reads the file, as counting them does.

    Whatever reads rows raises `MissingBuild`, naming file, row, column and value, where the file is not there or a
    cell cannot be read. Columns we do not know are skipped; one that an older build lacks gets its default.
    """

    def __init__(self, path: Path, row_type: type[Row]) -> None:
        self._path, self._type = path, row_type

    def __iter__(self) -> Iterator[Row]:
        lines = self._lines()
        readers = self._readers(next(lines)[1])
        return (self._row(number, cells, readers) for number, cells in lines)

    def __len__(self) -> int:
        return sum(1 for _ in self._lines()) - 1

    def __bool__(self) -> bool:
        return any(True for _ in self)

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, at: int | slice) -> Row | tuple[Row, ...]:
        return tuple(self)[at]

    def where(self, names: Collection[str], wanted: Collection[str]) -> Iterator[Row]:
        """Yield the rows that hold one of the texts in one of the columns, alone or in a list: see `rows_where`."""
        lines = self._lines()
        header = next(lines)[1]
        readers = self._readers(header)
        kinds = {column.name: column.type for column in columns(self._type)}
        alone = [header.index(name) for name in names if name in header and kinds[name] is str]
        listed = [header.index(name) for name in names if name in header and kinds[name] is not str]
        texts, cells_wanted = frozenset(wanted), frozenset(map(guarded, wanted))
        for number, cells in lines:
            if not cells_wanted.isdisjoint([cells[place] for place in alone]) or any(
                _holds(cells[place], texts) for place in listed
            ):
                yield self._row(number, cells, readers)

    def _lines(self) -> Iterator[tuple[int, _Cells]]:
        """Yield the header and every row with its number; all rows are as long as the header."""
        csv.field_size_limit(LONGEST_CELL)
        try:
            with self._path.open(encoding=ENCODING, newline="") as file:
                rows = csv.reader(file, strict=True)
                header = next(rows, [])
                yield 1, header
                for number, cells in enumerate(rows, start=2):
                    if len(cells) != len(header):
                        widths = (
                            f"{len(cells)} 格 {len(header)} 列",
                            f"{len(cells)} cells under {len(header)} columns",
                        )
                        raise self._broken(f"row {number}", *widths)
                    yield number, cells
        except OSError as error:
            raise MissingBuild.at(self._path, error.strerror) from error
        except UnicodeDecodeError as error:
            raise MissingBuild(
                f"{self._path}: 不是 UTF-8（可能被别的程序另存过）；请重新构建 · "
                "not UTF-8 (another program saved it in another encoding?); build again"
            ) from error
        except csv.Error as error:
            raise MissingBuild(
                f"{self._path}: 不是完好的 CSV 文件；请重新构建 · no CSV file ({error}); build again"
            ) from error

    def _readers(self, header: Sequence[str]) -> list[_Reader]:
        """Return what reads every column that the file has and the record knows."""
        readers = []
        for column in columns(self._type):
            if column.name in header:
                readers.append((column.name, header.index(column.name), cell_reader(column.type)))
            elif not column.optional:
                raise self._broken(f"row 1, column {column.name}", "缺这一列", "missing")
        return readers

    def _row(self, number: int, cells: _Cells, readers: Sequence[_Reader]) -> Row:
        values: dict[str, Any] = {}
        for name, place, reader in readers:
            try:
                values[name] = reader(cells[place])
            except ValueError:
                where = f"row {number}, column {name}"
                said = f"读不出 {cells[place]!r}", f"{cells[place]!r} cannot be read"
                raise self._broken(where, *said) from None
        return self._type(**values)

    def _broken(self, where: str, zh: str, en: str) -> MissingBuild:
        return MissingBuild(f"{self._path}, {where}: {zh}；请重新构建 · {en}; build again")


def _holds(cell: str, texts: frozenset[str]) -> bool:
    """Whether a cell of a list holds one of the texts."""
    return bool(cell) and not texts.isdisjoint(parted(unguarded(cell)))


def rows_where(rows: Sequence[Row], names: Collection[str], wanted: Collection[str]) -> Iterator[Row]:
    """Yield the rows that hold one of the texts `wanted` in one of the columns, alone or in a list, in their order.

    Of rows on disk only these are made into records. Raises `MissingBuild` where a file of rows cannot be read.
    """
    if isinstance(rows, StoredTable):
        yield from rows.where(names, wanted)
        return
    texts = frozenset(wanted)
    for row in rows:
        values = (getattr(row, name) for name in names)
        if any(value in texts if isinstance(value, str) else not texts.isdisjoint(value) for value in values):
            yield row


def open_tables(folder: Path) -> GraphTables:
    """Return the tables of the build in `folder`, each a `StoredTable`; one that older builds lack is empty.

    Nothing is read yet: see `StoredTable` for what reading raises.
    """
    paths = {table: folder / TABLE_FOLDER / f"{table}.csv" for table in row_types()}
    found: dict[str, Sequence[Any]] = {
        table: StoredTable(paths[table], row_type)
        for table, row_type in row_types().items()
        if paths[table].exists() or table not in optional_tables()
    }
    return GraphTables(**found)
