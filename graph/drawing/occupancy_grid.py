"""Packs convex polygons on a grid of cells: none overlaps another, and together they take little of a sheet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import floor, inf, sqrt
from typing import NamedTuple

from .geometry import Point

HALF_GAP = 0.6
"""Half of the least distance between two polygons, in the unit of the boxes."""

STEP = 2
"""Distance from left to right between the places that are tried for a polygon; downwards it is one unit."""

TIE_WEIGHT = 0.15
"""How much the distance to the place that is wished for counts, against how much larger the whole becomes."""

_MIDDLE = 1 << 12
"""The bit of the cell right of x = 0: no cell is further than that from it."""


class _Bounds(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def of(cls, polygon: Sequence[Point]) -> _Bounds:
        xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
        return cls(min(xs), min(ys), max(xs), max(ys))

    def moved(self, x: float, y: float) -> _Bounds:
        return _Bounds(self.left + x, self.top + y, self.right + x, self.bottom + y)

    def united(self, other: _Bounds) -> _Bounds:
        return _Bounds(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


class OccupancyGrid:
    """Cells a unit wide and high: for every row an integer with a bit set for every cell that is taken.

    `aspect` is how many times wider than high the sheet is.
    """

    def __init__(self, aspect: float) -> None:
        self._aspect = aspect
        self._rows: dict[int, int] = {}
        self._taken: _Bounds | None = None

    def place(self, polygon: Sequence[Point], wish: Point) -> Point:
        """Return by how far a convex polygon, its corners in turn, is moved to where it is free; its cells are taken.

        Of all free places the one counts that makes the whole least larger and lies nearest to the wish.
        """
        cells, bounds = _cells(polygon), _Bounds.of(polygon)
        x, y = self._best(cells, bounds, self._taken, wish) if self._taken else (0, 0)
        for row, bits in cells.items():
            self._rows[row + y] = self._rows.get(row + y, 0) | _moved(bits, x)
        moved = bounds.moved(x, y)
        self._taken = self._taken.united(moved) if self._taken else moved
        return float(x), float(y)

    def _best(
        self, cells: Mapping[int, int], bounds: _Bounds, taken: _Bounds, wish: Point
    ) -> tuple[int, int]:
        best, place = inf, (0, 0)
        across = (bounds.left + bounds.right) / 2 - wish[0]
        along = (bounds.top + bounds.bottom) / 2 - wish[1]
        for x, y in _tried(bounds, taken):
            width = max(taken.right, bounds.right + x) - min(taken.left, bounds.left + x)
            height = max(taken.bottom, bounds.bottom + y) - min(taken.top, bounds.top + y)
            aside, below = across + x, (along + y) * self._aspect
            cost = max(width, height * self._aspect) + TIE_WEIGHT * sqrt(aside * aside + below * below)
            if cost < best and self._is_free(cells, x, y):
                best, place = cost, (x, y)
        return place

    def _is_free(self, cells: Mapping[int, int], x: int, y: int) -> bool:
        taken = self._rows
        return not any(taken.get(row + y, 0) & _moved(bits, x) for row, bits in cells.items())


def _tried(bounds: _Bounds, taken: _Bounds) -> Iterator[tuple[int, int]]:
    """Yield the moves that are tried: from one side of all that is taken to the other."""
    clear = floor(2 * HALF_GAP) + 2
    for y in range(floor(taken.top - bounds.bottom) - clear, floor(taken.bottom - bounds.top) + clear + 1):
        for x in range(
            floor(taken.left - bounds.right) - clear, floor(taken.right - bounds.left) + clear + 1, STEP
        ):
            yield x, y


def _moved(bits: int, x: int) -> int:
    return bits << x if x >= 0 else bits >> -x


def _cells(polygon: Sequence[Point]) -> dict[int, int]:
    """Return the cells that a convex polygon and the margin `HALF_GAP` around it touch."""
    sides = [*zip(polygon, [*polygon[1:], polygon[0]], strict=True)]
    bounds = _Bounds.of(polygon)
    cells = {}
    for row in range(floor(bounds.top - HALF_GAP), floor(bounds.bottom + HALF_GAP) + 1):
        found = [x for side in sides for x in _part(side, row - HALF_GAP, row + 1 + HALF_GAP)]
        first, last = floor(min(found) - HALF_GAP), floor(max(found) + HALF_GAP)
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
