from itertools import combinations

import pytest

from graph.drawing.occupancy_grid import HALF_GAP, OccupancyGrid


def square(side):
    half = side / 2
    return [(-half, -half), (half, -half), (half, half), (-half, half)]


def apart(one, other):
    """Return how far apart two squares are that are given by their middle and their side."""
    (a, b, side), (c, d, other_side) = one, other
    need = (side + other_side) / 2
    return max(abs(a - c) - need, abs(b - d) - need)


def placed(sides, aspect=1.5, wish=(0.0, 0.0)):
    grid = OccupancyGrid(aspect)
    return [(*grid.place(square(side), wish), side) for side in sides]


def test_the_first_polygon_lies_in_the_middle():
    assert placed([5.0]) == [(0.0, 0.0, 5.0)]


def test_no_polygon_lies_on_another_and_there_is_a_gap_between_them():
    squares = placed([20.0, 9.5, 14.2, 3.0, 3.0, 7.7, 1.0, 11.0])
    assert all(apart(*pair) >= 2 * HALF_GAP for pair in combinations(squares, 2))


@pytest.mark.parametrize("wish", [(30.0, 0.0), (-30.0, 0.0), (0.0, 30.0), (0.0, -30.0)])
def test_a_polygon_lies_on_the_side_of_what_it_is_tied_to(wish):
    grid = OccupancyGrid(1.0)
    grid.place(square(20.0), (0.0, 0.0))
    x, y = grid.place(square(6.0), wish)
    assert x * wish[0] + y * wish[1] > abs(x * wish[1]) + abs(y * wish[0])


def test_small_polygons_fill_what_the_large_ones_leave_over():
    large = placed([30.0, 12.0])
    left, right = (min(x - side / 2 for x, _, side in large), max(x + side / 2 for x, _, side in large))
    *_, small = placed([30.0, 12.0, 2.0])
    assert left <= small[0] - 1 < small[0] + 1 <= right


def test_the_whole_has_about_the_shape_of_the_sheet():
    squares = placed([6.0] * 24, aspect=3.0)
    width = max(x for x, *_ in squares) - min(x for x, *_ in squares) + 6
    height = max(y for _, y, _ in squares) - min(y for _, y, _ in squares) + 6
    assert 2 < width / height < 4.5
