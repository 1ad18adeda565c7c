"""Amounts whose own words only say that they are given: the money is named behind, before, or pointed back at."""

from __future__ import annotations

import pytest
from read_figures import read


@pytest.mark.parametrize(
    ("sentence", "metrics"),
    [
        ("发起设立5亿元数字产业子基金。", ["数字产业子基金"]),
        ("[甲市政府|o]安排3000万元专项资金。", ["专项资金"]),
        ("[水利部|o]设立引导资金，累计下达45亿元。", ["引导资金"]),
        ("[人民银行|o]推出专项再贷款，已发放312亿元。", ["专项再贷款发放"]),
        ("安排修缮资金210亿元，其中2023年安排70亿元。", ["修缮资金", "修缮资金"]),
        ("下达黑龙江省修缮资金18亿元、吉林省14亿元。", ["修缮资金", "修缮资金"]),
        ("各地落实人均经费标准，要求到2025年底前达到每人每年不低于20元。", ["人均经费标准"]),
        ("省财政下达修缮资金4200万元，市财政配套2000万元。", ["修缮资金", "市财政配套"]),
        ("发放贷款3000笔，总额3亿元。", ["发放贷款总额"]),
        ("两地每年各出资4亿元，资金规模逐年递增，总额达10亿元。", ["两地每年各出资", "总额"]),
    ],
)
def test_money_is_told_by_its_name(sentence, metrics):
    found = [each.metric for each in read(sentence).figures if each.type == "amount"]
    assert [metric.removeprefix("黑龙江省") for metric in found] == metrics


def test_a_fund_that_is_set_up_has_a_size():
    (figure,) = read("设立10亿元数字产业基金。").figures
    assert figure.amount_role == "fund_size"


def test_money_that_is_pointed_at_is_the_one_named_before():
    *_, grown, part = read(
        "2023年安排[古籍保护资金|f]7亿元。2024年，该资金增加至9亿元，其中安排广东省1亿元。"
    ).figures
    assert [(each.metric, each.about) for each in (grown, part)] == [("古籍保护资金", ("古籍保护资金",))] * 2


def test_money_of_another_paragraph_is_not_pointed_at():
    *_, figure = read("2023年安排[古籍保护资金|f]7亿元。\n该资金增加至9亿元。").figures
    assert figure.about == ()
