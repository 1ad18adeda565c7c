"""What looks like no promise and is one: beside effects, reasons and sections that sum up the proposal."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.commitments.extraction import commitments
from graph.relate.masked_letter import masked_letter
from ontology import places


def promised(marked, **options):
    return [each.what for each in commitments(masked_letter(linked(marked, **options), places.load()))]


@pytest.mark.parametrize("heading", ["一、建议内容落实情况", "二、对提案内容的答复", "三、落实提案内容"])
def test_a_section_on_what_became_of_a_proposal_promises(heading):
    assert promised("[我局|o|issuer]将新建公厕20座。", heading=heading) == ["新建公厕20座"]


@pytest.mark.parametrize("heading", ["一、提案内容", "（一）建议主要内容：", "一、关于停车难的建议内容"])
def test_a_section_that_sums_up_the_proposal_promises_nothing(heading):
    assert promised("[市城管局|o]将新建公厕20座。", heading=heading) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "停车场建成后，[市城管局|o]将降低收费标准。",
        "政策出台后，[市财政局|o]将减少审批环节3项。",
    ],
)
def test_what_a_named_body_does_when_a_thing_is_ready_is_promised(sentence):
    assert len(promised(sentence)) == 1
    assert promised("停车场建成后，周边道路将降低拥堵程度。") == []


def test_a_reason_does_not_take_in_the_promise_behind_it():
    assert promised("该线路未开通的原因是客流不足，下一步，[我局|o|issuer]将增开2条公交线路。") == [
        "增开2条公交线路"
    ]
    (fund,) = promised("未完成的主要原因是资金缺口，为此[市水利局|o]将于2025年设立[河道治理基金|f]。")
    assert "设立河道治理基金" in fund


def test_items_of_reasons_promise_nothing():
    assert promised("该线路未开通的原因：一是道路正在施工，二是客流正在培育。") == []


@pytest.mark.parametrize(
    "marked",
    [
        "[监测总站|o]建设运行[水质发布系统|p]，每4小时公布一次数据。",
        "[省委组织部|o]、[我厅|o|issuer]实施[紫金人才计划|y]，单个团队最高资助1亿元。",
        "[我部|o|issuer]实施[县中帮扶工程|y]，组织高校托管县中。",
    ],
)
def test_what_a_named_body_does_or_runs_is_a_standing_fact(marked):
    assert promised(marked) == []


def test_what_is_built_on_something_is_still_going_on():
    assert promised("依托[苏州大学|o]建设[创新中心|p]。") == ["建设创新中心"]


@pytest.mark.parametrize(
    "sentence",
    [
        "[我局|o|issuer]将继续抓好工作落实。",
        "反映出创业热情正在升温。",
        "门店有增有减，不宜简单以数量衡量成效。",
    ],
)
def test_closings_developments_and_opinions_promise_nothing(sentence):
    assert promised(sentence) == []
