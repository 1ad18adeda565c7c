"""`fuwen query`: the rows of shipped questions have heads for both readers, those for machines and own queries none."""

import csv
from pathlib import Path

import pytest

from graph.answers import labels
from graph.cli import main
from graph.query.run import resolve
from ontology import questions

EXPORTS = str(Path(__file__).resolve().parents[3] / "exports")
OWN = "SELECT ?name ?date WHERE { ?r a fuwen:Reply ; fuwen:name ?name ; fuwen:date ?date }"


@pytest.fixture
def asked(capsys):
    def lines(*arguments):
        assert main(["query", *arguments, "--in", EXPORTS, "--no-cache"]) == 0
        return capsys.readouterr().out.splitlines()

    return lines


def test_the_columns_of_a_shipped_question_are_named_in_both_languages(asked):
    chinese, english, *_ = asked("departments")
    assert chinese.split() == ["承办单位", "编号", "标题", "日期"]
    assert english.split() == ["department", "number", "title", "date"]
    assert asked("departments", "--format", "md")[0] == (
        "| 承办单位 department | 编号 number | 标题 title | 日期 date |"
    )


def test_machines_are_given_the_bare_names_of_columns(asked):
    assert asked("departments", "--format", "csv")[0].lstrip("\ufeff") == "department,number,title,date"


def test_a_query_of_ones_own_keeps_its_words(asked):
    assert asked(OWN)[0].split() == ["name", "date"]


def test_the_list_of_questions_is_a_table_where_one_is_asked_for(asked):
    head, *rows = csv.reader(asked("--list", "--format", "csv"))
    assert [one.lstrip("\ufeff") for one in head] == ["question", "title_zh", "title_en", "parameters"]
    assert [row[0] for row in rows] == list(questions.load())
    assert "person=郑婷婷" in {row[0]: row[3] for row in rows}["two-replies"]
    assert asked("--list")[0] == "departments"


@pytest.mark.parametrize("name", questions.load())
def test_every_column_of_a_shipped_question_has_a_chinese_name(name):
    pyoxigraph = pytest.importorskip("pyoxigraph")
    variables = pyoxigraph.Store().query(resolve(name)).variables
    assert variables
    for variable in variables:
        assert labels.word(variable.value) != variable.value, variable
