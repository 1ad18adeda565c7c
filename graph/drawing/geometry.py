"""Plane geometry that gives the same digits on every platform.

Only `+ - * /` and `sqrt` are used, which IEEE 754 rounds correctly everywhere; `sin`, `cos` and `pow` come from
the platform's library and differ in the last digit. Sums go through `math.fsum`, since `sum` of floats changed
in Python 3.12.
"""

from __future__ import annotations

from functools import lru_cache
from math import floor, fsum, sqrt

Point = tuple[float, float]

PI = 3.141592653589793
GOLDEN = 0.6180339887498949
"""Golden ratio minus one: its multiples, modulo 1, spread evenly however many there are."""
_SPOKES_KEPT = 1 << 12
_POWERS = tuple((power + 0.0, power + 1.0, power + 2.0, power + 3.0) for power in range(1, 29, 4))


def direction(turns: float) -> Point:
    """Return the unit vector at `turns` full turns clockwise from the right (y runs downwards)."""
    turns -= floor(turns + 0.5)
    angle = 2 * PI * turns
    cosine = sine = 0.0
    term = 1.0
    for first, second, third, fourth in _POWERS:
        cosine += term
        term *= angle / first
        sine += term
        term *= angle / second
        cosine -= term
        term *= angle / third
        sine -= term
        term *= angle / fourth
    # |angle| <= pi: the thirtieth term is below 1e-17
    return cosine + term, sine + term * (angle / 29)


def polar(centre: Point, radius: float, turns: float) -> Point:
    """Return the point at `radius` from `centre` in that direction."""
    x, y = direction(turns)
    return centre[0] + radius * x, centre[1] + radius * y


def middle(points: list[Point]) -> Point:
    """Return the barycentre of the points; there must be one."""
    return fsum(x for x, _ in points) / len(points), fsum(y for _, y in points) / len(points)


def sunflower(centre: Point, spacing: float, index: int) -> Point:
    """Return the `index`-th point of an even disc around `centre` (Vogel 1979)."""
    x, y = _spoke(index)
    radius = spacing * sqrt(index)
    return centre[0] + radius * x, centre[1] + radius * y


@lru_cache(_SPOKES_KEPT)
def _spoke(index: int) -> Point:
    """Return the direction of the `index`-th point of every disc."""
    return direction(GOLDEN * index)


def to_corners(point: Point, part: float) -> Point:
    """Return a point of the unit disc moved outwards, by `part` of the way that would make the disc a square."""
    x, y = point
    largest = max(abs(x), abs(y))
    if largest == 0:
        return point
    stretch = 1 + part * (sqrt(x * x + y * y) / largest - 1)
    return x * stretch, y * stretch


def hilbert(share: float, order: int = 10) -> Point:
    """Return the point at `share` in [0, 1) of the Hilbert curve through the square [-1, 1]².

    What is near on the line is near in the plane, and equal parts of the line fill equal areas.
    """
    side = 1 << order
    rest = int(share * side * side)
    x = y = 0
    scale = 1
    while scale < side:
        right = 1 & (rest // 2)
        down = 1 & (rest ^ right)
        if not down:
            if right:
                x, y = scale - 1 - x, scale - 1 - y
            x, y = y, x
        x += scale * right
        y += scale * down
        rest //= 4
        scale *= 2
    return (2 * x + 1) / side - 1, (2 * y + 1) / side - 1
