"""The cross-letter findings that people made by reading appear by themselves: shared/gold and dev findings."""

from __future__ import annotations

import pytest
from gold_tables import FIVE, PAIR, claims_of, compared_tables, promise_tables

from graph.answers.compare import compare_letters
from graph.answers.figure_search import figure_table, find_figures
from graph.answers.promises import history, promise_rows, promise_threads


@pytest.fixture(scope="module")
def five():
    return {thread.object_id: thread for thread in promise_threads(promise_tables(FIVE)) if thread.object_id}


@pytest.fixture(scope="module")
def pair():
    threads = reversed(
        promise_threads(promise_tables(PAIR))
    )  # the whole thing stands before its later stages
    return {thread.object_id: thread for thread in threads if thread.object_id}


def differences(docs, letter_a, letter_b, aspect):
    found = compare_letters(compared_tables(docs), letter_a, letter_b)
    return [each for each in found if each.aspect == aspect]


def test_most_against_second_most_stand_side_by_side():
    messages = [each.message_zh for each in claims_of(FIVE).conflicts if each.kind == "ranking"]
    assert any("全市最多" in each and "全市第二" in each and "未必矛盾" in each for each in messages)


def test_a_platform_under_way_is_only_promised_a_year_later(five):
    thread = five["triple-tech-trading"]
    assert thread.course == "back"
    assert "2024-08 构建" in history(thread)
    assert "2025-10 争取构建" in history(thread)


def test_a_fund_that_an_undated_letter_calls_founded_is_unclear(five):
    thread = five["futian-seed-subfund"]
    assert thread.course == "unclear"
    assert [step.status for step in thread.steps] == ["ongoing", "ongoing", "done"]


def test_a_fund_won_for_the_district_is_told_with_its_words(five):
    assert any("成功争取" in step.words for step in five["ssf-gba-fund"].steps)


def test_four_projects_of_which_one_is_named_twice():
    messages = [each.message_zh for each in claims_of(FIVE).conflicts if each.kind == "count"]
    assert any("称4个国家级知识产权项目，但列出3个不同名称，其中1个重复" in each for each in messages)


def test_one_window_and_one_platform_stay_two_threads(five):
    assert five["onestop-ip-platform"].course == "open"
    assert {step.letter_id for step in five["onestop-ip-platform"].steps} >= {
        "cppcc-2024237",
        "cppcc-2025141",
    }


def test_two_answers_to_one_member_share_and_change():
    promises = differences(FIVE, "cppcc-2024237", "cppcc-2025141", "promise")
    assert any(each.where == "changed" and "三位一体" in each.item for each in promises)
    figures = differences(FIVE, "cppcc-2024237", "cppcc-2025141", "figure")
    assert any(each.where == "both" and each.item == "国家级知识产权服务建设项目" for each in figures)
    assert any(each.where == "only_b" and "创新载体" in each.item for each in figures)


def test_ten_consortia_in_2024_and_again_in_2025():
    figures = differences(FIVE, "cppcc-2024232", "cppcc-2025141", "figure")
    assert any(each.item == "创新联合体" and each.where == "both" for each in figures)


def test_repeated_wording_is_found_across_three_letters():
    passages = claims_of(FIVE).passages
    (platform,) = [each for each in passages if "合力打造一站式知识产权服务平台" in each.text]
    assert {place.letter_id for place in platform.places} == {
        "cppcc-2024237",
        "cppcc-2025141",
        "cppcc-2024232",
    }
    assert any("贴息支持比例提升至70%" in each.text for each in passages)


def test_securitised_products_of_three_letters_come_together():
    figures = find_figures(compared_tables(FIVE).figures, metric="证券化产品")
    assert {row.letter_id for row in figures} >= {"npc-JY20230063", "cppcc-2024237"}
    assert all(len(row) == 20 for row in figure_table(figures, {}))


def test_one_ceiling_under_two_instruments():
    figures = [
        row for row in compared_tables(FIVE).figures if row.value == "60" and row.amount_role == "ceiling"
    ]
    assert {row.letter_id for row in figures} == {"cppcc-2024237", "cppcc-2025141"}
    assert {row.bound for row in figures} == {"at_most"}


def test_the_pair_reports_promises_kept_late_and_missed(pair):
    assert pair["taihu-pilot"].course == "late"
    assert pair["instr-subfund"].course == "kept"
    assert pair["share"].course == "kept"
    assert pair["firstuse"].course == "missed"


def test_the_pair_disagrees_about_one_number():
    (conflict,) = [each for each in claims_of(PAIR).conflicts if each.kind == "figure"]
    assert conflict.letter_ids == ("d01", "d02")
    assert "186家" in conflict.message_zh
    assert "168家" in conflict.message_zh


def test_a_plan_that_was_issued_and_is_being_finished_is_no_step_back(pair):
    assert pair["qiangji-plan"].course == "done"


def test_silence_is_listed_and_is_no_outcome(five):
    thread = five["futian-seed-subfund"]
    assert thread.silent == ("cppcc-2025141",)
    rows = list(promise_rows([thread]))
    assert rows[-1][4] == "not_mentioned"
    assert all(row[5] == "" for row in rows)


def test_threads_can_be_asked_for_by_name_and_year():
    tables = promise_tables(FIVE)
    assert {thread.object_id for thread in promise_threads(tables, about="三位一体")} == {
        "triple-tech-trading"
    }
    since = promise_threads(tables, since="2025")
    assert since
    assert all(any(not step.date or step.date >= "2025" for step in thread.steps) for thread in since)
