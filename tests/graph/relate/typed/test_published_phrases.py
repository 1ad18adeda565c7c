"""What published replies say around names, and what only looks like a relation there: one invented sentence each."""

from __future__ import annotations

import pytest
from read_relations import PLACE, told


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("着力建设[甲实验室|p]、[乙实验室|p]。", (PLACE, "established", "乙实验室")),
        ("[甲馆|o]设置[乙部|o]，负责保护工作。", ("甲馆", "established", "乙部")),
        ("[甲政府|o]已成立[乙办公室|o]并建立联席会议制度。", ("甲政府", "established", "乙办公室")),
        ("去年培育市级示范基地2家（[甲基地|p]、[乙基地|p]）。", (PLACE, "established", "乙基地")),
        ("累计建成3个产业园，分别是[甲园|p]、[乙园|p]。", (PLACE, "established", "甲园")),
        ("[甲厅|o]成立厅长任组长，[乙局|o]、[丙局|o]为成员的[丁小组|o]。", ("甲厅", "established", "丁小组")),
        ("依托[甲总站|o]研发的[乙系统|p]，实现了实时掌握。", ("甲总站", "established", "乙系统")),
        ("依托[甲总站|o]研发的[乙系统|p]，实现了实时掌握。", (PLACE, "relies_on", "乙系统")),
        ("设立1亿元的[甲基金|f]、5000万元的[乙基金|f]。", (PLACE, "established", "乙基金")),
        ("[甲集团|o]联合[乙公司|o]发起的[丙基金|f]完成备案。", ("甲集团", "established", "丙基金")),
        (
            "[甲公司|o]受托运营[乙专区|p]，由其子公司[丙公司|o]推出[丁平台|p]。",
            ("丙公司", "established", "丁平台"),
        ),
        ("支持建设铁路专用线、[甲站|p]、[乙港|p]。", (PLACE, "established", "乙港")),
        ("[甲中心|p]已纳入布局，并由[乙局|o]牵头建设。", ("乙局", "leads", "甲中心")),
        ("[甲公司|o]牵头的[乙中心|p]通过评估。", ("甲公司", "leads", "乙中心")),
        ("[甲园区|p]建有[乙实验室|p]、[丙平台|p]。", ("丙平台", "located_in", "甲园区")),
        ("[甲银行|o]、[乙银行|o]等在[丙分行|o]指导下推出“[丁贷|f]”。", ("乙银行", "established", "丁贷")),
        ("无锡、苏州分别建成[甲云|p]和[乙云|p]。", ("place/苏州市", "established", "乙云")),
        ("[甲空间|p]、[乙专区|p]由[丙公司|o]建设。", ("丙公司", "established", "甲空间")),
    ],
)
def test_what_is_founded(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("2021年3月8日[甲部|o]印发《[乙办法|y]》。", ("甲部", "issued", "乙办法")),
        ("我局执行[甲厅|o]下发的《[乙方案|y]》。", ("甲厅", "issued", "乙方案")),
        ("[甲委|o]公布实施《[乙通知|y]》。", ("甲委", "issued", "乙通知")),
        ("《[甲条例|y]》已由[乙人大|o]第五次会议于3月8日通过。", ("乙人大", "issued", "甲条例")),
        ("目前已初步形成《[甲方案|y]》。", (PLACE, "issued", "甲方案")),
        ("[甲厅|o]与[乙委|o]密切配合，联合印发《[丙通知|y]》。", ("乙委", "issued", "丙通知")),
        ("正在起草的《[甲办法|y]》已征求意见。", (PLACE, "issued", "甲办法")),
    ],
)
def test_who_issues_a_paper(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("我局将会同财政、公安、[甲街道|o]等部门商议。", (PLACE, "cooperates_with", "甲街道")),
        ("[我局|o|issuer]多次协调，已跟[甲街道|o]联系。", ("issuer", "cooperates_with", "甲街道")),
        (
            "[甲局|o]组织[乙公司|o]、[丙公司|o]等运营商，对信号进行排查。",
            ("甲局", "cooperates_with", "丙公司"),
        ),
        ("[甲政府|o]定期召集[乙公司|o]、[丙公司|o]等企业商讨共建。", ("甲政府", "cooperates_with", "丙公司")),
        ("市级联合[甲集团|o]、无锡市、[乙公司|o]设立[丙基金|f]。", (PLACE, "cooperates_with", "乙公司")),
        (
            "您提出的《关于深化建设的提案》由[我局|o|issuer]会同[甲局|o]办理。",
            ("issuer", "cooperates_with", "甲局"),
        ),
        ("经与会办单位[甲厅|o]、[乙厅|o]沟通，现答复如下。", (PLACE, "cooperates_with", "乙厅")),
        ("今年[甲局|o]和[乙公司|o]协商，设维修点。", ("甲局", "cooperates_with", "乙公司")),
        (
            "合作机构包括[甲公司|o]，[丙基金|f]首期10亿元，与[乙基金|f]达成合作意向。",
            ("丙基金", "cooperates_with", "乙基金"),
        ),
        ("[甲所|p]、[乙所|p]开展了互认互通。", ("甲所", "cooperates_with", "乙所")),
        ("我区委托[甲中心|o]、[乙中心|o]，对四个产业开展导航分析。", (PLACE, "cooperates_with", "乙中心")),
        ("我局将积极配合[甲委|o]编制方案。", (PLACE, "cooperates_with", "甲委")),
        ("经同[甲局|o]协商，新建分校一所。", (PLACE, "cooperates_with", "甲局")),
        ("[甲局|o]开发的[乙系统|p]与[丙平台|p]联网。", ("乙系统", "cooperates_with", "丙平台")),
        ("[我局|o|issuer]认真听取了[甲委|o]、[乙局|o]和部分县意见。", ("issuer", "cooperates_with", "乙局")),
        ("由[我局|o|issuer]牵头，[甲局|o]、[乙局|o]协助办理。", ("issuer", "cooperates_with", "乙局")),
        ("[甲局|o]、[乙局|o]共享巡查数据。", ("甲局", "cooperates_with", "乙局")),
    ],
)
def test_who_works_with_whom(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲局|o]投入经费320万元，支持[乙园|p]内[丙公司|o]开展研发。", ("甲局", "funds", "丙公司")),
        ("[甲厂|p]总投资6200万元，资金通过[乙银行|o]贷款解决。", ("乙银行", "funds", "甲厂")),
        ("[甲厅|o]下达无锡市农田灌溉资金2.1亿元。", ("甲厅", "funds", "place/无锡市")),
        ("完善[甲园|p]配套设施。", (PLACE, "supports", "甲园")),
        ("[甲厅|o]作为[乙组委会|o]的常设机构，负责筹备。", ("甲厅", "part_of", "乙组委会")),
        ("[甲生物城|p]已纳入[乙园区|p]统一管理。", ("甲生物城", "part_of", "乙园区")),
        ("争取无锡市“[甲试点城市|y]”尽快获批。", ("place/无锡市", "designated_as", "甲试点城市")),
        ("[甲基金|f]（[乙集团|o]为主要出资人）已投资12个项目。", ("乙集团", "invests_in", "甲基金")),
        ("[甲会|o]、[乙集团|o]和社会资本共同出资的[丙基金|f]成立。", ("乙集团", "invests_in", "丙基金")),
        ("[甲财险|o]试办[乙保险|f]。", ("甲财险", "operates", "乙保险")),
        ("[甲银行|o]的“[乙贷|f]”不要求抵押。", ("甲银行", "operates", "乙贷")),
        ("[甲厅|o]批复的[乙库|p]去年投用。", ("甲厅", "supports", "乙库")),
        ("[甲局|o]扩大[乙试点|y]至49个城市。", ("甲局", "implements", "乙试点")),
        ("[甲基金|f]、[乙基金|f]合计向[丙公司|o]投资3.1亿元。", ("乙基金", "invests_in", "丙公司")),
        ("开办[甲保险|f]，[乙财险|o]承保。", ("乙财险", "operates", "甲保险")),
        ("按照[甲政府|o]《[乙通告|y]》，取消散养活禽展示。", (PLACE, "implements", "乙通告")),
        ("[我局|o|issuer][甲股|o]去年培训果农3200人次。", ("甲股", "part_of", "issuer")),
        ("[甲厅|o]来访，对设立[乙中心|p]表示支持。", ("甲厅", "supports", "乙中心")),
        ("[甲产险|o]在淮安、连云港两市开展[乙保险|f]。", ("甲产险", "operates", "乙保险")),
        ("[甲部|o]通过[乙专项|y]支持药物研发。", ("甲部", "implements", "乙专项")),
    ],
)
def test_who_pays_helps_and_belongs(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "我局多次请示修建[甲馆|o]器材库房问题。",
        "机构改革中，[甲局|o]未设置[乙科|o]。",
        "出台的《[甲办法|y]》已将上述内容列入。",
        "根据《[甲意见|y]》，每个乡镇的集市原则上不超过两处。",
        "需按照《[甲办法|y]》，由园区逐级申报。",
        "根据《[甲意见|y]》等有关规定，现将办理情况答复如下。",
        "请通过[甲应用|p]反馈意见。",
        "视天气情况决定是否邀请[甲乐团|o]演出。",
        "宁波市地处我省与福建省接壤地带。",
        "已与无锡市相关部门进行了沟通。",
        "我们建议，[甲政府|o]统筹考虑，按照《[乙方案|y]》整合资源。",
        "考虑到市属企业已参与设立[甲基金|f]，暂不重复设立。",
        "各地正抓紧对照《[甲规程|y]》补录数据。",
        "[甲委|o]等部门将太湖列入[乙示范工程|y]。",
        "另外两条暂缓实施，列入《[甲城市建设规划|y]》。",
    ],
)
def test_what_only_looks_like_a_relation(sentence):
    assert not told(sentence)


