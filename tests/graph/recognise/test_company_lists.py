"""What stands in a row of companies is one."""

import pytest

from corpus.records import Span
from graph.recognise.company_lists import beside_companies
from graph.recognise.finding import Finding


def added(text, *names):
    found = []
    for name in names:
        at = text.index(name)
        found.append(
            Finding(span=Span(start=at, end=at + len(name)), kind="organisation", score=0.9, reason="bare")
        )
    return [text[one.span.start : one.span.end] for one in beside_companies(text, found)]


def test_between_two_companies():
    assert added("安泽、百里园、特帆等龙头带动上下游。", "安泽", "特帆") == ["百里园"]
    assert added("安泽、智云AI、月之光面、特帆等入选。", "安泽", "特帆") == ["智云AI", "月之光面"]


def test_the_last_of_a_row_that_is_summed_up_as_companies():
    assert added("已与顺帆资本、中科启星等机构合作。", "顺帆资本") == ["中科启星"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("海帆岭、吊云山等景区客流增长。", ["海帆岭"]),
        ("市教育局、团委、市财政局联合发文。", ["市教育局", "市财政局"]),
        ("云帆公司、科技企业、海鲸公司参加。", ["云帆公司", "海鲸公司"]),
        ("云帆公司、苏州、海鲸公司参加。", ["云帆公司", "海鲸公司"]),
    ],
)
def test_beside_anything_else_nothing_is_added(text, names):
    assert added(text, *names) == []


def test_what_opens_a_row_behind_a_verb():
    assert added("毕业企业包括汇峰科技、国瑞技术、敦海电子等。", "敦海电子") == ["汇峰科技", "国瑞技术"]
    assert added("支持高校、敦海电子联合攻关。", "敦海电子") == []
    assert added("全区有濯水景区、小南海、敦海电子等。", "敦海电子") == []


@pytest.mark.parametrize(
    "text",
    [
        "推动设备更新、产品升级、敦海电子扩产。",
        "依托区位、资源、敦海电子等优势。",
        "拥有专利、商标、敦海电子授权等。",
        "敦海电子、快递等企业复工。",
    ],
)
def test_what_is_made_of_words_alone_is_no_company(text):
    assert added(text, "敦海电子") == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("安泽、售后、储运、特帆等企业入驻。", ["安泽", "特帆"]),
        ("安泽、研发设计、特帆等企业入驻。", ["安泽", "特帆"]),
        ("安泽、人力资源等企业入驻。", ["安泽"]),
    ],
)
def test_departments_and_trades_of_firms_are_no_companies(text, names):
    assert added(text, *names) == []


def test_each_item_between_two_companies_is_found_once():
    assert added("安泽、百里园、云途、特帆等入选。", "安泽", "特帆") == ["百里园", "云途"]
