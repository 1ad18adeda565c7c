import io

import pytest

from graph.run import progress
from graph.run.progress import Progress


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test sets; every look at it takes a second."""
    seconds = iter(range(1000))
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(seconds)))


@pytest.mark.usefixtures("clock")
def test_a_terminal_sees_stage_count_rate_and_time_left_and_the_line_is_wiped():
    shown = Terminal()
    assert list(Progress(shown).over("read", "abcd", 4)) == list("abcd")
    assert "读取 reading 1/4 · 1/s · 3 s" in shown.getvalue()
    assert shown.getvalue().endswith("\r\x1b[K")


@pytest.mark.usefixtures("clock")
def test_a_log_gets_one_line_for_a_long_stage_and_none_for_a_short_one():
    log = io.StringIO()
    list(Progress(log).over("read", "abcd", 4))
    assert log.getvalue() == ""
    list(Progress(log).over("relate", range(20), 20))
    assert log.getvalue() == "fuwen: 关联 relating 20/20 · 1/s · 21 s\n"


def test_nothing_is_said_where_nobody_asked():
    assert list(Progress().over("read", "ab", 2)) == ["a", "b"]
