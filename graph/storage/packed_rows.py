"""Rows of tables as bytes, as a spool holds them: made where the rows are made, and not looked into on their way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from .record_bytes import packed, unpacked
from .spool import CHUNK, PackedChunk, Spool

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedRows:
    """Some rows of one table, in order; where a text in them is no Unicode they are `odd` rows instead of bytes."""

    chunks: tuple[PackedChunk, ...] = field(repr=False)
    odd: tuple[Any, ...] = ()

    def rows(self, row_type: type[Row]) -> list[Row]:
        """Return the rows."""
        found: list[Row] = [*self.odd]
        for chunk in self.chunks:
            found += unpacked(chunk.data, list[row_type])  # type: ignore[valid-type]  # a type at run time
        return found

    def add_to(self, table: list[Row] | Spool[Row], row_type: type[Row]) -> None:
        """Add the rows to a table. Raises `ExportError` where the temporary folder is full."""
        if isinstance(table, Spool):
            table.extend_packed(self.chunks)
            table.extend(self.odd)
        else:
            table.extend(self.rows(row_type))


def packed_rows(rows: Sequence[Any]) -> PackedRows:
    """Return rows as bytes."""
    some = [rows[at : at + CHUNK] for at in range(0, len(rows), CHUNK)]
    found = tuple(PackedChunk(data, len(one)) for one in some if (data := packed(one)) is not None)
    return PackedRows(chunks=found) if len(found) == len(some) else PackedRows(chunks=(), odd=tuple(rows))
