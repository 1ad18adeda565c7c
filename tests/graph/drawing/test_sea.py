from itertools import combinations

import pytest

from graph.drawing.sea import STRAIT, Sea


def square(side):
    half = side / 2
    return [(-half, -half), (half, -half), (half, half), (-half, half)]


def apart(one, other):
    """Return how far apart two squares are that are given by their middle and their side."""
    (a, b, side), (c, d, other_side) = one, other
    need = (side + other_side) / 2
    return max(abs(a - c) - need, abs(b - d) - need)


def landed(sides, aspect=1.5, wish=(0.0, 0.0)):
    sea = Sea(aspect)
    return [(*sea.landed(square(side), wish), side) for side in sides]


def test_the_first_island_lies_in_the_middle():
    assert landed([5.0]) == [(0.0, 0.0, 5.0)]


def test_no_island_lies_on_another_and_there_is_water_between_them():
    islands = landed([20.0, 9.5, 14.2, 3.0, 3.0, 7.7, 1.0, 11.0])
    assert all(apart(*pair) >= 2 * STRAIT for pair in combinations(islands, 2))


@pytest.mark.parametrize("wish", [(30.0, 0.0), (-30.0, 0.0), (0.0, 30.0), (0.0, -30.0)])
def test_an_island_lies_on_the_side_of_what_it_is_tied_to(wish):
    sea = Sea(1.0)
    sea.landed(square(20.0), (0.0, 0.0))
    x, y = sea.landed(square(6.0), wish)
    assert x * wish[0] + y * wish[1] > abs(x * wish[1]) + abs(y * wish[0])


def test_small_islands_fill_what_the_large_ones_leave_over():
    large = landed([30.0, 12.0])
    left, right = (min(x - side / 2 for x, _, side in large), max(x + side / 2 for x, _, side in large))
    *_, small = landed([30.0, 12.0, 2.0])
    assert left <= small[0] - 1 < small[0] + 1 <= right


def test_the_whole_has_about_the_shape_of_the_sheet():
    islands = landed([6.0] * 24, aspect=3.0)
    width = max(x for x, *_ in islands) - min(x for x, *_ in islands) + 6
    height = max(y for _, y, _ in islands) - min(y for _, y, _ in islands) + 6
    assert 2 < width / height < 4.5
