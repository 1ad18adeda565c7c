"""Where the nodes of a summary stand: every group is an island with its hub in the middle, near to what it is tied to.

A summary has some two hundred nodes, all of them with a label. Islands of them read at a glance, and every step takes
a bounded number of turns; a force model does neither, and its digits differ between platforms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum, sqrt
from typing import NamedTuple

from .geometry import PI, Point, sunflower
from .overlaps import Box, covers, separate
from .sea import Sea

FILLED = 0.72
"""The part of an island that the boxes of its nodes take at first; it grows until they have room."""

LOOSER = 1.06
"""By how much the sides of an island grow at a time."""

WIDE = 1.2
"""How much an island is wider, and lower, than a disc: so are labels."""

SWEEPS, OFFERS = 3, 12
"""How often the nodes of an island are offered other places, and how many each time."""

LARGEST_UNIT = 26.0
"""Units of the sheet that one of the boxes is at most: few names leave the sheet emptier, not their labels huge."""

_UNSEEN = 1e-3
"""So little may one box cover of another, in the unit of the boxes."""

Near = Mapping[int, Mapping[int, float]]
"""By node, the nodes that pull at it, and how strongly."""


class Pull(NamedTuple):
    """Two nodes, by their numbers, and how strongly they want to stand together."""

    one: int
    other: int
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """The middle of every node's box, and the corners of every group's island, in the units of the sheet.

    `unit` is how large the unit of the boxes is on the sheet.
    """

    places: Sequence[Point]
    shores: Sequence[Sequence[Point]]
    unit: float


def chart(
    sizes: Sequence[Point],
    pulls: Iterable[Pull],
    groups: Sequence[Sequence[int]],
    width: float,
    height: float,
) -> Chart:
    """Return a chart within ±`width` and ±`height` on which no box covers another, and no island another.

    `sizes` are the boxes' widths and heights, in a unit of their own, which is made as large as the sheet allows.
    `groups` hold every node once, in each the hub first; the first group is in the middle.
    """
    near = _near(pulls)
    places: dict[int, Point] = {}
    shores: list[Sequence[Point]] = []
    sea = Sea(width / height)
    for group in groups:
        own = _settled(group, sizes, near)
        shore = _shore([(own[at], sizes[at]) for at in group])
        x, y = sea.landed(shore, _wish(group, places, near))
        places.update({at: (own[at][0] + x, own[at][1] + y) for at in group})
        shores.append([(across + x, along + y) for across, along in shore])
    return _enlarged([places[at] for at in range(len(sizes))], shores, width, height)


def _near(pulls: Iterable[Pull]) -> Near:
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, weight in pulls:
        near[one][other] = near[other][one] = weight
    return near


def _settled(group: Sequence[int], sizes: Sequence[Point], near: Near) -> dict[int, Point]:
    """Return the places of a group's nodes, the first about in the middle; no box covers another."""
    radius = sqrt(fsum(sizes[at][0] * sizes[at][1] for at in group) / (FILLED * PI))
    spacing = 0.8 * radius / sqrt(len(group))
    spots = {at: sunflower((0.0, 0.0), spacing, place) for place, at in enumerate(group)}
    spots = {at: (WIDE * x, y / WIDE) for at, (x, y) in spots.items()}
    _exchange(group, spots, near)
    across = max(WIDE * radius, max(sizes[at][0] for at in group) / 2)
    along = max(radius / WIDE, max(sizes[at][1] for at in group) / 2)
    while True:
        boxes = [Box(*spots[at], *sizes[at], firm=at == group[0]) for at in group]
        places = separate(boxes, across, along)
        if not any(covers(one, other, _UNSEEN) for one, other in combinations(boxes, 2)):
            return dict(zip(group, places, strict=True))
        across, along = across * LOOSER, along * LOOSER


def _exchange(group: Sequence[int], spots: dict[int, Point], near: Near) -> None:
    """Let all but the first change places where that shortens what ties them."""
    for _ in range(SWEEPS):
        for place, one in enumerate(group[1:], start=1):
            for other in group[place + 1 : place + 1 + OFFERS]:
                before = _length(one, spots, near) + _length(other, spots, near)
                spots[one], spots[other] = spots[other], spots[one]
                if _length(one, spots, near) + _length(other, spots, near) >= before - 1e-9:
                    spots[one], spots[other] = spots[other], spots[one]


def _length(at: int, spots: Mapping[int, Point], near: Near) -> float:
    """Return how long the ways from a node to those of its island are that it is tied to, by weight."""
    x, y = spots[at]
    ways = [(weight, spots[other]) for other, weight in near.get(at, {}).items() if other in spots]
    return fsum(weight * sqrt((x - a) * (x - a) + (y - b) * (y - b)) for weight, (a, b) in ways)


def _wish(group: Sequence[int], places: Mapping[int, Point], near: Near) -> Point:
    """Return the middle of what a group is tied to of that which has its place; of the chart where that is nothing."""
    tied = [(weight, other) for at in group for other, weight in near.get(at, {}).items() if other in places]
    total = fsum(weight for weight, _ in tied)
    if not total:
        return 0.0, 0.0
    return (
        fsum(weight * places[other][0] for weight, other in tied) / total,
        fsum(weight * places[other][1] for weight, other in tied) / total,
    )


def _shore(boxes: Iterable[tuple[Point, Point]]) -> list[Point]:
    """Return the corners of the smallest convex area that holds the boxes, in turn (Andrew 1979)."""
    corners = sorted(
        {
            (x + side * width / 2, y + end * height / 2)
            for (x, y), (width, height) in boxes
            for side in (-1, 1)
            for end in (-1, 1)
        }
    )
    return [*_bent(corners), *_bent(reversed(corners))]


def _bent(corners: Iterable[Point]) -> list[Point]:
    found: list[Point] = []
    for x, y in corners:
        while len(found) > 1 and not _turns(found[-2], found[-1], (x, y)):
            found.pop()
        found.append((x, y))
    return found[:-1]


def _turns(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0


def _enlarged(
    places: Sequence[Point], shores: Sequence[Sequence[Point]], width: float, height: float
) -> Chart:
    """Return the chart with its middle in that of the sheet, as large as the sheet allows."""
    if not places:
        return Chart(places=(), shores=(), unit=1.0)
    xs, ys = [x for shore in shores for x, _ in shore], [y for shore in shores for _, y in shore]
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    unit = min(LARGEST_UNIT, 2 * width / (max(xs) - min(xs)), 2 * height / (max(ys) - min(ys)))

    def moved(points: Sequence[Point]) -> list[Point]:
        return [((a - x) * unit, (b - y) * unit) for a, b in points]

    return Chart(places=moved(places), shores=[moved(shore) for shore in shores], unit=unit)
