"""Until when a promise is to be kept, where an earlier clause says so."""

from __future__ import annotations

import pytest
from read_promises import read


@pytest.mark.parametrize(
    "text",
    [
        "到2027年，公共书架达到300处，借阅点覆盖率提高到80%。",
        "力争到2027年，公共书架达到300处，借阅点覆盖率提高到80%以上。",
        "到2027年，建成[流动书屋|p]3家，新增藏书500册。",
        "到2027年建成公共书架300处，新增藏书500册。",
        "下一步，2027年底前建成公共书架300处，新增藏书500册。",
    ],
)
def test_a_due_date_holds_for_each_target_of_its_sentence(text):
    assert [each.due for each in read(text)] == ["2027", "2027"]


@pytest.mark.parametrize(
    "text",
    [
        "2023年，公共书架达到300处，借阅点覆盖率提高到80%。",
        "截至2024年6月，建成公共书架300处，新增藏书500册。",
    ],
)
def test_numbers_reached_by_a_time_past_are_no_targets(text):
    assert read(text) == ()


def test_a_due_date_does_not_pass_over_what_was_done():
    found = read("力争2025年底前完成主楼封顶，已完成投资2亿元，新增岗位30个。")
    assert [(each.what[:2], each.due) for each in found] == [("力争", "2025")]


def test_a_time_before_what_is_under_way_is_no_due_date():
    found = read("2025年预算正在抓紧编制完善中。")
    assert [(each.what, each.due) for each in found] == [("2025年预算正在抓紧编制完善中", "")]


def test_a_time_behind_what_is_under_way_is_one():
    found = read("二期工程正在办理前期手续、力争2027年底前开工。")
    assert [each.due for each in found] == ["2027"]


def test_a_plan_that_only_says_when_is_the_due_date_of_its_target():
    found = read("下一步，计划到2027年，公共书架突破300处。")
    assert [(each.what, each.due) for each in found] == [("公共书架突破300处", "2027")]


@pytest.mark.parametrize(
    ("time", "due"),
    [
        ("2025年6月30日前", "2025-06-30"),
        ("2025年12月31日前", "2025-12-31"),
        ("2026年第三季度前", "2026-09"),
        ("下个月", "2024-12"),
        ("2025年春季", "2025-05"),
        ("元旦前", "2024-12"),
        ("春节前", "2025"),
        ("明年五一前", "2025-04"),
        ("国庆前", "2025-09"),
        ("开春后", "2025"),
        ("今冬明春", "2025"),
        ("年底前", "2024"),
    ],
)
@pytest.mark.parametrize("led", ["", "由[市财政局|o]牵头，"])
def test_days_feasts_and_seasons_are_due_dates(time, due, led):
    found = read(f"{time}，{led}建成[流动书屋|p]3家。", date="2024-11-08")
    assert [(each.due, each.what) for each in found] == [(due, "建成流动书屋3家")]


def test_of_a_feast_in_the_month_of_the_reply_nobody_knows_whether_it_is_over():
    (found,) = read("下一步，国庆前建成[流动书屋|p]3家。", date="2024-10-12")
    assert found.due == ""


def test_what_comes_into_force_is_promised_and_not_its_day():
    (found,) = read("2025年10月1日起，施行《[节水办法|y]》。", date="2024-11-08")
    assert (found.due, found.what) == ("2025-10-01", "施行《节水办法》")


def test_a_number_that_is_striven_for_is_due_when_the_one_before_it_is():
    found = read("到2027年，回收率达到70%，网点力争达到400个。")
    assert [each.due for each in found] == ["2027", "2027"]


def test_a_thing_that_is_to_be_built_before_a_time_is_promised_for_it():
    (found,) = read("剩余泊位46个确保9月底前建成。", date="2024-08-08")
    assert (found.status, found.due) == ("planned", "2024-09")
    assert not read("泊位46个已于6月底前建成。", date="2024-08-08")
