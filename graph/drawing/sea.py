"""Room for islands: where one lies no other lands, and all together take as little of a sheet as they can."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import floor, inf, sqrt
from typing import NamedTuple

from .geometry import Point

STRAIT = 0.6
"""Half of the way between two islands, at the least, in the unit of the boxes."""

STEP = 2
"""How far apart, from left to right, are places at which an island is tried; downwards it is one unit."""

TIED = 0.15
"""How much the way to what an island is tied to counts, against how much larger the whole becomes."""

_MIDDLE = 1 << 12
"""The bit of the cell right of x = 0: no cell is further than that from it."""


class _Bounds(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, shore: Sequence[Point]) -> _Bounds:
        xs, ys = [x for x, _ in shore], [y for _, y in shore]
        return cls(min(xs), min(ys), max(xs), max(ys))

    def moved(self, x: float, y: float) -> _Bounds:
        return _Bounds(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def along_with(self, other: _Bounds) -> _Bounds:
        return _Bounds(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class Sea:
    """Cells a unit wide and high: for every row a number, with a bit for every cell that is taken.

    `aspect` is how many times wider than high the sheet is.
    """

    def __init__(self, aspect: float) -> None:
        self._aspect = aspect
        self._rows: dict[int, int] = {}
        self._taken: _Bounds | None = None

    def landed(self, shore: Sequence[Point], wish: Point) -> Point:
        """Return by how far an island, given by its corners in turn, is moved to where it has room, and take the room.

        Of all such places it is one that makes the whole little larger and lies near to the wish.
        """
        cells, island = _cells(shore), _Bounds.of(shore)
        x, y = self._best(cells, island, self._taken, wish) if self._taken else (0, 0)
        for row, bits in cells.items():
            self._rows[row + y] = self._rows.get(row + y, 0) | _moved(bits, x)
        landed = island.moved(x, y)
        self._taken = self._taken.along_with(landed) if self._taken else landed
        return float(x), float(y)

    def _best(
        self, cells: Mapping[int, int], island: _Bounds, taken: _Bounds, wish: Point
    ) -> tuple[int, int]:
        best, place = inf, (0, 0)
        across = (island.left + island.right) / 2 - wish[0]
        along = (island.top + island.bottom) / 2 - wish[1]
        for x, y in _tried(island, taken):
            width = max(taken.right, island.right + x) - min(taken.left, island.left + x)
            height = max(taken.bottom, island.bottom + y) - min(taken.top, island.top + y)
            aside, below = across + x, (along + y) * self._aspect
            cost = max(width, height * self._aspect) + TIED * sqrt(aside * aside + below * below)
            if cost < best and self._is_free(cells, x, y):
                best, place = cost, (x, y)
        return place

    def _is_free(self, cells: Mapping[int, int], x: int, y: int) -> bool:
        taken = self._rows
        return not any(taken.get(row + y, 0) & _moved(bits, x) for row, bits in cells.items())


def _tried(island: _Bounds, taken: _Bounds) -> Iterator[tuple[int, int]]:
    """Yield by how far an island may be moved: from one side of all that is taken to the other, where it is free."""
    clear = floor(2 * STRAIT) + 2
    for y in range(floor(taken.top - island.bottom) - clear, floor(taken.bottom - island.top) + clear + 1):
        for x in range(
            floor(taken.left - island.right) - clear, floor(taken.right - island.left) + clear + 1, STEP
        ):
            yield x, y


def _moved(bits: int, x: int) -> int:
    return bits << x if x >= 0 else bits >> -x


def _cells(shore: Sequence[Point]) -> dict[int, int]:
    """Return the cells that an island and half a strait around it touch."""
    sides = [*zip(shore, [*shore[1:], shore[0]], strict=True)]
    bounds = _Bounds.of(shore)
    cells = {}
    for row in range(floor(bounds.top - STRAIT), floor(bounds.bottom + STRAIT) + 1):
        found = [x for side in sides for x in _part(side, row - STRAIT, row + 1 + STRAIT)]
        first, last = floor(min(found) - STRAIT), floor(max(found) + STRAIT)
        cells[row] = ((1 << (last - first + 1)) - 1) << (first + _MIDDLE)
    return cells


def _part(side: tuple[Point, Point], upper: float, lower: float) -> tuple[float, ...]:
    """Return the x where the part of a side between two heights begins and ends; nothing where there is none."""
    (ax, ay), (bx, by) = sorted(side, key=lambda end: end[1])
    if by < upper or ay > lower:
        return ()
    if by == ay:
        return ax, bx
    slope = (bx - ax) / (by - ay)
    return ax + slope * (max(ay, upper) - ay), ax + slope * (min(by, lower) - ay)
