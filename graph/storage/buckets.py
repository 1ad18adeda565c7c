"""Records put into buckets by what they belong to, so that only those of one bucket need be in memory together."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from .record_bytes import packed, unpacked
from .spool import Shelf
from .spooled_bytes import SpooledBytes

Record = TypeVar("Record")

_ARRAY = b"\xdd"
"""Begins a MessagePack array; how many it holds follows in four bytes, then one after the other what it holds."""


def array_of(count: int, *parts: bytes) -> bytes:
    """Return `count` packed records, one after the other in `parts`, as the bytes of a list."""
    return b"".join([_ARRAY, count.to_bytes(4, "big"), *parts])


class Buckets(Generic[Record]):
    """`count` buckets, in memory for a small build, on disk for a large one. They can be read several times."""

    def __init__(self, record_type: Any, count: int, shelf: Shelf) -> None:
        self._type = list[record_type]
        self._bytes = [SpooledBytes(shelf) for _ in range(count)] if shelf.on_disk else []
        self._packed = [0] * count
        self._records: list[list[Record]] = [[] for _ in range(count)]

    def add(self, bucket: int, record: Record) -> None:
        """Add a record. Raises `ExportError` where the temporary folder is full."""
        data = packed(record) if self._bytes else None
        if data is None:  # of a small build, or it holds a text that is no Unicode: see record_bytes
            self._records[bucket].append(record)
        else:
            self._bytes[bucket].append(data)
            self._packed[bucket] += 1

    def of(self, bucket: int) -> list[Record]:
        """Return the records of a bucket. Raises `ExportError` where the temporary folder is full."""
        count = self._packed[bucket]
        found = unpacked(array_of(count, self._bytes[bucket].whole()), self._type) if count else []
        return [*found, *self._records[bucket]]
