"""Acts that several share, and ends named clauses before their verb: one invented sentence each."""

from __future__ import annotations

import pytest
from read_relations import PLACE, told


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲公司|o]2019年加入[乙联盟|o]。", ("甲公司", "member_of", "乙联盟")),
        ("2017年经[甲部|o]同意，获批[乙试验区|y]。", (PLACE, "designated_as", "乙试验区")),
        ("对守信的[甲贷|f]给予贴息，市财政每年安排[乙资金|f]2亿元。", ("place/深圳市", "funds", "乙资金")),
        ("[甲公司|o]与[乙集团|o]旗下的[丙公司|o]签订《[丁备忘录|y]》。", ("丙公司", "signed", "丁备忘录")),
        ("[甲委|o]监管的[乙集团|o]发起[丙基金|f]。", ("乙集团", "established", "丙基金")),
        ("[甲委|o]监管的[乙集团|o]发起[丙基金|f]。", ("乙集团", "part_of", "甲委")),
        (
            "位于[甲新区|p]、[乙新区|p]的[丙基地|p]和[丁基地|p]分别开工。",
            ("丁基地", "located_in", "乙新区"),
        ),
        ("建成[甲馆|p]，出资人为[乙集团|o]和[丙基金|f]，由[丁公司|o]运营。", ("丁公司", "operates", "甲馆")),
    ],
)
def test_who_acts_is_told_from_who_is_only_mentioned(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("2017年经[甲部|o]同意，获批[乙试验区|y]。", ("甲部", "designated_as", "乙试验区")),
        ("[甲公司|o]与[乙集团|o]旗下的[丙公司|o]签订《[丁备忘录|y]》。", ("乙集团", "signed", "丁备忘录")),
        ("[甲委|o]监管的[乙集团|o]发起[丙基金|f]。", (PLACE, "established", "丙基金")),
        (
            "位于[甲新区|p]、[乙新区|p]的[丙基地|p]和[丁基地|p]分别开工。",
            ("丁基地", "located_in", "甲新区"),
        ),
        (
            "建成[甲馆|p]，出资人为[乙集团|o]和[丙基金|f]，由[丁公司|o]运营。",
            ("丁公司", "operates", "丙基金"),
        ),
        ("[甲厅|o]支持在[乙园区|p]建设[丙分中心|p]。", ("甲厅", "established", "丙分中心")),
        ("支持[甲银行|o]、[乙银行|o]联合[丙院|o]编制目录。", ("甲银行", "cooperates_with", "乙银行")),
        ("[甲行|o]牵头，[乙局|o]配合，组织开展“[丙行动|y]”。", (PLACE, "cooperates_with", "乙局")),
        ("[甲资金|f]已安排2亿元，下达1亿元用于[乙水库|p]。", (PLACE, "funds", "乙水库")),
    ],
)
def test_what_is_not_said_of_bystanders(sentence, claim):
    assert claim not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲市场|p]由[乙厅|o]与我区共建。", (PLACE, "established", "甲市场")),
        ("成立[甲中心|p]，联合[乙大学|o]、[丙公司|o]共同建设。", ("丙公司", "established", "甲中心")),
        ("成立[甲中心|p]，由[乙院|o]牵头，联合[丙公司|o]共同建设。", ("乙院", "established", "甲中心")),
        ("[甲校区|p]由我区提供用地、[乙局|o]统筹建设。", ("乙局", "established", "甲校区")),
        ("[甲中心|p]已于3月获批筹建，预计年底揭牌。", (PLACE, "established", "甲中心")),
        ("[甲平台|p]开放，由[乙集团|o]斥资3亿元建成。", ("乙集团", "established", "甲平台")),
        ("[甲平台|p]开放，由[乙集团|o]斥资3亿元建成。", ("乙集团", "invests_in", "甲平台")),
        ("[甲局|o]委托[乙公司|o]开发[丙平台|p]。", ("甲局", "established", "丙平台")),
        ("[甲局|o]委托[乙公司|o]开发[丙平台|p]。", ("甲局", "cooperates_with", "乙公司")),
        ("[甲银行|o]上线面向农户的“[乙贷|f]”。", ("甲银行", "established", "乙贷")),
        (
            "[甲综保区|p]二期通过验收，[乙集团|o]作为建设运营主体，累计投资42亿元。",
            ("乙集团", "established", "甲综保区"),
        ),
        ("[甲港|p]开工，[乙集团|o]作为建设运营主体。", ("乙集团", "operates", "甲港")),
        ("由[甲集团|o]出资51%、[乙集团|o]出资49%，合资组建[丙公司|o]。", ("乙集团", "established", "丙公司")),
        ("由[甲集团|o]出资51%、[乙集团|o]出资49%，合资组建[丙公司|o]。", ("乙集团", "invests_in", "丙公司")),
        (
            "由[甲集团|o]出资51%、[乙集团|o]出资49%，合资组建[丙公司|o]。",
            ("甲集团", "cooperates_with", "乙集团"),
        ),
    ],
)
def test_who_founds_together(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        (
            "[甲基金|f]备案，其中[乙集团|o]认缴2亿元、[丙新区|p]认缴1亿元。",
            ("丙新区", "invests_in", "甲基金"),
        ),
        ("[甲基金|f]规模9亿元，出资人为[乙集团|o]和[丙新区|p]。", ("丙新区", "invests_in", "甲基金")),
        ("[甲票据|f]成功发行，募集资金投向[乙园|p]。", ("甲票据", "invests_in", "乙园")),
        ("[甲基金|f]规模9亿元，其中对[乙公司|o]的投资已退出。", ("甲基金", "invests_in", "乙公司")),
        ("[甲贷|f]首单4亿元已投放至[乙水库|p]。", ("甲贷", "funds", "乙水库")),
        ("[甲银行|o]推出“[乙贷|f]”，[丙公司|o]承担八成风险。", ("丙公司", "supports", "乙贷")),
        ("[甲银行|o]推出“[乙贷|f]”，由[丙公司|o]提供增信。", ("丙公司", "supports", "乙贷")),
        ("[甲银行|o]主承销的[乙票据|f]成功发行。", ("甲银行", "supports", "乙票据")),
        ("[甲馆|p]建成，[乙公司|o]为其提供全流程托管服务。", ("乙公司", "supports", "甲馆")),
        ("[甲大坝|p]开工，[乙院|o]承担总体设计。", ("乙院", "supports", "甲大坝")),
        ("[甲局|o]、[乙局|o]等部门是[丙平台|p]的数据提供方。", ("乙局", "supports", "丙平台")),
        (
            "[甲平台|p]服务企业百余家，近三年孵化出[乙公司|o]、[丙公司|o]两家企业。",
            ("甲平台", "supports", "丙公司"),
        ),
        ("[甲厅|o]支持在[乙园区|p]建设[丙分中心|p]。", ("甲厅", "supports", "丙分中心")),
        ("引导[甲学院|o]在城西筹建分校区。", (PLACE, "supports", "甲学院")),
        ("推进[甲联合体|o]申报[乙示范区|y]。", ("甲联合体", "designated_as", "乙示范区")),
        ("推进[甲站|p]扩能改造。", (PLACE, "supports", "甲站")),
    ],
)
def test_whose_money_and_help_it_is(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲市场|p]开业，[乙公司|o]负责日常运行。", ("乙公司", "operates", "甲市场")),
        ("[甲港|p]开港，由[乙公司|o]承担班列组织。", ("乙公司", "operates", "甲港")),
        ("[甲平台|p]建成，平时委托[乙公司|o]专业团队运营。", ("乙公司", "operates", "甲平台")),
        ("[甲公司|o]、[乙公司|o]组成共保体，承保[丙保险|f]。", ("乙公司", "operates", "丙保险")),
        ("迭代升级“[甲通|p]”。", (PLACE, "operates", "甲通")),
        ("[甲系统|p]上线，部署于[乙云|p]。", ("乙云", "hosts", "甲系统")),
        ("设在[甲大学|o]的[乙基地|p]占地百亩。", ("甲大学", "hosts", "乙基地")),
        ("[甲中心|p]成立，办公地点位于[乙园区|p]。", ("甲中心", "located_in", "乙园区")),
        ("[甲平台|p]坐落在[乙园区|p]标准厂房内。", ("甲平台", "located_in", "乙园区")),
        ("[甲园区|p]通过验收，引入[乙公司|o]、[丙公司|o]等项目29个。", ("丙公司", "located_in", "甲园区")),
        ("[甲口岸|p]获批[乙场地|p]，去年进口百万吨。", ("甲口岸", "designated_as", "乙场地")),
        ("我区作为[甲部|o]确定的[乙试点|y]区县，推广新车。", (PLACE, "designated_as", "乙试点")),
        ("[甲中心|o]揭牌，为[乙局|o]管理的正科级事业单位。", ("甲中心", "part_of", "乙局")),
        ("[甲平台|p]由[乙通|p]、[丙通|p]两大子系统构成。", ("丙通", "part_of", "甲平台")),
        ("[甲银行|o]设立[甲银行绿色事业部|o]。", ("甲银行绿色事业部", "part_of", "甲银行")),
        ("[甲学院|o]整合原[乙学校|o]等3所学校资源。", ("乙学校", "succeeded_by", "甲学院")),
        ("[甲局|o]以[乙公司|o]为技术支撑开展工作。", ("甲局", "relies_on", "乙公司")),
    ],
)
def test_who_runs_a_thing_and_where_it_stands(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("印发《[甲办法|y]》，在[乙大学|o]、[丙大学|o]先行试点。", ("丙大学", "implements", "甲办法")),
        ("[甲区|o]以[乙公司|o]为实施主体，开展[丙计划|y]。", ("乙公司", "implements", "丙计划")),
        ("[甲大学|o]牵头、[乙大学|o]参加的国家项目“[丙计划|y]”启动。", ("乙大学", "implements", "丙计划")),
        (
            "[甲大学|o]牵头、[乙大学|o]参加的国家项目“[丙计划|y]”启动。",
            ("甲大学", "cooperates_with", "乙大学"),
        ),
        ("[甲行|o]牵头，[乙局|o]配合，组织开展“[丙行动|y]”。", ("甲行", "leads", "丙行动")),
        ("[甲行|o]牵头，[乙局|o]配合，组织开展“[丙行动|y]”。", ("乙局", "implements", "丙行动")),
        ("由[甲院|o]和[乙校|o]共同牵头，吸纳[丙公司|o]，成立[丁联合体|o]。", ("乙校", "leads", "丁联合体")),
        ("对照《[甲纲要|y]》和有关规划要求，[乙政府|o]出台文件。", ("乙政府", "implements", "甲纲要")),
        ("加快[甲条例|y]立法进程。", (PLACE, "issued", "甲条例")),
        ("深圳市与东莞市开展用水权转让。", ("place/深圳市", "cooperates_with", "place/东莞市")),
        ("[甲校|o]从[乙公司|o]选聘产业导师86名。", ("甲校", "cooperates_with", "乙公司")),
        ("我区组织[甲委|o]、[乙委|o]分片开展督查。", (PLACE, "cooperates_with", "乙委")),
        ("[甲公司|o]、[乙公司|o]组成共保体。", ("甲公司", "cooperates_with", "乙公司")),
    ],
)
def test_who_takes_part_in_an_act(sentence, claim):
    assert claim in told(sentence)
