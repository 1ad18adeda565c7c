"""What says something of a name is cut off its ends, and its legal form is kept."""

import pytest

from corpus.records import Span
from graph.recognise.finding import Finding
from graph.recognise.trimmed import trimmed


def cut(text, name, kind, reason="head:x"):
    at = text.index(name)
    finding = Finding(span=Span(start=at, end=at + len(name)), kind=kind, score=0.9, reason=reason)
    return [(text[one.span.start : one.span.end], one.kind) for one in trimmed(text, [finding])]


@pytest.mark.parametrize(
    ("name", "kind", "left"),
    [
        ("全国首批数字贸易试点城市", "policy", [("数字贸易试点城市", "policy")]),
        ("全市首个区级飞地管理办法", "policy", [("区级飞地管理办法", "policy")]),
        ("安徽省首批创新联合体", "organisation", []),
        ("新材料首批次应用保险", "fund", [("新材料首批次应用保险", "fund")]),
        ("首钢集团", "organisation", [("首钢集团", "organisation")]),
    ],
)
def test_what_it_is_the_first_of_is_no_part_of_a_name(name, kind, left):
    assert cut(f"入选{name}。", name, kind) == left


@pytest.mark.parametrize(
    ("name", "kind", "whole"),
    [
        (
            "广东云帆创业投资基金",
            "fund",
            ("广东云帆创业投资基金合伙企业（有限合伙）", "fund"),
        ),
        (
            "深圳云帆创业投资合伙企业",
            "organisation",
            ("深圳云帆创业投资合伙企业（有限合伙）", "organisation"),
        ),
        (
            "深圳云帆股权投资基金合伙企业",
            "organisation",
            ("深圳云帆股权投资基金合伙企业（有限合伙）", "fund"),
        ),
    ],
)
def test_a_partnership_keeps_its_legal_form(name, kind, whole):
    assert cut(f"设立{whole[0]}，", name, kind) == [whole]


def test_a_fund_without_a_legal_form_stays():
    assert cut("设立云帆投资基金，规模2亿元。", "云帆投资基金", "fund") == [("云帆投资基金", "fund")]


def test_an_office_is_told_from_what_the_page_prints_behind_it():
    text = "深圳市交通运输局政府信息公开"
    assert cut(text, "深圳市交通运输局政府", "organisation") == [("深圳市交通运输局", "organisation")]


def test_a_brand_that_ends_in_a_particle_begins_the_company():
    text = "支持广东美的制冷设备有限公司、美的厨房电器有限公司扩产。"
    assert cut(text, "制冷设备有限公司", "organisation") == [("广东美的制冷设备有限公司", "organisation")]
    assert cut(text, "厨房电器有限公司", "organisation") == [("美的厨房电器有限公司", "organisation")]
    other = "支持广东知名的制冷设备有限公司扩产。"
    assert cut(other, "制冷设备有限公司", "organisation") == [("制冷设备有限公司", "organisation")]

    next_line = "工作情况\n中山市美的置业有限公司参与建设。"
    assert cut(next_line, "置业有限公司", "organisation") == [("中山市美的置业有限公司", "organisation")]
    for name in ("县人民医院", "云湖乐园有限公司"):
        praised = f"打造全省最美的{name}。"
        assert cut(praised, name, "organisation") == [(name, "organisation")]


def test_an_award_is_no_body():
    assert cut("获得中国专利奖金奖的单位", "中国专利奖金奖", "organisation", "bare") == [
        ("中国专利奖金奖", "policy")
    ]
