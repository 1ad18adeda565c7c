"""Records by key in memory, as bytes: as objects each would take some five times the room, most of it for its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from sys import intern
from typing import Generic, TypeVar, cast

from .record_bytes import packed, unpacked

Record = TypeVar("Record")


class PackedRecords(Mapping[str, Record], Generic[Record]):
    """Records of one type by key, each made again whenever it is asked for.

    Keys are interned, for what else is told of the same things has the same keys.
    """

    def __init__(self, record_type: type[Record]) -> None:
        self._type = record_type
        self._kept: dict[str, bytes | Record] = {}

    def add(self, key: str, record: Record) -> None:
        """Keep a record; an earlier one of the same key is gone."""
        self._kept[intern(key)] = packed(record) or record  # itself where a text in it is no Unicode

    def __getitem__(self, key: str) -> Record:
        kept = self._kept[key]
        return cast(Record, unpacked(kept, self._type)) if isinstance(kept, bytes) else kept

    def __contains__(self, key: object) -> bool:
        return key in self._kept

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)
