import random
from itertools import combinations
from math import hypot

import pytest

from graph.drawing.group_layout import LARGEST_UNIT, Pull, group_layout

WIDTH, HEIGHT = 1000.0, 850.0


def boxes(count):
    chance = random.Random(3)  # noqa: S311  (the same boxes every time, no secret)
    return [(chance.uniform(3, 16), chance.uniform(2.5, 5)) for _ in range(count)]


def groups(*sizes):
    found, first = [], 0
    for size in sizes:
        found.append(list(range(first, first + size)))
        first += size
    return found


def cover(a, b, size_a, size_b):
    return min((size_a[axis] + size_b[axis]) / 2 - abs(a[axis] - b[axis]) for axis in (0, 1))


def is_within(point, hull):
    sides = zip(hull, [*hull[1:], hull[0]], strict=True)
    turns = [(b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) for a, b in sides]
    return all(turn > 0 for turn in turns)


@pytest.mark.parametrize("sizes", [(1,), (2,), (1, 1, 1), (60, 30, 30, 12, 9, 4, 2, 1, 1, 1), (150,)])
def test_no_box_covers_another_and_all_lie_on_the_sheet(sizes):
    given = boxes(sum(sizes))
    layout = group_layout(given, [], groups(*sizes), WIDTH, HEIGHT)
    on_sheet = [(width * layout.unit, height * layout.unit) for width, height in given]
    placed = list(zip(layout.places, on_sheet, strict=True))
    assert all(
        cover(a, b, size_a, size_b) < 0.01 * layout.unit
        for (a, size_a), (b, size_b) in combinations(placed, 2)
    )
    assert all(
        abs(x) + width / 2 < WIDTH + 0.01 and abs(y) + height / 2 < HEIGHT + 0.01
        for (x, y), (width, height) in placed
    )


def test_every_node_lies_within_the_hull_of_its_own_group_alone():
    grouped = groups(40, 25, 12, 3, 1)
    layout = group_layout(boxes(81), [], grouped, WIDTH, HEIGHT)
    for at, place in enumerate(layout.places):
        on = [number for number, hull in enumerate(layout.hulls) if is_within(place, hull)]
        assert on == [number for number, group in enumerate(grouped) if at in group]


def test_the_hub_of_a_group_is_about_in_its_middle():
    layout = group_layout([(8.0, 3.0)] * 90, [], groups(60, 30), WIDTH, HEIGHT)
    for hub, hull in zip((0, 60), layout.hulls, strict=True):
        xs, ys = [x for x, _ in hull], [y for _, y in hull]
        assert abs(layout.places[hub][0] - (min(xs) + max(xs)) / 2) < (max(xs) - min(xs)) / 6
        assert abs(layout.places[hub][1] - (min(ys) + max(ys)) / 2) < (max(ys) - min(ys)) / 6


def test_nodes_that_are_tied_stand_nearer_than_those_that_are_not():
    ties = [Pull(at, at + 20, 5) for at in range(1, 10)]
    sizes, grouped = [(6.0, 3.0)] * 40, groups(40)

    def length(layout):
        ways = ((layout.places[one], layout.places[other]) for one, other, _ in ties)
        return sum(hypot(a[0] - b[0], a[1] - b[1]) for a, b in ways) / layout.unit

    assert length(group_layout(sizes, ties, grouped, WIDTH, HEIGHT)) < 0.7 * length(
        group_layout(sizes, [], grouped, WIDTH, HEIGHT)
    )


def test_the_order_of_the_pulls_does_not_matter():
    chance = random.Random(5)  # noqa: S311  (the same pulls every time, no secret)
    pulls = [
        Pull(one, other, chance.randint(1, 9))
        for one, other in combinations(range(70), 2)
        if chance.random() < 0.1
    ]
    grouped = groups(40, 20, 10)
    first = group_layout(boxes(70), pulls, grouped, WIDTH, HEIGHT)
    chance.shuffle(pulls)
    assert group_layout(boxes(70), pulls, grouped, WIDTH, HEIGHT) == first


def test_few_names_do_not_get_huge_labels():
    assert group_layout([(5.0, 3.0)], [], [[0]], WIDTH, HEIGHT).unit == LARGEST_UNIT


def test_nothing_has_a_layout_too():
    assert list(group_layout([], [], [], WIDTH, HEIGHT).places) == []
