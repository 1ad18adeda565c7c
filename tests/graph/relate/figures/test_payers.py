"""Who pays an amount: named, carried over from earlier clauses, or nobody."""

from __future__ import annotations

import pytest
from sentences import linked

from graph.relate.claims import letter_claims
from graph.relate.masked_letter import masked_letter
from graph.relate.typed.extraction import typed_relations
from ontology import places

_HOME = "place/深圳市福田区"


def parties(marked, **options):
    masked = masked_letter(linked(marked, **options), places.load())
    figures = letter_claims(masked, tuple(typed_relations(masked))).figures
    return [(each.payer, each.payee) for each in figures if each.type == "amount"]


@pytest.mark.parametrize(
    ("sentence", "payers"),
    [
        ("2023年，[财政部|o]对评估优秀的20家博物馆给予奖励资金3000万元。", ["财政部"]),
        ("2022年起[财政部|o]继续安排修缮资金，截至2023年累计下达45亿元。", ["财政部"]),
        ("[财政部|o]会同[我部|o|issuer]下达[古籍保护资金|f]2亿元。", ["财政部"]),
        (
            "[教育部|o]、[财政部|o]下达[校舍维修资金|f]9亿元；下达[图书补助资金|f]1亿元。",
            ["教育部", "教育部"],
        ),
        ("一是[财政部|o]下达修缮资金3亿元；二是安排演出资金1亿元。", ["财政部", ""]),
        ("[甲公司|o]投资3亿元；累计发放补贴2000万元。", ["甲公司", ""]),
        ("[国家发展改革委|o]利用中央预算内投资安排22亿元。", ["国家发展改革委"]),
        ("中央财政累计安排修缮资金210亿元，其中2023年安排70亿元。", ["中央财政", "中央财政"]),
        ("[财政部|o]安排修缮资金96亿元，其中2023年30亿元。", ["财政部", "财政部"]),
        ("增发国债资金安排85亿元支持文物防灾。", [""]),
        ("中央预算内投资安排20亿元支持戏台修复。", ["中央"]),
        ("目前已拨付资金12亿元。", [""]),
        ("[甲厅|o]安排[奖补资金|f]，对金融机构绿色贷款给予奖补，2021年兑现奖补资金8733万元。", ["甲厅"]),
        ("[甲公司|o]获省级技改资金资助1200万元。", [""]),
        ("向[甲部|o]申报产业集群项目，力争补助资金不少于3000万元。", [""]),
        ("[我部|o|issuer]安排专项经费1200万元。", ["issuer"]),
        ("[甲股份公司|o]首期募资60亿元，其中[财政部|o]出资5亿元，沿线11省市出资31亿元。", ["", "财政部", ""]),
        ("江西、湖南、湖北三省联合投入3亿元。", [""]),
        ("甘肃省、青海省签订协议，两省每年各出资2亿元。", [""]),
    ],
)
def test_a_ministry_pays_only_what_it_is_said_to_pay(sentence, payers):
    assert [payer for payer, _ in parties(sentence, jurisdiction="全国")] == payers


@pytest.mark.parametrize(
    ("sentence", "home", "payers"),
    [
        ("区级财政安排戏台资金300万元。", "深圳市福田区", [_HOME]),
        ("省财政下达戏台资金300万元。", "深圳市福田区", ["place/广东省"]),
        ("省级财政每年安排贴息资金8000万元。", "江苏省", ["place/江苏省"]),
        ("市财政安排贴息资金8000万元。", "江苏省", [""]),
        ("中央财政和省财政安排贴息资金8000万元。", "江苏省", ["中央财政和省财政"]),
        ("各级财政累计投入28亿元。", "江苏省", [""]),
        ("带动社会资本投入300亿元。", "江苏省", ["社会资本"]),
        ("已争取上级补助资金5600万元。", "江苏省", [""]),
        ("近三年累计投入3亿元改造戏台45座。", "江苏省", ["place/江苏省"]),
        ("一期基金已投项目33个，投资金额97亿元。", "江苏省", [""]),
    ],
)
def test_public_money_is_that_of_the_level_it_is_said_to_be(sentence, home, payers):
    assert [payer for payer, _ in parties(sentence, jurisdiction=home)] == payers


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        (
            "[水利部|o]下达[甘肃省修复资金|f]4亿元、青海省2亿元、宁夏回族自治区1亿元。",
            [("水利部", ""), ("水利部", "place/青海省"), ("水利部", "place/宁夏回族自治区")],
        ),
        (
            "[水利部|o]安排修复资金7亿元，其中安徽省1.2亿元、江西省0.9亿元。",
            [("水利部", ""), ("水利部", "place/安徽省"), ("水利部", "place/江西省")],
        ),
        (
            "中央财政安排陕西、山西、河南分别为6亿元、7亿元、5亿元。",
            [("中央财政", "place/陕西省"), ("中央财政", "place/山西省"), ("中央财政", "place/河南省")],
        ),
        ("中央财政下达甘肃省文物保护经费4亿元。", [("中央财政", "place/甘肃省")]),
        (
            "[水利部|o]安排资金9亿元，其中云南、青海分别为5亿元、4亿元。",
            [("水利部", ""), ("水利部", "place/云南省"), ("水利部", "place/青海省")],
        ),
        ("[水利部|o]下达云南省、青海省补助资金3亿元。", [("水利部", "云南省、青海省")]),
        ("[水利部|o]安排资金5亿元，其中下达广东省1亿元。", [("水利部", ""), ("水利部", "place/广东省")]),
    ],
)
def test_places_in_a_list_are_paid_and_pay_nothing(sentence, told):
    assert parties(sentence, jurisdiction="全国") == told


