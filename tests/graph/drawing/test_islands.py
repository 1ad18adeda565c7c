import random
from itertools import combinations
from math import hypot

import pytest

from graph.drawing.islands import LARGEST_UNIT, Pull, chart

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


def is_within(point, shore):
    sides = zip(shore, [*shore[1:], shore[0]], strict=True)
    turns = [(b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]) for a, b in sides]
    return all(turn > 0 for turn in turns)


@pytest.mark.parametrize("sizes", [(1,), (2,), (1, 1, 1), (60, 30, 30, 12, 9, 4, 2, 1, 1, 1), (150,)])
def test_no_box_covers_another_and_all_lie_on_the_sheet(sizes):
    given = boxes(sum(sizes))
    drawn = chart(given, [], groups(*sizes), WIDTH, HEIGHT)
    on_sheet = [(width * drawn.unit, height * drawn.unit) for width, height in given]
    placed = list(zip(drawn.places, on_sheet, strict=True))
    assert all(
        cover(a, b, size_a, size_b) < 0.01 * drawn.unit
        for (a, size_a), (b, size_b) in combinations(placed, 2)
    )
    assert all(
        abs(x) + width / 2 < WIDTH + 0.01 and abs(y) + height / 2 < HEIGHT + 0.01
        for (x, y), (width, height) in placed
    )


def test_every_node_lies_on_the_island_of_its_group_alone():
    grouped = groups(40, 25, 12, 3, 1)
    drawn = chart(boxes(81), [], grouped, WIDTH, HEIGHT)
    for at, place in enumerate(drawn.places):
        on = [number for number, shore in enumerate(drawn.shores) if is_within(place, shore)]
        assert on == [number for number, group in enumerate(grouped) if at in group]


def test_the_hub_of_an_island_is_about_in_its_middle():
    drawn = chart([(8.0, 3.0)] * 90, [], groups(60, 30), WIDTH, HEIGHT)
    for hub, shore in zip((0, 60), drawn.shores, strict=True):
        xs, ys = [x for x, _ in shore], [y for _, y in shore]
        assert abs(drawn.places[hub][0] - (min(xs) + max(xs)) / 2) < (max(xs) - min(xs)) / 6
        assert abs(drawn.places[hub][1] - (min(ys) + max(ys)) / 2) < (max(ys) - min(ys)) / 6


def test_nodes_that_are_tied_stand_nearer_than_those_that_are_not():
    ties = [Pull(at, at + 20, 5) for at in range(1, 10)]
    sizes, grouped = [(6.0, 3.0)] * 40, groups(40)

    def length(drawn):
        ways = ((drawn.places[one], drawn.places[other]) for one, other, _ in ties)
        return sum(hypot(a[0] - b[0], a[1] - b[1]) for a, b in ways) / drawn.unit

    assert length(chart(sizes, ties, grouped, WIDTH, HEIGHT)) < 0.7 * length(
        chart(sizes, [], grouped, WIDTH, HEIGHT)
    )


def test_the_order_of_the_pulls_does_not_matter():
    chance = random.Random(5)  # noqa: S311  (the same pulls every time, no secret)
    pulls = [
        Pull(one, other, chance.randint(1, 9))
        for one, other in combinations(range(70), 2)
        if chance.random() < 0.1
    ]
    grouped = groups(40, 20, 10)
    first = chart(boxes(70), pulls, grouped, WIDTH, HEIGHT)
    chance.shuffle(pulls)
    assert chart(boxes(70), pulls, grouped, WIDTH, HEIGHT) == first


def test_few_names_do_not_get_huge_labels():
    assert chart([(5.0, 3.0)], [], [[0]], WIDTH, HEIGHT).unit == LARGEST_UNIT


def test_nothing_is_a_chart_too():
    assert list(chart([], [], [], WIDTH, HEIGHT).places) == []
