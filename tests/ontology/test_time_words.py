"""Times before other words: how far one reaches, and what only looks like one."""

from __future__ import annotations

import pytest

from ontology import time_words as module
from ontology.errors import LexiconError
from ontology.time_words import time_pattern, time_words


@pytest.mark.parametrize(
    "time",
    [
        "2024年二季度",
        "今年上半年",
        "上半年",
        "去年三季度",
        "第三季度",
        "前三季度",
        "2024年前三季度",
        "10月上旬",
        "2024年10月上旬",
        "9月中旬",
        "2023年9月底",
        "5月份",
        "五月份",
        "1至9月",
        "2024年1—9月",
        "2024年1月至6月",
        "上月",
        "本月",
        "下个月",
        "年初",
        "今年年初",
        "2024年初",
        "去年底",
        "今年底前",
        "近两年",
        "近三年来",
        "近年来",
        "过去一年",
        "三年内",
        "春节前",
        "2024年春节期间",
        "2024年国庆前夕",
        "十三五期间",
        "“十四五”期间",
        "“十四五”以来",
        "2023年度",
        "2023—2024年",
        "上一年度",
        "二〇二三年",
        "同年",
        "当年",
        "次年",
        "日前",
        "近日",
        "此后",
        "2025年6月30日前",
        "2026年第三季度前",
        "到2026年",
        "自2023年6月起",
        "2024年9月至2025年6月",
        "2019年9月1日至2020年8月31日",
        "去年秋季",
        "今冬明春",
        "汛期",
        "月底前",
    ],
)
@pytest.mark.parametrize("behind", ["海宁市财政局", "建成", "，由甲牵头", "推进"])
def test_a_time_reaches_to_its_last_word_and_no_further(time, behind):
    match = time_pattern().match(time + behind)
    assert match is not None
    assert match[0] == time


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2024年中标项目", "2024年"),
        ("2024年初步建成", "2024年"),
        ("2024年前期工作", "2024年"),
        ("2023年内蒙古", "2023年"),
        ("今年计划新建", "今年"),
    ],
)
def test_the_beginning_of_another_word_is_no_part_of_a_time(text, time):
    match = time_pattern().match(text)
    assert match is not None
    assert match[0] == time


@pytest.mark.parametrize(
    "text", ["三年行动", "年内部控制", "五一路改造", "近三家企业", "一月一次", "三月花公司"]
)
def test_what_only_looks_like_a_time_is_none(text):
    assert time_pattern().match(text) is None


def test_a_word_without_its_value_is_refused(monkeypatch):
    rows = module.read_tsv("time_words.tsv", ("word", "role", "value", "not_before", "source"))
    broken = [row for row in rows if row["role"] == "part"]
    broken[0] = type(broken[0])(
        file=broken[0].file, line=broken[0].line, cells={**broken[0].cells, "value": "half"}
    )
    monkeypatch.setattr(module, "read_tsv", lambda *_: broken)
    with pytest.raises(LexiconError, match="is no value of a part"):
        time_words.__wrapped__("part")


def test_a_word_that_stands_twice_is_refused(monkeypatch):
    rows = list(module.read_tsv("time_words.tsv", ("word", "role", "value", "source")))
    monkeypatch.setattr(module, "read_tsv", lambda *_: [*rows, rows[0]])
    with pytest.raises(LexiconError, match="stands twice"):
        time_words.__wrapped__(rows[0]["role"])
