"""Records by key, which may be on disk: the texts of letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Generic, TypeVar

Record = TypeVar("Record")


class KeyedRecords(Mapping[str, Record], Generic[Record]):
    """The records of a sequence by key, in its order; each is read when it is asked for."""

    def __init__(self, keys: Iterable[str], records: Sequence[Record]) -> None:
        """Take a key of its own for every record."""
        self._places = {key: place for place, key in enumerate(keys)}
        self._records = records

    def __getitem__(self, key: str) -> Record:
        return self._records[self._places[key]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
