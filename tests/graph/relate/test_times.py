"""Times beside who acts: before a body or a place, with and without a comma, past and to come."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.masked_letter import masked_letter
from graph.relate.times import only_says_when
from graph.relate.typed.extraction import typed_relations
from ontology import places

PAST = (
    "2024年二季度",
    "今年上半年",
    "三季度",
    "10月上旬",
    "年初",
    "去年底",
    "近两年",
    "“十四五”期间",
    "1至9月",
    "2023年度",
    "日前",
)
AHEAD = (
    "2027年",
    "2025年6月底前",
    "今年底前",
    "12月",
    "下个月",
    "到2026年",
    "2025年6月30日前",
    "2026年第三季度前",
    "春节前",
    "今冬明春",
)
SUBJECTS = {"[甲局|o]": "甲局", "福田区": "place/深圳市福田区", "由[甲局|o]": "甲局"}


def told(sentence):
    letter = masked_letter(linked(sentence, date="2024-11-08", issuer="issuer"), places.load())
    return {(each.source, each.relation, each.target, each.status) for each in typed_relations(letter)}


@pytest.mark.parametrize("comma", ["", "，"])
@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize(("time", "status"), [*((t, "done") for t in PAST), *((t, "planned") for t in AHEAD)])
def test_a_time_takes_nobody_away_and_tells_what_is_to_come(time, subject, comma, status):
    claim = (SUBJECTS[subject], "established", "乙中心", status)
    assert told(f"{time}{comma}{subject}建成[乙中心|p]。") == {claim}


@pytest.mark.parametrize(
    "lead",
    [
        "在市委坚强领导下",
        "在[市委|o]坚强领导下",
        "疫情期间",
        "在省里大力支持下",
        "改革开放以来",
        "2024年汛期",
    ],
)
def test_under_whose_lead_a_body_acts_takes_it_not_away(lead):
    assert ("甲局", "established", "乙中心") in {each[:3] for each in told(f"{lead}[甲局|o]建成[乙中心|p]。")}


def test_who_may_act_is_not_passed_over_for_the_writer():
    assert told("秋季开学前[甲局|o]建成[乙中心|p]。") == set()


@pytest.mark.parametrize(
    "sentence",
    [
        "年内，[甲局|o]已建成[乙中心|p]。",
        "今年3月，[甲局|o]建成[乙中心|p]，2025年投用。",
        "截至2024年10月，[甲局|o]建成[乙中心|p]。",
        "到2030年，绿化率达到40%，[甲局|o]建成[乙中心|p]。",
    ],
)
def test_what_was_done_by_the_end_of_the_year_or_stands_beside_a_plan_is_done(sentence):
    assert told(sentence) == {("甲局", "established", "乙中心", "done")}


def test_a_time_ahead_holds_over_who_leads():
    found = told("2025年12月31日前，由[甲局|o]牵头，建成[乙中心|p]。")
    assert ("甲局", "established", "乙中心", "planned") in found


@pytest.mark.parametrize("clause", ["三是到2025年", "力争2027年底前", "2026年第三季度前", "近日", "国庆前"])
def test_a_clause_that_is_nothing_but_a_time(clause):
    assert only_says_when(clause)


@pytest.mark.parametrize("clause", ["2025年计划", "年底分红", "到2025年建成", "每年", "三年行动"])
def test_a_clause_that_says_more_than_a_time(clause):
    assert not only_says_when(clause)


def test_who_leads_acts_and_who_assists_acts_along():
    found = {each[:3] for each in told("2025年6月1日前，由[甲局|o]牵头，[乙局|o]配合，出台《[丙办法|y]》。")}
    assert {("甲局", "issued", "丙办法"), ("乙局", "issued", "丙办法")} <= found
