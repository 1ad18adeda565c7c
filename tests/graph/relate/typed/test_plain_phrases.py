"""The plain official phrases for who runs, pays, houses and follows what: one invented sentence each."""

from __future__ import annotations

from collections import defaultdict

import pytest
from sentences import linked

from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places

PLACE = "place/深圳市福田区"
WROTE = defaultdict(dict, issuer={"issuer": "issuer"})
"""Options by who is told to act: a letter that a body signed, else one of the place."""


def told(marked, **options):
    claims = typed_relations(masked_letter(linked(marked, **options), places.load()))
    return {(each.source, each.relation, each.target) for each in claims}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲平台|p]上线三年，日常运维委托[乙公司|o]承担。", ("乙公司", "operates", "甲平台")),
        ("[甲平台|p]建成，运维服务经招标由[乙公司|o]承接。", ("乙公司", "operates", "甲平台")),
        ("[甲馆|p]开放，引入[乙公司|o]负责日常管理。", ("乙公司", "operates", "甲馆")),
        ("[甲园区|p]完工，[乙公司|o]中标承担园区运营。", ("乙公司", "operates", "甲园区")),
        ("[甲公司|o]成立，负责[乙项目|p]的投资和运营。", ("甲公司", "operates", "乙项目")),
        ("[甲园区|p]的运营主体由管委会变更为[乙公司|o]。", ("乙公司", "operates", "甲园区")),
        ("[甲基金|f]规模3亿元，基金管理机构[乙公司|o]已登记。", ("乙公司", "operates", "甲基金")),
        ("[甲基金|f]设立，由[乙厅|o]委托[丙集团|o]管理。", ("丙集团", "operates", "甲基金")),
        ("[甲馆|p]由[乙集团|o]全资子公司[丙公司|o]管理。", ("丙公司", "operates", "甲馆")),
        ("[甲平台|p]由[乙局|o]下属的[丙中心|o]运行维护。", ("丙中心", "operates", "甲平台")),
        ("[甲院|o]建设并运营的[乙平台|p]服务全国。", ("甲院", "operates", "乙平台")),
        ("[甲财政局|o]每年从[乙资金|f]中安排900万元。", ("甲财政局", "operates", "乙资金")),
    ],
)
def test_who_runs_a_thing(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲计划|y]由[乙会|o]发起、[丙银行|o]捐资300万元。", ("乙会", "established", "甲计划")),
        ("[甲计划|y]由[乙会|o]发起、[丙银行|o]捐资300万元。", ("丙银行", "funds", "甲计划")),
        ("[甲中心|p]由[乙所|o]发起、[丙大学|o]参与组建。", ("丙大学", "established", "甲中心")),
        ("[甲集团|o]投资9亿元的[乙广场|p]开业。", ("甲集团", "established", "乙广场")),
        ("[甲县|o]引进[乙集团|o]，正合作打造[丙营地|p]。", ("乙集团", "established", "丙营地")),
        ("[甲大学|o]牵头组建[乙中心|p]，[丙公司|o]参与共建。", ("丙公司", "established", "乙中心")),
        ("[甲院|o]与[乙银行|o]合作上线“[丙贷|f]”。", ("乙银行", "established", "丙贷")),
        ("[甲院|o]与[乙银行|o]合作上线“[丙贷|f]”。", ("甲院", "established", "丙贷")),
        ("推进[甲中心|p]二期项目，新增工位百余个。", (PLACE, "established", "甲中心")),
        ("[甲基地|p]二期工程已于今年3月开工。", (PLACE, "established", "甲基地")),
        ("[甲大学|o]牵头成立[乙联盟|o]。", ("甲大学", "established", "乙联盟")),
        ("[甲大学|o]牵头成立[乙联盟|o]。", ("甲大学", "leads", "乙联盟")),
        ("依托[甲大学|o]、[乙大学|o]共建的[丙实验室|p]通过验收。", ("乙大学", "established", "丙实验室")),
        ("[甲园|p]开工，由[乙公司|o]投资12亿元建设。", ("乙公司", "established", "甲园")),
        ("[甲水库|p]开工，[乙公司|o]作为项目法人承担建设。", ("乙公司", "established", "甲水库")),
        ("[甲大桥|p]获批，[乙公司|o]融资建设。", ("乙公司", "established", "甲大桥")),
        ("[甲大学|o]与[乙集团|o]联合攻关的[丙平台|p]投用。", ("乙集团", "established", "丙平台")),
        ("[甲厅|o]批准[乙所|o]组建[丙实验室|p]。", ("乙所", "established", "丙实验室")),
        ("园区引进的[甲公司|o]建成[乙中心|p]。", ("甲公司", "established", "乙中心")),
    ],
)
def test_who_founds_a_thing(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲集团|o]投资9亿元的[乙广场|p]开业。", ("甲集团", "invests_in", "乙广场")),
        ("由[甲公司|o]投资建设[乙中心|p]，占地30亩。", ("甲公司", "funds", "乙中心")),
        ("[甲中心|p]由[乙公司|o]投资建设，占地30亩。", ("乙公司", "funds", "甲中心")),
        ("[甲中心|p]开工，市财政安排补助资金2000万元。", (PLACE, "funds", "甲中心")),
        ("[甲中心|p]开工，[乙财政局|o]统筹安排资金4亿元。", ("乙财政局", "funds", "甲中心")),
        ("[甲中心|p]成立，我区通过[乙资金|f]给予1亿元支持。", ("乙资金", "funds", "甲中心")),
        ("[甲中心|p]成立，我区通过[乙资金|f]给予1亿元支持。", (PLACE, "funds", "甲中心")),
        ("设立[甲资金|f]，去年安排2亿元，支持[乙寺|p]修缮。", ("甲资金", "funds", "乙寺")),
        ("[甲基金|f]规模5亿元，今年已向[乙基地|p]投放1500万元。", ("甲基金", "funds", "乙基地")),
        (
            "[甲集团|o]出资2亿元，与[乙集团|o]共同设立[丙基金|f]。",
            ("甲集团", "invests_in", "丙基金"),
        ),
        (
            "[甲集团|o]出资2亿元，与[乙集团|o]共同设立[丙基金|f]。",
            ("乙集团", "invests_in", "丙基金"),
        ),
        ("[甲基金|f]出资5亿元参与设立[乙基金|f]。", ("甲基金", "invests_in", "乙基金")),
        ("[甲公司|o]由[乙集团|o]控股，成员80余家。", ("乙集团", "invests_in", "甲公司")),
        ("设立[甲公司|o]，其中[乙集团|o]持股60%。", ("乙集团", "invests_in", "甲公司")),
        ("[甲园|p]开工，由[乙公司|o]投资12亿元建设。", ("乙公司", "invests_in", "甲园")),
        ("[甲公司|o]投资2亿元，在城北建设[乙厂|p]。", ("甲公司", "invests_in", "乙厂")),
        ("[甲基金|f]规模3亿元，目前已投资[乙公司|o]。", ("甲基金", "invests_in", "乙公司")),
        ("[甲集团|o]斥资9亿元收购[乙码头|p]。", ("甲集团", "invests_in", "乙码头")),
        ("[甲集团|o]去年收购了[乙公司|o]。", ("甲集团", "invests_in", "乙公司")),
        ("[甲公司|o]获[乙资金|f]800万元支持。", ("乙资金", "funds", "甲公司")),
        ("[甲基金|f]规模3亿元，已资助[乙院|o]、[丙校|o]等机构。", ("甲基金", "funds", "丙校")),
        ("设立[甲基金|f]，[乙集团|o]捐赠900万元。", ("乙集团", "funds", "甲基金")),
        ("设立[甲基金|f]，其中[乙集团|o]出资3亿元。", ("乙集团", "invests_in", "甲基金")),
    ],
)
def test_whose_money_it_is(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲所|o]、[乙所|o]整合组建[丙院|o]。", ("乙所", "succeeded_by", "丙院")),
        ("原[甲医院|o]整体迁入新址，并更名为[乙医院|o]。", ("甲医院", "succeeded_by", "乙医院")),
        ("[甲园|p]由原[乙中心|o]改造升级而来。", ("乙中心", "succeeded_by", "甲园")),
        ("[甲联盟|o]揭牌，秘书处设在[乙大学|o]。", ("乙大学", "hosts", "甲联盟")),
        ("[甲中心|p]挂靠[乙大学|o]。", ("甲中心", "part_of", "乙大学")),
        ("[甲检测中心|p]设于[乙医院|o]负一层。", ("甲检测中心", "located_in", "乙医院")),
        ("[甲公司|o]成功发行[乙债券|f]。", ("甲公司", "established", "乙债券")),
        ("[甲实训中心|p]建在[乙工厂|o]厂区内。", ("甲实训中心", "located_in", "乙工厂")),
        ("[甲局|o]在[乙新城|p]新建[丙观测站|p]3座。", ("丙观测站", "located_in", "乙新城")),
        ("[甲局|o]加挂[乙中心|o]牌子。", ("甲局", "hosts", "乙中心")),
        ("组建[甲中心|p]，中心设在[乙产业园|p]。", ("甲中心", "located_in", "乙产业园")),
        ("[甲园区|p]启用，[乙公司|o]等21家单位已经入驻。", ("乙公司", "located_in", "甲园区")),
        ("[甲集团|o]在[乙新城|p]兴办[丙学院|o]。", ("丙学院", "located_in", "乙新城")),
        ("以[甲平台|p]为基础，我区开发了[乙系统|p]。", ("乙系统", "relies_on", "甲平台")),
        ("以[甲院|o]为依托单位的[乙中心|p]获批。", ("乙中心", "relies_on", "甲院")),
        ("[甲院|o]研发[乙系统|p]，去年被[丙部|o]列为[丁试点|y]。", ("乙系统", "designated_as", "丁试点")),
        ("命名[甲中学|o]、[乙小学|o]等15所学校为[丙示范校|y]。", ("乙小学", "designated_as", "丙示范校")),
        ("[甲集团|o]的[乙基地|p]入选[丙示范基地|y]。", ("乙基地", "designated_as", "丙示范基地")),
        ("[甲医院|o]独立运营，现隶属[乙集团|o]。", ("甲医院", "part_of", "乙集团")),
        ("[甲县|o]开发的[乙大脑|p]，去年列入[丙试点|y]。", ("乙大脑", "designated_as", "丙试点")),
        ("[甲园区|p]位于城北，是[乙示范基地|p]之一。", ("甲园区", "designated_as", "乙示范基地")),
    ],
)
def test_where_a_thing_stands_and_what_it_becomes(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("《[甲措施|y]》由[乙局|o]牵头落实。", ("乙局", "implements", "甲措施")),
        ("[甲局|o]印发《[乙规划|y]》，我区据此编制方案。", (PLACE, "implements", "乙规划")),
        ("《[甲方案|y]》正在报批，批复后将尽快组织实施。", (PLACE, "implements", "甲方案")),
        ("《[甲方案|y]》已上报[乙政府|o]待批。", (PLACE, "issued", "甲方案")),
        (
            "《[甲指南|y]》印发后，南京市、苏州市等地出台了配套方案。",
            ("place/南京市", "implements", "甲指南"),
        ),
        ("[甲厅|o]批复[乙水库|p]初步设计。", ("甲厅", "supports", "乙水库")),
        ("[甲公司|o]为[乙合作社|o]增信800万元。", ("甲公司", "supports", "乙合作社")),
        ("推动[甲大学|o]增设本科专业3个。", (PLACE, "supports", "甲大学")),
        ("建设[甲工作室|p]，[乙学院|o]拟选派教师驻点参与。", ("乙学院", "supports", "甲工作室")),
        ("[甲平台|p]与[乙海关|o]实现数据共享。", ("甲平台", "cooperates_with", "乙海关")),
        ("[甲中心|p]、[乙园|p]率先与[丙平台|p]实现数据互通。", ("甲中心", "cooperates_with", "丙平台")),
        (
            "由[甲公司|o]、[乙公司|o]等企业和[丙大学|o]组成的[丁联合体|o]挂牌。",
            ("丙大学", "member_of", "丁联合体"),
        ),
        ("成立[甲医疗集团|o]，[乙医院|o]作为集团牵头医院。", ("乙医院", "leads", "甲医疗集团")),
    ],
)
def test_who_takes_part(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲所|o]、[乙所|o]整合组建[丙院|o]。", ("甲所", "established", "丙院")),
        ("依托[甲大学|o]建设的[乙中心|p]通过验收。", ("甲大学", "established", "乙中心")),
        ("[甲大学|o]牵头组建[乙中心|p]。", ("甲大学", "leads", "乙中心")),
        ("《[甲措施|y]》由[乙局|o]牵头落实。", ("乙局", "leads", "甲措施")),
        ("[甲政府|o]成立领导小组，办公室设在[乙局|o]。", ("乙局", "hosts", "甲政府")),
        ("[甲园区|p]的运营主体由管委会变更为[乙公司|o]。", ("甲园区", "succeeded_by", "乙公司")),
        ("[甲中心|p]选址[乙高新区|p]，市财政安排补助资金2000万元。", (PLACE, "funds", "乙高新区")),
        ("设立[甲资金|f]，去年安排2亿元，支持[乙寺|p]修缮。", (PLACE, "funds", "乙寺")),
        ("[甲院|o]研发[乙系统|p]，去年被[丙部|o]列为[丁试点|y]。", ("甲院", "designated_as", "丁试点")),
        ("《[甲条例|y]》经[乙人大|o]修订后施行。", (PLACE, "issued", "甲条例")),
        ("[甲县|o]与[乙大学|o]、[丙大学|o]签署《[丁协议|y]》。", ("乙大学", "cooperates_with", "丙大学")),
        ("[甲院|o]依托[乙公司|o]的厂房，建成[丙基地|p]。", ("甲院", "relies_on", "乙公司")),
        ("在[甲产业园|p]布局建设[乙基地|p]。", ("乙基地", "located_in", PLACE)),
        ("原[甲中心|o]整建制并入[乙委员会|o]。", ("甲中心", "part_of", "乙委员会")),
        ("[甲局|o]、[乙局|o]、[丙局|o]联合开展检查。", ("乙局", "cooperates_with", "丙局")),
        ("[甲局|o]安排资金，学校与[乙集团|o]共建[丙学院|o]。", ("甲局", "established", "丙学院")),
        ("[甲院|o]位于[乙新区|p]，由[丙公司|o]建设。", ("丙公司", "established", "乙新区")),
        ("安排2亿元，支持[甲寺|p]修缮。", (PLACE, "supports", "甲寺")),
        ("该项目建设单位为[甲公司|o]。", (PLACE, "established", "甲公司")),
        ("争取将[甲牧场|p]纳入[乙示范区|y]。", ("甲牧场", "part_of", "乙示范区")),
        ("中央财政已出资设立[甲基金|f]。", (PLACE, "established", "甲基金")),
    ],
)
def test_what_the_same_words_do_not_say(sentence, claim):
    assert claim not in told(sentence)
