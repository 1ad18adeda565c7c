"""Places for the nodes of a summary: each group is packed around its hub, and groups stand near what they are tied to.

A summary has some two hundred nodes, all of them with a label. Compact groups read at a glance, and every step takes
a bounded number of iterations; a force model does neither, and its digits differ between platforms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import fsum, sqrt
from typing import NamedTuple

from .geometry import PI, Point, sunflower
from .occupancy_grid import OccupancyGrid
from .overlaps import Box, covers, separate

FILLED = 0.72
"""The share of the area of a group that the boxes of its nodes take at first; it grows until they have room."""

LOOSER = 1.06
"""The factor by which the sides of a group grow at a time."""

WIDE = 1.2
"""How many times wider, and lower, than a disc a group is: labels are wide and low, too."""

SWEEPS, OFFERS = 3, 12
"""How often the nodes of a group are offered other places, and how many each time."""

LARGEST_UNIT = 26.0
"""Units of the sheet that one of the boxes is at most: few names leave the sheet emptier, not their labels huge."""

_TOLERANCE = 1e-3
"""How much of another a box may cover, in the unit of the boxes: it is not seen."""

Near = Mapping[int, Mapping[int, float]]
"""By node, the nodes that pull at it, and how strongly."""


class Pull(NamedTuple):
    """Two nodes, by their numbers, and how strongly they want to stand together."""

    one: int
    other: int
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLayout:
    """The middle of every node's box, and the convex hull of every group's boxes, in the units of the sheet.

    `unit` is how large the unit of the boxes is on the sheet.
    """

    places: Sequence[Point]
    hulls: Sequence[Sequence[Point]]
    unit: float


def group_layout(
    sizes: Sequence[Point],
    pulls: Iterable[Pull],
    groups: Sequence[Sequence[int]],
    width: float,
    height: float,
) -> GroupLayout:
    """Return a layout within ±`width` and ±`height` in which no box covers another, and no group another.

    `sizes` are the boxes' widths and heights, in a unit of their own, which is made as large as the sheet allows.
    `groups` hold every node once, in each the hub first; the first group is in the middle.
    """
    near = _near(pulls)
    places: dict[int, Point] = {}
    hulls: list[Sequence[Point]] = []
    grid = OccupancyGrid(width / height)
    for group in groups:
        own = _packed(group, sizes, near)
        hull = _convex_hull([(own[at], sizes[at]) for at in group])
        x, y = grid.place(hull, _attraction(group, places, near))
        places.update({at: (own[at][0] + x, own[at][1] + y) for at in group})
        hulls.append([(across + x, along + y) for across, along in hull])
    return _fitted([places[at] for at in range(len(sizes))], hulls, width, height)


def _near(pulls: Iterable[Pull]) -> Near:
    near: dict[int, dict[int, float]] = defaultdict(dict)
    for one, other, weight in pulls:
        near[one][other] = near[other][one] = weight
    return near


def _packed(group: Sequence[int], sizes: Sequence[Point], near: Near) -> dict[int, Point]:
    """Return the places of a group's nodes, its hub about in the middle; no box covers another."""
    radius = sqrt(fsum(sizes[at][0] * sizes[at][1] for at in group) / (FILLED * PI))
    spacing = 0.8 * radius / sqrt(len(group))
    spots = {at: sunflower((0.0, 0.0), spacing, place) for place, at in enumerate(group)}
    spots = {at: (WIDE * x, y / WIDE) for at, (x, y) in spots.items()}
    _shorten_ties(group, spots, near)
    across = max(WIDE * radius, max(sizes[at][0] for at in group) / 2)
    along = max(radius / WIDE, max(sizes[at][1] for at in group) / 2)
    while True:
        boxes = [Box(*spots[at], *sizes[at], firm=at == group[0]) for at in group]
        places = separate(boxes, across, along)
        if not any(covers(one, other, _TOLERANCE) for one, other in combinations(boxes, 2)):
            return dict(zip(group, places, strict=True))
        across, along = across * LOOSER, along * LOOSER


def _shorten_ties(group: Sequence[int], spots: dict[int, Point], near: Near) -> None:
    """Let all nodes but the hub change places where that shortens the ties."""
    for _ in range(SWEEPS):
        for place, one in enumerate(group[1:], start=1):
            for other in group[place + 1 : place + 1 + OFFERS]:
                before = _tie_length(one, spots, near) + _tie_length(other, spots, near)
                spots[one], spots[other] = spots[other], spots[one]
                if _tie_length(one, spots, near) + _tie_length(other, spots, near) >= before - 1e-9:
                    spots[one], spots[other] = spots[other], spots[one]


def _tie_length(at: int, spots: Mapping[int, Point], near: Near) -> float:
    """Return the weighted sum of the lengths of a node's ties within its group."""
    x, y = spots[at]
    ties = [(weight, spots[other]) for other, weight in near.get(at, {}).items() if other in spots]
    return fsum(weight * sqrt((x - a) * (x - a) + (y - b) * (y - b)) for weight, (a, b) in ties)


def _attraction(group: Sequence[int], places: Mapping[int, Point], near: Near) -> Point:
    """Return the weighted middle of the placed nodes that a group is tied to; the origin where there are none."""
    tied = [(weight, other) for at in group for other, weight in near.get(at, {}).items() if other in places]
    total = fsum(weight for weight, _ in tied)
    if not total:
        return 0.0, 0.0
    return (
        fsum(weight * places[other][0] for weight, other in tied) / total,
        fsum(weight * places[other][1] for weight, other in tied) / total,
    )


def _convex_hull(boxes: Iterable[tuple[Point, Point]]) -> list[Point]:
    """Return the corners of the convex hull of the boxes, in turn (monotone chain, Andrew 1979)."""
    corners = sorted(
        {
            (x + side * width / 2, y + end * height / 2)
            for (x, y), (width, height) in boxes
            for side in (-1, 1)
            for end in (-1, 1)
        }
    )
    return [*_half_hull(corners), *_half_hull(reversed(corners))]


def _half_hull(corners: Iterable[Point]) -> list[Point]:
    found: list[Point] = []
    for x, y in corners:
        while len(found) > 1 and not _turns_left(found[-2], found[-1], (x, y)):
            found.pop()
        found.append((x, y))
    return found[:-1]


def _turns_left(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) > 0


def _fitted(
    places: Sequence[Point], hulls: Sequence[Sequence[Point]], width: float, height: float
) -> GroupLayout:
    """Return the layout with its middle in that of the sheet, as large as the sheet allows."""
    if not places:
        return GroupLayout(places=(), hulls=(), unit=1.0)
    xs, ys = [x for hull in hulls for x, _ in hull], [y for hull in hulls for _, y in hull]
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    unit = min(LARGEST_UNIT, 2 * width / (max(xs) - min(xs)), 2 * height / (max(ys) - min(ys)))

    def moved(points: Sequence[Point]) -> list[Point]:
        return [((a - x) * unit, (b - y) * unit) for a, b in points]

    return GroupLayout(places=moved(places), hulls=[moved(hull) for hull in hulls], unit=unit)
