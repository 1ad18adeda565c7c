"""Which names are of one thing for the promises of it."""

from __future__ import annotations

import pytest
from promises import fund

from graph.threads.printed_names import letters_printing
from graph.threads.titles import one_thing, with_other_names, without_edition


def thing(name, *letters, kind="policy"):
    row = fund(*letters or ("a",))
    return type(row)(
        entity_id=name,
        kind=kind,
        name=name,
        short_name="",
        aliases=(),
        jurisdiction="",
        letter_ids=letters or ("a",),
        iri="",
    )


def same(*things):
    return one_thing(things, lambda letter_id: letter_id[0])


@pytest.mark.parametrize(
    "title",
    [
        "云州市中试规划（2024—2027年）",
        "云州市中试规划（2024-2027年）",
        "云州市中试规划(2024－2027)",
        "云州市中试规划（2024年版）",
        "云州市中试规划（试行）",
        "云州市中试规划（征求意见稿）",
    ],
)
def test_years_and_editions_at_the_end_of_a_title_are_left_out(title):
    assert without_edition(title.replace("－", "-")) == "云州市中试规划"


@pytest.mark.parametrize(
    "title", ["云州市（2024—2027年）中试规划", "云州市中试规划（二期）", "云州市中试规划2024"]
)
def test_other_brackets_belong_to_the_title(title):
    assert without_edition(title) == title


def test_a_paper_is_that_with_years_where_its_place_has_one_such():
    plain, years, next_years = "中试规划", "中试规划（2024—2027年）", "中试规划（2028—2030年）"
    assert same(thing(plain, "a1"), thing(years, "a2")) == {years: plain}
    assert same(thing(plain, "a1"), thing(years, "b1")) == {}
    assert same(thing(plain, "a1"), thing(years, "a2"), thing(next_years, "a3")) == {}


def test_what_is_quoted_in_a_name_is_the_thing_that_is_called_so():
    long, short = (
        thing("云州市“云帆通”服务平台", "a1", kind="platform"),
        thing("云帆通", "a2", kind="platform"),
    )
    assert same(long, short) == {"云帆通": "云州市“云帆通”服务平台"}
    known = with_other_names({one.entity_id: one for one in (long, short)}, same(long, short))
    assert known[long.entity_id].aliases == ("云帆通",)
    assert known[long.entity_id].letter_ids == ("a1", "a2")


@pytest.mark.parametrize(
    ("name", "text", "speaks"),
    [
        ("湖南省“云帆通”平台", "“云帆通”", True),
        ("湖南省“云帆通”平台", "云帆通平台", True),
        ("湖南省“云帆通”平台", "云帆通系统", True),
        ("湖南省“云帆通”平台", "云帆通", False),
        ("云帆通", "云帆通", True),
        ("云帆通", "“云帆通”", True),
        ("云州市“十四五”规划", "“十四五”", False),
        ("“20+8”基金", "“20+8”", False),
        ("岳阳港航数据服务平台", "港航数据服务平台", True),
        ("岳阳港航数据服务平台", "港航数据服务", False),
        ("产业基金", "产业基金", False),
    ],
)
def test_a_letter_speaks_of_a_thing_by_its_quoted_core_or_without_its_place(name, text, speaks):
    assert bool(letters_printing({"x": [name]}, {"a1": f"推进 {text}\n"})["x"]) is speaks
