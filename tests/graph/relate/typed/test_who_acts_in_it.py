"""Who founds, runs and joins a thing, and who only approves, urges or uses it: one invented sentence each."""

from __future__ import annotations

import pytest
from read_relations import PLACE, told
from sentences import linked

from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("2023年，[甲部|o]批复建设[乙中心|p]、[丙中心|p]。", ("甲部", "supports", "丙中心")),
        ("[甲部|o]批复同意建设[乙中心|p]。", ("甲部", "supports", "乙中心")),
        ("[甲部|o]批复建设的[乙中心|p]已运行。", ("甲部", "supports", "乙中心")),
        (
            "[甲中心|p]由[乙院|o]牵头，联合[丙大学|o]、[丁公司|o]等组建。",
            ("乙院", "established", "甲中心"),
        ),
        (
            "[甲中心|p]由[乙院|o]牵头，联合[丙大学|o]、[丁公司|o]等组建。",
            ("丁公司", "established", "甲中心"),
        ),
        ("[甲中心|p]由[乙院|o]牵头，会同[丙大学|o]等6家单位共建。", ("丙大学", "established", "甲中心")),
        (
            "[甲中心|p]由[乙院|o]、[丙公司|o]共建，总部设在浙江省绍兴市。",
            ("甲中心", "located_in", "place/绍兴市"),
        ),
        ("[甲联盟|o]由[乙院|o]、[丙公司|o]发起，总部设在[丁大学|o]。", ("丁大学", "hosts", "甲联盟")),
        ("支持[甲园区|p]升级为[乙高新区|p]。", ("甲园区", "designated_as", "乙高新区")),
        ("[甲局|o]委托[乙公司|o]运营[丙馆|p]。", ("乙公司", "operates", "丙馆")),
        ("绍兴市建成[甲馆|p]，隶属于[乙局|o]。", ("甲馆", "part_of", "乙局")),
        ("[我局|o|issuer]以[甲公司|o]为主体，推进资源整合。", ("issuer", "relies_on", "甲公司")),
        ("[甲基金|f]规模5亿元，[乙公司|o]参与出资。", ("乙公司", "invests_in", "甲基金")),
        ("[甲公司|o]参与[乙基金|f]出资。", ("甲公司", "invests_in", "乙基金")),
        ("[甲小学|o]、[乙小学|o]参加[丙计划|y]试点。", ("乙小学", "implements", "丙计划")),
        ("[甲馆|p]由[我厅|o|issuer]主管、[乙集团|o]承建。", ("乙集团", "established", "甲馆")),
        ("[甲平台|p]由[乙局|o]指导、[丙公司|o]开发。", ("丙公司", "established", "甲平台")),
        (
            "[甲局|o]引进[乙分院|o]、[丙分院|o]，分别承担并协助[丁部|o]开展检验工作。",
            ("丙分院", "supports", "丁部"),
        ),
        ("[甲公司|o]等企业与[乙大学|o]共建实训基地。", ("甲公司", "cooperates_with", "乙大学")),
        ("[甲馆|p]已由[乙局|o]移交[丙公司|o]运营。", ("丙公司", "operates", "甲馆")),
    ],
)
def test_who_acts(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲部|o]批复建设[乙中心|p]。", ("甲部", "established", "乙中心")),
        ("[甲部|o]批复建设的[乙中心|p]已运行。", ("甲部", "established", "乙中心")),
        (
            "[甲中心|p]由[乙院|o]牵头，联合[丙大学|o]、[丁公司|o]等组建。",
            ("甲中心", "cooperates_with", "丙大学"),
        ),
        (
            "[甲中心|p]由[乙院|o]、[丙公司|o]共建，总部设在浙江省绍兴市。",
            ("丙公司", "located_in", "place/绍兴市"),
        ),
        ("[甲中心|p]由[乙院|o]、[丙公司|o]共建，总部设在[丁大学|o]。", ("丁大学", "hosts", "丙公司")),
        (
            "[甲中心|p]由[乙院|o]、[丙公司|o]共建，注册地设在浙江省绍兴市。",
            ("丙公司", "located_in", "place/绍兴市"),
        ),
        ("[甲局|o]引导金融机构创新推出“[丙贷|f]”。", ("甲局", "established", "丙贷")),
        ("[甲局|o]委托[乙公司|o]运营[丙馆|p]。", ("乙公司", "operates", "甲局")),
        ("绍兴市建成[甲馆|p]，隶属于[乙局|o]。", ("place/绍兴市", "part_of", "乙局")),
        ("在[甲学院|o]设立[乙平台|p]，与[丙公司|o]共享设备。", ("乙平台", "cooperates_with", "丙公司")),
        ("群众通过“[甲小程序|p]”可随时查询。", (PLACE, "operates", "甲小程序")),
        ("[甲馆|p]由[我厅|o|issuer]主管、[乙集团|o]承建。", ("issuer", "established", "甲馆")),
        ("[甲平台|p]由[乙局|o]指导、[丙公司|o]开发。", ("乙局", "established", "甲平台")),
        (
            "[甲局|o]引进[乙分院|o]、[丙分院|o]，分别承担并协助[丁部|o]开展检验工作。",
            ("甲局", "supports", "丁部"),
        ),
        (
            "[甲局|o]、[乙局|o]引进[丙分院|o]、[丁分院|o]，分别支持[戊基地|p]建设。",
            ("丙分院", "supports", "戊基地"),
        ),
        ("[甲馆|p]已由[乙局|o]移交[丙公司|o]运营。", ("丙公司", "operates", "乙局")),
        ("对获评[甲示范区|p]的企业一次性奖励200万元。", (PLACE, "designated_as", "甲示范区")),
        ("发挥产业云集和[甲中心|p]机制优势，建立[乙专区|p]。", ("甲中心", "located_in", PLACE)),
        (
            "推动绍兴市龙头科技企业与[甲大学|o]等领先高校协同创新。",
            ("place/绍兴市", "cooperates_with", "甲大学"),
        ),
    ],
)
def test_who_does_not_act(sentence, claim):
    assert claim not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("2025年建成[甲平台|p]。", "planned"),
        ("2023年建成[甲平台|p]。", "done"),
        ("2024年建成[甲平台|p]。", "done"),
    ],
)
def test_what_is_put_at_a_time_after_the_letter_is_not_told_as_done(sentence, status):
    claims = typed_relations(masked_letter(linked(sentence, date="2024-08-08"), places.load()))
    assert [each.status for each in claims if each.relation == "established"] == [status]


