import pytest

from corpus.records import Span
from graph.recognise.finding import Finding
from graph.recognise.quoted_lists import beside_names


def names(text, *known, kind="policy"):
    found = [
        Finding(
            span=Span(start=text.index(name), end=text.index(name) + len(name)),
            kind=kind,
            score=1.0,
            reason="",
        )
        for name in known
    ]
    return [(text[one.span.start : one.span.end], one.kind) for one in beside_names(text, found)]


def test_a_quote_beside_a_quoted_name_is_a_name_of_the_same_kind():
    text = "实施“技兴合肥行动”“强师赋能计划”等专项工作。"
    assert names(text, "技兴合肥行动") == [("强师赋能计划", "policy")]
    assert names("上线“津医云”、“慢病管家”，", "津医云", kind="platform") == [("慢病管家", "platform")]


@pytest.mark.parametrize(
    "text",
    [
        "实施“技兴合肥行动”，破解“不敢用”难题。",
        "实施“技兴合肥行动”，“卡脖子”问题突出。",
        "实施“技兴合肥行动”。",
    ],
)
def test_a_quote_that_stands_apart_is_none(text):
    assert names(text, "技兴合肥行动") == []


def test_a_row_with_fewer_names_than_slogans_adds_nothing():
    assert names("坚持“走出去”“引进来”“沉下去”“技兴合肥行动”。", "技兴合肥行动") == []
