"""In which words a promise is told."""

from __future__ import annotations

import pytest
from read_promises import read


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("书屋二期正在办理前期手续。", "书屋二期正在办理前期手续"),
        ("目前，书屋二期正在办理前期手续。", "书屋二期正在办理前期手续"),
        ("[我局|o|issuer]正在编制阅读空间规划。", "正在编制阅读空间规划"),
        ("目前正在编制阅读空间规划。", "正在编制阅读空间规划"),
        ("甲县正在筹建。", "甲县正在筹建"),
        ("三是正在编制阅读空间规划。", "正在编制阅读空间规划"),
    ],
)
def test_what_is_under_way_is_told_with_its_subject_unless_that_is_who_acts(text, what):
    assert [each.what for each in read(text)] == [what]


def test_what_somebody_is_supported_in_is_told_with_who_that_is():
    assert [each.what for each in read("下一步，支持[甲所|o]争创国家级交易场所。")] == [
        "支持甲所争创国家级交易场所"
    ]


def test_what_will_be_put_on_a_list_is_promised_beside_other_things():
    found = read("下一步，研究修订办法，将农担业务纳入奖补范围。")
    assert [each.what for each in found] == ["研究修订办法", "农担业务纳入奖补范围"]


def test_what_only_happens_to_a_thing_is_told_with_the_thing():
    assert [each.what for each in read("[青石产业园二期|p]拟于9月开工。")] == ["青石产业园二期拟于9月开工"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("下一步，将[甲人才岛|p]列入重点项目清单。", "甲人才岛列入重点项目清单"),
        ("下一步，争取支持，将“[甲产业园|p]”“[乙走廊|p]”纳入培育名单。", "“甲产业园”“乙走廊”纳入培育名单"),
        ("下一步，将[甲县|p]列为科技特派员试点。", "甲县列为科技特派员试点"),
    ],
)
def test_a_name_that_something_is_done_with_is_told(text, what):
    assert what in [each.what for each in read(text)]
