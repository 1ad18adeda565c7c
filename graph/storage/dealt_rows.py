"""Rows of a table dealt out to several smaller ones: each goes to none, to one or to more of them.

What is on disk stays there: of a row only the columns that tell where it goes are read, its bytes are copied.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, TypeVar

import msgspec

from .narrow_records import narrow
from .record_bytes import packed
from .spool import PackedChunk, Shelf, Spool

Record = TypeVar("Record")

_TOGETHER = 64
"""Rows that are written together: every smaller table holds as many in memory while rows are dealt out."""


def dealt(
    rows: Sequence[Record], places: Callable[[Record], Iterable[int]], shelf: Shelf, *columns: str
) -> Mapping[int, Sequence[Record]]:
    """Return the rows by place, in their order; `places` tells them from these columns. No place is without rows.

    Rows on disk are on disk again, others in lists. Raises `ExportError` where the temporary folder is full.
    """
    if isinstance(rows, Spool):
        return _on_disk(rows, places, shelf, narrow(rows.record_type, columns))
    found: dict[int, list[Record]] = defaultdict(list)
    for row in rows:
        for place in places(row):
            found[place].append(row)
    return dict(found)


def _on_disk(
    rows: Spool[Record], places: Callable[[Record], Iterable[int]], shelf: Shelf, shown: Any
) -> dict[int, Sequence[Record]]:
    hands: dict[int, _Hand[Record]] = defaultdict(lambda: _Hand(shelf.spool(rows.record_type, _TOGETHER)))
    for row, record in rows.with_bytes(shown):
        for place in places(row):
            hands[place].take(record)
    return {place: hand.filled() for place, hand in hands.items()}


class _Hand(Generic[Record]):
    """A smaller table as it grows."""

    def __init__(self, rows: Spool[Record]) -> None:
        self._rows = rows
        self._waiting: list[msgspec.Raw] = []

    def take(self, record: msgspec.Raw | Record) -> None:
        """Add a row."""
        if isinstance(record, msgspec.Raw):
            self._waiting.append(record.copy())  # else each would keep the whole chunk it was read with
            if len(self._waiting) == _TOGETHER:
                self.filled()
        else:
            self.filled().append(record)

    def filled(self) -> Spool[Record]:
        """Return the table with all its rows."""
        if self._waiting:
            self._rows.extend_packed([PackedChunk(packed(self._waiting) or b"", len(self._waiting))])
            self._waiting = []
        return self._rows
