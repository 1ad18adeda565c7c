"""Packs convex polygons on a grid of cells: none overlaps another, and together they take little of a sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


class _Run(NamedTuple):
    """Cells side by side in a row: the bit of the first, and how many they are."""

    first: int
    length: int


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
        for row, run in cells.items():
            self._rows[row + y] = self._rows.get(row + y, 0) | ((1 << run.length) - 1) << (run.first + x)
        moved = bounds.moved(x, y)
        self._taken = self._taken.united(moved) if self._taken else moved
        return float(x), float(y)

    def _best(
        self, cells: Mapping[int, _Run], bounds: _Bounds, taken: _Bounds, wish: Point
    ) -> tuple[int, int]:
        """Return the move to a free place that costs least; of several the uppermost, and of these the leftmost."""
        best, place = inf, (0, 0)
        across = (bounds.left + bounds.right) / 2 - wish[0]
        along = (bounds.top + bounds.bottom) / 2 - wish[1]
        tried = _tried(bounds.left, bounds.right, taken.left, taken.right, STEP)
        widths = [max(taken.right, bounds.right + x) - min(taken.left, bounds.left + x) for x in tried]
        columns = [(x, width, (across + x) * (across + x)) for x, width in zip(tried, widths, strict=True)]
        rows = []
        for y in _tried(bounds.top, bounds.bottom, taken.top, taken.bottom, 1):
            height = (max(taken.bottom, bounds.bottom + y) - min(taken.top, bounds.top + y)) * self._aspect
            below = (along + y) * self._aspect
            rows.append((height + TIE_WEIGHT * sqrt(below * below), y, height, below * below))
        for least, y, height, below in sorted(rows):
            if least > best:  # so are all that follow
                break
            met = self._met(cells, y, tried[0])
            for x, width, aside in columns:
                if not met >> (x - tried[0]) & 1:
                    cost = max(width, height) + TIE_WEIGHT * sqrt(aside + below)
                    if cost < best or (cost == best and y < place[1]):
                        best, place = cost, (x, y)
        return place

    def _met(self, cells: Mapping[int, _Run], y: int, first_move: int) -> int:
        """Return which moves to the right, from the first one on, are to no free place: a bit is set for each."""
        met = 0
        for row, (first, length) in cells.items():
            if taken := self._rows.get(row + y):
                met |= _spread(taken, length) >> (first + first_move)
        return met


def _tried(first: float, last: float, taken_first: float, taken_last: float, step: int) -> range:
    """Return the moves that are tried: from one side of all that is taken to the other."""
    clear = floor(2 * HALF_GAP) + 2
    return range(floor(taken_first - last) - clear, floor(taken_last - first) + clear + 1, step)


def _spread(bits: int, length: int) -> int:
    """Return the bits from which on, as many as `length`, one or more are set."""
    done = 1
    while done < length:
        more = min(done, length - done)
        bits |= bits >> more
        done += more
    return bits


def _cells(polygon: Sequence[Point]) -> dict[int, _Run]:
    """Return the cells that a convex polygon and the margin `HALF_GAP` around it touch, by row."""
    sides = [*zip(polygon, [*polygon[1:], polygon[0]], strict=True)]
    bounds = _Bounds.of(polygon)
    cells = {}
    for row in range(floor(bounds.top - HALF_GAP), floor(bounds.bottom + HALF_GAP) + 1):
        found = [x for side in sides for x in _part(side, row - HALF_GAP, row + 1 + HALF_GAP)]
        first, last = floor(min(found) - HALF_GAP), floor(max(found) + HALF_GAP)
        cells[row] = _Run(first + _MIDDLE, last - first + 1)
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
