"""Clauses that look like plans: effects, reasons, what was proposed, remarks about a task, requests to others."""

from __future__ import annotations

import pytest
from read_promises import read


@pytest.mark.parametrize(
    "text",
    [
        "该环线的启用，将有效减少绕行，为居民提供便利。",
        "本条例的出台将对小摊经营产生较大影响。",
        "届时，全县日供水能力将达到6万吨，能够满足旺季用水。",
        "新馆启用后可接待读者2000人，周边居民的借阅难题将会得到彻底解决。",
        "这一工程有望进一步带动沿线就业，提高村集体收入。",
    ],
)
def test_what_a_thing_brings_is_no_promise(text):
    assert read(text) == ()


def test_who_acts_once_a_thing_is_ready_and_what_is_planned_beside_an_effect_promise():
    (served,) = read("届时，[市图书馆|o]将提高夜间开放频次。")
    assert served.actor == "市图书馆"
    (beside,) = read("新馆启用后将方便读者借阅，拟同步增设夜间书房。")
    assert beside.what == "同步增设夜间书房"


@pytest.mark.parametrize(
    "text",
    [
        "未能连片开发的主要原因：一是地块零散，二是两家小厂将迁往外县。",
        "发展社区食堂是完善养老服务体系的重要举措。",
        "为早日收集反馈，请您将回执填好后于5月底前寄回。",
        "[市林业局|o]于3月9日将核查意见报市政府。",
        "您的议案里反映：一是尽快扩宽桥面，争取列入年度项目；二是力争设置护栏。",
        "[我局|o|issuer]已积极争取纳入省级名录。",
        "于2019年印发了《[园艺方案|y]》，并争取省级资金补植苗木。",
        "积极争取在本县举办赛事，两项赛事均申办成功。",
        "尽快疏导滞留车辆；劝离摊贩，取得良好效果。",
    ],
)
def test_reasons_remarks_requests_and_accounts_promise_nothing(text):
    assert read(text) == ()


def test_what_a_section_sums_up_of_a_proposal_is_no_promise_of_the_reply():
    assert read("计划建设步行桥，力争明年开工。", heading="一、建议的主要内容") == ()
    assert read("计划建设步行桥，力争明年开工。", heading="二、办理情况")


@pytest.mark.parametrize(
    "text",
    [
        "该改线意见未予采用。",
        "您建议开放夜场，两处场馆暂时未开放夜场。",
        "受场地所限，暂时没有开设分馆。",
        "县级财力难以支撑全部补助。",
        "由于投资过大，暂时无力新建。",
    ],
)
def test_what_is_not_done_for_want_of_means_or_ground_is_a_refusal(text):
    (found,) = read(text)
    assert (found.status, found.outcome) == ("done", "refused")


def test_a_list_of_ways_that_is_announced_is_a_plan():
    assert [
        each.status for each in read("我局将循下列途径补足画师：一是引进退休画师；二是增设夜间课程。")
    ] == [
        "planned",
        "planned",
    ]


@pytest.mark.parametrize("text", ["延长末班车将增加运营成本约36万元。", "加密班次将加重财政负担。"])
def test_what_a_thing_would_cost_is_no_promise(text):
    assert read(text) == ()


def test_what_is_to_be_more_of_is_a_promise():
    assert [each.status for each in read("我局将增加公交车20辆。")] == ["planned"]
