from itertools import pairwise
from math import cos, dist, pi, sin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.drawing.geometry import direction, hilbert, to_corners


@given(st.floats(min_value=-10, max_value=10))
def test_directions_agree_with_the_mathematical_library(turns):
    assert direction(turns) == pytest.approx((cos(2 * pi * turns), sin(2 * pi * turns)), abs=1e-9)


def test_neighbours_on_the_curve_are_neighbours_in_the_plane():
    points = [hilbert(place / 4**5, order=5) for place in range(4**5)]
    assert len(set(points)) == 4**5
    assert all(dist(a, b) == pytest.approx(2 / 32) for a, b in pairwise(points))


@given(st.floats(min_value=0, max_value=1), st.floats(min_value=0, max_value=1))
def test_a_stretched_disc_stays_within_the_square(turns, radius):
    x, y = direction(turns)
    stretched = to_corners((x * radius, y * radius), 1.0)
    assert max(map(abs, stretched)) <= radius + 1e-9
