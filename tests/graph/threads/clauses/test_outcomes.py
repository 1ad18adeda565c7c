"""What a sentence says became of what it names, read around the name."""

from __future__ import annotations

import pytest

from graph.threads.clauses.outcomes import said_of, stage_of

NAME = "海洋碳汇中试基地"


def said(sentence, date="2024-06-20"):
    at = sentence.index("X")
    return said_of(sentence.replace("X", NAME), at, at + len(NAME), date)


@pytest.mark.parametrize(
    "sentence",
    [
        "X已建成投用。",
        "X于2023年4月建成。",
        "X已于2023年4月正式启用，总投资3.6亿元。",
        "X去年底投入运营。",
        "X顺利通过验收。",
        "X建设完成，已入驻企业12家。",
        "X正式揭牌。",
        "X如期竣工。",
        "X已挂牌成立。",
        "目前，X已落成。",
        "X项目已交付使用。",
        "X已于2022年5月完成工商注册，规模12亿元。",
        "X总投资3亿元，于2023年4月建成。",
        "X（一期）已建成并投入使用，入驻企业30家。",
        "《X》已于2023年5月印发实施。",
        "2023年5月，《X》正式印发。",
        "成功组建规模10亿元的X。",
        "建成并启用X。",
        "X已\n建成。",
        "X已于去年10月竣工,面积2.4万平方米。",
    ],
)
def test_a_thing_is_said_to_be_there(sentence):
    found = said(sentence)
    assert found is not None
    assert (found.status, found.outcome) == ("done", "")


@pytest.mark.parametrize(
    "sentence",
    [
        "因条件不成熟，不再建设X。",
        "X项目已终止。",
        "决定取消X建设计划。",
        "经论证，X暂缓建设。",
        "X未能获批，不再推进。",
        "X因条件不成熟，已终止设立。",
        "目前X已搁置。",
    ],
)
def test_a_thing_is_said_to_be_given_up(sentence):
    found = said(sentence)
    assert found is not None
    assert found.outcome == "refused"


@pytest.mark.parametrize(
    "sentence",
    [
        "全区拥有X。",
        "X建成后，将新增岗位300个。",
        "力争X于2023年建成。",
        "X预计2024年底建成。",
        "X将于2025年3月建成投用。",
        "X2025年3月投入运营。",
        "下一步，X建成。",
        "待X建成，再行研究。",
        "X已完成投资3亿元。",
        "X已实施项目30个。",
        "X取消收费。",
        "不得取消X。",
        "您建议取消X。",
        "依托X建成了平台。",
        "推动X建设，已建成中心3个。",
        "支持省会和成都建设X。",
    ],
)
def test_nothing_is_said_of_what_became_of_a_thing(sentence):
    assert said(sentence) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "X尚未建成。",
        "X因出资比例调整尚未设立。",
        "受用地指标影响，X至今未能如期投入使用。",
        "X因土地手续未办结，仍未开工建成。",
        "X（试行）仍在征求意见，尚未印发。",
        "《X》尚未正式出台，预计明年印发。",
        "X的设立工作仍处于前期阶段。",
        "至今尚未出台《X》。",
        "目前还没有建成X。",
        "X目前尚未完成工商注册，主要是出资未到位。",
        "X二期未能按期上线。",
    ],
)
def test_a_thing_is_said_not_to_be_there_yet(sentence):
    found = said(sentence)
    assert found is not None
    assert (found.status, found.outcome, found.undone) == ("planned", "", True)


@pytest.mark.parametrize(
    "sentence",
    [
        "X尚未设立分支机构。",
        "X未来可服务企业300家。",
        "X内企业尚未完成投资。",
        "若X未能建成，将调整规划。",
        "X没有收费。",
        "依托X，尚未建成的项目加快推进。",
    ],
)
def test_what_is_not_there_yet_is_another_thing(sentence):
    assert said(sentence) is None


@pytest.mark.parametrize(
    "sentence", ["X二期已于2023年4月建成。", "“X”平台第二期工程建成上线。", "已建成X二期。"]
)
def test_what_became_of_a_further_stage_is_told_of_that(sentence):
    found = said(sentence)
    assert found is not None
    assert (found.status, found.stage) == ("done", "二期")


def test_the_words_are_those_between_the_name_and_the_end_of_its_verb():
    assert said("X已于2023年4月正式启用。").words == "已于2023年4月正式启用"
    assert said("X因用地指标不足，已终止设立。").words == "已终止设立"


@pytest.mark.parametrize(
    ("after", "stage"),
    [("二期建设", "二期"), ("”（简称一号）二关募集", "二关"), ("建设", ""), ("（一期）", "")],
)
def test_a_further_stage_is_told_by_the_words_behind_the_name(after, stage):
    assert stage_of(after) == stage


@pytest.mark.parametrize(
    "sentence",
    ["如X获批，将启动招标。", "若X建成，可服务企业。", "一旦X获批，我局将跟进。", "目标是2023年X建成。"],
)
def test_what_is_only_supposed_has_not_come_about(sentence):
    assert said(sentence) is None


def test_an_example_supposes_nothing():
    assert said("例如X已建成。").status == "done"


@pytest.mark.parametrize("words", ["今年", "建设工程", "建成投产"])
def test_words_that_are_sums_of_others_are_not_tried_in_every_way(words):
    assert said(f"X{words * 60}推进。") is None


def test_the_words_around_a_name_hold_it():
    assert said("已与省级X平台实现数据互通。").words == f"已与省级{NAME}平台实现数据互通"


@pytest.mark.parametrize(
    "sentence",
    [
        "X已与省级信用平台实现数据互通。",
        "目前，X平台已和三家银行系统全面对接，运行平稳。",
        "X已成功与市医保平台互联互通。",
        "二期上线，已与省级“X”系统实现数据共享。",
    ],
)
def test_a_thing_is_said_to_work_together_with_another(sentence):
    found = said(sentence)
    assert found is not None
    assert (found.status, found.joined) == ("done", True)


@pytest.mark.parametrize(
    "sentence", ["X将与省级平台对接。", "X已提出与省级平台对接的需求。", "力争X与省级平台联通。"]
)
def test_a_thing_that_is_only_to_work_together_with_another_does_not_yet(sentence):
    assert said(sentence) is None
