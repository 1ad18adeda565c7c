"""Numbers that are planned: those in a promise, and those behind words of plans; not what is there already."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.claims import letter_claims
from graph.relate.masked_letter import masked_letter
from ontology import places


def statuses(text, heading=""):
    letter = masked_letter(linked(text, heading=heading), places.load())
    return {each.value: each.status for each in letter_claims(letter).figures}


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("下一步，本县计划增设书架30处，新增藏书500册。", ""),
        ("力争到2027年，书架达到30处，覆盖率提高到500%。", ""),
        ("一是新建书架30处。二是采购藏书500册。", "三、下一步工作"),
    ],
)
def test_every_number_of_a_promise_is_planned(text, heading):
    assert statuses(text, heading) == {"30": "planned", "500": "planned"}


@pytest.mark.parametrize(
    "text",
    [
        "下一步，将对已建成的30处书架加装照明。",
        "下一步，将更新现有30处书架。",
        "将对2021年建成的30栋书库进行改造。",
    ],
)
def test_what_is_there_already_is_no_target(text):
    assert statuses(text) == {"30": ""}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("争取构建全省首个[书刊平台|p]。", "planned"),
        ("下一步，力争藏书量居全省第一。", "planned"),
        ("建成全省首个[书刊平台|p]。", ""),
        ("下一步，推广全省首个[书刊平台|p]。", ""),
        ("藏书量居全省第一。", ""),
    ],
)
def test_a_rank_that_is_only_striven_for_is_planned(text, status):
    claims = letter_claims(masked_letter(linked(text), places.load()))
    assert [each.status for each in claims.rankings] == [status]
    assert [each.status for each in claims.figures if each.type == "ranking"] == [status]


def test_a_rank_holds_for_the_time_of_its_clause():
    text = "截至2024年上半年，藏书量全省最多；2023年，借阅量居全省第二。"
    claims = letter_claims(masked_letter(linked(text, date="2024-08-08"), places.load()))
    assert [each.as_of for each in claims.rankings] == ["2024-06-30", "2023-12-31"]


def test_a_plan_that_is_part_of_a_name_plans_nothing():
    assert statuses("对完成科技计划验收的给予最高10万元奖励。") == {"10": ""}
    assert statuses("完成投资3亿元，占年度计划的86%。") == {"3": "", "86": ""}
    assert statuses("计划验收30处书架。") == {"30": "planned"}


def test_what_is_added_to_what_is_there_is_a_target():
    assert statuses("将在已建30处书架基础上新增20处。") == {"30": "", "20": "planned"}


def test_a_number_of_a_time_past_is_a_fact_in_a_plan_as_well():
    heading = "三、下一步工作"
    assert statuses("完善书架布局，截至去年11月书架达到30处。", heading) == {"30": ""}
    assert statuses("去年以来，开展书架巡检30次。", heading) == {"30": ""}


def test_what_a_plan_costs_is_planned_and_what_it_has_cost_is_not():
    assert statuses("今年我县计划新建凉亭16处，投入资金约640万元。") == {"16": "planned", "640": "planned"}
    assert statuses("今年我县计划新建凉亭16处，投入资金640万元已到位。")["640"] == ""


def test_a_goal_is_planned_until_it_is_reached():
    assert statuses("明确全年造林30万亩的目标。") == {"30": "planned"}
    assert statuses("完成全年造林30万亩的目标。") == {"30": ""}


def test_what_a_plan_has_cost_that_is_all_done_is_not_planned():
    assert statuses("去年计划改造老旧小区15个，投入资金2.3亿元，已全部完工。")["2.3"] == ""
    assert statuses("今年计划建设停车场3处，投资2000万元，已启动前期工作。")["2000"] == "planned"
