"""What later clauses tell belongs to the thing that the sentence is about, whoever is named on the way."""

from __future__ import annotations

import pytest
from read_relations import PLACE, told

FUND = "[甲产业基金|f]规模5亿元，由[乙资本|o]管理，[丙引导基金|f]认缴1亿元，[丁集团|o]认缴2亿元"


def test_shares_are_of_the_fund_that_the_sentence_is_about_not_of_a_fund_that_holds_one():
    found = told(f"{FUND}，已投资[戊科技|o]、[己生物|o]两家企业。")
    assert found >= {
        ("丙引导基金", "invests_in", "甲产业基金"),
        ("丁集团", "invests_in", "甲产业基金"),
        ("甲产业基金", "invests_in", "戊科技"),
        ("甲产业基金", "invests_in", "己生物"),
    }
    assert not {claim for claim in found if claim[:2] == ("丙引导基金", "invests_in")} - {
        ("丙引导基金", "invests_in", "甲产业基金")
    }


@pytest.mark.parametrize(
    "sentence",
    [
        f"{FUND}，基金管理人为[庚创投|o]。",
        "[甲产业基金|f]由[乙资本|o]、[丙引导基金|f]发起设立，规模5亿元，管理人为[庚创投|o]。",
    ],
)
def test_who_manages_it_manages_that_fund(sentence):
    found = told(sentence)
    assert ("庚创投", "operates", "甲产业基金") in found
    assert ("庚创投", "operates", "丙引导基金") not in found


def test_what_is_paid_into_is_no_contributor():
    found = told("去年[甲基金|f]向[乙子基金|f]注资1亿元，[丙集团|o]等额跟进，由[丁创投|o]受托管理。")
    assert ("丁创投", "operates", "甲基金") not in found


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲平台|p]依托[乙云|p]建设，由[丙中心|o]管理。", ("丙中心", "operates", "甲平台")),
        (
            "[甲基地|p]拟依托[乙机场|p]建设，明年建成，届时由[丙公司|o]负责运营。",
            ("丙公司", "operates", "甲基地"),
        ),
    ],
)
def test_what_a_thing_rests_on_is_not_what_is_run(sentence, claim):
    assert {one for one in told(sentence) if one[1] == "operates"} == {claim}


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲医疗集团|o]正式成立，由[乙人民医院|o]牵头，成员单位有[丙卫生院|o]、[丁卫生院|o]等8家机构。",
        "[甲教育集团|o]由[乙小学|o]牵头，[丙卫生院|o]、[丁卫生院|o]为成员校。",
        "[甲教育集团|o]由[乙小学|o]牵头，成员校为[丙卫生院|o]、[丁卫生院|o]。",
        "[乙中心|o]牵头成立[甲产业联盟|o]，[丙卫生院|o]、[丁卫生院|o]等87家企业成为会员单位。",
        "[乙医院|o]发起成立[甲医联体|o]，[丙卫生院|o]、[丁卫生院|o]等17家医院先后加入。",
    ],
)
def test_members_belong_to_the_body_that_was_formed_not_to_who_leads_it(sentence):
    members = {(source, target[0]) for source, relation, target in told(sentence) if relation == "member_of"}
    assert members >= {("丙卫生院", "甲"), ("丁卫生院", "甲")}
    assert not any(target == "乙" for _, target in members)


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("[甲慈善会|o]设立[乙救助基金|f]，[丙银行|o]捐资300万元，已救助12人。", "funds"),
        ("[乙救助基金|f]由[甲慈善会|o]设立，[丙银行|o]每年向其捐资5万元。", "funds"),
        ("[甲慈善会|o]设立的[乙救助基金|f]接收[丙银行|o]捐款80万元。", "funds"),
        ("[甲母基金|o]发起[乙投资基金|f]，[丙银行|o]出资300万元，已备案。", "invests_in"),
    ],
)
def test_what_is_given_away_funds_and_what_is_put_in_invests(sentence, relation):
    found = {one for one in told(sentence) if one[0] == "丙银行"}
    assert {one[1] for one in found} == {relation}


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "[甲冷链园|p]由[乙物流公司|o]投资3000万元建设，明年投用。",
            {("乙物流公司", "invests_in", "甲冷链园"), ("乙物流公司", "established", "甲冷链园")},
        ),
        ("[甲县财政局|o]向[乙保障基金|f]注资200万元。", {("甲县财政局", "funds", "乙保障基金")}),
        (
            "[甲储备库|p]位于县城北郊，[乙专项资金|f]补助240万元。",
            {("乙专项资金", "funds", "甲储备库")},
        ),
    ],
)
def test_companies_invest_and_public_money_funds(sentence, claims):
    found = told(sentence)
    assert found >= claims
    other = {"funds": "invests_in", "invests_in": "funds"}
    assert not found & {(one, other[how], two) for one, how, two in claims if how in other}


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲学会|o]编写的《[乙技术规范|y]》，经[丙市场监管局|o]批准发布。",
        "[甲学会|o]起草《[乙技术规范|y]》，由[丙市场监管局|o]于今年4月发布。",
        "[丙市场监管局|o]发布的《[乙技术规范|y]》由[甲学会|o]起草，已在32家企业应用。",
    ],
)
def test_who_drafts_a_standard_did_not_issue_it(sentence):
    about = {(source, relation) for source, relation, target in told(sentence) if target == "乙技术规范"}
    assert ("甲学会", "established") in about
    assert ("甲学会", "issued") not in about


