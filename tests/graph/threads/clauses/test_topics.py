"""What a promise is about in its own words, and what stands before it where its clause names nothing."""

from __future__ import annotations

import pytest
from changed import replace
from promises import promise

from graph.threads.clauses.topics import title_of, topic_of


def said(sentence, what):
    at = sentence.index(what)
    row = promise("a", "planned", what=what, objects=(), cue="")
    return replace(
        row, quote=sentence, start=0, end=len(sentence), clause_start=at, clause_end=at + len(what)
    )


def test_times_and_verbs_at_the_beginning_are_no_part_of_what_is_promised():
    topic = topic_of(said("年底前完成香山路破损路面翻修。", "年底前完成香山路破损路面翻修"), "")
    assert topic.pieces == ("香山路破损路面翻修",)


def test_a_number_is_told_apart_from_what_it_counts_and_that_of_a_bus_line_is_not():
    counted = topic_of(said("于12月底前改造老旧小区38个。", "于12月底前改造老旧小区38个"), "")
    assert (counted.pieces, counted.counts) == (("老旧小区",), ("38个",))
    line = topic_of(said("9月底前开通26路公交线路。", "9月底前开通26路公交线路"), "")
    assert (line.pieces, line.counts) == (("26路公交线路",), ())


@pytest.mark.parametrize(
    ("sentence", "what", "title"),
    [
        (
            "我局已起草《槐城市电梯维保管理办法》，计划9月份印发实施。",
            "计划9月份印发实施",
            "《槐城市电梯维保管理办法》：计划9月份印发实施",
        ),
        (
            "阳光小学北校区于2023年10月动工，总投资1.2亿元，计划2025年8月底前竣工。",
            "计划2025年8月底前竣工",
            "阳光小学北校区：计划2025年8月底前竣工",
        ),
        ("关于“单双号停车”的建议，目前条件还不成熟。", "条件还不成熟", "单双号停车：条件还不成熟"),
        ("关于您提出的“单双号限停”的建议，条件还不成熟。", "条件还不成熟", "单双号限停：条件还不成熟"),
        ("上次说的农产品展厅，由镇供销社改建，12月1日开放。", "12月1日开放", "农产品展厅：12月1日开放"),
        ("年底前完成香山路翻修。", "年底前完成香山路翻修", "年底前完成香山路翻修"),
        ("因资金紧张，6月底前完成。", "6月底前完成", "6月底前完成"),
    ],
)
def test_a_title_says_what_a_clause_without_an_object_is_about(sentence, what, title):
    assert title_of(said(sentence, what), "") == title


def test_a_refusal_is_titled_by_what_was_asked_for_and_not_by_the_paper_that_stands_against_it():
    sentence = "关于您提出的取消五环路货车限行的建议，因与现行《槐城市大气条例》不符，暂不予采纳。"
    row = replace(said(sentence, "暂不予采纳"), outcome="refused", status="done")
    assert title_of(row, "") == "取消五环路货车限行：暂不予采纳"
    expired = said("由于《槐城市大气条例》已到期，拟于年内修订。", "拟于年内修订")
    assert title_of(expired, "") == "《槐城市大气条例》：拟于年内修订"


def test_a_paragraph_that_begins_with_its_matter_says_what_its_sentences_are_about():
    row = said("县里给了补助38万元，9月底前一定清完。", "9月底前一定清完")
    assert title_of(row, "现答复如下：\n沙溪河清淤的事。") == "沙溪河清淤：9月底前一定清完"
    assert title_of(row, "现答复如下：\n") == "9月底前一定清完"
