"""The shipped questions: named, asked in two languages, and runnable as they stand in any tool."""

from __future__ import annotations

import pytest
from rdflib.plugins.sparql import prepareQuery

from graph.query.parameters import names
from ontology import questions
from ontology.errors import OntologyError

ALL = list(questions.load().values())
GOOD = '# 问：何事？\n# Question: What?\n# param: name "江宁" 名称 / the name\nSELECT * { VALUES ?name { "江宁" } }\n'


def test_there_are_at_least_twenty_and_their_numbers_have_no_gap():
    assert len(ALL) >= 20
    assert [question.number for question in ALL] == list(range(1, len(ALL) + 1))


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.name)
def test_every_question_is_asked_in_both_languages_and_runs_without_our_prefixes(question):
    assert question.title_zh.endswith("？")
    assert question.title_en.endswith("?")
    prepareQuery(question.text)


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.name)
def test_every_parameter_that_is_announced_is_in_the_query_with_that_default(question):
    announced = {parameter.name: parameter.default for parameter in question.parameters}
    held = {name: value.strip('"') for name, value in names(question.text).items() if ":" not in value}
    assert announced == held


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.name)
def test_every_question_has_an_order_of_its_own(question):
    assert "ORDER BY" in question.text


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("first.rq", GOOD, "must be named as"),
        ("01-first.rq", GOOD.replace("# 问：", "# "), "没有以 '# 问：' 开头的一行"),
        ("01-first.rq", GOOD.replace("# Question: ", "# "), "没有以 '# Question: ' 开头的一行"),
        ("01-first.rq", GOOD.replace(" / the name", ""), r"01-first\.rq, line 3"),
    ],
)
def test_a_broken_header_is_named_with_its_file(file, text, message):
    with pytest.raises(OntologyError, match=message):
        questions.read(file, text)
