"""What the screen shows of problems: all of a few, of very many the first of each kind and how many there are."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.records import Issue
from graph import cli
from graph.commands.outcome import tell_nothing_usable
from graph.errors import NothingUsable

LETTER = Path(__file__).resolve().parents[3] / "tests" / "dev" / "raw" / "d01.txt"


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
    assert lines[-1] == "fuwen: … 另有 995 处 · 995 more (not_a_letter 995)"


def test_several_problems_of_one_kind_in_a_file_are_one_line(told):
    (line,) = told(issue(1), issue(1), issue(1))
    assert line.endswith("[另有同类 2 处 · 2 more like it]")


def test_what_the_reader_calls_a_kind_of_file_is_not_told(told):
    (line,) = told(
        replace(issue(1, "old_office_format"), where="file", value="ole", message="the file is a WPS file")
    )
    assert line.endswith(
        " 0001.txt: 旧版 Office 或 WPS 文件不能读取；另存为 .docx 或 PDF · the file is a WPS file; look at it"
    )


def test_a_place_that_helps_to_find_what_is_told_is_named(told):
    (row,) = told(replace(issue(1), where="row 3"))
    (signature,) = told(replace(issue(1), where="signature"))
    assert "0001.txt (row 3): " in row
    assert "0001.txt: " in signature


def test_the_last_lines_tell_how_many_files_were_read_and_what_to_open(tmp_path, capsys):
    folder = tmp_path / "答复 函"
    folder.mkdir()
    shutil.copy(LETTER, folder / "复文.txt")
    (folder / "新闻.txt").write_text("今天天气晴朗，公园里游人如织。\n", encoding="utf-8")
    asked = ["build", str(folder), "--out", str(tmp_path / "输出"), "--no-cache", "--format"]
    assert cli.main([*asked, "html"]) == 4
    counts, page = capsys.readouterr().out.splitlines()
    assert "1 封复文 letters（共 2 个文件 of 2 files） · " in counts
    assert page == f"用浏览器打开 open in a browser: {tmp_path / '输出' / 'graph.html'}"
    cli.main([*asked, "tables"])
    assert len(capsys.readouterr().out.splitlines()) == 1
