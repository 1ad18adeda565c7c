"""A sequence whose items are made when they are asked for: views of records that are on disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Generic, TypeVar, overload

Item = TypeVar("Item")


class LazySequence(Sequence[Item], Generic[Item]):
    """`count` items, each made by `item(place)` whenever it is asked for."""

    def __init__(self, count: int, item: Callable[[int], Item]) -> None:
        self._count = count
        self._item = item

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Item]:
        return map(self._item, range(self._count))

    @overload
    def __getitem__(self, at: int) -> Item: ...
    @overload
    def __getitem__(self, at: slice) -> LazySequence[Item]: ...
    def __getitem__(self, at: int | slice) -> Item | LazySequence[Item]:
        if isinstance(at, slice):
            places = range(self._count)[at]
            return LazySequence(len(places), lambda place: self._item(places[place]))
        return self._item(range(self._count)[at])
