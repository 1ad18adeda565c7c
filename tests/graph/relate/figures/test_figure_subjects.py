"""What a figure is about: invented sentences, each with the entities of its last figure."""

from __future__ import annotations

import pytest
from read_figures import read


@pytest.mark.parametrize(
    ("sentence", "about"),
    [
        ("由[甲集团|o]发起、[乙引导基金|f]参股的[丙基金|f]已完成首关，首关规模3亿元。", ("丙基金",)),
        ("我局会同[甲集团|o]研究设立[乙基金|f]，首期规模10亿元。", ("乙基金",)),
        ("我局会同[甲集团|o]研究设立一支基金，首期规模10亿元。", ()),
        ("[甲基金|f]于去年设立，由[乙公司|o]管理；今年决策项目9个，决策金额2亿元。", ("甲基金",)),
        ("支持[甲集团|o]组建[乙公司|o]，注册资本2亿元。", ("乙公司",)),
        ("[甲部|o]联合[乙银行|o]发起设立[丙担保基金|f]，首期注册资本661亿元。", ("丙担保基金",)),
        ("[甲母基金|f]总规模100亿元，其中一期60亿元由[乙公司|o]、[丙公司|o]认缴。", ("甲母基金",)),
        ("参与设立[甲基金|f]，由[乙公司|o]组建总规模30亿元的[丙产业基金|f]。", ("丙产业基金",)),
        ("引导[甲公司|o]、[乙公司|o]等企业成立[丙联盟|o]，首批成员143家。", ("丙联盟",)),
        ("[甲高新区|p]建设[乙基地|p]，总建筑面积6万平方米。", ("乙基地",)),
        ("[甲中心|o]联合[乙会|o]建立专家库，发布《[丙指引|y]》，应对诉讼23起，挽回损失7亿元。", ("甲中心",)),
        (
            "印发《[甲细则|y]》，对在[乙平台|p]首播的短剧，按成本的15%补助，单部最高80万元。",
            ("甲细则",),
        ),
        ("升级[甲平台|p]，与[乙平台|p]互联互通，登记劳动力1387万条。", ("甲平台",)),
        ("[甲医院|o]对白鹭镇卫生院、[乙卫生院|o]统一管理，下派骨干142人次。", ("甲医院",)),
        ("[甲园|p]、[乙园|p]引进[丙公司|o]、[丁公司|o]等企业73家，营收38亿元。", ("甲园", "乙园")),
        ("建成[甲中心|p]、[乙中心|p]等载体38个，培训28万人次。", ()),
        ("[甲园|p]、[乙园|p]引进[丙公司|o]、[丁公司|o]等企业73家。", ("甲园", "乙园")),
        ("全市集聚[丙公司|o]、[丁公司|o]等整机企业40余家。", ()),
        ("另有[甲平台|p]、[乙平台|p]2家已建成的[丙园|p]中试平台。", ("甲平台", "乙平台")),
        ("联合[甲局|o]开展“[乙行动|y]”，2023年全区登记金额86亿元，惠及企业597家。", ()),
        ("“[甲券|y]”由[乙园区|p]推广，兑付2045万元。", ("甲券",)),
    ],
)
def test_a_figure_is_about_the_last_object_before_it_of_the_kind_that_its_metric_asks_for(sentence, about):
    assert read(sentence).figures[-1].about == about


@pytest.mark.parametrize(
    ("sentence", "payers", "role"),
    [
        ("[甲区|p]、[乙集团|o]分别认缴2亿元、1.5亿元。", ["甲区", "乙集团"], "volume"),
        ("[甲公司|o]、[乙公司|o]分别出资2亿元、1亿元。", ["甲公司", "乙公司"], "paid"),
    ],
)
def test_lists_told_apart_give_each_number_its_own_payer(sentence, payers, role):
    found = read(sentence).figures
    assert [each.payer for each in found] == payers
    assert {each.amount_role for each in found} == {role}


def test_lists_told_apart_give_each_number_its_own_subject():
    found = read("[甲公司|o]、[乙公司|o]去年营收分别达2亿元、1.5亿元。").figures
    assert [each.about for each in found] == [("甲公司",), ("乙公司",)]


def test_money_that_is_set_apart_is_not_paid():
    (figure,) = read("市级每年统筹不少于6000万元[甲资金|f]。").figures
    assert (figure.amount_role, figure.payer) == ("volume", "place/深圳市福田区")


def test_numbers_told_of_each_are_about_nobody_where_not_all_are_known():
    found = read("[甲公司|o]、[乙公司|o]、丙通航分别开通航线26条、71条、8条。").figures
    assert [each.about for each in found] == [(), (), ()]
    found = read("[甲公司|o]、[乙公司|o]分别开通航线26条、71条。").figures
    assert [each.about for each in found] == [("甲公司",), ("乙公司",)]
