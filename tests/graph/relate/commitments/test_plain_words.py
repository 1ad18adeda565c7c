"""Promises and reports that a time, a list or an earlier promise tells, whatever the words of the clause."""

from __future__ import annotations

import pytest
from read_promises import read


@pytest.mark.parametrize(
    ("text", "what", "due"),
    [
        ("养护中心明年一季度接收首批老人。", "养护中心明年一季度接收首批老人", "2025-03"),
        ("年底前，我局与两镇一道补签协议。", "我局与两镇一道补签协议", "2024"),
        ("租金门槛2025年6月底前再降一成。", "租金门槛2025年6月底前再降一成", "2025-06"),
    ],
)
def test_a_time_ahead_of_the_letter_makes_a_plan_in_whatever_words(text, what, due):
    (found,) = read(text)
    assert (found.status, found.what) == ("planned", what)
    assert found.due.startswith(due)


@pytest.mark.parametrize(
    "text",
    [
        "合作社每年年底按6%分红。",
        "约四成项目在半年内找到买家。",
        "报名延期至2024年9月30日。",
        "公司已于2024年底前签下合同。",
    ],
)
def test_what_comes_every_year_or_was_done_by_its_time_is_no_plan(text):
    assert [each for each in read(text) if each.status == "planned"] == []


@pytest.mark.parametrize("lead", ["我局打算：", "下半年，我局准备："])
def test_every_part_behind_a_clause_that_plans_is_a_plan(lead):
    found = read(lead + "下达第二批农机指标；联手邻县敲定管线走向；督促铁路公司在站前设抢修点。")
    assert [each.status for each in found] == ["planned"] * 3


@pytest.mark.parametrize(
    ("text", "status", "outcome"),
    [
        ("去年答复时讲过的“乡镇卫生院全覆盖”，已于当年10月兑现。", "done", "kept"),
        ("2023年答复第12号提案时，我局说过当年底再生水利用率要到45%，实际为46.2%。", "done", "kept"),
        ("去年面复时承诺的“120个社区应急站”，目前挂牌113个，余下7个还在布点。", "ongoing", "missed"),
        ("上年度答复说好的“掌上办比例达到85%”，截至去年末为81%，差4个百分点。", "ongoing", "missed"),
    ],
)
def test_what_became_of_an_earlier_promise_is_told_in_whatever_words(text, status, outcome):
    assert [(each.status, each.outcome) for each in read(text)] == [(status, outcome)]


def test_how_many_promises_there_were_tells_of_none_of_them():
    assert read("去年我局共承诺四件事，目前三件已兑现、一件滞后。") == ()


@pytest.mark.parametrize(
    "text",
    [
        "合作社将自有的旧车间辟为茶叶车间。",
        "代表们将废弃厂区整体申报为产业园。",
        "我区将保障性住房列入清单。",
        "计划怎么落地，由专班总调度。",
        "平均待闸时间缩短36%。",
        "街区入选全省名单，为下一步争取省级资源打下了基础。",
        "其二，关于争取社保资金入市。",
    ],
)
def test_marks_of_the_object_nouns_and_topics_plan_nothing(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    "text",
    ["对推进中的新情况，我局会主动向您通报。", "农商银行倒是愿意给合作社授信300万元。", "二者仍在谈合并。"],
)
def test_will_and_willingness_and_talks_are_told(text):
    assert len(read(text)) == 1


def test_a_task_that_is_spoken_about_is_not_under_way():
    assert read("建设环湖硬科技街区，难点在空间，出路也在空间。") == ()
    assert [each.status for each in read("纵深推进[先用后付试点|y]。")] == ["ongoing"]


@pytest.mark.parametrize(
    ("marked", "what"),
    [
        ("[市水务局|o]答应国庆前把水管换好。", "答应国庆前把水管换好"),
        ("五年内完成全部管网改造。", "五年内完成全部管网改造"),
        ("[我局|o|issuer]将在充分论证的基础上，提出实施意见。", "提出实施意见"),
        ("在财力允许的情况下，逐步扩大覆盖面。", "逐步扩大覆盖面"),
        ("下一步，[我局|o|issuer]将加强管理，更换老旧水表。", "更换老旧水表"),
    ],
)
def test_ordinary_words_promise(marked, what):
    assert [each.what for each in read(marked)][-1] == what


@pytest.mark.parametrize(
    "marked",
    [
        "[市水务局|o]去年答应把水管换好。",
        "毕业五年内的学生可以申请。",
        "在财力允许的情况下，已扩大覆盖面。",
        "今年计划任务为3000套。",
        "不少企业正在观望。",
        "届时请您参加验收。",
    ],
)
def test_words_of_promises_in_accounts_rules_and_requests_promise_nothing(marked):
    assert read(marked) == ()


@pytest.mark.parametrize("opening", ["", "同时，", "此外，", "据了解，", "据统计，"])
def test_a_word_that_opens_a_sentence_takes_no_promise_from_the_clauses_behind_it(opening):
    found = read(f"{opening}坚持统筹规划，推动[甲书院|p]与[乙学院|o]共建实训基地。")
    assert [(each.status, each.cue) for each in found] == [("ongoing", "推动")]


def test_what_was_done_in_years_past_is_no_promise_and_what_will_be_still_is():
    assert not read("近年来，推动[甲书院|p]与[乙学院|o]共建实训基地。")
    (found,) = read("近年来，我县改善路况，今年将新增港湾站台60处。")
    assert (found.status, found.what) == ("planned", "新增港湾站台60处")
