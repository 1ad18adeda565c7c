"""Who does a thing and who only stands beside it, is served by it or lends it a name: one invented sentence each."""

from __future__ import annotations

import pytest
from read_relations import PLACE, told
from sentences import linked

from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places


def statuses(sentence):
    claims = typed_relations(masked_letter(linked(sentence), places.load()))
    return {(each.source, each.relation, each.target): each.status for each in claims}


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲基金|f]的首单落在[乙公司|o]。", ("甲基金", "invests_in", "乙公司")),
        (
            "[甲平台|p]是[乙城|p]最受关注的载体之一，它由[丙大学|o]与[丁公司|o]合建。",
            ("丙大学", "established", "甲平台"),
        ),
        ("[甲平台|p]出自[乙公司|o]之手。", ("乙公司", "established", "甲平台")),
        ("[甲规范|y]出自[乙院|o]之手。", ("乙院", "issued", "甲规范")),
        ("[甲厅|o]主管的[乙平台|p]已开通。", ("甲厅", "leads", "乙平台")),
        ("[甲大学|o]孵化出[乙公司|o]、[丙公司|o]两家企业。", ("甲大学", "established", "丙公司")),
        ("[甲所|o]2021年并入[乙院|o]。", ("甲所", "succeeded_by", "乙院")),
        (
            "[甲办法|y]今年7月起施行，2017年发布的[乙规定|y]同时废止。",
            ("乙规定", "succeeded_by", "甲办法"),
        ),
        ("[甲规定|y]已被[乙条例|y]取代。", ("甲规定", "succeeded_by", "乙条例")),
        ("[甲馆|p]去年开放，日常运维外包给了[乙公司|o]。", ("乙公司", "operates", "甲馆")),
        ("[甲公司|o]的股东有[乙集团|o]和[丙基金|f]。", ("乙集团", "invests_in", "甲公司")),
        ("[甲协会|o]换届，吸收[乙公司|o]等41家单位入会。", ("乙公司", "member_of", "甲协会")),
        ("配合[甲部|o]修订[乙办法|y]。", ("甲部", "issued", "乙办法")),
        ("为[甲园区|p]争取[乙示范基地|p]。", ("甲园区", "designated_as", "乙示范基地")),
        ("在[甲平台|p]上开设[乙专区|p]。", ("乙专区", "part_of", "甲平台")),
        ("[甲公司|o]与[乙公司|o]共同出资设立[丙基金|f]。", ("甲公司", "invests_in", "丙基金")),
        ("[西部甲基金|f]规模5亿元，眼下由[乙银行|o]托管。", ("乙银行", "operates", "西部甲基金")),
    ],
)
def test_who_does_it(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("链主企业[甲公司|o]也牵头成立[乙联合会|o]。", ("甲公司", "established", "乙联合会")),
        ("[甲学院|o]的附属医院——[乙医院|o]办起[丙中心|p]。", ("乙医院", "established", "丙中心")),
        ("[甲公司|o]所在的[乙园区|p]晋级[丙示范基地|p]。", ("乙园区", "designated_as", "丙示范基地")),
        ("项目交给[甲大学|o]和[乙大学|o]，两校合建[丙实验室|p]。", ("乙大学", "established", "丙实验室")),
        ("[甲公司|o]与[乙公司|o]按6：4出资，发起[丙基金|f]。", ("甲公司", "established", "丙基金")),
        ("由[甲公司|o]改制而来的[乙集团|o]则发起成立了[丙社|o]。", ("乙集团", "established", "丙社")),
        ("吸纳[甲公司|o]加入[乙联盟|o]。", ("甲公司", "member_of", "乙联盟")),
        (
            "位于[甲大学|o]校内的[乙空间|p]去年被[丙厅|o]认定为[丁示范基地|p]。",
            ("乙空间", "designated_as", "丁示范基地"),
        ),
    ],
)
def test_who_acts_is_found_behind_what_describes_it(sentence, claim):
    assert claim in told(sentence)
    assert (PLACE, *claim[1:]) not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲公司|o]与[乙公司|o]虽同属市属国企，却互不持股。", ("甲公司", "cooperates_with", "乙公司")),
        ("[甲医院|o]与[乙医院|o]都能做试验。", ("甲医院", "cooperates_with", "乙医院")),
        ("在[甲新区|p]与[乙公司|o]合建码头。", ("甲新区", "cooperates_with", "乙公司")),
        ("小程序的开发商[甲公司|o]已开放接口。", (PLACE, "established", "甲公司")),
        ("筹建中的[甲驿站|p]可提供床位300张。", (PLACE, "established", "甲驿站")),
        ("[甲公司|o]为[我局|o|issuer]搭建的[乙平台|p]运行良好。", ("issuer", "established", "乙平台")),
        ("推动[甲规范|y]年内报批。", (PLACE, "implements", "甲规范")),
        ("配合[甲部|o]修订[乙办法|y]。", (PLACE, "issued", "乙办法")),
        ("[甲馆|p]坐落于[乙新区|p]，日常交给[丙公司|o]打理。", ("丙公司", "operates", "乙新区")),
        ("[甲平台|p]由[乙局|o]会签的[丙办法|y]管理。", (PLACE, "signed", "丙办法")),
        ("[甲馆|p]的设备款来自[乙大学|o]。", ("甲馆", "relies_on", "乙大学")),
        ("关于引进[甲中心|p]的情况，现有外包商[乙公司|o]已到期。", ("乙公司", "located_in", PLACE)),
        ("[甲公司|o]与[乙公司|o]共同出资设立[丙基金|f]。", ("甲公司", "funds", "丙基金")),
        ("[甲行|o]向[乙公司|o]授信，[丙公司|o]为其担保。", ("丙公司", "supports", "甲行")),
        (
            "[甲平台|p]是[乙城|p]最受关注的载体之一，它由[丙大学|o]与[丁公司|o]合建。",
            ("丙大学", "established", "乙城"),
        ),
        ("拿出400万元启动[甲计划|y]。", (PLACE, "issued", "甲计划")),
    ],
)
def test_what_is_not_said(sentence, claim):
    assert claim not in told(sentence)


