"""The shipped questions on the bundled letters: the rows that were read by eye, on both engines."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from graph.export import turtle
from graph.pipeline import BuildOptions, build
from graph.publish import publication
from graph.query import load, render
from ontology import questions

FOLDER = Path(__file__).parent / "answers"
DEV = Path(__file__).parents[1] / "dev" / "letters"
NAMES = sorted(questions.load())


@pytest.fixture(scope="module")
def engines(bundled, tmp_path_factory):
    folder = tmp_path_factory.mktemp("bundled")
    turtle.write(publication(bundled, bundled.tables), folder)
    return {name: load(folder, name) for name in ("oxigraph", "rdflib")}


def read(name):
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


@pytest.mark.parametrize("name", NAMES)
def test_a_question_gives_the_expected_rows_on_both_engines(engines, accept, name):
    text = questions.load()[name].text
    answer = engines["oxigraph"].run(text)
    shown = render(answer, "csv")
    if accept:
        (FOLDER / f"{name}.csv").write_text(shown, encoding="utf-8", newline="\n")
    assert list(csv.reader(io.StringIO(shown))) == read(name), (
        "read the new rows, then run with --accept REASON"
    )
    other = engines["rdflib"].run(text)
    assert (other.columns, other.rows) == (answer.columns, answer.rows)


def test_every_question_has_its_rows_and_every_file_its_question():
    assert sorted(path.stem for path in FOLDER.glob("*.csv")) == NAMES


def test_the_reply_chain_is_complete_for_all_five_letters():
    header, *chain = read("chain")
    asked = [dict(zip(header, row, strict=True)) for row in chain]
    assert {row["number"] for row in asked} == {"2024237", "2025141", "JY20230063", "2024232", "2024079"}
    assert sum(row["number"] == "JY20230063" for row in asked) == 13
    unsigned = {row["number"] for row in asked if not row["department"]}
    assert unsigned == {"2024237", "2024232"}
    assert all(row["session"] for row in asked)


def test_the_member_who_asked_at_two_sessions_is_found_with_both():
    assert [row[:4] for row in read("asked-again")[1:]] == [
        ["郑婷婷", "福田区政协六届四次会议", "2024", "2024237"],
        ["郑婷婷", "福田区政协六届五次会议", "", "2025141"],
    ]


def test_nine_of_ten_funds_are_connected_with_a_department():
    """The other one stands in a letter of another body, beside nothing that the department's cite."""
    assert len({row[0] for row in read("paths")[1:]}) == 9


@pytest.fixture(scope="module")
def eight(tmp_path_factory):
    """The eight invented letters: seven places, of which one has two letters."""
    made = build(BuildOptions(paths=(DEV,)))
    folder = tmp_path_factory.mktemp("eight")
    turtle.write(publication(made, made.tables), folder)
    return load(folder, "oxigraph"), made


def column(engine, name, *, of):
    found = engine.run(questions.load()[name].text)
    return [row[found.columns.index(of)].value for row in found.rows]


def test_a_promise_is_open_where_a_later_letter_of_its_own_place_is_silent(eight):
    assert column(eight[0], "open-promises", of="thing") == ["太湖科学仪器创新中心"]


def test_promises_kept_late_and_missed_are_told_as_the_table_of_threads_tells_them(eight):
    engine, made = eight
    names = column(engine, "promise-courses", of="promise")
    courses = [each.rpartition("course-")[2] for each in column(engine, "promise-courses", of="course")]
    told = dict(zip(names, courses, strict=True))
    assert told["苏州市科学仪器专项子基金"] == "kept"
    assert told["太湖科学仪器中试基地"] == "late"
    assert told["苏州市首台（套）科学仪器应用补偿办法"] == "missed"
    assert told.items() <= {(row.title, row.course) for row in made.tables.threads}


def test_a_later_letter_reports_on_the_promise_of_the_earlier_one(eight):
    found = eight[0].run(
        "SELECT DISTINCT ?from ?to { ?later fuwen:reportsOn ?earlier ; fuwen:inDocument/fuwen:dateText ?to . "
        "?earlier fuwen:inDocument/fuwen:dateText ?from } ORDER BY ?from"
    )
    assert [tuple(cell.value for cell in row) for row in found.rows] == [("2022-06-24", "2023-07-18")]


def test_the_unsigned_and_the_undated_letters_are_found():
    found = {row[0]: row[2:] for row in read("unsigned-or-undated")[1:]}
    assert found == {
        "2024237": ["fuwen:signature-unsigned", "fuwen:basis-none", "fuwen:basis-signature"],
        "2024232": ["fuwen:signature-unsigned", "fuwen:basis-none", "fuwen:basis-none"],
    }


def test_the_headings_of_one_letter_name_its_points():
    assert {row[0] for row in read("points")[1:]} == {"2025141"}
    assert {row[0] for row in read("no-point-named")[1:]} == {"2024237", "2024232", "2024079", "JY20230063"}