def test_a_platform_is_linked_by_itself_not_by_who_runs_it():
    found = told("[甲教育云平台|p]由[乙中心|o]建设，[丙公司|o]负责运维，目前已与[丁智慧平台|p]实现互联互通。")
    linked_by = {one for one in found if one[1] == "cooperates_with"}
    assert linked_by == {("甲教育云平台", "cooperates_with", "丁智慧平台")}


@pytest.mark.parametrize(
    "sentence",
    [
        "原[甲学校|o]与[乙教研室|o]已整合为[丙教师发展中心|o]。",
        "如有不同意见，请及时向[甲办公室|o]反馈。",
    ],
)
def test_what_is_merged_or_only_addressed_does_not_cooperate(sentence):
    assert not {one for one in told(sentence) if one[1] == "cooperates_with"}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲引导基金|f]更名为[乙投资基金|f]，规模不变。", ("甲引导基金", "succeeded_by", "乙投资基金")),
        (
            "[乙规划院|o]（2021年由原[甲设计院|o]更名而来）编制方案。",
            ("甲设计院", "succeeded_by", "乙规划院"),
        ),
        (
            "争取[甲实训基地|p]获评[国家级示范基地|p]。",
            ("甲实训基地", "designated_as", "国家级示范基地"),
        ),
        (
            "[甲研究计划|y]由[乙研究院|o]、[丙大学|o]承担，已完成一期。",
            ("丙大学", "implements", "甲研究计划"),
        ),
        (
            "[甲研究院|o]牵头、[乙大学|o]参与建设的[丙中试平台|p]正在安装设备。",
            ("甲研究院", "leads", "丙中试平台"),
        ),
        (
            "[甲研究院|o]牵头、[乙大学|o]参与建设的[丙中试平台|p]正在安装设备。",
            ("甲研究院", "cooperates_with", "乙大学"),
        ),
        ("[甲研究院|o]牵头，[乙大学|o]参与，共同建成[丙实验室|p]。", ("甲研究院", "established", "丙实验室")),
        (
            "去年印发《[甲若干措施|y]》，其中“[乙奖励|y]”条款规定奖励50万元。",
            ("乙奖励", "part_of", "甲若干措施"),
        ),
        ("[甲补助资金|f]由[乙财政局|o]会同[丙教育局|o]管理。", ("丙教育局", "operates", "甲补助资金")),
        ("[甲推进工程|y]已支持[乙学院|o]等32所院校新建校舍。", ("甲推进工程", "supports", "乙学院")),
        ("[甲专项资金|f]两年投入2.4亿元，用于[乙展示园|p]建设。", ("甲专项资金", "funds", "乙展示园")),
        ("支持珠海市创建[甲集群|y]。", (PLACE, "supports", "place/珠海市")),
        ("[甲实训基地|p]设在[乙技师学院|o]，由[丙集团|o]托管。", ("乙技师学院", "hosts", "甲实训基地")),
        (
            "成立[甲研究联盟|o]，[乙医院|o]、[丙医院|o]为成员单位，秘书处设在[乙医院|o]。",
            ("乙医院", "hosts", "甲研究联盟"),
        ),
        ("[甲公司|o]已通过[乙养老平台|p]派单38万单。", ("甲公司", "relies_on", "乙养老平台")),
        (
            "[甲云平台|p]上线后，今年1月与[乙信息平台|p]实现互联互通。",
            ("甲云平台", "cooperates_with", "乙信息平台"),
        ),
        ("[甲电站|p]由[乙能投|o]牵头，联合[丙科技|o]建成。", ("丙科技", "established", "甲电站")),
        ("[甲电站|p]由[乙能投|o]牵头，联合[丙科技|o]建成。", ("乙能投", "cooperates_with", "丙科技")),
        (
            "[甲乡村基金|f]规模30亿元，2024年投资[乙公司|o]、[丙公司|o]。",
            ("甲乡村基金", "invests_in", "丙公司"),
        ),
        ("[甲航运基金|f]完成备案，首笔5000万元投向[乙公司|o]。", ("甲航运基金", "invests_in", "乙公司")),
        ("[甲公司|o]去年获[乙创业基金|f]投资3000万元。", ("乙创业基金", "invests_in", "甲公司")),
        (
            "[甲电站|p]由[乙集团|o]、[丙能投|o]按比例出资组建的[丁公司|o]负责建设。",
            ("丙能投", "invests_in", "丁公司"),
        ),
        ("[甲专项资金|f]去年为[乙基地|p]安排5200万元。", ("甲专项资金", "funds", "乙基地")),
        ("[甲局|o]推出“[乙保|f]”，[丙财险|o]负责承保，参保40万人。", ("丙财险", "operates", "乙保")),
    ],
)
def test_other_phrases_of_ordinary_letters(sentence, claim):
    assert claim in told(sentence)