def test_places_told_apart_before_the_verb_pay_each_its_own():
    told = parties("南京市、常州市分别发放消费券5000万元和3000万元。", jurisdiction="江苏省")
    assert told == [("place/南京市", ""), ("place/常州市", "")]


def test_the_letters_own_place_is_told_by_its_node():
    ((_, payee),) = parties("中央财政下达我省农田补助资金36亿元。", jurisdiction="四川省")
    assert payee == "place/四川省"


def test_who_is_paid_is_told_without_the_measure_of_it():
    *_, (_, payee) = parties("对困难学生按每人1500元给予资助，累计2300万元。", jurisdiction="江苏省")
    assert payee in {"", "困难学生"}
    ((_, payee),) = parties("对困难学生按学年给予补助1500元。", jurisdiction="江苏省")
    assert payee == "困难学生"


@pytest.mark.parametrize(
    "sentence", ["[发展改革委|o]批复总投资约29亿元。", "平台总投资2亿元。", "带动社会投资6亿元。"]
)
def test_what_an_undertaking_costs_is_paid_by_nobody(sentence):
    masked = masked_letter(linked(sentence), places.load())
    (figure,) = letter_claims(masked).figures
    assert (figure.amount_role, figure.payer) == ("volume", "")


def test_who_gives_of_their_own_in_a_list_of_parts_is_paid_nothing():
    told = parties("募集资金5亿元，其中南京市、常州市分别出资3亿元、2亿元。", jurisdiction="江苏省")
    assert told[1:] == [("place/南京市", ""), ("place/常州市", "")]


def test_the_last_of_several_who_give_together_does_not_pay_alone():
    told = parties("云南、贵州两省共同出资2亿元设立[流域保护基金|f]。", jurisdiction="全国")
    assert told == [("", "流域保护基金")]


@pytest.mark.parametrize(
    "sentence",
    [
        "[高新区管委会|o]辖内已有5个小区获得补贴共计63.5万元。",
        "[甲镇|o]共有12家企业享受奖补资金30万元。",
        "全区已有5家企业获得补助30万元。",
    ],
)
def test_nobody_named_pays_what_somebody_there_received(sentence):
    assert {payer for payer, _ in parties(sentence)} == {""}


def test_who_pays_those_that_received_something_else_is_told():
    assert parties("[甲局|o]对获得认定的企业补助200万元。")[-1][0] == "甲局"


@pytest.mark.parametrize(
    ("sentence", "payers"),
    [
        ("下达补助资金9126万元，其中中央资金5218万元、省级资金2460万元。", ["", "中央", "place/广东省"]),
        ("争取中央新能源汽车推广资金2680万元。", ["中央"]),
        ("市、区财政配套6300万元。", ["市、区财政"]),
        ("省、市、区三级财政安排补助资金500万元。", ["省、市、区三级财政"]),
        ("概算投资9.4亿元，其余2.3亿元由区级配套解决。", ["", _HOME]),
        ("区财政对乡村医生每人每月补助500元。", [_HOME]),
        ("对乡村医生每人每月补助500元。", [""]),
        ("[刺绣工作室|o]每个补助10万元。", [""]),
        ("[宣纸小镇|p]已完成投资14.7亿元。", [""]),
        ("水稻保险参保面积7.2万亩，赔付312.6万元。", [""]),
        ("全区完成交通投资96亿元，其中公路投资38亿元。", ["", ""]),
        ("我区投资3亿元建设文化馆。", [_HOME]),
        ("中央、省、市配套资金分别为3000万元、2000万元、1000万元。", ["", "", ""]),
    ],
)
def test_who_pays_is_told_in_words_where_it_is_no_node_and_never_guessed(sentence, payers):
    assert [payer for payer, _ in parties(sentence)] == payers


def test_a_platform_pays_nothing_and_a_zone_may():
    assert parties("[甲飞行服务平台|p]由[乙集团|o]建设，一期投资4800万元。")[0][0] != "甲飞行服务平台"
    assert parties("[甲高新区|p]出资4800万元。")[0][0] == "甲高新区"


def test_money_drawn_in_pays_for_nothing_told_behind_it():
    told = parties("[甲引导基金|f]出资2亿元，带动社会资本8亿元；已投资项目9个，投资额3亿元。")
    assert told[-1][0] != "社会资本"


@pytest.mark.parametrize(
    ("sentence", "payer"),
    [
        ("去年，[东湖海洋实验室|p]投入2400万元购买科考设备。", "东湖海洋实验室"),
        ("[东湖中药研究所|p]累计投入科研经费6000万元。", "东湖中药研究所"),
        ("展厅由[东湖双创产业园|p]出资150万元。", "东湖双创产业园"),
        ("[东湖检测服务平台|p]投入300万元升级仪器。", "东湖检测服务平台"),
        ("[东湖检测服务平台|p]投入300万元。", ""),
        ("[东湖海洋实验室|p]一期投入2400万元。", ""),
        ("[东湖海洋实验室|p]建设累计投入2400万元。", ""),
        ("[东湖海洋实验室|p]投资2400万元，占地30亩。", ""),
        ("[东湖海洋实验室|p]获投入2400万元。", ""),
    ],
)
def test_a_platform_pays_what_it_gives_and_what_it_puts_in_for_a_purpose(sentence, payer):
    assert parties(sentence)[0][0] == payer
