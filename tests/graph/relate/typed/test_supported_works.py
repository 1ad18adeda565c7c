"""Works, money and guidance for a named thing, and what is designated by whom: one invented sentence each."""

from __future__ import annotations

import pytest
from read_relations import PLACE, WROTE, told


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[我局|o|issuer]加大对[甲合作社|o]的支持力度。", ("issuer", "supports", "甲合作社")),
        ("[我局|o|issuer]将加强对[甲协会|o]的指导。", ("issuer", "supports", "甲协会")),
        ("争取上级资金200万元用于[甲水库|p]维修改造。", (PLACE, "supports", "甲水库")),
        ("投入资金300万元对[甲公园|p]进行改造提升。", (PLACE, "supports", "甲公园")),
        ("完成[甲水库|p]、[乙水库|p]等小型水库除险加固。", (PLACE, "supports", "乙水库")),
        ("改扩建[甲学校|o]，新增学位300个。", (PLACE, "supports", "甲学校")),
        ("[甲馆|p]提升改造工程已开工。", ("issuer", "supports", "甲馆")),
        ("已将[甲水库|p]除险加固列入“十四五”规划。", (PLACE, "supports", "甲水库")),
        ("[甲水库|p]已列入全省项目储备库。", ("issuer", "supports", "甲水库")),
        ("经评审，批准[甲大学|o]、[乙大学|o]开展自主审核。", (PLACE, "supports", "乙大学")),
        ("我局为[甲卫生院|o]配置救护车1辆。", (PLACE, "supports", "甲卫生院")),
        ("[我局|o|issuer]组织专家到[甲合作社|o]开展技术指导。", ("issuer", "supports", "甲合作社")),
        ("我们将重点关注[甲学院|o]建设进展并加强指导。", (PLACE, "supports", "甲学院")),
        ("[甲局|o]加快推进[乙产业园|p]建设，年底投用。", ("甲局", "supports", "乙产业园")),
        ("加快推进[甲示范区|p]建设。", (PLACE, "supports", "甲示范区")),
        ("我市加强[甲产业园|p]建设。", ("place/深圳市", "supports", "甲产业园")),
        ("[我局|o|issuer]多方筹资建设[甲中学|o]教学楼。", ("issuer", "supports", "甲中学")),
        ("选派[甲医院|o]专家到[乙卫生院|o]坐诊。", ("甲医院", "supports", "乙卫生院")),
        ("积极争取[甲厅|o]支持，早日开工。", ("甲厅", "supports", PLACE)),
    ],
)
def test_whom_works_and_guidance_support(sentence, claim):
    assert claim in told(sentence, **WROTE[claim[0]])


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("为[甲学校|o]争取[乙资金|f]470万元。", ("乙资金", "funds", "甲学校")),
        ("安排[甲资金|f]288万元，用于[乙小学|o]建设足球场。", ("甲资金", "funds", "乙小学")),
        ("[甲水库|p]、[乙水库|p]2座水库列入[丙资金|f]加固项目。", ("丙资金", "funds", "乙水库")),
        ("去年拨付给[甲卫生室|o]补助资金5万元。", (PLACE, "funds", "甲卫生室")),
        ("从[甲计划|y]渠道下达[乙景区|p]建设资金1000万元。", ("甲计划", "funds", "乙景区")),
        ("安排[甲小学|o]校舍维修资金30万元。", (PLACE, "funds", "甲小学")),
        ("安排资金14亿元支持浙江省建设特色园区。", (PLACE, "funds", "place/浙江省")),
        ("省级财政支持绍兴市1600万元发展药材。", ("place/广东省", "funds", "place/绍兴市")),
    ],
)
def test_what_money_is_for(sentence, claim):
    assert claim in told(sentence, **WROTE[claim[0]])


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("我部认定嘉兴市、绍兴市为[甲示范市|y]。", ("place/绍兴市", "designated_as", "甲示范市")),
        ("我部将浙江、江苏列为[甲试点|y]。", ("place/江苏省", "designated_as", "甲试点")),
        (
            "我部开展[甲示范区|p]创建工作，其中嘉兴市、绍兴市列入创建名单。",
            ("place/嘉兴市", "designated_as", "甲示范区"),
        ),
        ("[甲遗址|p]被[乙院|o]公布为[丙保护单位|y]。", ("甲遗址", "designated_as", "丙保护单位")),
        ("同步启动[甲遗址|p]申报[乙遗产|y]。", ("甲遗址", "designated_as", "乙遗产")),
        ("[甲古村|p]是[乙传统村落|y]。", ("甲古村", "designated_as", "乙传统村落")),
        ("[甲馆|p]获得[乙部|o]授予的[丙基地|y]称号。", ("甲馆", "designated_as", "丙基地")),
        ("[甲学校|o]挂牌[乙基地|p]。", ("甲学校", "designated_as", "乙基地")),
        ("在[甲局|o]挂[乙办|o]牌子。", ("甲局", "hosts", "乙办")),
        ("在[甲学校|o]内建设[乙馆|p]。", ("甲学校", "hosts", "乙馆")),
    ],
)
def test_what_is_designated_or_housed(sentence, claim):
    assert claim in told(sentence, **WROTE[claim[0]])


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[我局|o|issuer]按[甲方案|y]要求开展工作。", ("issuer", "implements", "甲方案")),
        ("确保[甲政策|y]落到实处。", (PLACE, "implements", "甲政策")),
        ("以[甲工程|y]为抓手，建设农村公路。", (PLACE, "implements", "甲工程")),
        ("为贯彻落实《[甲意见|y]》，[乙厅|o]印发通知。", ("乙厅", "implements", "甲意见")),
        ("加快[甲工程|y]建设，年底完工。", (PLACE, "implements", "甲工程")),
        ("[甲行动|y]正在有序推进。", (PLACE, "implements", "甲行动")),
        ("以[甲政府|o]名义向[乙部|o]报送《[丙方案|y]》。", ("甲政府", "issued", "丙方案")),
        ("经综合[甲委|o]、[乙厅|o]等单位意见，现答复如下。", ("issuer", "cooperates_with", "乙厅")),
    ],
)
def test_what_plans_and_papers_are_followed(sentence, claim):
    assert claim in told(sentence, **WROTE[claim[0]])


