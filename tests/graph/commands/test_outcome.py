"""What the screen shows of problems: all of a few, of very many the first of each kind and how many there are."""

import pytest

from corpus.records import Issue
from graph.commands.outcome import tell_nothing_usable
from graph.errors import NothingUsable


def issue(number, code="not_a_letter"):
    return Issue(
        source=f"{number:04}.txt",
        severity="error" if code == "no_text_layer" else "warning",
        code=code,
        where="",
        value="",
        message=f"told of {number}",
        hint="look at it",
    )


@pytest.fixture
def told(capsys):
    def lines(*issues):
        tell_nothing_usable(NothingUsable("", issues))
        return capsys.readouterr().err.splitlines()

    return lines


def test_of_thirty_files_each_has_its_line(told):
    lines = told(*map(issue, range(30)))
    assert len(lines) == 30
    assert all(f"{number:04}.txt" in line for number, line in enumerate(lines))


def test_what_is_found_a_thousand_times_does_not_hide_what_is_found_once(told):
    lines = told(*map(issue, range(1000)), issue(1000, "no_text_layer"), issue(1001, "empty"))
    assert lines[0].startswith("fuwen: 错误 error: 1000.txt")
    assert [line.split(":")[2].strip() for line in lines[1:-1]] == [
        *(f"{number:04}.txt" for number in range(5)),
        "1001.txt",
    ]
    assert lines[-1] == "fuwen: … 另有 and 995 more (not_a_letter 995)"


def test_several_problems_of_one_kind_in_a_file_are_one_line(told):
    (line,) = told(issue(1), issue(1), issue(1))
    assert line.endswith("[另有同类 and 2 more like it]")
