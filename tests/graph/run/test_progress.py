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
    assert "读取 reading 0/4\r" in shown.getvalue()
    assert "读取 reading 1/4 · 1/s · 剩 3 s left" in shown.getvalue()
    assert shown.getvalue().endswith("\r\x1b[K")


@pytest.mark.usefixtures("clock")
def test_a_log_gets_one_line_for_a_long_stage_and_none_for_a_short_one():
    log = io.StringIO()
    list(Progress(log).over("read", "abcd", 4))
    assert log.getvalue() == ""
    list(Progress(log).over("relate", range(20), 20))
    assert log.getvalue() == "fuwen: 关联 relating 20/20 · 1/s · 21 s\n"


@pytest.mark.usefixtures("clock")
def test_what_takes_longer_than_a_second_each_is_told_so():
    log = io.StringIO()
    progress_of_pairs = Progress(log)
    for _ in progress_of_pairs.over("write", range(6), 6):
        progress.time.monotonic()
    assert log.getvalue() == "fuwen: 写出 writing 6/6 · 每个 2.2 s each · 13 s\n"


@pytest.mark.usefixtures("clock")
def test_what_cannot_be_counted_is_named_before_between_and_behind_what_can():
    shown = Terminal()
    told = Progress(shown)
    with told.during("merge"):
        list(told.over("link", "ab", 2))
    lines = shown.getvalue().split("\r\x1b[K")
    assert lines == [
        "",
        "合并名称 merging names …",
        "链接 linking 0/2",
        "链接 linking 1/2 · 1/s · 剩 1 s left",
        "链接 linking 2/2 · 1/s · 剩 0 s left",
        "合并名称 merging names …",
        "",
    ]


@pytest.mark.usefixtures("clock")
def test_a_log_tells_what_could_not_be_counted_where_it_took_long():
    log = io.StringIO()
    told = Progress(log)
    with told.during("assemble"):
        for _ in range(20):
            progress.time.monotonic()
    assert log.getvalue() == "fuwen: 汇总 assembling · 21 s\n"


def test_nothing_is_said_where_nobody_asked():
    assert list(Progress().over("read", "ab", 2)) == ["a", "b"]
