"""Constructions of typed relations: one sentence each, in the words of no annotated letter."""

from __future__ import annotations

import pytest
from read_relations import PLACE, read, told


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("[甲公司|o]援建的[乙学校|o]已经开学。", {("甲公司", "established", "乙学校")}),
        (
            "[甲公司|o]与[乙公司|o]合资成立的[丙公司|o]正式开业。",
            {("甲公司", "established", "丙公司"), ("乙公司", "established", "丙公司")},
        ),
        (
            "由[甲集团|o]牵头、[乙大学|o]参与的[丙联盟|o]开展活动8场。",
            {("甲集团", "leads", "丙联盟"), ("甲集团", "cooperates_with", "乙大学")},
        ),
        (
            "[甲局|o]依托[乙公司|o]组建的[丙配送中心|p]覆盖全县。",
            {("甲局", "established", "丙配送中心"), ("丙配送中心", "relies_on", "乙公司")},
        ),
        ("[甲基金|f]参股设立的[乙子基金|f]完成备案。", {("甲基金", "invests_in", "乙子基金")}),
        ("[甲银行|o]贷款的[乙项目|y]进展顺利。", {("甲银行", "funds", "乙项目")}),
        ("位于[甲园区|p]的[乙基地|p]有员工百余人。", {("乙基地", "located_in", "甲园区")}),
    ],
)
def test_relative_clauses_tell_who_made_what(sentence, claims):
    assert claims <= told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("[甲平台|p]由[乙公司|o]自主开发，免费使用。", {("乙公司", "established", "甲平台")}),
        ("[甲养老院|o]今年开业，由[乙公司|o]管理。", {("乙公司", "operates", "甲养老院")}),
        ("[甲平台|p]已建成，归口[乙中心|o]管理。", {("乙中心", "operates", "甲平台")}),
        (
            "[甲剧院|p]竣工，由本地企业出资成立的[乙公司|o]负责经营。",
            {("乙公司", "operates", "甲剧院")},
        ),
        ("《[甲规范|y]》由[乙局|o]委托[丙大学|o]编制。", {("乙局", "issued", "甲规范")}),
        ("[甲险种|y]在[乙县|o]先行试点，由[丙公司|o]经办。", {("丙公司", "operates", "甲险种")}),
        (
            "[甲馆|o]系[乙集团|o]投资3000万元兴建。",
            {("乙集团", "established", "甲馆"), ("乙集团", "invests_in", "甲馆")},
        ),
        ("[甲中心|o]被[乙部|o]认定为[丙示范基地|p]。", {("甲中心", "designated_as", "丙示范基地")}),
        ("《[甲办法|y]》正在修订。", {(PLACE, "issued", "甲办法")}),
    ],
)
def test_passives_tell_who_acts_behind_the_thing(sentence, claims):
    assert claims <= told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("[甲工程|p]总投资2亿元，运营单位为[乙公司|o]。", {("乙公司", "operates", "甲工程")}),
        ("[甲协会|o]有会员80家，[乙公司|o]为会长单位。", {("乙公司", "leads", "甲协会")}),
        (
            "[甲联盟|o]去年成立，[乙院|o]、[丙院|o]均为理事单位。",
            {("乙院", "member_of", "甲联盟"), ("丙院", "member_of", "甲联盟")},
        ),
        ("[甲基金|f]规模2亿元，[乙集团|o]出资3000万元。", {("乙集团", "invests_in", "甲基金")}),
        ("[甲基金|f]规模20亿元，下设[乙子基金|f]、[丙子基金|f]。", {("丙子基金", "part_of", "甲基金")}),
        ("[甲医共体|o]由[乙医院|o]牵头，[丙医院|o]等9家单位参加。", {("丙医院", "member_of", "甲医共体")}),
        ("[甲社区|p]开工，[乙公司|o]作为代建单位进场。", {("乙公司", "established", "甲社区")}),
        ("[甲担保公司|o]成立五年，股东包括[乙集团|o]。", {("乙集团", "invests_in", "甲担保公司")}),
        ("[甲基地|p]正在施工，[乙银行|o]拟提供中长期贷款。", {("乙银行", "funds", "甲基地")}),
        ("[甲母基金|f]的管理职责由[乙公司|o]履行。", {("乙公司", "operates", "甲母基金")}),
        ("[甲基金|f]规模5亿元，[乙公司|o]担任管理人。", {("乙公司", "operates", "甲基金")}),
    ],
)
def test_a_later_clause_speaks_of_the_thing_named_before(sentence, claims):
    assert claims <= told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("原[甲中心|o]的人员并入[乙中心|o]。", ("甲中心", "succeeded_by", "乙中心")),
        ("[甲学院|o]2021年更名为[乙大学|o]。", ("甲学院", "succeeded_by", "乙大学")),
        ("[乙学院|o]系由原[甲学校|o]改制而来。", ("甲学校", "succeeded_by", "乙学院")),
        ("[乙集团|o]前身为[甲工厂|o]，成立多年。", ("甲工厂", "succeeded_by", "乙集团")),
        ("在[甲站|p]基础上组建[乙中心|p]。", ("甲站", "succeeded_by", "乙中心")),
    ],
)
def test_bodies_follow_each_other(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("成立[甲领导小组|o]，办公室设在[乙局|o]。", ("乙局", "hosts", "甲领导小组")),
        ("[甲中心|p]整体搬迁至[乙园区|p]。", ("甲中心", "located_in", "乙园区")),
        ("全市首个[甲中心|p]在[乙新区|p]揭牌。", ("甲中心", "located_in", "乙新区")),
        ("[甲园区|p]内的[乙博物馆|o]免费开放。", ("乙博物馆", "located_in", "甲园区")),
        ("累计下达5000万元用于[甲基地|p]建设。", (PLACE, "funds", "甲基地")),
        ("在[甲厅|o]的支持下，[乙集团|o]扩大生产。", ("甲厅", "supports", "乙集团")),
        ("我局会同[甲局|o]开展[乙行动|y]。", ("甲局", "implements", "乙行动")),
        ("征求了[甲局|o]、[乙局|o]的意见。", (PLACE, "cooperates_with", "乙局")),
        (
            "支持奇台县申报[国家级制种大县|y]。",
            ("place/昌吉回族自治州奇台县", "designated_as", "国家级制种大县"),
        ),
        ("《[甲意见|y]》经[乙政府|o]批准。", ("乙政府", "issued", "甲意见")),
        ("二是与[甲大学|o]开展交流。", (PLACE, "cooperates_with", "甲大学")),
        ("加强与[甲大学|o]等单位合作。", (PLACE, "cooperates_with", "甲大学")),
        ("提案由我们主办，[甲局|o]、[乙局|o]会办。", (PLACE, "cooperates_with", "乙局")),
        ("落实[甲省委|o]《[乙意见|y]》。", (PLACE, "implements", "乙意见")),
        ("落实[甲省委|o]《[乙意见|y]》。", ("甲省委", "issued", "乙意见")),
        ("整合[甲医院|o]、[乙医院|o]，组建[丙医共体|o]。", ("乙医院", "part_of", "丙医共体")),
        ("[甲局|o]每年从[乙资金|f]中切块500万元。", ("甲局", "operates", "乙资金")),
        ("把[甲行动|y]与旅游统筹推进。", (PLACE, "implements", "甲行动")),
    ],
)
def test_other_frames(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("与[甲局|o]、[乙局|o]、[丙局|o]共同研究。", ("乙局", "cooperates_with", "丙局")),
        ("向[甲部|o]争取指标。", (PLACE, "supports", "甲部")),
        ("建成后委托[甲公司|o]管理。", (PLACE, "established", "甲公司")),
        ("[甲局|o]牵头起草的《[乙办法|y]》已经施行。", ("甲局", "leads", "乙办法")),
        ("[甲公司|o]由[乙公司|o]与[丙公司|o]重组而来。", ("乙公司", "cooperates_with", "丙公司")),
    ],
)
def test_what_is_not_said_is_not_claimed(sentence, claim):
    assert claim not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲公司|o]由[乙集团|o]控股，[丙公司|o]持有其两成股份。", ("丙公司", "invests_in", "甲公司")),
        ("[甲公司|o]的股权归[乙集团|o]持有。", ("乙集团", "invests_in", "甲公司")),
        ("[甲公园|p]开放，运营经费由[乙局|o]承担。", ("乙局", "funds", "甲公园")),
        ("[甲银行|o]为[乙公司|o]授信3000万元。", ("甲银行", "funds", "乙公司")),
        ("[甲专项资金|f]去年下达8亿元，其中[乙县|o]获得3000万元。", ("甲专项资金", "funds", "乙县")),
        ("[甲银行|o]发放2亿元的“[乙贷|f]”。", ("甲银行", "operates", "乙贷")),
        ("[甲平台|p]的数据取自[乙中心|p]。", ("甲平台", "relies_on", "乙中心")),
        ("[乙平台|p]上线多年，[甲公司|o]是承建商。", ("甲公司", "established", "乙平台")),
        ("[甲联盟|o]换届，理事长由[乙公司|o]担任。", ("乙公司", "leads", "甲联盟")),
        ("[甲局|o]担任[乙协会|o]的会长单位。", ("甲局", "leads", "乙协会")),
        ("[甲联盟|o]新近吸纳[乙公司|o]为理事。", ("乙公司", "member_of", "甲联盟")),
        ("[甲公司|o]、[乙公司|o]组成[丙联合体|o]。", ("乙公司", "member_of", "丙联合体")),
        ("[甲公司|o]是[乙联盟|o]的发起单位。", ("甲公司", "established", "乙联盟")),
        ("[甲园区|p]挂有“[乙基地|p]”牌子。", ("甲园区", "designated_as", "乙基地")),
        ("[甲部|o]授予[乙县|o]“[丙示范县|y]”称号。", ("乙县", "designated_as", "丙示范县")),
        ("[甲园区|p]的前身是[乙农场|o]。", ("乙农场", "succeeded_by", "甲园区")),
        ("[甲中心|o]吸收了原[乙站|o]的职能。", ("乙站", "succeeded_by", "甲中心")),
        ("《[甲条例|y]》经[乙人大常委会|o]表决通过。", ("乙人大常委会", "issued", "甲条例")),
        ("[甲医院|o]和[乙医院|o]互派教师。", ("甲医院", "cooperates_with", "乙医院")),
        ("按照《[甲规范|y]》，[乙公司|o]改造车间。", ("乙公司", "implements", "甲规范")),
        ("[甲市|o]、[乙市|o]签署的《[丙协议|y]》已生效。", ("乙市", "signed", "丙协议")),
        ("[甲公司|o]落户[乙园区|p]，后者由[丙公司|o]运营。", ("丙公司", "operates", "乙园区")),
    ],
)
def test_money_members_and_names_are_told_in_many_ways(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("曾设想由[甲公司|o]建设[乙园区|p]。", ("甲公司", "established", "乙园区")),
        ("[甲公司|o]与[乙公司|o]洽谈合资，后来作罢。", ("甲公司", "cooperates_with", "乙公司")),
        ("您建议设立[甲基金|f]。", (PLACE, "established", "甲基金")),
        ("设立[甲基金|f]的建议很有价值。", (PLACE, "established", "甲基金")),
        ("关于打造[甲平台|p]的部署已经明确。", (PLACE, "established", "甲平台")),
        ("[甲园区|p]的前身是[乙农场|o]，现由[丙公司|o]管理。", ("丙公司", "operates", "乙农场")),
        ("[甲网站|p]开设专栏，数据接口由[乙公司|o]维护。", ("乙公司", "operates", "甲网站")),
        ("[甲公司|o]、[乙公司|o]组成[丙联合体|o]。", ("乙公司", "part_of", "丙联合体")),
        (
            "设立[甲母基金|f]，由[乙公司|o]管理，已参股[丙子基金|f]。",
            ("乙公司", "invests_in", "丙子基金"),
        ),
    ],
)
def test_what_is_imagined_given_up_or_said_of_another_is_not_claimed(sentence, claim):
    assert claim not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        (
            "[甲部|o]统筹安排资金，并支持[乙公司|o]参与办学。",
            {("甲部", "supports", "乙公司")},
        ),
        (
            "上线[甲平台|p]，入库企业1092家；依托该平台，[乙局|o]开发企业碳账户功能。",
            {(PLACE, "established", "甲平台"), ("乙局", "relies_on", "甲平台")},
        ),
        (
            "积极争取[甲新区|p]创建[国家金融改革试验区|p]。",
            {("甲新区", "designated_as", "国家金融改革试验区")},
        ),
        (
            "[甲厂|o]改造老厂房建成[乙公园|p]，[丙集团|o]投资建设[丁庄园|p]。",
            {("甲厂", "established", "乙公园"), ("丙集团", "established", "丁庄园")},
        ),
        ("[甲基金|f]规模500亿元，其子基金[乙基金|f]已完成备案。", {("乙基金", "part_of", "甲基金")}),
        ("[甲协会|o]承接的[乙基地|p]于9月揭牌。", {("甲协会", "operates", "乙基地")}),
        ("将[甲福利中心|o]委托[乙公司|o]运营。", {("乙公司", "operates", "甲福利中心")}),
    ],
)
def test_nobody_else_is_taken_for_who_acts(sentence, claims):
    assert told(sentence) == claims