def test_what_a_body_is_helped_to_create_is_not_told_as_done():
    claims = typed_relations(masked_letter(linked("支持[甲学院|o]创建[乙中心|p]。"), places.load()))
    founded = [(each.source, each.target, each.status) for each in claims if each.relation == "established"]
    assert founded == [("甲学院", "乙中心", "planned")]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("会昌、石城两县去年获批[甲示范县|y]。", {"place/赣州市会昌县", "place/赣州市石城县"}),
        ("东湖、西苑两个街道去年获评[甲示范社区|y]。", set()),
        ("白沙、青石两县先后入选[甲示范区|p]。", set()),
    ],
)
def test_places_listed_with_their_number_act_and_the_writer_does_not(sentence, who):
    sentence = f"[我局|o|issuer]支持试点。{sentence}"
    found = told(sentence, jurisdiction="赣州市")
    assert {source for source, relation, _ in found if relation == "designated_as"} == who


def test_whose_treasury_it_is_pays_and_not_the_writer():
    found = told("[我局|o|issuer]负责。省、市、县三级财政投入3亿元建设[甲中心|p]。", jurisdiction="赣州市")
    assert ("place/赣州市", "funds", "甲中心") in found
    assert not [each for each in found if each[0] == "issuer"]


@pytest.mark.parametrize(
    "sentence",
    [
        "下一步，我们将督促各地加快出台[停车设施规划|y]。",
        "目前，各省（区、市）也陆续出台[停车设施规划|y]。",
        "各市陆续建成[甲平台|p]。",
    ],
)
def test_what_places_as_a_class_do_is_not_the_writers(sentence):
    assert told(sentence, issuer="issuer") == set()


def test_who_made_one_paper_brings_out_the_next():
    claims = told(
        "[甲县委|o]、[甲县政府|o]制定了《[乙意见|y]》，出台《[丙通知|y]》《[丁办法|y]》。", issuer="issuer"
    )
    assert claims == {
        (who, "issued", paper) for who in ("甲县委", "甲县政府") for paper in ("乙意见", "丙通知", "丁办法")
    }


def test_an_older_paper_told_of_behind_a_new_one_is_not_the_same_bodys():
    claims = told("去年，[甲市政府办|o]印发《[乙办法|y]》，2017年出台的《[丙规定|y]》同时废止。")
    assert ("甲市政府办", "issued", "丙规定") not in claims


def test_a_place_that_goes_to_see_two_bodies_meets_both_and_they_not_each_other():
    claims = told(
        "[甲厅|o]行文上报[乙部|o]，我市也多次赴[乙部|o]、[甲厅|o]对接。", issuer="issuer", jurisdiction=""
    )
    assert claims >= {("issuer", "cooperates_with", "乙部"), ("issuer", "cooperates_with", "甲厅")}
    assert not any(set(ends) == {"甲厅", "乙部"} for ends in ((one, two) for one, _, two in claims))


def test_a_clause_that_only_tells_on_what_ground_names_who_acts_behind_it():
    sentence = "[甲部|o]按照[乙委员会|o]有关要求，指导推动地方落实[丙行动|y]。"
    assert told(sentence, issuer="issuer") == {("甲部", "implements", "丙行动")}


def test_in_a_list_of_who_builds_what_no_builder_is_built_and_none_is_a_site():
    sentence = "支持[甲新区|p]建设[乙园区|p]、[丙新区|p]建设[丁园区|p]、[戊市政府|o]建设[己基地|p]等。"
    claims = told(sentence, issuer="issuer")
    assert not any(target in {"丙新区", "戊市政府"} for _, _, target in claims)
    assert not any(relation == "located_in" for _, relation, _ in claims)


@pytest.mark.parametrize("charged", ["责成[乙局|o]牵头", "指定[乙局|o]牵头办理", "交由[乙局|o]负责"])
def test_who_was_charged_with_a_task_acts_in_what_follows(charged):
    together = {
        each for each in told(f"[甲政府|o]{charged}，会同[丙局|o]研究。") if each[1] == "cooperates_with"
    }
    assert together == {("乙局", "cooperates_with", "丙局")}


def test_who_puts_own_people_to_a_task_acts():
    assert ("甲局", "cooperates_with", "丙局") in told("[甲局|o]明确专人负责，会同[丙局|o]研究。")
