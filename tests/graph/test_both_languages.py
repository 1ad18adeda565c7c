"""A text in two languages is put together and parted without loss."""

import pytest

from graph.both_languages import both, chinese, english, is_in_both


def test_the_chinese_stands_first():
    assert both("福田区财政局，一处省去地名", "one leaves its place out") == (
        "福田区财政局，一处省去地名 · one leaves its place out"
    )


@pytest.mark.parametrize("name", ["罗曼·罗楠", "甲 · 乙", " · "])
def test_a_name_within_the_chinese_half_does_not_part_it(name):
    told = both(f"{name}见于两封信", f"{name} stands in two letters")
    assert chinese(told).endswith("见于两封信")
    assert english(told) == f"{name} stands in two letters"


@pytest.mark.parametrize(
    "reason", ["见第二段 · 第三段", "letter 3 · letter 4", "统战部 · 2024", "2024 · reform", " · "]
)
def test_a_mark_in_a_reason_of_one_language_does_not_part_it(reason):
    assert not is_in_both(reason)
    assert chinese(reason) == english(reason) == reason


def test_what_is_in_one_language_is_whole_in_either():
    assert not is_in_both("机构改革后更名")
    assert chinese("机构改革后更名") == english("机构改革后更名") == "机构改革后更名"
    assert both("机构改革", "") == "机构改革"
    assert both("", "reform") == "reform"
