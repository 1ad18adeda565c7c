"""The place that money is sent down to is no part of the fund; a place that owns the fund is."""

import pytest

from corpus.records import Span
from graph.recognise.finding import Finding
from graph.recognise.receivers import without_receivers


def funds(text, name, *givers):
    found = [("organisation", giver) for giver in givers] + [("fund", name)]
    spans = ((kind, text.index(one), len(one)) for kind, one in found)
    findings = [
        Finding(span=Span(start=at, end=at + size), kind=kind, score=0.9, reason="test")
        for kind, at, size in spans
    ]
    left = without_receivers(text, findings)
    return [text[one.span.start : one.span.end] for one in left if one.kind == "fund"]


@pytest.mark.parametrize(
    ("text", "name", "givers", "left"),
    [
        (
            "财政部下达江西省稻渔种养补助资金3.2亿元，",
            "江西省稻渔种养补助资金",
            ["财政部"],
            "稻渔种养补助资金",
        ),
        (
            "先后下达江西省稻渔种养补助资金3亿元、湖北省2亿元",
            "江西省稻渔种养补助资金",
            [],
            "稻渔种养补助资金",
        ),
        ("中央财政累计拨付甘肃省草原修复资金5亿元。", "甘肃省草原修复资金", [], "草原修复资金"),
        ("中央财政安排了云南省边境转移支付资金12亿元", "云南省边境转移支付资金", [], "边境转移支付资金"),
        (
            "省财政厅下达武汉市农村公路养护资金1亿元",
            "武汉市农村公路养护资金",
            ["省财政厅"],
            "农村公路养护资金",
        ),
        (
            "市财政局拨付青岩县公路养护资金460万元、平川县380万元",
            "青岩县公路养护资金",
            ["市财政局"],
            "公路养护资金",
        ),
    ],
)
def test_the_receiver_before_a_fund_is_cut_off(text, name, givers, left):
    assert funds(text, name, *givers) == [left]


@pytest.mark.parametrize(
    ("text", "name", "givers"),
    [
        ("设立湖北省农业补助资金", "湖北省农业补助资金", []),
        ("使用江苏省新兴产业发展专项资金支持", "江苏省新兴产业发展专项资金", []),
        ("省财政厅下达广东省科技创新战略专项资金2亿元", "广东省科技创新战略专项资金", ["省财政厅"]),
        ("广东省财政厅下达广东省科技创新战略专项资金", "广东省科技创新战略专项资金", ["广东省财政厅"]),
        ("下达广东省科技创新战略专项资金2亿元，", "广东省科技创新战略专项资金", []),
        ("中央财政下达智慧城市建设专项资金2亿元，", "智慧城市建设专项资金", []),
        ("中央财政安排湖北省长江产业投资基金2亿元，", "湖北省长江产业投资基金", []),
        ("中央财政支持不变。下达广东省科技创新专项资金", "广东省科技创新专项资金", []),
    ],
)
def test_a_fund_keeps_its_place_where_nothing_says_that_it_receives(text, name, givers):
    assert funds(text, name, *givers) == [name]


def test_a_class_of_money_is_left_out_once_its_receiver_is_known():
    assert funds("财政部下达江西省专项资金3亿元，", "江西省专项资金", "财政部") == []
