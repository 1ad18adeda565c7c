"""Whose treasury pays: the letter's county, its city, its province, or several at once."""

from __future__ import annotations

import pytest
from read_relations import read, told

COUNTY, CITY, PROVINCE = "place/福州市闽侯县", "place/福州市", "place/福建省"


def payers(text):
    found = told(text, jurisdiction="福州市闽侯县")
    return {(one[0], one[2]) for one in found if one[1] == "funds" and one[0].startswith("place/")}


@pytest.mark.parametrize(
    "text",
    [
        "[甲渠道|p]改造所需资金由县财政全额保障。",
        "[甲平台|p]的运维费用每年80万元，由县本级财政承担。",
        "[甲桥|p]总投资1.2亿元，除[乙补资金|f]3000万元外，其余由县财政承担。",
        "[甲渠道|p]由[乙公司|o]施工，全县财政安排600万元。",
        "[甲渠道|p]开工，县级财政每年为此补贴40万元。",
    ],
)
def test_what_the_treasury_of_the_place_bears_the_place_pays(text):
    assert {one[0] for one in payers(text)} == {COUNTY}


def test_each_level_of_treasury_pays():
    assert payers("[甲院|o]由[乙大学|o]创办，省、市两级财政三年各支持900万元。") == {
        (PROVINCE, "甲院"),
        (CITY, "甲院"),
    }
    text = "[甲院|o]总投资3000万元，其中[乙资金|f]1500万元、市财政补助500万元、县财政配套1000万元。"
    assert payers(text) == {(CITY, "甲院"), (COUNTY, "甲院")}


def test_money_that_matches_a_fund_is_paid_by_the_place():
    text = "[甲站|p]由[乙局|o]使用[丙公益金|f]90万元和县级配套30万元建成。"
    assert payers(text) == {(COUNTY, "甲站")}


@pytest.mark.parametrize(
    "text",
    [
        "[甲厂|p]去年停运，建议由县财政承担维修费用。",
        "[甲院|o]迁建总投资3000万元，其中县级财政配套尚未到位。",
        "[甲院|o]迁建，县财政无力安排500万元。",
        "[甲院|o]开业，县财政收入增加500万元。",
        "[甲桥|p]开工，县财政局安排检查，罚款3万元。",
    ],
)
def test_what_is_only_asked_or_cannot_be_paid_is_not_told(text):
    assert not payers(text)


def test_what_a_treasury_shall_bear_is_planned():
    (one,) = read("[甲厂|p]扩建缺口2000万元，拟由县财政解决。", jurisdiction="福州市闽侯县")
    assert (one.source, one.relation, one.target, one.status) == (COUNTY, "funds", "甲厂", "planned")
