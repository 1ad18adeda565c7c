"""分别 tells each of several numbers apart: rates of the last figures, in order."""

from __future__ import annotations

import pytest
from read_figures import read


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "接待游客6200万人次，实现收入310亿元，同比分别增长12.5%和18.1%。",
            [
                ("接待游客", "同比增长12.5%"),
                ("收入", "同比增长18.1%"),
                ("接待游客同比增长", "同比增长"),
                ("收入同比增长", "同比增长"),
            ],
        ),
        (
            "床位30张、医生12名，较2022年分别增加5张和3名。",
            [
                ("床位", "较2022年增加5张"),
                ("医生", "较2022年增加3名"),
                ("床位较2022年增加", "增加"),
                ("医生较2022年增加", "增加"),
            ],
        ),
        (
            "助餐点达到6万个，服务310万人次，较上年分别增加1万个、80万人次。",
            [
                ("助餐点", "较上年增加1万个"),
                ("服务", "较上年增加80万人次"),
                ("助餐点较上年增加", "较上年增加"),
                ("服务较上年增加", "较上年增加"),
            ],
        ),
        (
            "就业3万人、再就业1万人，分别完成年度目标的120%和95%。",
            [("就业", ""), ("再就业", ""), ("就业完成年度目标", ""), ("再就业完成年度目标", "")],
        ),
    ],
)
def test_each_rate_belongs_to_a_figure_of_its_own(sentence, told):
    assert [(each.metric, each.change) for each in read(sentence).figures] == told


@pytest.mark.parametrize(
    "sentence",
    [
        "产值3亿元、税收1亿元，其中利润、消费分别下降5%和8%。",
        "产值3亿元，同比分别增长5%和8%。",
    ],
)
def test_rates_of_other_things_are_not_given_to_the_figures_before(sentence):
    first, *_ = read(sentence).figures
    assert first.change in {"", "同比分别增长5%和8%"}


def test_rates_of_two_bodies_are_about_each():
    figures = read("[甲园|p]、[乙园|p]产值分别达3亿元和5亿元，同比分别增长5%和8%。").figures
    assert [each.about for each in figures] == [("甲园",), ("乙园",), ("甲园",), ("乙园",)]


def test_what_each_is_used_for_keeps_its_own_words():
    *_, one, two = read("甲投入4亿元，乙投入3亿元，分别改造戏台12座和9座。").figures
    assert {one.metric, two.metric} == {"改造戏台"}


def test_shares_told_apart_in_brackets_are_of_what_stands_before():
    told = read("汽车产销58万辆和57万辆（分别占全国的2.3%和2.4%）。").figures
    assert [each.metric for each in told[2:]] == ["汽车产销占全国", "汽车产销占全国"]
