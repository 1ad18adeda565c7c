"""Where the money of works comes from, who owns and builds them, who was asked to study them."""

import pytest
from read_relations import PLACE, told


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "[甲厂|p]由[乙政府|o]使用[丙债券|f]8000万元建设，[丁集团|o]中标承建，去年移交[戊公司|o]运营。",
            {
                ("丙债券", "funds", "甲厂"),
                ("丁集团", "established", "甲厂"),
                ("戊公司", "operates", "甲厂"),
            },
        ),
        (
            "[甲工程|y]总投资1.4亿元，其中[乙债券|f]1.2亿元、[丙资金|f]4300万元，由[丁公司|o]担任业主。",
            {
                ("乙债券", "funds", "甲工程"),
                ("丙资金", "funds", "甲工程"),
                ("丁公司", "implements", "甲工程"),
            },
        ),
        (
            "[甲馆|p]使用[乙资金|f]1200万元进行了改造，由[丙建工集团|o]施工。",
            {("乙资金", "funds", "甲馆"), ("丙建工集团", "established", "甲馆")},
        ),
        (
            "[甲总会|o]、[乙基金会|o]去年分别资助龙岗区86万元、40万元。",
            {("甲总会", "funds", "place/深圳市龙岗区"), ("乙基金会", "funds", "place/深圳市龙岗区")},
        ),
        ("[甲红十字会|o]去年接受[乙公司|o]捐赠50万元。", {("乙公司", "funds", "甲红十字会")}),
        (
            "[甲银行|o]、[乙银行|o]分别给予[丙公司|o]综合授信10亿元和8亿元。",
            {("甲银行", "funds", "丙公司"), ("乙银行", "funds", "丙公司")},
        ),
        (
            "[甲中心|p]资金为[乙资金|f]1800万元、省级[丙资金|f]1860万元。",
            {("乙资金", "funds", "甲中心"), ("丙资金", "funds", "甲中心")},
        ),
        (
            "[甲基金会|o]和[乙公司|o]分别捐赠95万元、50万元，用于[丙中学|o]、[丁中学|o]改造浴室。",
            {(donor, "funds", school) for donor in ("甲基金会", "乙公司") for school in ("丙中学", "丁中学")},
        ),
        ("[甲公司|o]向[乙银行|o]贷款5000万元。", {("乙银行", "funds", "甲公司")}),
        (
            "[甲基金|f]已向[乙景区|p]夜游、[丙名胜区|p]栈道两个项目分别投入5000万元和6000万元。",
            {("甲基金", "invests_in", "乙景区"), ("甲基金", "invests_in", "丙名胜区")},
        ),
        (
            "“[甲研究|y]”重大专项，由[乙大学|o]牵头，[丙大学|o]、[丁研究院|o]参加。",
            {
                ("乙大学", "implements", "甲研究"),
                ("丙大学", "implements", "甲研究"),
                ("丁研究院", "implements", "甲研究"),
            },
        ),
    ],
)
def test_money_builders_and_owners_of_works_are_told(text, claims):
    assert claims <= told(text)


def test_who_was_asked_to_study_something_acts_with_who_asked():
    text = "[甲厅|o]委托[乙设计院|o]做过比选。"
    assert {one for one in told(text) if one[1] == "cooperates_with"} == {
        ("甲厅", "cooperates_with", "乙设计院")
    }


@pytest.mark.parametrize(
    "text",
    [
        "经[甲县委|o]、[乙县政府|o]研究，我局将方案改为两段实施。",
        "[甲公司|o]以4386.7万元中标承建，资金为[乙资金|f]1800万元。",
    ],
)
def test_who_only_approves_acts_with_nobody_and_who_is_paid_pays_no_fund(text):
    assert not {one for one in told(text) if one[1] == "cooperates_with"}
    assert ("甲公司", "funds", "乙资金") not in told(text)


def test_a_company_builds_works_and_no_fund():
    found = told("[甲馆|p]使用[乙资金|f]1200万元进行了改造，由[丙公司|o]承建。")
    assert ("丙公司", "established", "乙资金") not in found


def test_money_of_an_amount_is_what_something_is_done_with_and_not_what_it_is_about():
    found = told("[甲中心|p]由[乙局|o]使用[丙公益金|f]120万元建成，去年3月移交[丁公司|o]运营。")
    assert ("丁公司", "operates", "甲中心") in found
    assert ("丁公司", "operates", "丙公益金") not in found


def test_in_a_place_money_is_spent_for_the_place():
    found = told("今年在宁波市安排[甲资金|f]560万元、[乙资金|f]300万元。")
    assert {one[0] for one in found if one[1] == "funds"} == {"甲资金", "乙资金"}
    assert (PLACE, "funds", "甲资金") not in found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("不得利用[甲平台|p]开展经营。", "relies_on"),
        ("不法分子利用[甲平台|p]实施诈骗。", "relies_on"),
        ("群众依靠[甲公司|o]就业。", "relies_on"),
        ("不得使用[甲资金|f]建设[乙馆|p]。", "funds"),
        ("[乙馆|p]未通过验收，不得使用[甲资金|f]维修。", "funds"),
        ("建议使用[甲资金|f]新建[乙馆|p]。", "funds"),
        ("未经[甲公司|o]检测的车辆不得上路。", "cooperates_with"),
        ("需要委托[甲公司|o]承担。", "cooperates_with"),
        ("经[甲法院|o]评估拍卖，厂房已处置。", "cooperates_with"),
        ("支持[甲合作社|o]向[乙银行|o]融资。", "funds"),
        ("[甲公司|o]向[乙公司|o]协调贷款事宜。", "funds"),
        ("[甲小区|p]改造完成，由[乙社区|o]担任业主大会筹备组组长。", "established"),
        ("[甲中心|p]开放，其余部分由[乙公司|o]承担物业管理。", "invests_in"),
        ("[甲线路|p]亏损，县财政无力给企业补贴。", "funds"),
        ("[甲项目|y]尚未开工，[乙公司|o]组织施工人员上访。", "implements"),
        ("[甲馆|p]已经开放，旁边的科技楼由[乙建工集团|o]施工。", "established"),
        ("[甲工程|y]推进中，项目法人[乙公司|o]破产。", "implements"),
    ],
)
def test_bans_wishes_and_other_senses_of_the_words_tell_nothing_of_money_and_works(text, relation):
    assert not {one for one in told(text) if one[1] == relation}
