"""Money and what is made with it: who builds with a fund, what a place got, whom a fund reaches, whose firm runs it."""

from __future__ import annotations

import pytest
from read_relations import PLACE, read, told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[甲馆|p]由[乙局|o]利用[丙专项债|f]4000万元新建，去年开放。",
            {("乙局", "established", "甲馆"), ("丙专项债", "funds", "甲馆")},
        ),
        (
            "[乙局|o]使用[丙专项债|f]4000万元建成了[甲馆|p]。",
            {("乙局", "established", "甲馆"), ("丙专项债", "funds", "甲馆")},
        ),
        (
            "[甲粮库|p]由[乙集团|o]投资6000万元扩建。",
            {("乙集团", "established", "甲粮库"), ("乙集团", "invests_in", "甲粮库")},
        ),
        (
            "[甲园|p]坐落于[乙新城|p]，[丙集团|o]出资2亿元建成一期300亩。",
            {("丙集团", "established", "甲园"), ("丙集团", "invests_in", "甲园")},
        ),
        (
            "[丙集团|o]建成[甲馆|p]，委托其下属的[乙公司|o]管理。",
            {("乙公司", "operates", "甲馆"), ("乙公司", "part_of", "丙集团")},
        ),
        ("全区投入1.2亿元实施[甲提升工程|y]。", {(PLACE, "funds", "甲提升工程")}),
        ("我区获[乙补助资金|f]860万元，已全部拨付。", {("乙补助资金", "funds", PLACE)}),
        ("[甲水库|p]加固工程争取到[乙资金|f]2000万元。", {("乙资金", "funds", "甲水库")}),
        (
            "[甲市场|p]由[乙公司|o]建设，今年又从[丙专项资金|f]中安排20万元用于冷库改造。",
            {("丙专项资金", "funds", "甲市场")},
        ),
        ("[甲资金|f]拿出90万元补贴[乙险|f]保费。", {("甲资金", "funds", "乙险")}),
        ("[甲慈善基金会|o]去年成立，已向[乙小学|o]捐赠图书款20万元。", {("甲慈善基金会", "funds", "乙小学")}),
        (
            "[甲银行|o]推出[果农贷|f]，[乙公司|o]承保，[丙财政局|o]按1.5%贴息。",
            {("乙公司", "supports", "果农贷"), ("丙财政局", "supports", "果农贷")},
        ),
        ("[甲基地|p]被[乙厅|o]列入支持名单。", {("乙厅", "supports", "甲基地")}),
        (
            "[甲基地|p]列入[乙厅|o]、[丙委|o]扶持项目。",
            {("乙厅", "supports", "甲基地"), ("丙委", "supports", "甲基地")},
        ),
        (
            "[甲基金|f]由[乙公司|o]管理，规模2亿元，已向[丙公司|o]、[丁公司|o]两家企业分别投入300万元和500万元。",
            {("甲基金", "invests_in", "丙公司"), ("甲基金", "invests_in", "丁公司")},
        ),
        (
            "[甲办公室|o]转发[乙局|o]制定的《[丙方案|y]》。",
            {("甲办公室", "issued", "丙方案"), ("乙局", "issued", "丙方案")},
        ),
        ("[甲湿地|p]已开放，[乙大学|o]在园内建有[丙站|p]。", {("丙站", "located_in", "甲湿地")}),
        ("以[甲大学|o]为依托搭建[乙平台|p]。", {("乙平台", "relies_on", "甲大学")}),
        (
            "扶持[甲合作社|o]联合[乙公司|o]建设[丙库|p]。",
            {("甲合作社", "established", "丙库"), ("乙公司", "established", "丙库")},
        ),
    ],
)
def test_it_is_told(text, claims):
    assert claims <= told(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("[甲公司|o]投入2亿元实施[乙工程|y]。", (PLACE, "funds", "乙工程")),
        ("我区未获得[乙资金|f]200万元。", ("乙资金", "funds", PLACE)),
        ("建议将[甲基地|p]列入[乙厅|o]支持项目。", ("乙厅", "supports", "甲基地")),
        ("充分发挥[甲平台|p]作用。", (PLACE, "cooperates_with", "甲平台")),
        ("[甲园|p]位于[乙新城|p]，由[丙公司|o]投资3亿元建设。", ("丙公司", "invests_in", "乙新城")),
        ("扶持[甲合作社|o]联合[乙公司|o]建设[丙库|p]。", (PLACE, "established", "丙库")),
        ("以[甲大学|o]为依托搭建[乙平台|p]。", (PLACE, "relies_on", "甲大学")),
        ("[甲政府|o]交由[乙办|o]牵头。", ("乙办", "leads", "甲政府")),
    ],
)
def test_it_is_not_told(text, claim):
    assert claim not in told(text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("计划投入2亿元实施[甲工程|y]。", (PLACE, "funds", "甲工程")),
        ("[甲馆|p]拟由[乙局|o]争取[丙债|f]4000万元建设。", ("乙局", "established", "甲馆")),
        ("我区将积极争取[乙资金|f]860万元。", ("乙资金", "funds", PLACE)),
        ("[甲基地|p]申报列入[乙厅|o]支持项目。", ("乙厅", "supports", "甲基地")),
    ],
)
def test_what_is_only_meant_is_planned(text, claim):
    assert {each.status for each in read(text) if (each.source, each.relation, each.target) == claim} == {
        "planned"
    }
