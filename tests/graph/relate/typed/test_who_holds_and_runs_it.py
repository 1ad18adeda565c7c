"""Who runs, makes, holds, backs and hosts a thing: families of words that ordinary replies choose among."""

from __future__ import annotations

import pytest
from read_relations import PLACE, told


@pytest.mark.parametrize(
    ("sentence", "runs"),
    [
        ("[甲文旅公司|o]受[乙街道办|o]指派接管[丙图书馆|p]，周末照常开放。", {("甲文旅公司", "丙图书馆")}),
        ("[甲养老院|o]建成后转由[乙集团|o]照管。", {("乙集团", "甲养老院")}),
        ("[甲体育馆|p]前年竣工，[乙建工|o]援建并养护，年接待五万人次。", {("乙建工", "甲体育馆")}),
        ("[甲母基金|f]规模20亿元，执行事务合伙人为[乙资本|o]。", {("乙资本", "甲母基金")}),
        ("[甲子基金|f]由[乙创投|o]兼任管理人。", {("乙创投", "甲子基金")}),
        (
            "[甲局|o]成立[乙公司|o]，注册资本2亿元，专门负责管理[丙码头|p]。",
            {("乙公司", "丙码头")},
        ),
    ],
)
def test_who_is_charged_with_a_thing_runs_it_and_who_charges_does_not(sentence, runs):
    assert {(source, target) for source, relation, target in told(sentence) if relation == "operates"} == runs


@pytest.mark.parametrize(
    "sentence",
    [
        "受[甲委|o]委派，[乙研究会|o]草拟《[丙导则|y]》。",
        "[乙研究会|o]受[甲委|o]委派草拟《[丙导则|y]》。",
    ],
)
def test_who_is_commissioned_acts_along_with_who_commissions(sentence):
    assert told(sentence) >= {("乙研究会", "cooperates_with", "甲委"), ("乙研究会", "issued", "丙导则")}


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "[甲医院|o]与[乙药企|o]联办[丙转化中心|p]，设在[丁健康城|p]。",
            {("甲医院", "established", "丙转化中心"), ("乙药企", "established", "丙转化中心")},
        ),
        (
            "[甲中心|p]由[乙大学|o]、[丙公司|o]合资兴办，落址[丁科技园|p]。",
            {
                ("乙大学", "established", "甲中心"),
                ("丙公司", "established", "甲中心"),
                ("乙大学", "cooperates_with", "丙公司"),
                ("甲中心", "located_in", "丁科技园"),
            },
        ),
        (
            "[甲馆|o]由[乙集团|o]、[丙银行|o]捐资成立。",
            {("乙集团", "established", "甲馆"), ("丙银行", "funds", "甲馆")},
        ),
        (
            "[甲港务|o]同[乙物流|o]各占50%，合作成立[丙联运公司|o]。",
            {("乙物流", "established", "丙联运公司"), ("乙物流", "invests_in", "丙联运公司")},
        ),
        (
            "推动[甲公司|o]携手[乙学院|o]，联合建设[丙基地|p]。",
            {("甲公司", "established", "丙基地"), ("乙学院", "established", "丙基地")},
        ),
    ],
)
def test_founders_are_told_by_verbs_of_doing_it_together(sentence, claims):
    found = told(sentence)
    assert claims <= found
    assert (PLACE, "established", "丙基地") not in found


