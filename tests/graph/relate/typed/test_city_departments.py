"""What departments of large cities say of parks, funds and centres, and what only looks like a relation there.

One invented sentence each.
"""

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
        ("[甲局|o]会同[乙局|o]，整合设立了[丙基金|f]、[丁基金|f]。", ("甲局", "established", "丁基金")),
        ("[甲场|p]由[乙公司|o]联合[丙社|o]、[丁大学|o]共同建设。", ("乙公司", "established", "甲场")),
        ("[甲实验室|p]（[乙实验室|p]）由[丙政府|o]、[丁所|o]共同举办。", ("丁所", "established", "甲实验室")),
        ("[甲公司|o]自研的[乙模型|p]入选典型案例。", ("甲公司", "established", "乙模型")),
        ("[甲大学|o]获批[乙重点实验室|p]等省级平台5个。", ("甲大学", "established", "乙重点实验室")),
        (
            "[甲基金|f]由[乙公司|o]管理，[丙集团|o]出资并负责日常运营。",
            ("丙集团", "operates", "甲基金"),
        ),
        (
            "[甲基金|f]由[乙公司|o]管理，[丙集团|o]出资并负责日常运营。",
            ("丙集团", "invests_in", "甲基金"),
        ),
        (
            "[甲平台|p]由[乙局|o]牵头建设，[丙公司|o]承担技术运维。",
            ("丙公司", "operates", "甲平台"),
        ),
        (
            "并汇总了[甲局|o]、[乙分局|o]、[丙管委会|o]的会办意见。",
            (PLACE, "cooperates_with", "丙管委会"),
        ),
        (
            "设立3亿元的[甲资金池|f]，合作银行为[乙银行|o]、[丙银行|o]等9家。",
            ("甲资金池", "cooperates_with", "丙银行"),
        ),
        ("探索与[甲港|o]开展“[乙联运|y]”合作。", (PLACE, "cooperates_with", "甲港")),
        (
            "发挥[甲联盟|o]作用，该联盟由[乙局|o]指导、[丙公司|o]牵头，[丁大学|o]、[戊大学|o]等单位参与。",
            ("丙公司", "leads", "甲联盟"),
        ),
        (
            "发挥[甲联盟|o]作用，该联盟由[乙局|o]指导、[丙公司|o]牵头，[丁大学|o]、[戊大学|o]等单位参与。",
            ("戊大学", "member_of", "甲联盟"),
        ),
        ("我局累计向区内[甲大学|o]、[乙大学|o]等高校立项支持项目12项。", (PLACE, "supports", "乙大学")),
        ("[甲院|o]、[乙中心|p]落户新区，用地56公顷。", ("乙中心", "located_in", PLACE)),
        ("[甲园区|p]获评示范园区，[乙研究院|o]落户于此。", ("乙研究院", "located_in", "甲园区")),
        ("在[甲局|o]指导下，[乙公司|o]、[丙公司|o]等发起成立[丁联盟|o]。", ("甲局", "supports", "丁联盟")),
        ("[甲部|o]在[乙专项|y]中，支持[丙公司|o]、[丁大学|o]承担项目。", ("甲部", "supports", "丁大学")),
        (
            "[我局|o|issuer]同步谋划[甲实验室|p]、[乙院|o]（下称“[丙院|o]”）建设。",
            ("issuer", "supports", "乙院"),
        ),
        ("[甲高新区|p]经批准升级，是[乙示范区|p]的辐射拓展区。", ("甲高新区", "part_of", "乙示范区")),
        ("委托[甲研究院|o]、[乙协会|o]为1500家企业开展诊断。", (PLACE, "cooperates_with", "乙协会")),
        (
            "[甲厅|o]贯彻落实[乙省委|o]、[丙省政府|o]关于[丁工程|y]的决策部署。",
            ("甲厅", "implements", "丁工程"),
        ),
        ("去年发放“[甲算力券|y]”1200万元，惠及企业43家。", (PLACE, "implements", "甲算力券")),
        (
            "[甲大学|o]（以下简称“[甲大|o]”）去年开学，已建成平台8个，获批[乙省重点实验室|p]等平台5个。",
            ("甲大学", "established", "乙省重点实验室"),
        ),
        ("联合南山区、宝安区发布[甲清单|y]。", (PLACE, "cooperates_with", "place/深圳市南山区")),
        ("[甲局|o]会同蜀山区、包河区推进集聚。", ("甲局", "cooperates_with", "place/合肥市蜀山区")),
        ("与[甲集团|o]共建的[乙检测站|p]去年投用。", (PLACE, "established", "乙检测站")),
        ("[甲厅|o]批准组建[乙技术创新中心|p]。", ("甲厅", "supports", "乙技术创新中心")),
        ("[甲办法|y]由[乙局|o]会同[丙局|o]制定，已施行。", ("丙局", "issued", "甲办法")),
        ("[甲投控|o]联合国投招商、[乙产投|o]设立[丙基金|f]。", ("甲投控", "established", "丙基金")),
        ("[甲中心|p]建成投用，[乙公司|o]负责招商运营。", ("乙公司", "operates", "甲中心")),
        ("[甲管委会|o]与[乙大学|o]签署《[丙协议|y]》，共建[丁院|o]。", ("乙大学", "established", "丁院")),
        ("[甲物流园|p]由[乙公司|o]投资，[丙公司|o]运营。", ("丙公司", "operates", "甲物流园")),
        ("[甲物流园|p]由[乙公司|o]投资，[丙公司|o]运营。", ("乙公司", "invests_in", "甲物流园")),
        ("[甲公司|o]完成B轮融资，由[乙资本|o]领投、[丙基金|f]跟投。", ("乙资本", "invests_in", "甲公司")),
        ("[甲示范区|p]由[乙片区|p]、[丙片区|p]组成。", ("丙片区", "part_of", "甲示范区")),
        ("依托产权保护中心、[甲调解中心|o]合力打造[乙平台|p]。", (PLACE, "established", "乙平台")),
        ("[甲装置|p]获[乙委|o]批复立项。", ("乙委", "supports", "甲装置")),
    ],
)
def test_what_is_told(sentence, claim):
    assert claim in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲基金|f]规模5亿元，[乙厅|o]委托[丙公司|o]管理。", ("丙公司", "operates", "乙厅")),
        ("委托[甲公司|o]组织实施，[乙公司|o]负责运营。", ("乙公司", "operates", "甲公司")),
        ("[甲中心|p]由[乙公司|o]运营、[丙公司|o]提供技术支持。", ("乙公司", "supports", "甲中心")),
        (
            "[甲创业园|p]获评[乙示范基地|p]，由[丙集团|o]投资建设。",
            ("丙集团", "funds", "乙示范基地"),
        ),
        (
            "在[甲科技城|p]建成全市首个服务中心，由[乙管委会|o]负责管理。",
            ("乙管委会", "operates", "甲科技城"),
        ),
        ("在[甲局|o]指导下，[乙公司|o]、[丙公司|o]等发起成立[丁联盟|o]。", ("甲局", "supports", "乙公司")),
        ("[甲部|o]在[乙专项|y]中，支持[丙公司|o]、[丁大学|o]承担项目。", (PLACE, "supports", "丙公司")),
        ("高新区出台《[甲政策|y]》，给予最高500万元奖励。", (PLACE, "issued", "甲政策")),
        ("指导园区编制《[甲行动方案|y]》。", (PLACE, "issued", "甲行动方案")),
        ("下达补助资金300万元，支持园区建设[甲研究院|o]、[乙分院|o]。", (PLACE, "established", "乙分院")),
        ("抓紧出台《[甲计划|y]》配套实施细则。", (PLACE, "issued", "甲计划")),
        ("为苏州打造“[甲之都|p]”提供有力支撑。", (PLACE, "established", "甲之都")),
        ("这些建议对我市建设[甲第一城|p]具有重要参考价值。", (PLACE, "established", "甲第一城")),
        ("对落实《[甲方案|y]》具有积极意义。", (PLACE, "implements", "甲方案")),
        ("在[甲委|o]牵头编制的《[乙规划|y]》中，明确了布局。", (PLACE, "issued", "乙规划")),
        (
            "起草了《[甲方案|y]》和《[乙政策|y]》，目前行动方案已经[丙政府|o]常务会议审议通过。",
            ("丙政府", "issued", "乙政策"),
        ),
        ("推动[甲平台|p]与苏州超算中心深度对接。", ("甲平台", "cooperates_with", "place/苏州市")),
        ("建成[两江新区|p]、[甲高新区|p]2个智算中心。", (PLACE, "established", "两江新区")),
        (
            "[甲局|o]紧紧围绕[乙区委|o]、[丙政府|o]“科技强区”部署，聚焦主导产业。",
            ("甲局", "cooperates_with", "乙区委"),
        ),
        (
            "由[甲公司|o]牵头组建的创新联合体，入选[乙首批创新联合体|o]。",
            ("甲公司", "leads", "乙首批创新联合体"),
        ),
        (
            "[甲公司|o]获评单项冠军，[乙公司|o]获批组建[丙工程技术研究中心|p]。",
            ("甲公司", "designated_as", "丙工程技术研究中心"),
        ),
        (
            "支持[甲大学|o]与[乙大学|o]申报，争取年底前建成[丙转化中心|p]。",
            ("甲大学", "designated_as", "丙转化中心"),
        ),
        (
            "[我局|o|issuer]将推动[甲高新区|p]与[乙大学|o]共建[丙转化中心|p]。",
            ("issuer", "established", "丙转化中心"),
        ),
        ("[甲厅|o]批准组建[乙技术创新中心|p]。", ("甲厅", "established", "乙技术创新中心")),
        (
            "[甲园|p]获批[乙示范基地|p]，[丙公司|o]获评[丁企业技术中心|p]。",
            ("甲园", "designated_as", "丁企业技术中心"),
        ),
        ("[甲投控|o]联合国投招商、[乙产投|o]设立[丙基金|f]。", (PLACE, "established", "丙基金")),
        ("[甲园|p]落地[乙新城|p]，由[丙大学|o]与[丁管委会|o]合作共建。", ("丙大学", "established", "乙新城")),
        (
            "按照[甲总局|o]部署，[我局|o|issuer]与[乙政府|o]去年签署《[丙合作协议|y]》。",
            ("甲总局", "signed", "丙合作协议"),
        ),
        ("[甲交易中心|o]在无锡市设立[乙分公司|o]。", ("甲交易中心", "located_in", PLACE)),
    ],
)
def test_what_is_not_told(sentence, claim):
    assert claim not in told(sentence)


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("目前，[甲公司|o]联合[乙大学|o]组建了[丙联合体|o]。", ("甲公司", "established", "丙联合体")),
        ("目前，[甲公司|o]联合[乙大学|o]组建了[丙联合体|o]。", ("甲公司", "cooperates_with", "乙大学")),
        (
            "其中，[甲飞地|p]由[乙公司|o]负责运营，已有12家企业入驻。",
            ("乙公司", "operates", "甲飞地"),
        ),
    ],
)
def test_what_is_done_among_plans(sentence, claim):
    assert statuses(f"下一步，我们将做好以下工作：推进合作。{sentence}")[claim] == "done"


def test_what_somebody_shaped_is_there():
    assert (
        statuses("[甲平台|p]由[乙公司|o]打造，服务企业300家。")["乙公司", "established", "甲平台"] == "done"
    )


def test_an_answer_that_is_announced_plans_nothing():
    sentence = "您提出的建议，经会同[甲局|o]研究答复如下：\n印发《[乙计划|y]》。"
    assert statuses(sentence)[PLACE, "issued", "乙计划"] == "done"


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[甲局|o]加强指导，今年新获批[乙重点实验室|p]。", ("甲局", "established", "乙重点实验室")),
        ("[甲公司|o]发展很快，我市获批[乙重点实验室|p]。", ("甲公司", "established", "乙重点实验室")),
    ],
)
def test_who_guides_others_gets_no_laboratory(sentence, claim):
    assert claim not in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "福田区与南山区共建创新中心，推动资源共享。",
        "福田区与南山区合作设立联合实验室。",
        "福田区与南山区对口合作开展医院结对帮扶。",
    ],
)
def test_what_two_places_found_together_is_no_body_of_one_of_them(sentence):
    assert any(relation == "cooperates_with" for _, relation, _ in told(sentence))
