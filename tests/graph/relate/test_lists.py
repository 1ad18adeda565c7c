"""The marks before the items of lists, and the words between their members."""

import re

import pytest

from graph.relate.lists import AND, LOOSE_MARK, MARK, OR, PLAIN_AND


@pytest.mark.parametrize(
    "mark", ["一是", "二要", "十一是", "第三，", "（四）", "(四)", "（12）", "五、", "6.", "7．", "8、"]
)
def test_every_mark_of_an_item_is_known(mark):
    assert re.match(MARK, f"{mark}推进建设")[0] == mark


@pytest.mark.parametrize("text", ["7.2%，比上年提高", "一家企业", "是重点", "2023年", "，推进"])
def test_what_counts_or_says_anything_is_no_mark(text):
    assert re.match(MARK, text) is None


def test_a_mark_may_stand_before_a_year():
    assert re.match(MARK, "3.2023年投用")[0] == "3."


def test_a_word_that_may_mean_with_is_between_members_only_where_that_is_asked_for():
    between = {word: [bool(re.fullmatch(one, word)) for one in (PLAIN_AND, AND, OR)] for word in "、和与或"}
    assert between == {
        "、": [True, True, True],
        "和": [True, True, True],
        "与": [False, True, True],
        "或": [False, False, True],
    }


@pytest.mark.parametrize(
    "text",
    ["1）建设水厂", "1)建设", "一）建设水厂", "一.建设", "（一）建设", "1、建设", "一是建设", "二要建设"],
)
def test_marks_that_are_half_there_are_marks(text):
    assert re.sub(f"^{LOOSE_MARK}", "", text).startswith("建设")


@pytest.mark.parametrize("text", ["一要素市场", "十要点", "2024年建设"])
def test_words_that_only_begin_with_a_number_are_no_marks(text):
    assert re.sub(f"^{LOOSE_MARK}", "", text) == text