def test_partners_of_one_list_are_not_told_to_work_with_each_other():
    claims = told("经[我局|o|issuer]与[甲局|o]、[乙局|o]共同研究办理。")
    assert claims == {("issuer", "cooperates_with", "甲局"), ("issuer", "cooperates_with", "乙局")}


def test_who_made_one_thing_of_a_list_did_not_make_the_next():
    claims = told("[甲院|o]牵头的[乙中心|p]、[丙公司|o]与[丁集团|o]共建的[戊中心|p]运行良好。")
    assert ("甲院", "leads", "乙中心") in claims
    assert {source for source, relation, _ in claims if relation == "established"} == {"丙公司", "丁集团"}


def test_lists_told_apart_are_paired_member_by_member():
    claims = told("[甲基金|f]、[乙基金|f]分别由[甲集团|o]和[乙集团|o]管理。")
    assert claims == {("甲集团", "operates", "甲基金"), ("乙集团", "operates", "乙基金")}


def test_who_acts_with_each_of_a_list_told_apart_is_a_party_to_every_member():
    claims = told("[甲局|o]与[乙局|o]、[丙局|o]分别签订《[丁协议|y]》《[戊协议|y]》。")
    signed = {(source, target) for source, relation, target in claims if relation == "signed"}
    assert signed == {
        ("甲局", "丁协议"),
        ("甲局", "戊协议"),
        ("乙局", "丁协议"),
        ("丙局", "戊协议"),
    }


