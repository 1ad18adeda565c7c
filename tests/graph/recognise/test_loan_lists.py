"""Loans in a list are one name each, and one that is found vouches for those beside it."""

import pytest

from graph.recognise.annotated import marked
from graph.recognise.grammar import Grammar


def loans(text):
    found = Grammar().recognise(marked("x", text).letter()).mentions
    return [mention.text for mention in found if mention.kind == "fund"]


@pytest.mark.parametrize(
    ("text", "each"),
    [
        ("主要有农行的金担通、抵押E贷；建行的创业贷、薪金贷。", ["金担通", "抵押E贷", "创业贷", "薪金贷"]),
        ("中行推出起步贷、线上抵押贷等产品。", ["起步贷", "线上抵押贷"]),
        ("我省创新林权贷、排污权贷、光伏贷等绿色信贷产品。", ["林权贷", "排污权贷", "光伏贷"]),
    ],
)
def test_each_loan_of_a_list_is_a_name(text, each):
    assert loans(text) == each


def test_a_clipped_enumeration_is_no_list_of_loans():
    assert "省级" not in loans("发放省级、市级创业贷2亿元。")


def test_where_no_loan_is_found_none_is_added():
    assert loans("各行发放信贷、还贷周转金。") == []
