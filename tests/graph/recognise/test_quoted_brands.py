"""A bare noun behind a quoted brand says what it is and is no part of the name."""

import pytest

from corpus.records import Span
from graph.recognise.finding import Finding
from graph.recognise.quoted_brands import apps, of_their_heads, without_nouns, without_ways


def cut(name):
    text = f"建设{name}。"
    (found,) = without_nouns(
        text, [Finding(span=Span(start=2, end=2 + len(name)), kind="platform", score=0.9, reason="test")]
    )
    return text[found.span.start : found.span.end]


@pytest.mark.parametrize(
    ("name", "brand"),
    [("“竹惠通”平台", "竹惠通"), ("“清泉进村”行动", "清泉进村"), ("“竹乡APP”小程序", "竹乡APP")],
)
def test_the_brand_alone_is_the_name(name, brand):
    assert cut(name) == brand


@pytest.mark.parametrize(
    "name", ["“竹惠通”成果转化平台", "“1+9+N”行动", "竹惠通平台", "青石“竹惠通”平台", "“竹惠通”"]
)
def test_a_longer_noun_or_quotes_without_words_stay(name):
    assert cut(name) == name


@pytest.mark.parametrize(
    ("text", "brands"),
    [
        ("推广“竹乡出行”小程序，方便群众。", ["竹乡出行"]),
        ("关注“竹乡人社”公众号。", ["竹乡人社"]),
        ("推广“竹乡出行”公交卡。", []),
        ("开发“平台”小程序。", []),
    ],
)
def test_what_apps_are_called_in_quotes_is_a_platform(text, brands):
    found = apps(text, [])
    assert [text[one.span.start : one.span.end] for one in found] == brands
    assert {one.kind for one in found} <= {"platform"}
    assert apps(text, found) == []


@pytest.mark.parametrize(("noun", "kept"), [("模式", 0), ("品牌", 0), ("行动", 1)])
def test_a_way_of_doing_things_in_quotes_is_no_policy(noun, kept):
    text = f"推行“先建后补”{noun}。"
    finding = Finding(span=Span(start=3, end=7), kind="policy", score=0.9, reason="quote")
    assert len(without_ways(text, [finding])) == kept


def test_a_quoted_thing_is_of_the_kind_that_its_last_word_tells():
    def kind(name, reason):
        text = f"共建“{name}”。"
        one = Finding(span=Span(start=3, end=3 + len(name)), kind="policy", score=0.8, reason=reason)
        return of_their_heads(text, [one])[0].kind

    assert kind("材料大模型联合实验室", "quote:联合实验室") == "platform"
    assert kind("校友母基金", "quote:母基金") == "fund"
    assert kind("百名医师进百村", "quote:村") == "policy"


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("会同“市财政局”发文", "市财政局", "organisation"),
        ("依托“苏州大学”建设", "苏州大学", "organisation"),
        ("建设“区块链学院”", "区块链学院", "platform"),
        ("上线“苏州教育局”小程序", "苏州教育局", "platform"),
    ],
)
def test_a_quoted_name_that_begins_with_a_place_or_level_is_the_body_that_its_end_says(text, name, kind):
    at = text.index(name)
    head = "大学" if name.endswith("大学") else "学院" if name.endswith("学院") else "局"
    found = Finding(
        span=Span(start=at, end=at + len(name)), kind="platform", score=0.9, reason=f"quote:{head}"
    )
    assert [one.kind for one in of_their_heads(text, [found])] == [kind]
