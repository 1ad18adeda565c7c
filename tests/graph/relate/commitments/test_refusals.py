"""Reasons for not doing a thing: what was refused for them is told; the reason by itself promises nothing."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.commitments.extraction import commitments
from graph.relate.masked_letter import masked_letter
from ontology import places


def told(marked, **options):
    found = commitments(masked_letter(linked(marked, **options), places.load()))
    return [(each.what, each.status, each.outcome) for each in found]


@pytest.mark.parametrize(
    ("sentence", "refused"),
    [
        ("因条件不成熟，暂不设立[停车基金|f]。", "暂不设立停车基金"),
        ("因条件不成熟，未能设立[停车基金|f]。", "未能设立停车基金"),
        ("因条件不成熟未能设立[停车基金|f]。", "因条件不成熟未能设立停车基金"),
        ("因目前条件不成熟，该项目未列入今年计划。", "该项目未列入今年计划"),
        ("因条件不成熟，[停车基金|f]尚未设立。", "停车基金尚未设立"),
        ("由于条件尚不成熟，[我局|o|issuer]暂不考虑建设该平台。", "我局暂不考虑建设该平台"),
        ("因用地条件不具备，该项目暂缓实施。", "该项目暂缓实施"),
        ("因时机不成熟，[市交通局|o]没有推进该项目。", "市交通局没有推进该项目"),
        ("因条件不成熟，推进[城西智慧平台|p]缓慢。", "推进城西智慧平台缓慢"),
        ("因建设条件不成熟，推进[城西智慧平台|p]存在困难。", "推进城西智慧平台存在困难"),
        ("因条件不成熟，建设[城西智慧平台|p]一事搁置。", "建设城西智慧平台一事搁置"),
        ("鉴于条件尚不具备，该站点无法增设。", "该站点无法增设"),
        ("鉴于该区域已有同类设施，不再重复建设。", "不再重复建设"),
        ("因政策限制，不能给予补贴。", "不能给予补贴"),
        ("考虑到财政承受能力，不宜新设补贴。", "不宜新设补贴"),
        ("因缺乏上位法依据，暂未出台管理办法。", "暂未出台管理办法"),
        ("暂不具备条件建设地下停车场。", "暂不具备条件建设地下停车场"),
    ],
)
def test_what_is_not_done_for_a_reason_is_refused_once(sentence, refused):
    assert told(sentence) == [(refused, "done", "refused")]


@pytest.mark.parametrize(
    ("sentence", "promised"),
    [
        ("因条件不成熟，拟于明年再启动该项目。", "于明年再启动该项目"),
        ("待条件成熟后，[我局|o|issuer]将建设地下停车场。", "建设地下停车场"),
        ("条件成熟时，[我局|o|issuer]将启动该项目建设。", "启动该项目建设"),
        ("待省厅出台细则后，[我局|o|issuer]将同步制定配套办法。", "同步制定配套办法"),
        ("[我局|o|issuer]将在项目竣工后，组织验收。", "组织验收"),
        ("[我局|o|issuer]拟于方案获批后，启动招标工作。", "启动招标工作"),
        ("[我局|o|issuer]将在今后工作中，认真听取意见。", "认真听取意见"),
        ("待条件成熟后再研究设立[停车基金|f]。", "待条件成熟后再研究设立停车基金"),
    ],
)
def test_what_waits_for_its_conditions_is_promised_once(sentence, promised):
    assert told(sentence) == [(promised, "planned", "")]


def test_what_stands_in_the_reason_is_not_what_is_refused():
    def things(marked):
        found = commitments(masked_letter(linked(marked), places.load()))
        return [each.object_ids for each in found if each.outcome == "refused"]

    assert things("关于取消货车限行的建议，因与现行《[槐城市大气条例|y|条例]》不符，暂不予采纳。") == [()]
    assert things("关于设立[停车基金|f|基金]的建议，因条件不成熟，暂不予采纳。") == [("基金",)]


def test_a_plan_beside_what_was_not_done_is_promised_as_well():
    sentence = "因条件不成熟，未能推进平台建设，[我局|o|issuer]将继续争取资金。"
    assert [(status, outcome) for _, status, outcome in told(sentence)] == [
        ("done", "refused"),
        ("planned", ""),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "因规划调整，建设计划未能实施。",
        "推进[城西智慧平台|p]建设难度较大。",
        "落实[停车基金|f]出资进展缓慢。",
    ],
)
def test_a_bare_verb_that_does_not_get_on_promises_nothing(sentence):
    assert told(sentence) == []


def test_a_plight_that_is_to_be_helped_is_no_refusal():
    assert told("着力破解中小企业贷款难以落实难题。") == [("着力破解中小企业贷款难以落实难题", "ongoing", "")]


@pytest.mark.parametrize(
    "sentence",
    [
        "目前暂不能降低住院起付线。",
        "目前暂无法取消最高报销上限。",
        "[我局|o|issuer]暂不放宽购房门槛。",
        "[我局|o|issuer]暂无法将该厂房变成展馆。",
        "因权属不清，不能实施厂房变成展馆的改造。",
    ],
)
def test_a_limit_that_stays_and_a_change_that_cannot_be_made_are_refused(sentence):
    assert [(status, outcome) for _, status, outcome in told(sentence)] == [("done", "refused")]


@pytest.mark.parametrize(
    "sentence",
    [
        "对外地司机不再设置户籍限制。",
        "夜市不再增设准入门槛。",
        "不宜把老街变成停车场。",
        "防灾演练不宜变成拍照打卡。",
    ],
)
def test_a_limit_that_is_not_set_and_what_is_warned_of_are_not_refused(sentence):
    assert told(sentence) == []


def test_what_is_not_done_so_as_not_to_pay_twice_is_refused():
    (found,) = told("为避免重复支持，区级暂未单独设立补贴项目。")
    assert found[1:] == ("done", "refused")
