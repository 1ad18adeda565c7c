"""Proposers of one name: one person in one term, a question in two, and what people answered is kept."""

import csv

import pytest
from pyoxigraph import RdfFormat, Store

from graph.answers.review import undecided
from graph.both_languages import is_in_both
from graph.cli import main
from graph.link.decisions import COLUMNS, Decision
from graph.link.persons import Named, Person, people
from graph.tables.read_tables import read_tables

LETTER = """关于{assembly}{meeting}会议第{number}号{what}的答复

{name}{role}：

您提出的《关于加快成果转化的{what}》收悉，现答复如下：

朝阳区财政局支持。

感谢您的关心。

长春市朝阳区科学技术局
2024年8月8日
"""
CPPCC = {"assembly": "区政协", "what": "提案", "role": "委员"}
NPC = {"assembly": "区人大", "what": "建议", "role": "代表"}
EIGHTH = {**CPPCC, "meeting": "八届二次", "number": 5, "name": "章立勤"}
NINTH = {**CPPCC, "meeting": "九届一次", "number": 9, "name": "章立勤"}
DEPUTY = {**NPC, "meeting": "九届一次", "number": 10, "name": "章立勤"}
OTHER = {**CPPCC, "meeting": "八届二次", "number": 6, "name": "章丽琴"}
PLACE = "长春市朝阳区"


