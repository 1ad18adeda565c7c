"""Words of a role, where they stand by themselves and where another word holds them."""

import pytest

from graph.relate.clause_roles import any_clause_word, holds_word
from graph.relate.commitments.accounts import is_reason


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("由于条件不足", True),
        ("因条件不足", True),
        ("因此要加快建设", False),
        ("查明事故原因", False),
        ("要素成因复杂，因资金不足", True),
    ],
)
def test_a_word_within_another_word_does_not_count(text, holds):
    assert holds_word("reason", text, 0, len(text), unless="not_reason") is holds
    assert is_reason(f"{text}，下一步推进", 0, len(text)) is holds


def test_a_word_outside_the_range_does_not_count():
    assert holds_word("reason", "甲因资金不足", 0, 2)
    assert not holds_word("reason", "甲因资金不足", 2, 6)


def test_the_words_of_an_expression_are_tried_from_the_longest():
    words = any_clause_word("and").removeprefix("(?:").removesuffix(")").split("|")
    assert words == sorted(words, key=len, reverse=True)
    assert len(words) > 1