@pytest.mark.parametrize(
    ("sentence", "holds"),
    [
        ("[甲基金|f]对[乙子基金|f]增资2亿元。", {("甲基金", "乙子基金")}),
        ("[甲基金|f]去年设立，首单直投[乙医疗|o]，推动其搬入[丁科技园|p]。", {("甲基金", "乙医疗")}),
        (
            "[甲基金|f]规模5亿元，[乙银行|o]领投2亿元，[丙集团|o]同比例跟投。",
            {("乙银行", "甲基金"), ("丙集团", "甲基金")},
        ),
        ("[甲基金|f]运作平稳，[乙种苗|o]等9家企业已获得投资。", {("甲基金", "乙种苗")}),
    ],
)
def test_shares_are_told_from_either_side(sentence, holds):
    assert {(s, t) for s, relation, t in told(sentence) if relation == "invests_in"} == holds


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "[甲银行|o]首推“[乙贷|f]”，[丙担保|o]按低于1%的费率担保，坏账由[丁风险补偿基金|f]分担四成。",
            {("丙担保", "supports", "乙贷"), ("丁风险补偿基金", "supports", "乙贷")},
        ),
        (
            "[甲计划|f]去年备案，[乙租赁|o]为发起机构，[丙证券|o]主承销，[丁集团|o]提供流动性支持。",
            {
                ("乙租赁", "established", "甲计划"),
                ("丙证券", "supports", "甲计划"),
                ("丁集团", "supports", "甲计划"),
            },
        ),
        (
            "[甲财政局|o]从[乙专项资金|f]中列支900万元，用于兑现“[丙券|y]”。",
            {("乙专项资金", "funds", "丙券")},
        ),
    ],
)
def test_who_bears_the_risk_of_a_loan_or_product_supports_it(sentence, claims):
    assert claims <= told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "[甲创新谷|p]今年开园，[乙光电|o]、[丙仪器|o]等12家企业签约入驻。",
            {("乙光电", "located_in", "甲创新谷"), ("丙仪器", "located_in", "甲创新谷")},
        ),
        ("在[甲新区|p]筹建[乙数据港|p]。", {("乙数据港", "located_in", "甲新区")}),
        (
            "[甲协会|o]还在[乙产业园|p]布设[丙服务站|p]。",
            {("丙服务站", "located_in", "乙产业园"), ("丙服务站", "part_of", "甲协会")},
        ),
        (
            "[甲合作区|p]集聚包括[乙中试平台|p]、[丙中试平台|p]在内的5家平台。",
            {("甲合作区", "hosts", "乙中试平台"), ("甲合作区", "hosts", "丙中试平台")},
        ),
    ],
)
def test_where_things_stand_is_told_by_what_is_done_there(sentence, claims):
    assert claims <= told(sentence)


def test_platforms_that_a_zone_gathers_stand_in_one_relation_to_it():
    found = told("[甲合作区|p]集聚包括[乙中试平台|p]、[丙中试平台|p]在内的5家平台。")
    assert {relation for _, relation, _ in found} == {"hosts"}


def test_former_and_latter_are_the_two_that_were_named():
    found = told(
        "[甲母基金|f]下设[乙基金|f]、[丙基金|f]，前者由[丁资本|o]担任普通合伙人；后者直投[戊医疗|o]。"
    )
    assert ("丁资本", "operates", "乙基金") in found
    assert ("丙基金", "invests_in", "戊医疗") in found
    assert ("丁资本", "operates", "丙基金") not in found


def test_what_a_plan_is_measured_by_is_no_plan_given_up():
    found = told("[甲园|p]较原计划提前两个月开园，运营方为[乙公司|o]。")
    assert ("乙公司", "operates", "甲园") in found


def test_who_asks_a_higher_body_does_not_act_with_it():
    found = told("[甲公司|o]表示同意，我们将继续向[乙局|o]反映。")
    assert not {one for one in found if one[1] == "cooperates_with"}


def test_a_month_may_begin_a_clause():
    found = told("[甲委|o]去年出台《[丙意见|y]》，今年5月[乙局|o]印发《[丁办法|y]》。")
    assert ("甲委", "issued", "丁办法") not in found
    assert ("乙局", "issued", "丁办法") in found


