"""What a sentence only speaks of, asks others for or holds for another day: one invented sentence each."""

from __future__ import annotations

import pytest
from read_relations import read, told

ISSUER = {"issuer": "issuer"}


def statuses(sentence, **options):
    return {(each.source, each.relation, each.target): each.status for each in read(sentence, **options)}


@pytest.mark.parametrize(
    "sentence",
    [
        "道路建成有利于提升[青石园区|p]配套水平。",
        "这将有助于改善[青石公园|p]环境。",
        "经论证，设立[渔港管理站|o]条件暂不成熟，留待明年再议。",
        "目前组建[甲集团|o]时机尚未成熟。",
        "请您联系[乙街道|o]，由其统一安排。",
        "请贵单位会同[甲局|o]抓好落实。",
        "请各乡镇配合[甲局|o]做好宣传工作。",
        "该规划主要内容为：建设[甲基地|p]，建设[乙谷|p]，打造[丙产业园|p]。",
        "[甲规划|y]的主要任务是：新建[乙基地|p]。",
        "与[甲大学|o]共建老年医学中心一事因场地原因暂未落实。",
        "在路口设置[甲信息屏|p]也是缓解拥堵的重要手段，但需要资金。",
        "作为主办单位，[我委|o|issuer]与[甲局|o]、[乙局|o]等会办单位高度重视提案的办理。",
        "[甲陶|y]获批地理标志，古城街被评为[国家级休闲街区|y]。",
        "天星村今年3月被授予[省示范村|y]称号。",
    ],
)
def test_what_nobody_is_told_to_do_is_no_relation(sentence):
    assert told(sentence, **ISSUER) == set()


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ("[我局|o|issuer]今年的重点任务是：建设[甲基地|p]。", ("issuer", "established", "甲基地")),
        ("成立[甲公司|o]，目前运营条件已经成熟。", ("issuer", "established", "甲公司")),
        ("提请[甲市政府|o]印发[乙方案|y]。", ("甲市政府", "issued", "乙方案")),
        (
            "请您继续关注交通工作，[我局|o|issuer]会同[甲局|o]加快建设。",
            ("issuer", "cooperates_with", "甲局"),
        ),
    ],
)
def test_what_the_writer_and_others_do_beside_such_words_is_told(sentence, claim):
    assert claim in told(sentence, **ISSUER)


@pytest.mark.parametrize("sentence", ["去年被评为[全国示范市|y]。", "今年3月成功入选[全国示范市|y]。"])
def test_an_honour_without_a_subject_is_the_writers(sentence):
    assert told(sentence, **ISSUER) == {("issuer", "designated_as", "全国示范市")}


def test_a_way_in_quotation_marks_is_no_deed():
    claims = told("[甲部|o]以“政企合办”方式支持[乙大学|o]建设发展。")
    assert claims == {("甲部", "supports", "乙大学")}


def test_what_somebody_named_is_asked_to_do_is_planned():
    sentence = "请[甲市政府|o]抓紧核实，并由[甲市科技局|o]会同[甲市财政局|o]报来结果。"
    assert statuses(sentence)[("甲市科技局", "cooperates_with", "甲市财政局")] == "planned"


def test_a_thing_whose_preparation_is_complete_is_planned():
    sentence = "已完成[青石体育馆|p]项目前期工作，年后招标。"
    assert statuses(sentence, **ISSUER)[("issuer", "established", "青石体育馆")] == "planned"


@pytest.mark.parametrize(
    ("rest", "status"),
    [("因选址问题未能按期建成", "ongoing"), ("尚未开工", "planned"), ("已建成投用", "done")],
)
def test_a_thing_that_its_builder_has_not_made_ready_is_not_done(rest, status):
    told_of = statuses(f"[甲公司|o]承建的[乙基站|p]{rest}。")
    assert told_of[("甲公司", "established", "乙基站")] == status


def test_who_was_asked_before_the_answer_was_asked_among_plans_as_well():
    sentence = "下一步，关于设立专项基金的建议，经商[甲部|o]，认为暂不宜设立。"
    assert statuses(sentence, **ISSUER)[("issuer", "cooperates_with", "甲部")] == "done"


def test_a_law_that_is_to_be_amended_is_not_carried_out():
    claims = told("下一步，[甲部|o]将推动修改[律师法|y]。")
    assert ("甲部", "implements", "律师法") not in claims


def test_a_paper_that_is_being_drawn_up_is_not_out():
    claims = statuses("[我局|o|issuer]正在拟制[甲方案|y]，待印发后实施。")
    assert claims[("issuer", "issued", "甲方案")] == "planned"


@pytest.mark.parametrize(
    "sentence",
    [
        "如果[甲医院|o]与[乙医院|o]共建医联体，群众看病将更加方便。",
        "如果[甲公司|o]承建[乙体育馆|p]，工期可控。",
        "[我局|o|issuer]认为，如果设立[甲少年宫|p]，孩子们会多一个去处。",
    ],
)
def test_what_is_only_supposed_is_no_relation(sentence):
    assert told(sentence, **ISSUER) == set()


def test_those_who_heed_a_matter_and_act_together_are_partners():
    told_of = told("[我局|o|issuer]与[甲公安局|o]高度重视，联合开展护学行动。", **ISSUER)
    assert ("issuer", "cooperates_with", "甲公安局") in told_of


def test_hosts_of_an_event_are_partners_whatever_they_are_called():
    told_of = told("主办单位[甲文旅局|o]和[乙体育局|o]共同举办龙舟赛。", **ISSUER)
    assert ("甲文旅局", "cooperates_with", "乙体育局") in told_of


@pytest.mark.parametrize("word", ["新修正的", "修正后的"])
def test_a_law_that_was_amended_is_carried_out(word):
    told_of = told(f"[我局|o|issuer]贯彻落实{word}《[教育法|y]》。", **ISSUER)
    assert ("issuer", "implements", "教育法") in told_of
