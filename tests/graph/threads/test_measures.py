"""Promises of a number: which are one, and which figures tell how far it is."""

from __future__ import annotations

from decimal import Decimal

import pytest
from changed import replace
from promises import letters, promise

from graph.tables.claim_records import FigureRow
from graph.threads.measures import reaching
from graph.threads.rows import thread_rows


def figure(
    letter_id, metric, value, date, *, planned=True, number=1, unit="家", as_of="", until="2025-12-31"
):
    return FigureRow(
        figure_id=f"{letter_id}.f{number}",
        letter_id=letter_id,
        type="count",
        metric=metric,
        value=str(value),
        unit=unit,
        normalised_value=Decimal(value),
        canonical_unit=unit,
        bound="exact",
        amount_role="count",
        status="planned" if planned else "",
        period_end=until if planned else "",
        as_of=as_of,
        start=number,
        end=number + 20,
        quote="x",
        number_start=number,
        number_end=number + 2,
        date=date,
    )


def target(letter_id, what):
    return promise(letter_id, "planned", what=what, objects=())


def followed(first, second, *figures):
    rows = [target("a", first), target("b", second)] if second else [target("a", first)]
    return thread_rows(rows, (), letters("a", "b", "c"), [], figures=figures)


FIRST = figure("a", "市级以上中试平台", 100, "2022-06-24")


def test_promises_of_what_counts_the_same_are_one():
    second = figure("b", "确保2025年底前市级以上中试平台", 100, "2023-07-18")
    (thread,) = followed(
        "建成市级以上中试平台100家", "确保2025年底前市级以上中试平台达到100家", FIRST, second
    )
    assert (thread.course, thread.letter_ids) == ("open", ("a", "b"))


@pytest.mark.parametrize(
    ("metric", "what", "values"),
    [
        ("国家级中试平台", "建成国家级中试平台10家", {}),
        ("市级以上孵化器面积", "建成市级以上孵化器100家", {}),
        ("市级以上中试平台", "净增市级以上中试平台20家", {}),
        ("市级以上中试平台", "市级以上中试平台达到200家", {"until": "2027-12-31"}),
        ("市级以上中试平台", "市级以上中试平台达到20亿元", {"unit": "元"}),
    ],
)
def test_promises_of_what_counts_something_else_are_two(metric, what, values):
    second = figure("b", metric, 20, "2023-07-18", **values)
    assert len(followed("建成市级以上中试平台100家", what, FIRST, second)) == 2


@pytest.mark.parametrize(
    ("value", "as_of", "course"),
    [(82, "2023-06-30", "forward"), (104, "2023-06-30", "kept"), (82, "2025-12-31", "missed")],
)
def test_a_later_figure_tells_how_far_it_is(value, as_of, course):
    date = "2023-07-18" if as_of < "2024" else "2026-02-01"
    told = figure("b", "市级以上中试平台", value, date, planned=False, as_of=as_of)
    row = promise("a", "planned", what="建成市级以上中试平台100家", objects=())
    row = replace(row, due="2025")
    (thread,) = thread_rows([row], (), letters("a", "b"), [], figures=[FIRST, told])
    assert (thread.course, thread.figure_ids) == (course, ("b.f1",))


def test_each_figure_is_done_or_not_by_its_own_number_and_not_by_how_all_of_it_went():
    some = figure("b", "市级以上中试平台", 82, "2023-07-18", planned=False, as_of="2023-06-30")
    enough = figure("c", "市级以上中试平台", 104, "2024-09-02", planned=False, as_of="2024-06-30")
    row = target("a", "建成市级以上中试平台100家")
    figures = [FIRST, some, enough]
    (thread,) = thread_rows([row], (), letters("a", "b", "c"), [], figures=figures)
    assert (thread.course, thread.figure_ids) == ("kept", (some.figure_id, enough.figure_id))
    assert reaching([thread], [row], figures) == {enough.figure_id}


@pytest.mark.parametrize(
    "told",
    [
        figure("b", "国家级中试平台", 82, "2023-07-18", planned=False, as_of="2023-06-30"),
        figure("b", "市级以上中试平台比上年增加", 12, "2023-07-18", planned=False, as_of="2023-06-30"),
        figure("b", "市级以上中试平台", 82, "2023-07-18", planned=False, as_of="2021-12-31"),
    ],
)
def test_a_figure_of_something_else_or_of_before_tells_nothing(told):
    (thread,) = followed("建成市级以上中试平台100家", "", FIRST, told)
    assert (thread.course, thread.figure_ids) == ("open", ())


def test_a_zone_is_of_its_letters_place_whose_next_letter_need_not_name_it():
    first = replace(FIRST, place="e/甲高新区")
    second = replace(figure("b", "市级以上中试平台", 100, "2023-07-18"), place="place/苏州市")
    (thread,) = followed("建成市级以上中试平台100家", "市级以上中试平台达到100家", first, second)
    assert thread.letter_ids == ("a", "b")


def test_numbers_of_two_zones_are_of_two_promises():
    first = replace(FIRST, place="e/甲高新区")
    second = replace(figure("b", "市级以上中试平台", 100, "2023-07-18"), place="e/乙经开区")
    found = followed("建成市级以上中试平台100家", "市级以上中试平台达到100家", first, second)
    assert {thread.letter_ids for thread in found} <= {("a",), ("b",)}


def test_a_number_of_every_one_of_many_is_told_by_no_total():
    row = target("a", "每个街道至少建成市级以上中试平台1家")
    first = figure("a", "市级以上中试平台", 1, "2022-06-24")
    told = figure("b", "市级以上中试平台", 57, "2023-07-18", planned=False, as_of="2023-06-30")
    (thread,) = thread_rows([row], (), letters("a", "b"), [], figures=[first, told])
    assert (thread.course, thread.figure_ids) == ("open", ())


def test_a_total_does_not_tell_how_much_was_added():
    row = target("a", "培育市级以上中试平台50家")
    first = replace(
        figure("a", "市级以上中试平台", 50, "2022-06-24"),
        quote="培育市级以上中试平台50家",
        number_start=12,
        start=1,
    )
    told = figure("b", "市级以上中试平台", 180, "2023-07-18", planned=False, as_of="2023-06-30")
    told = replace(told, quote="市级以上中试平台达到180家", number_start=11)
    (thread,) = thread_rows([row], (), letters("a", "b"), [], figures=[first, told])
    assert (thread.course, thread.figure_ids) == ("open", ())


def test_what_is_done_of_this_years_plan_is_no_news_of_that_of_last_year():
    first = figure("a", "市级以上中试平台", 120, "2022-06-24", until="2022-12-31")
    plan = figure("b", "市级以上中试平台", 95, "2023-07-18", until="2023-12-31")
    told = figure("b", "市级以上中试平台", 62, "2023-07-18", planned=False, number=2)
    row = replace(target("a", "建成市级以上中试平台120家"), due="2022")
    (thread,) = thread_rows([row], (), letters("a", "b"), [], figures=[first, plan, told])
    assert (thread.course, thread.figure_ids) == ("open", ())