def test_a_fund_that_pays_along_with_another_is_not_paid_by_it():
    found = told("[甲水厂|p]总投资4.7亿元，其中[乙发展资金|f]安排2.1亿元、[丙建设基金|f]安排860万元。")
    assert not {one for one in found if one[2] in {"乙发展资金", "丙建设基金"}}


def test_who_pays_out_of_a_fund_uses_it_and_the_fund_pays():
    found = told("[甲财政局|o]从[乙专项资金|f]中安排860万元，用于[丙景区|p]道路改造。")
    assert ("乙专项资金", "funds", "丙景区") in found
    assert ("甲财政局", "funds", "丙景区") not in found


def test_who_is_helped_to_lead_the_building_of_a_thing_has_not_built_it():
    found = told("支持[甲公司|o]牵头创建[乙创新中心|p]，力争明年获批。")
    assert ("甲公司", "leads", "乙创新中心") in found
    assert ("甲公司", "established", "乙创新中心") not in found


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲中心|p]由[乙校|o]牵头，联合[丙院|o]、[丁公司|o]共同建设。",
        "[丙院|o]与[丁公司|o]供水价格不一致，原因在于水源不同。",
    ],
)
def test_those_who_join_one_leader_or_are_only_compared_do_not_cooperate(sentence):
    pair = {"丙院", "丁公司"}
    assert not [one for one in told(sentence) if one[1] == "cooperates_with" and {one[0], one[2]} == pair]