def test_who_leads_issues_with_those_that_take_part():
    claims = told("[甲委|o]牵头，[乙局|o]、[丙局|o]等部门参与，联合印发《[丁办法|y]》。")
    assert {source for source, relation, _ in claims if relation == "issued"} == {"甲委", "乙局", "丙局"}


def test_what_somebody_is_asked_to_study_is_not_the_paper_named_before():
    claims = told("[我局|o|issuer]出台《[丁办法|y]》，并委托[甲院|o]开展隐患排查研究。")
    assert ("issuer", "cooperates_with", "甲院") in claims
    assert not any(relation == "implements" for _, relation, _ in claims)


def test_who_carries_a_paper_out_is_told_where_nothing_else_is_done():
    assert ("甲院", "implements", "丁办法") in told("[丁办法|y]委托[甲院|o]实施。")


def test_what_is_built_is_the_thing_and_not_where_it_lies():
    claims = told("[甲中心|p]落户[乙园区|p]，由[丙公司|o]投资建设、[丁公司|o]提供技术支持。")
    assert ("丙公司", "funds", "甲中心") in claims
    assert not any(
        "乙园区" in (source, target) for source, relation, target in claims if relation != "located_in"
    )


def test_money_of_the_centre_is_given_by_the_body_named():
    assert ("甲委", "funds", "乙基地") in told("[乙基地|p]获[甲委|o]中央预算内投资900万元支持。")


def test_who_invests_in_what_stands_before_it_invests_in_nothing_else():
    claims = told("引进[甲之家|p]、[乙集团|o]等机构5家，其中[丙中心|p]由[丁集团|o]投资800万元建设。")
    assert {(target, relation) for source, relation, target in claims if source == "丁集团"} <= {
        ("丙中心", "invests_in"),
        ("丙中心", "established"),
        ("丙中心", "funds"),
    }


def test_a_level_before_a_body_hides_it_not_as_who_acts():
    claims = told("[市委|o]高度重视，市级[甲办|o]会同[乙局|o]制定《[丁方案|y]》。")
    assert {source for source, relation, _ in claims if relation == "issued"} == {"甲办", "乙局"}
