"""Work in a process of its own: what it gives, raises, and how it ends."""

from __future__ import annotations

import os
import time

import pytest

from graph.errors import MissingBuild
from graph.query.processes import in_a_process


def test_what_the_work_gives_comes_back():
    assert in_a_process(sorted, ([3, 1, 2],), None) == [1, 2, 3]


def refuse(error):
    raise error


@pytest.mark.parametrize("error", [MissingBuild("graph.ttl, line 2: broken"), OSError("no space left")])
def test_what_the_work_raises_comes_back(error):
    with pytest.raises(type(error), match=str(error)):
        in_a_process(refuse, (error,), 60)


def test_work_that_takes_too_long_is_ended():
    with pytest.raises(TimeoutError):
        in_a_process(time.sleep, (60,), 0.5)


def test_a_killed_process_is_no_answer():
    with pytest.raises(EOFError):
        in_a_process(os._exit, (9,), None)
