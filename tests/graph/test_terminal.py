import io
import os
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.terminal import clipped, csv_mark, folded, harmless, markdown, say, shared, table, width


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("福田", 4), ("（20+8）", 8), ("e\u0301", 1), ("", 0)]
)
def test_a_chinese_character_is_two_columns_wide(text, columns):
    assert width(text) == columns


@settings(deadline=None)
@given(st.text(max_size=30))
def test_no_text_can_steer_a_terminal(text):
    shown = harmless(text)
    assert shown.isprintable() or not shown
    assert "\n" not in shown


def test_an_escape_sequence_and_a_text_that_runs_backwards_are_made_visible():
    assert harmless("区\x1b[31m财政局\u202e局") == "区�[31m财政局�局"


def test_what_is_no_answer_goes_to_stderr_on_one_harmless_line(capsys):
    say("区\x1b[31m财政局.txt:\n没有这个文件")
    assert capsys.readouterr() == ("", "fuwen: 区�[31m财政局.txt: 没有这个文件\n")


@settings(deadline=None)
@given(st.text(alphabet="福田abc", max_size=20), st.integers(min_value=1, max_value=20))
def test_a_clipped_text_is_never_too_wide(text, columns):
    assert width(clipped(text, columns)) <= columns


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.text(alphabet="福a1", max_size=5), st.text(alphabet="局b", min_size=1, max_size=5)),
        min_size=1,
    )
)
def test_the_last_column_of_a_table_begins_in_the_same_place(rows):
    lines = list(table(("x", "名"), rows))
    begins = {width(line) - width(row[1]) for line, row in zip(lines[2:], rows, strict=True)}
    assert len(begins) == 1


def test_numbers_stand_to_the_right():
    lines = list(table(("name", "n"), [("福田", "7"), ("南山", "120")]))
    assert lines[2].endswith("  7")
    assert lines[3].endswith("120")


def test_markdown_shows_a_name_as_it_is():
    assert markdown("a|b\n*c* [x](y)") == "a\\|b \\*c\\* \\[x\\](y)"


ROOM = 60
WIDE = [
    ("福田区科技和工业信息化局" * 2, "", "7", "构建全国首个三位一体的技术交易平台" * 3),
    ("南山", "", "120", "短"),
]
HEAD = ("department", "empty", "n", "promise")


def test_in_a_terminal_empty_columns_go_and_wide_ones_share_the_room():
    lines = list(table(HEAD, WIDE, room=ROOM))
    assert max(map(width, lines)) <= ROOM
    assert lines[0].split() == ["department", "n", "promise"]
    assert lines[-1].split() == ["南山", "120", "短"]


def test_what_is_too_wide_for_a_terminal_is_folded_and_nothing_of_it_lost():
    lines = list(table(HEAD, WIDE, room=ROOM, widest=200))
    shown = "".join(lines[2:-1]).replace(" ", "")
    assert sorted(shown) == sorted("".join(WIDE[0]))


def test_a_head_in_two_languages_stands_on_two_lines_and_widens_no_column():
    lines = list(table(("名称 name", "n", "状态 status"), [("福田", "7", "done")], room=0))
    assert [line.split() for line in lines[:2]] == [["名称", "状态"], ["name", "n", "status"]]
    assert lines[2] == "────  ─  ──────"
    assert lines[3].split() == ["福田", "7", "done"]
    assert len(list(table(("name", "n"), [("福田", "7")], room=0))) == 3


def test_without_a_terminal_a_table_keeps_its_form(monkeypatch):
    monkeypatch.delenv("COLUMNS", raising=False)
    assert list(table(HEAD, WIDE)) == list(table(HEAD, WIDE, room=0))
    assert "empty" in next(table(HEAD, WIDE))
    assert max(map(width, table(HEAD, WIDE))) > 100


def test_columns_in_the_environment_is_the_room(monkeypatch):
    monkeypatch.setenv("COLUMNS", str(ROOM))
    assert list(table(HEAD, WIDE)) == list(table(HEAD, WIDE, room=ROOM))
    monkeypatch.setenv("COLUMNS", "wide")
    assert list(table(HEAD, WIDE)) == list(table(HEAD, WIDE, room=0))


@given(
    st.lists(st.tuples(st.integers(min_value=1, max_value=80), st.booleans()), min_size=1, max_size=9),
    st.integers(20, 200),
)
def test_columns_fill_the_room_and_only_wide_ones_without_numbers_lose(columns, room):
    widths, whole = zip(*columns, strict=True)
    got = shared(widths, room, whole)
    gaps = 2 * (len(got) - 1)
    for now, before, kept in zip(got, widths, whole, strict=True):
        assert now == before if kept else min(before, 6) <= now <= before
    least = sum(before if kept else min(before, 6) for before, kept in columns)
    assert sum(got) + gaps <= max(room, least + gaps)
    assert all(whole) or sum(got) + gaps > min(room, sum(widths) + gaps) - len(got)


def test_a_table_of_nothing_but_empty_columns_still_has_its_head():
    assert next(table(("a", "b"), [], room=ROOM)).split() == ["a", "b"]


@settings(deadline=None)
@given(st.text(alphabet="福田“”，。a1 -e\u0301", max_size=40), st.integers(min_value=2, max_value=12))
def test_folding_loses_nothing_but_spaces_and_no_line_is_too_wide(text, columns):
    lines = folded(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(width, lines)) <= columns


def test_folding_tears_no_number_and_begins_no_line_with_a_closing_mark():
    assert folded("扩大“20+8”基金，支持中试", 10) == ["扩大“20+8”", "基金，支持", "中试"]
    assert folded("支持扩大“20+8”基金", 12) == ["支持扩大", "“20+8”基金"]
    assert folded("区财政局，街道", 8) == ["区财政", "局，街道"]


def test_csv_that_goes_into_a_file_begins_with_the_mark_that_spreadsheets_need(tmp_path, monkeypatch, capsys):
    """Excel of a Chinese Windows reads a file without it as GBK; programs behind a pipe stumble over it."""
    with (tmp_path / "figures.csv").open("w", encoding="utf-8") as file:
        monkeypatch.setattr(sys, "stdout", file)
        assert csv_mark() == "\ufeff"
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb"), os.fdopen(writing, "w", encoding="utf-8") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)
        assert csv_mark() == ""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert csv_mark() == ""