@pytest.mark.parametrize(
    "sentence",
    [
        "您提出的“加强投入，对[甲学校|o]进行翻新，新建[乙馆|p]”收悉。",
        "督促[甲公司|o]限期整改。",
        "督促[甲公司|o]加强管理。",
        "[我局|o|issuer]督促[甲公司|o]、[乙公司|o]按时足额发放工资。",
        "浙江省[教育厅|o]负责此事。",
        "关于建议[甲政府|o]每年给予[乙园|p]资金支持的问题。",
        "建设项目已上报[甲局|o]。",
        "按照《[甲办法|y]》，此类道路由乡镇政府负责养护。",
        "符合条件的可按照《[甲办法|y]》申请补助。",
        "依据《[甲条例|y]》，该地块为公园绿地。",
        "根据《[甲办法|y]》第五条，补助标准为每人百元。",
        "支持浙江省特色产业发展工作。",
        "充分调研[甲小学|o]情况的基础上，形成方案。",
    ],
)
def test_nothing_is_told_of_the_writer_and(sentence):
    assert not told(sentence)


def test_what_a_town_was_awarded_is_the_towns_not_the_writers():
    assert told("埝桥镇依山，埝桥镇成功入选[甲示范镇|y]。") == {
        (f"{PLACE}埝桥镇", "designated_as", "甲示范镇")
    }


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("为贯彻落实《[甲意见|y]》，[乙厅|o]印发通知。", (PLACE, "implements", "甲意见")),
        ("按照《[甲方案|y]》部署，由[乙局|o]牵头推进。", (PLACE, "implements", "甲方案")),
        ("编制完成《[甲规划|y]》，已上报审批。", (PLACE, "implements", "甲规划")),
        ("[甲局|o]加快推进[乙产业园|p]建设，年底投用。", ("甲局", "established", "乙产业园")),
        ("加快推进[甲产业园|p]建设，年底投用。", (PLACE, "supports", "甲产业园")),
        ("深化[甲产业园|p]建设。", (PLACE, "established", "甲产业园")),
        ("[我局|o|issuer]要求[甲镇政府|o]会同[乙局|o]论证。", ("issuer", "cooperates_with", "乙局")),
        ("2020年新建[甲学校|o]实训基地项目。", (PLACE, "established", "甲学校")),
        ("从[甲计划|y]渠道下达[乙景区|p]建设资金1000万元。", (PLACE, "funds", "乙景区")),
    ],
)
def test_the_writer_is_not_said_to_do_what_others_do(sentence, claim):
    assert claim not in told(sentence)


@pytest.mark.parametrize("pushed", ["推动", "推进", "加快", "加快推进"])
def test_a_place_that_pushes_a_building_founds_it_and_a_department_supports_it(pushed):
    assert told(f"{pushed}[甲产业园|p]建设。") == {(PLACE, "established", "甲产业园")}
    assert told(f"我市{pushed}[甲产业园|p]建设。") == {("place/深圳市", "established", "甲产业园")}
    assert told(f"[我局|o|issuer]{pushed}[甲产业园|p]建设。") == {("issuer", "supports", "甲产业园")}
    ministry = told(f"{pushed}[甲产业园|p]建设。", jurisdiction="全国", issuer="issuer")
    assert ministry == {("issuer", "supports", "甲产业园")}


def test_a_ministry_that_nobody_names_is_not_the_country():
    for sentence in (
        "会同[甲部|o]印发《[乙意见|y]》。",
        "推动[甲产业园|p]建设。",
        "支持[甲大学|o]发展。",
        "[甲委|o]作为会办单位。",
        "[甲产业园|p]已正式建成投用。",
    ):
        claims = told(sentence, issuer=None, jurisdiction="全国")
        assert not [claim for claim in claims if "place/全国" in claim]
    named = told("支持[甲大学|o]发展。", issuer="甲部", jurisdiction="全国")
    assert named == {("甲部", "supports", "甲大学")}
