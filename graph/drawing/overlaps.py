"""Removes overlaps: moves boxes apart, as little as possible, until none covers another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import floor, fsum, sqrt

from .geometry import Point, sunflower

MOVED_APART = 800
"""Up to so many boxes are pushed apart; more are dealt out to cells, which takes one pass."""

GROWTH = (0.5, 0.75, 1.0)
"""Boxes are pushed apart at these parts of their size in turn: the crowd spreads before it jams."""

ROUNDS = 5
"""How often, at each size, the list of near pairs is made anew; the last size gets four times as many."""

PUSHES = 6
"""How often each list of near pairs is gone through."""

SIDEWAYS = 2.5
"""A box moves up or down unless that is so many times shorter than left or right: labels are wide, and pushed
only along the shorter way they pile up in columns."""

_TOUCH = 1e-6
_PLACES_TRIED = 1000
_REACH = 40


@dataclass(slots=True)
class Box:
    """A node with its label: centre, full width and height; `firm` boxes yield only to each other."""

    x: float
    y: float
    width: float
    height: float
    firm: bool = False


def separate(boxes: Sequence[Box], width: float, height: float) -> list[Point]:
    """Return a centre for every box, within ±`width` and ±`height`, near to where it was and no two the same.

    They do not cover each other where there is room for them. Meant for `MOVED_APART` boxes at most.
    """
    for growth in GROWTH:
        for _ in range(ROUNDS if growth < 1 else 4 * ROUNDS):
            pairs = _near_pairs(boxes, growth)
            for _ in range(PUSHES):
                moved = _push_apart(pairs)
            _keep_within(boxes, width, height)
            if not moved:
                break
    _rehouse(boxes, width, height)
    return [(box.x, box.y) for box in boxes]


def _rehouse(boxes: Sequence[Box], width: float, height: float) -> None:
    """Move every box that still covers a larger one to the nearest free place, if there is one."""
    tallest = max(box.height for box in boxes)
    rows: dict[int, list[Box]] = defaultdict(list)
    for box in sorted(boxes, key=lambda box: (not box.firm, -box.width * box.height)):
        wish = box.x, box.y
        for step in range(_PLACES_TRIED):
            x, y = sunflower(wish, box.height / 2, step)
            if abs(x) > width - box.width / 2 or abs(y) > height - box.height / 2:
                continue
            box.x, box.y = x, y
            row = floor(y / tallest)
            if not any(
                covers(box, other, _TOUCH) for near in (row - 1, row, row + 1) for other in rows[near]
            ):
                break
        else:
            box.x, box.y = wish
        rows[floor(box.y / tallest)].append(box)


def covers(a: Box, b: Box, unseen: float) -> bool:
    """Return whether one box covers more of another, across and along, than goes unseen."""
    across = (a.width + b.width) / 2 - abs(a.x - b.x)
    return across > unseen and (a.height + b.height) / 2 - abs(a.y - b.y) > unseen


def _keep_within(boxes: Sequence[Box], width: float, height: float) -> None:
    for box in boxes:
        across, along = width - box.width / 2, height - box.height / 2
        box.x = max(-across, min(across, box.x))
        box.y = max(-along, min(along, box.y))


def _near_pairs(boxes: Sequence[Box], growth: float) -> list[tuple[Box, Box, float, float]]:
    """Return the pairs that may come to cover each other, with the distances they need.

    Every box, with a margin around it, is entered into the cells it touches; those in one cell are near.
    """
    wide = fsum(box.width for box in boxes) / len(boxes)
    high = fsum(box.height for box in boxes) / len(boxes)
    cells: dict[tuple[int, int], list[int]] = defaultdict(list)
    for index, box in enumerate(boxes):
        across, along = 0.6 * growth * box.width, 0.75 * growth * box.height
        for column in range(floor((box.x - across) / wide), floor((box.x + across) / wide) + 1):
            for row in range(floor((box.y - along) / high), floor((box.y + along) / high) + 1):
                cells[column, row].append(index)
    near = sorted({pair for members in cells.values() for pair in combinations(members, 2)})
    half = growth / 2
    return [
        (a, b, half * (a.width + b.width), half * (a.height + b.height))
        for a, b in ((boxes[first], boxes[second]) for first, second in near)
    ]


def _push_apart(pairs: Sequence[tuple[Box, Box, float, float]]) -> bool:
    """Push every covering pair apart; return whether there was one."""
    moved = False
    for a, b, need_across, need_along in pairs:
        across = need_across - abs(a.x - b.x)
        if across <= _TOUCH:
            continue
        along = need_along - abs(a.y - b.y)
        if along <= _TOUCH:
            continue
        moved = True
        share = 0.5 if a.firm == b.firm else (0.0 if a.firm else 1.0)
        if along * SIDEWAYS <= across:
            way = along if a.y <= b.y else -along
            a.y -= way * share
            b.y += way * (1 - share)
        else:
            way = across if a.x <= b.x else -across
            a.x -= way * share
            b.x += way * (1 - share)
    return moved


def deal_out(points: Sequence[Point], width: float, height: float) -> Iterator[Point]:
    """Yield the points moved to the middles of free cells of a grid, which has a third more cells than needed."""
    size = sqrt(4 * width * height / (1.35 * len(points) + 1))
    columns, rows = max(1, int(2 * width / size)), max(1, int(2 * height / size))
    while columns * rows < len(points):
        rows += 1
    grid = _Grid(columns, rows)
    for x, y in points:
        column, row = grid.take(int((x + width) / size), int((y + height) / size))
        shift = 0.25 if row % 2 else -0.25  # every other row is shifted: bricks look less like a table
        yield (column + 0.5 + shift) * size - width, (row + 0.5) * size - height


class _Grid:
    """Cells that are taken one by one, each the nearest free one to what was wished for.

    Around the grid lies a margin of taken cells, so wide that no step leaves it: a step is a difference of numbers.
    """

    def __init__(self, columns: int, rows: int) -> None:
        self._columns, self._rows = columns, rows
        self._width = columns + 2 * _REACH
        above, beside = bytes([1]) * (self._width * _REACH), bytes([1]) * _REACH
        self._taken = bytearray(above + (beside + bytes(columns) + beside) * rows + above)
        reach = range(-_REACH, _REACH + 1)
        steps = sorted(
            ((x, y) for x in reach for y in reach), key=lambda step: (step[0] ** 2 + step[1] ** 2, step)
        )
        self._steps = [across + along * self._width for across, along in steps]
        self._tried: dict[int, int] = {}

    def take(self, column: int, row: int) -> tuple[int, int]:
        """Take the free cell nearest to the one asked for and return it; there must be one."""
        column, row = max(0, min(self._columns - 1, column)), max(0, min(self._rows - 1, row))
        cell = wish = (row + _REACH) * self._width + column + _REACH
        if self._taken[wish]:
            cell = self._nearest(wish)
        if cell < 0:
            cell = self._taken.find(0, wish - wish % self._width)
            cell = cell if cell >= 0 else self._taken.find(0)
        self._taken[cell] = 1
        row, column = divmod(cell, self._width)
        return column - _REACH, row - _REACH

    def _nearest(self, wish: int) -> int:
        """Return the nearest free cell, -1 where none is within reach."""
        taken, steps = self._taken, self._steps
        for number in range(self._tried.get(wish, 0), len(steps)):  # what was full once stays full
            cell = wish + steps[number]
            if not taken[cell]:
                self._tried[wish] = number + 1
                return cell
        self._tried[wish] = len(steps)
        return -1