@pytest.fixture
def built(tmp_path):
    """Return a function that builds letters with decisions and returns the tables."""
    folder = tmp_path / "letters"
    (folder / "fuwen").mkdir(parents=True)

    def build(*letters, rows=()):
        for number, letter in enumerate(letters):
            (folder / f"n{number}.txt").write_text(LETTER.format(**letter), encoding="utf-8")
        with (folder / "fuwen" / "decisions.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS, restval="", extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)
        main(["build", str(folder), "--out", str(tmp_path / "out"), "--runner", "serial"])
        assert main(["check", "--in", str(tmp_path / "out")]) == 0
        return read_tables(tmp_path / "out")

    return build


def persons(tables):
    return {row.entity_id: row.letter_count for row in tables.entities if row.kind == "person"}


def test_a_member_printed_under_two_names_keeps_both_and_the_id_of_each(built, tmp_path):
    same = {"verdict": "same", "kind": "person", "name": "章立勤", "jurisdiction": PLACE, "other_kind": "person",
            "other_name": "章丽琴", "other_jurisdiction": PLACE, "by": "王工", "why": "核对名单"}  # fmt: skip
    tables = built(EIGHTH, OTHER, rows=[same])
    (lead,) = (row for row in tables.entities if row.kind == "person")
    assert {lead.name, *lead.aliases} == {"章立勤", "章丽琴"}
    (gone,) = {f"person/{PLACE}-cppcc-8-{name}" for name in ("章立勤", "章丽琴")} - {lead.entity_id}
    store = Store()
    store.load(path=str(tmp_path / "out" / "graph.ttl"), format=RdfFormat.TURTLE)
    replaced = "SELECT ?now WHERE { <%s> <http://purl.org/dc/terms/isReplacedBy> ?now }"
    (row,) = store.query(replaced % lead.iri.replace(lead.entity_id, gone))
    assert row["now"].value == lead.iri


def asked(tables):
    return {
        frozenset((row.source, row.target))
        for row in tables.edges
        if row.certainty == "suggested" and row.source.startswith("person/")
    }


def answered(tables, verdict):
    """Return the rows of the review, answered."""
    rows = [
        {column: getattr(pair, column, "") for column in COLUMNS}
        for pair in undecided(tables).pairs
        if pair.kind == "person"
    ]
    return [{**row, "verdict": verdict, "by": "a reader", "why": "委员名单"} for row in rows]


def test_one_name_in_two_terms_is_two_people_and_a_question(built):
    tables = built(EIGHTH, NINTH, OTHER)
    assert len(persons(tables)) == 3
    ((one, two),) = asked(tables)
    assert {one, two} == {f"person/{PLACE}-cppcc-{term}-章立勤" for term in (8, 9)}
    (pair,) = [pair for pair in undecided(tables).pairs if pair.kind == "person"]
    assert (pair.name, pair.other_name, pair.jurisdiction) == ("章立勤", "章立勤", PLACE)
    assert f"同为{PLACE}的提案人：第8届政协和第9届政协 · " in pair.reason
    assert "政协 term 8 and 政协 term 9" in pair.reason


def test_the_committee_and_the_congress_of_a_place_are_a_question_of_less_weight(built):
    pairs = [pair for pair in undecided(built(EIGHTH, NINTH, DEPUTY)).pairs if pair.kind == "person"]
    assert [pair.score for pair in pairs] == [0.6, 0.4]


def test_people_who_were_decided_to_be_one_are_one(built):
    rows = answered(built(EIGHTH, NINTH), "same")
    tables = built(EIGHTH, NINTH, rows=rows)
    assert persons(tables) == {f"person/{PLACE}-cppcc-8-章立勤": 2}
    assert asked(tables) == set()
    assert len([row for row in tables.edges if row.relation == "submitted_by"]) == 2


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_what_was_answered_is_not_asked_again(built, verdict):
    rows = answered(built(EIGHTH, NINTH), verdict)
    tables = built(EIGHTH, NINTH, rows=rows)
    assert (len(persons(tables)), asked(tables)) == (2, set())
    assert not [row for row in tables.issues if row.code.endswith("_decision")]


def test_a_row_on_people_may_only_say_who_is_who(built):
    rows = answered(built(EIGHTH, NINTH), "part_of")
    tables = built(EIGHTH, NINTH, rows=rows)
    (told,) = [row for row in tables.issues if row.code == "bad_decision"]
    assert (told.where, told.value) == ("row 2, column kind", "person")


def test_a_row_on_people_whom_no_letter_names_is_told(built):
    rows = answered(built(EIGHTH, NINTH), "same")
    tables = built(EIGHTH, NINTH, rows=[{**row, "name": "李四", "other_name": "李四"} for row in rows])
    assert [row.code for row in tables.issues if row.code.endswith("_decision")] == ["stale_decision"]
    assert len(asked(tables)) == 1


def named(*jurisdictions):
    return [
        Named(f"l{place}", "proposer.0", Person(where, "章立勤", "cppcc", 8, f"person/{where}-章立勤"))
        for place, where in enumerate(jurisdictions)
    ]


def row(verdict, one, other, number=1):
    return Decision(
        verdict=verdict, kind="person", name="章立勤", jurisdiction=one, other_name="章立勤", other_jurisdiction=other,
        other_kind="", value="", date="", by="我", why="核对", file="decisions.csv", row=number,
    )  # fmt: skip


def test_a_place_that_two_cities_have_says_not_which_person_is_meant():
    both = named("南京市鼓楼区", "福州市鼓楼区")
    found = people(both, [row("same", "鼓楼区", "鼓楼区")])
    assert ([issue.code for issue in found.issues], dict(found.lead)) == (["ambiguous_decision"], {})
    assert people(both, [row("same", "南京市鼓楼区", "福州市鼓楼区")]).lead


def test_rows_that_say_one_person_and_two_are_told():
    both = named("南京市鼓楼区", "福州市鼓楼区")
    places = ("南京市鼓楼区", "福州市鼓楼区")
    found = people(both, [row("same", *places), row("different", *places, number=2)])
    assert ([issue.code for issue in found.issues], dict(found.lead)) == (["contradicting_decision"], {})
    assert is_in_both(found.issues[0].message)


def test_one_name_in_two_places_is_no_question():
    named = [
        Named("a", "proposer.0", Person("苏州市", "章立勤", "cppcc", 8, "person/a")),
        Named("b", "proposer.0", Person("厦门市", "章立勤", "cppcc", 8, "person/b")),
    ]
    found = people(named, ())
    assert (found.suggestions, dict(found.lead)) == ((), {})