TOWN = f"{PLACE}长寿湖镇"


@pytest.mark.parametrize("sentence", ["[甲站|p]在香港路北口启用。", "[甲站|p]位于长寿湖镇。"])
def test_a_road_or_town_is_not_the_place_that_its_name_begins_with(sentence):
    assert not {target for _, relation, target in told(sentence) if relation == "located_in"} - {TOWN}


@pytest.mark.parametrize(
    ("sentence", "claim", "status"),
    [
        (
            "我局打算：一是与[甲所|o]签订[乙协议|y]；二是新增设备。",
            (PLACE, "signed", "乙协议"),
            "planned",
        ),
        ("我局准备：下达指标；年内联手[甲局|o]开展会商。", (PLACE, "cooperates_with", "甲局"), "planned"),
        ("依托[甲大学|o]筹设[乙中心|p]。", (PLACE, "established", "乙中心"), "ongoing"),
        ("[甲校区|p]由我区提供用地、[乙局|o]统筹建设。", ("乙局", "established", "甲校区"), "done"),
        ("[甲公司|o]打造的[乙基地|p]今年3月揭牌。", ("甲公司", "established", "乙基地"), "done"),
        (
            "[甲大学|o]、[乙大学|o]合力打造的[丙平台|p]正加快建设。",
            ("甲大学", "established", "丙平台"),
            "ongoing",
        ),
        ("[甲联盟|o]发起方暂定[乙院|o]。", ("乙院", "established", "甲联盟"), "planned"),
        ("形成[甲办法|y]征求意见稿。", (PLACE, "issued", "甲办法"), "ongoing"),
        ("先后研究出台[甲细则|y]。", (PLACE, "issued", "甲细则"), "done"),
        ("下一步，着手修订[甲细则|y]。", (PLACE, "issued", "甲细则"), "planned"),
    ],
)
def test_status_behind_announcements_and_in_descriptions(sentence, claim, status):
    assert statuses(sentence)[claim] == status
