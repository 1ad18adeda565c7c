"""A time that stands before the name of a body without a mark is no part of it."""

from __future__ import annotations

import pytest

from graph.recognise.annotated import marked
from graph.recognise.grammar import Grammar


def names(text):
    return [m.text for m in Grammar().recognise(marked("x", text).letter()).mentions]


@pytest.mark.parametrize(
    "time",
    [
        "上半年",
        "三季度",
        "前三季度",
        "第三季度",
        "2024年前三季度",
        "去年三季度",
        "本月",
        "上月",
        "日前",
        "同年",
        "次年",
        "近三年来",
        "去年底",
        "五月份",
        "5月份",
        "上一年度",
        "2024年国庆前夕",
    ],
)
@pytest.mark.parametrize("body", ["诸暨市财政局", "浙江省水利厅", "市财政局"])
def test_a_time_is_cut_off_a_body_of_a_place(time, body):
    assert names(f"{time}{body}印发《诸暨市节水办法》。")[0] == body


@pytest.mark.parametrize("name", ["诸暨市五一小学", "上海市七一中学"])
def test_a_feast_within_a_name_stays(name):
    assert names(f"{name}建成新校区。") == [name]
