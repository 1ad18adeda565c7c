"""Which time a number is told for: its own clause's, one carried over, or none."""

from __future__ import annotations

import pytest
from test_figures import read

PLAN = "二期将于2025年上半年交付"


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        (f"{PLAN}，目前入驻企业73家。", [("", "", "2024-08-08")]),
        (f"{PLAN}；入驻企业73家。", [("", "", "")]),
        (f"{PLAN}，面积3万平方米。", [("", "", "")]),
        ("一期于2023年3月投用，入驻企业26家，入驻率83%。", [("", "", "")] * 2),
        ("2023年3月，我区印发办法，单个项目最高50万元。", [("", "", "")]),
        ("2023年，实现产值5亿元，入驻企业26家。", [("2023-01-01", "2023-12-31", "")] * 2),
        ("2023年车展期间，签约5亿元，成交3亿元。", [("2023-01-01", "2023-12-31", "")] * 2),
        ("2022年以来，我区推进改革，培训100人。", [("2022-01-01", "2024-08-08", "")]),
        ("2023年产值5亿元；在岗300人。", [("2023-01-01", "2023-12-31", ""), ("", "", "")]),
        ("2023年，产值5亿元；利润1亿元。", [("2023-01-01", "2023-12-31", "")] * 2),
        ("力争2024年产值破5亿元，二是招引企业20家。", [("2024-01-01", "2024-12-31", ""), ("", "", "")]),
        ("覆盖率58.4%，比2015年提高9.6个百分点，低于平均4个百分点。", [("", "", "")] * 3),
        ("2023年，完成30项，较上年增长5%。", [("2023-01-01", "2023-12-31", "")] * 2),
        (
            "由2021年的268台增加到324台，提前完成300台的目标。",
            [("2021-01-01", "2021-12-31", ""), ("", "", ""), ("", "", "")],
        ),
        ("一期100套已于今年5月投用，开业以来出租率92%。", [("2024-05-01", "2024-05-31", ""), ("", "", "")]),
    ],
)
def test_a_time_holds_as_far_as_the_sentence_goes_on_counting_from_it(sentence, times):
    found = read(sentence).figures
    assert [(each.period_start, each.period_end, each.as_of) for each in found] == times


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        ("截至今年4月底，", ("", "", "2024-04-30")),
        ("2018年至2020年，", ("2018-01-01", "2020-12-31", "")),
        ("2018-2020年，", ("2018-01-01", "2020-12-31", "")),
        ("2018—2020年度，", ("2018-01-01", "2020-12-31", "")),
        ("2021年至今，", ("2021-01-01", "2024-08-08", "")),
        ("2022年度，", ("2022-01-01", "2022-12-31", "")),
    ],
)
def test_times_that_run_or_end_are_read_whole(time, expected):
    (figure,) = read(f"{time}共下达资金2亿元。").figures
    assert (figure.period_start, figure.period_end, figure.as_of) == expected


def test_a_number_of_a_later_year_is_a_target():
    (figure,) = read("到2026年，平台接入仪器突破3000台。").figures
    assert (figure.period_start, figure.status) == ("2026-01-01", "planned")