def test_a_paper_that_came_into_force_was_carried_out_by_nobody():
    assert not {
        one for one in told("联盟制定的《[甲管理规则|y]》已于今年1月起实施。") if one[1] == "implements"
    }


@pytest.mark.parametrize(
    ("sentence", "never"),
    [
        (
            "[中央补助资金|f]安排200万元，[省级专项资金|f]安排100万元，用于水库加固。",
            ("省级专项资金", "funds", "中央补助资金"),
        ),
        ("[丙集团|o]在福田区投资设立的[乙公司|o]发展良好。", (PLACE, "established", "乙公司")),
        ("[丙集团|o]在福田区投资设立的[乙公司|o]发展良好。", (PLACE, "invests_in", "乙公司")),
        (
            "[县卫生健康委员会|o]牵头成立工作专班，办公室设在[县人民医院|o]。",
            ("县人民医院", "hosts", "县卫生健康委员会"),
        ),
        ("利用[更新基金|f]将老厂房改建为[南城创意园|p]。", ("更新基金", "succeeded_by", "南城创意园")),
        (
            "下一步，[我局|o|issuer]将积极争取[国家发展改革委|o]支持福田区开展试点。",
            ("issuer", "supports", PLACE),
        ),
        ("争取上级支持我区建设养老服务体系。", (PLACE, "supports", PLACE)),
        ("[高新区管委会|o]投资2亿元建设的[丙产业园|p]已投用。", ("高新区管委会", "invests_in", "丙产业园")),
        (
            "[监管局|o]起草《[夜市管理规范|y]》，已征求各部门意见，待市政府审定后印发。",
            ("监管局", "established", "夜市管理规范"),
        ),
        ("[甲公司|o]先后到[乙集团|o]投资，取得成效。", ("乙集团", "invests_in", "甲公司")),
        ("[智慧停车场|p]建在[区法院|o]旁。", ("区法院", "hosts", "智慧停车场")),
        ("[便民服务站|p]设在[县医院|o]门诊楼一楼。", ("县医院", "hosts", "便民服务站")),
        (
            "推动[甲管理系统|p]纳入[省一体化平台|p]，实现共享。",
            ("甲管理系统", "designated_as", "省一体化平台"),
        ),
        ("[甲基金|f]完成备案，首期项目落在[南城产业园|p]。", ("甲基金", "invests_in", "南城产业园")),
        ("[甲基金|f]规模2亿元，对[乙科技|o]的投资正在尽职调查。", ("甲基金", "invests_in", "乙科技")),
    ],
)
def test_what_only_looks_like_it(sentence, never):
    assert never not in told(sentence)


def test_what_took_a_new_name_is_spoken_of_by_that():
    found = told("[甲学校|o]改制为[乙学校|o]，去年使用[丙债券|f]900万元进行了扩建。")
    assert ("丙债券", "funds", "乙学校") in found
    assert ("丙债券", "funds", "甲学校") not in found


def test_what_is_told_of_a_list_is_told_of_each():
    found = told("[甲馆|p]、[乙馆|p]今年使用[丙资金|f]200万元进行了维修。")
    assert {one[2] for one in found if one[:2] == ("丙资金", "funds")} == {"甲馆", "乙馆"}


def test_money_that_was_got_is_no_thing_to_give_money_to():
    found = told(
        "今年安排[甲经费|f]80万元、[乙资金|f]20万元，[丙商会|o]和[丁公司|o]分别捐赠9万元、5万元，用于[戊中学|o]、[己中学|o]修缮。"
    )
    assert not {one for one in found if one[0] in {"丙商会", "丁公司"} and one[2] in {"甲经费", "乙资金"}}
    assert {one[2] for one in found if one[:2] == ("甲经费", "funds")} == {"戊中学", "己中学"}
    assert {one[2] for one in found if one[:2] == ("乙资金", "funds")} == {"戊中学", "己中学"}
