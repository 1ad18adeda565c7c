"""A bare noun behind a quoted brand says what it is and is no part of the name."""

import pytest

from corpus.records import Span
from graph.recognise.finding import Finding
from graph.recognise.quoted_brands import without_nouns


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
