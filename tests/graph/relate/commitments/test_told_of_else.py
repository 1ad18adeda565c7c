"""What looks like no promise and is one: beside effects, reasons and sections that sum up the proposal."""

from __future__ import annotations

import pytest
from read_promises import read
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


@pytest.mark.parametrize(
    ("marked", "plans"),
    [
        ("你们建议在各村设立戏台，因财力紧张，暂不能全面铺开，拟先选择3个村试点。", ["先选择3个村试点"]),
        ("您建议设立[甲馆|p]，目前[乙局|o]正在编制方案，将适时申报。", ["适时申报"]),
        ("您建议设立[甲馆|p]，拟选择3个村试点。", []),
        ("您建议增开夜班车，由于晚归工人多，计划投放车辆6台。", []),
        ("您建议迁建粮库，因现库房漏雨，拟选址新建。", []),
        ("您建议迁建中学，因办学条件差，拟选址新建。", []),
        ("您建议增开夜班车，由于客流少，暂不开行，拟选择2条线路试点。", ["选择2条线路试点"]),
        ("您建议迁建粮库，因库房还能用，未列入计划，拟先修缮3间库房。", ["先修缮3间库房"]),
        ("您建议迁建粮库，因储量增加，为满足未来需要，拟选址新建。", []),
        ("您建议迁建粮库，因建设资金不足，拟先修缮3间库房。", ["先修缮3间库房"]),
        ("您建议迁建粮库，因用地条件不成熟，拟先修缮3间库房。", ["先修缮3间库房"]),
        ("建议贵镇先定选址，因工期较紧，争取按期实施。", []),
        ("张可望委员：\n[乙局|o]组织巡演，观众300人。", []),
        ("在后续管理上，[乙局|o]组建巡查队，入户率由48%提高到86%。", []),
        ("同年11月，[乙局|o]发布地方标准《[甲规范|y]》。", []),
    ],
)
def test_what_others_advised_ends_where_the_letter_answers(marked, plans):
    found = read(marked, issuer="issuer", date="2024-08-08")
    assert [each.what for each in found if each.status == "planned"] == plans


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("由于体制不同，[我局|o|issuer]正在开展测算，拟先行试点。", ["ongoing", "planned"]),
        ("对该类演出不再设置场地限制。", []),
        ("戏曲进校园不宜变成走过场。", []),
        ("经研究，不再设置该岗位。", ["done"]),
    ],
)
def test_a_reason_ends_where_the_writer_acts_and_lifting_a_limit_refuses_nothing(marked, told):
    assert [each.status for each in read(marked, date="2024-08-08")] == told