@pytest.mark.parametrize(
    "sentence",
    [
        "组织开展[甲计划|y]中期绩效评价，启动新一轮项目遴选。",
        "积极开展[甲保险|y]调研论证。",
        "修订《[甲意见|y]》有关配套文件。",
    ],
)
def test_what_is_done_beside_a_paper_is_not_done_with_it(sentence):
    assert told(sentence) == set()


def test_what_a_paper_wants_carried_out_is_not_carried_out_by_who_issued_it():
    assert told("[甲政府|o]印发《[乙纲要|y]》，提出实施[丙工程|y]。") == {("甲政府", "issued", "乙纲要")}
    launched = told("[甲局|o]印发《[乙意见|y]》，部署开展[丙行动|y]。")
    assert launched == {("甲局", "issued", "乙意见"), ("甲局", "implements", "丙行动")}


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("[甲局|o]累计支持建设[乙平台|p]，服务企业300家。", {("甲局", "supports", "乙平台")}),
        ("[甲局|o]建设[乙平台|p]，服务企业300家。", {("甲局", "established", "乙平台")}),
    ],
)
def test_who_supports_the_building_of_a_thing_did_not_build_it(sentence, claims):
    assert told(sentence) == claims


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("依托[甲院|o]建设的[乙中心|p]已通过验收。", "done"),
        ("依托[甲院|o]建设的[乙中心|p]正加快建设。", "ongoing"),
    ],
)
def test_what_was_built_on_a_body_rests_on_it_unless_it_is_still_being_built(sentence, status):
    assert {each.status for each in read(sentence) if each.relation == "relies_on"} == {status}


def test_who_put_money_into_a_company_put_none_into_what_it_runs():
    claims = told("[甲中心|p]揭牌，由[乙公司|o]、[丙院|o]共同出资成立的[丁公司|o]运营。")
    assert ("丁公司", "operates", "甲中心") in claims
    assert ("乙公司", "invests_in", "丁公司") in claims
    assert ("乙公司", "invests_in", "甲中心") not in claims
