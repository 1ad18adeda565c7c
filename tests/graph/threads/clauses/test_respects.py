"""In which respect a promise speaks of a thing."""

from __future__ import annotations

import pytest
from promises import promise

from graph.threads.clauses.respects import reports_shortly, respect_of, tells_result, without_verbs

NAMES = ("海岚实验室", "")


@pytest.mark.parametrize(
    "what",
    [
        "加快建设X",
        "设立规模10亿元的X",
        "推动X落地",
        "争取X尽快获批",
        "X正在加快建设",
        "推进概念验证中心、检测平台和X建设",
        "推进设立及参与产业基金、X",
        "推进设立产业基金、X“海岚创投基金”海岚专项基金",
        "研究制定《X》",
        "决定取消X",
        "2023年底前投入使用",
        "未能如期投入使用",
    ],
)
def test_a_promise_lets_the_thing_come_about(what):
    respect = respect_of(what.replace("X", NAMES[0]), NAMES)
    assert (respect.about, respect.brings) == (True, True)


@pytest.mark.parametrize(
    "what",
    [
        "推动X与甲集团共建联合研究院",
        "支持X牵头组建联合体",
        "紧紧围绕X建设目标",
        "发挥X作用",
        "依托X建设平台",
        "在X设立专区",
        "全面完成《X》收官任务",
        "于2023年四季度提请市政府审议",
    ],
)
def test_a_promise_does_something_with_the_thing(what):
    respect = respect_of(what.replace("X", NAMES[0]), NAMES)
    assert (respect.about, respect.brings) == (True, False)


def test_a_clause_with_an_object_of_its_own_is_not_about_the_thing_of_another():
    assert not respect_of("加快形成新质生产力", NAMES).about


def test_a_further_stage_is_a_promise_of_its_own():
    assert respect_of("加快海岚实验室二期建设", NAMES).stage == "二期"


@pytest.mark.parametrize(
    ("what", "cue", "tells"),
    [
        ("计划于2022年底前完成工商注册", "计划于", True),
        ("推动企业完成工商注册", "推动", False),
        ("力争年内提请审议", "力争", False),
    ],
)
def test_a_clause_may_tell_only_until_when(what, cue, tells):
    assert tells_result(promise("a", "planned", what=what, objects=(), cue=cue)) is tells


def test_the_object_of_a_promise_stands_behind_its_verbs():
    assert without_verbs(promise("a", "planned", what="争取构建器件检测平台", cue="争取")) == "器件检测平台"


@pytest.mark.parametrize(
    ("what", "cue", "outcome", "shortly"),
    [
        ("暂缓实施", "暂缓", "refused", True),
        ("推迟至2023年3月", "推迟", "late", True),
        ("对单纯扩大产能的项目不予支持", "不予支持", "refused", False),
        ("暂缓实施", "暂缓", "", False),
    ],
)
def test_a_report_may_go_without_the_name_of_its_thing(what, cue, outcome, shortly):
    assert reports_shortly(promise("a", "done", what=what, cue=cue, outcome=outcome)) is shortly


@pytest.mark.parametrize("words", ["正在", "正在目前现在", "建成投用"])
def test_words_that_are_made_of_others_are_tried_in_one_way(words):
    assert not tells_result(promise("a", "planned", what=words * 200 + "修", objects=()))


@pytest.mark.parametrize("what", ["正在2024年底前建成投用", "现已正式建成", "正在完成建设"])
def test_a_time_and_a_result_alone_tell_until_when(what):
    assert tells_result(promise("a", "planned", what=what, objects=()))