@pytest.mark.parametrize(
    "sentence",
    [
        "[甲组|o]组织编写《[乙指南|y]》。",
        "[甲局|o]会同[乙公司|o]编制了规划，位于[丙园区|p]北侧的用地已完成平整。",
        "[甲集团|o]管理的[乙平台|p]，[丙银行|o]、[丁公司|o]合办的[戊中心|p]均已开放。",
    ],
)
def test_words_of_the_same_families_do_not_tie_what_they_are_not_about(sentence):
    found = told(sentence)
    wrong = {
        ("甲组", "implements", "乙指南"),
        ("乙公司", "located_in", "丙园区"),
        ("丙银行", "established", "乙平台"),
        ("丁公司", "established", "乙平台"),
    }
    assert not wrong & found


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("[甲监测中心|o]在大闸设置水质监测站，由[乙公司|o]负责运维。", set()),
        ("[甲医院|o]由[乙集团|o]托管。", {("乙集团", "operates", "甲医院")}),
        (
            "成立[甲领导小组|o]，下设办公室在[乙局|o]。",
            {("issuer", "established", "甲领导小组"), ("乙局", "hosts", "甲领导小组")},
        ),
        (
            "[甲实验室|p]由[乙市政府|o]牵头建设，依托[丙大学|o]组建。",
            {("乙市政府", "established", "甲实验室"), ("甲实验室", "relies_on", "丙大学")},
        ),
        ("[甲客运站|p]项目已列入[乙规划|y]，由[丙集团|o]负责实施。", set()),
    ],
)
def test_who_runs_hosts_and_carries_out_what_is_told_of_before(sentence, claims):
    assert told(sentence, issuer="issuer") == claims


def test_the_treasury_of_a_named_place_pays_for_that_place():
    sentence = "[甲院|o]与[乙市政府|o]联合组建[丙研究院|o]，由深圳市财政安排启动经费5000万元。"
    assert {each for each in told(sentence) if each[1] == "funds"} == {("place/深圳市", "funds", "丙研究院")}


def test_who_is_sent_to_help_a_body_supports_it():
    claims = told("[甲部|o]安排[乙大学|o]、[丙大学|o]等高校对口支援[丁大学|o]。")
    assert claims >= {("乙大学", "supports", "丁大学"), ("丙大学", "supports", "丁大学")}


def test_of_two_papers_the_one_that_was_passed_is_issued_by_who_passed_it():
    sentence = "根据[甲方案|y]要求，[乙局|o]制定了[丙规划|y]，经[丁政府|o]常务会议审议通过。"
    claims = told(sentence)
    assert ("丁政府", "issued", "丙规划") in claims
    assert ("丁政府", "issued", "甲方案") not in claims


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "该工程由[甲设计院|o]设计，[乙水电工程局|o]承建。",
            ("乙水电工程局", "established", "甲设计院"),
        ),
        (
            "街道将争取[甲局|o]支持，新建照料站，由[乙公司|o]无偿提供用房。",
            ("乙公司", "supports", "甲局"),
        ),
        ("[甲公司|o]于2022年1月在[乙交易所|o]上市。", ("甲公司", "located_in", "乙交易所")),
        ("[甲公司|o]在[科创板|p]挂牌上市。", ("甲公司", "located_in", "科创板")),
    ],
)
def test_whom_a_sentence_only_names_on_the_way_is_not_built_helped_or_a_site(sentence, claim):
    assert claim not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "工作由[甲工作专班|o]承担，专班办公室设在[乙局|o]。",
            ("乙局", "hosts", "甲工作专班"),
        ),
        (
            "由[甲联席会议|o]统一调度，其办公室设在[我局|o|issuer]。",
            ("issuer", "hosts", "甲联席会议"),
        ),
        (
            "经与会办单位[甲局|o]、[乙社|o]共同研究，答复如下：",
            ("issuer", "cooperates_with", "乙社"),
        ),
    ],
)
def test_the_office_of_a_joint_body_and_those_whom_the_writer_asked(sentence, claim):
    assert claim in told(sentence, issuer="issuer")


def test_those_whom_the_writer_asked_are_no_partners_of_each_other():
    claims = told("经与会办单位[甲局|o]、[乙社|o]、[丙局|o]共同研究，答复如下：", issuer="issuer")
    assert {one for one, _, _ in claims} == {"issuer"}


def test_what_is_set_up_without_a_name_is_run_and_not_who_or_what_was_named_before():
    sentence = "[我公司|o|issuer]与[甲局|o]签订[乙备忘录|y]，在三个县建成服务站36座，由[丙公司|o]运营。"
    assert not any(relation == "operates" for _, relation, _ in told(sentence))
