"""Who pays and who is paid: invented sentences, with the relations that they state."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.claims import letter_claims
from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places


def amounts(marked: str):
    masked = masked_letter(linked(marked), places.load())
    figures = letter_claims(masked, tuple(typed_relations(masked))).figures
    return [(each.amount_role, each.payer, each.payee) for each in figures]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("[甲天使基金|f]投资[乙股份公司|o]5000万元。", ("paid", "甲天使基金", "乙股份公司")),
        ("[甲厅|o]资助[乙大学|o]420万元。", ("paid", "甲厅", "乙大学")),
        ("[乙大学|o]获得[甲厅|o]资助800万元。", ("paid", "甲厅", "乙大学")),
        ("[甲管委会|o]给予[乙公司|o]500万元补贴。", ("paid", "甲管委会", "乙公司")),
        ("[甲委员会|o]支持[乙大学|o]6000万元。", ("paid", "甲委员会", "乙大学")),
    ],
)
def test_relations_tell_who_pays_and_who_is_paid_in_whatever_order(sentence, expected):
    assert amounts(sentence) == [expected]


def test_who_is_named_right_before_the_verb_of_paying_pays_whoever_acts_in_the_clause():
    found = amounts("由[甲委|o]出资3亿元、[乙市政府|o]出资2亿元建设[丙中心|p]。")
    assert [payer for _, payer, _ in found] == ["甲委", "乙市政府"]


def test_who_money_is_put_into_does_not_pay():
    ((_, payer, _),) = amounts("向[乙公司|o]投资5000万元。")
    assert payer != "乙公司"


def test_a_class_of_receivers_is_told_in_its_words():
    assert amounts("对通过认定的中试平台，给予最高不超过800万元一次性补助。") == [
        ("ceiling", "place/深圳市福田区", "通过认定的中试平台")
    ]


@pytest.mark.parametrize(
    ("sentence", "payee"),
    [
        ("对首次认定的小巨人企业，一次性奖励50万元。", "首次认定的小巨人企业"),
        ("对省级专精特新企业奖励20万元。", "省级专精特新企业"),
        ("向县商务局争取补助91万元。", ""),
        ("评为甲级的奖励16万元。", ""),
        ("针对企业反映的问题，奖励16万元。", ""),
        ("对于首批认定的企业，一次性奖励50万元。", "首批认定的企业"),
        ("对开展技术改造的企业，一次性奖励50万元。", "开展技术改造的企业"),
        ("对甲乡、乙乡各补助20万元。", "甲乡、乙乡"),
        ("对外贸企业，一次性奖励50万元。", "外贸企业"),
        ("应对洪涝灾害，一次性补助31万元。", ""),
        ("这对中小企业来说，补贴32万元十分及时。", ""),
        ("对口帮扶山区学校，补助40万元。", ""),
        ("对标先进地区，奖励35万元。", ""),
        ("对工业项目开展绩效评估，奖励49万元。", ""),
    ],
)
def test_who_an_award_is_for_is_paid(sentence, payee):
    assert amounts(sentence)[0][2] == payee


def test_the_first_half_of_a_verb_of_giving_stands_before_nobody():
    ((_, _, payee),) = amounts("给予符合条件的企业最高10万元补助。")
    assert not payee.startswith("予")


def test_an_amount_in_another_clause_is_nobodys_payment():
    *_, (role, payer, payee) = amounts("[甲基金|f]投资[乙公司|o]，年产值3亿元。")
    assert (role, payer, payee) == ("valuation", "", "")


@pytest.mark.parametrize(
    ("sentence", "role"),
    [
        ("[甲投资基金|f]规模达30亿元。", "fund_size"),
        ("设立[甲投资基金|f]，规模50亿元。", "fund_size"),
        ("全区软件产业规模50亿元。", "volume"),
    ],
)
def test_the_size_of_a_fund_is_no_volume_of_trade(sentence, role):
    assert [found for found, _, _ in amounts(sentence)] == [role]


def test_who_each_get_an_amount_do_not_pay_it():
    found = amounts("[甲中学|o]、[乙中学|o]分别获得补助300万元和200万元。")
    assert [(payer, payee) for _, payer, payee in found] == [("", "甲中学"), ("", "乙中学")]
