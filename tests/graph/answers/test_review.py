import csv
import io

import pytest
from linking import letter, linked
from publications import edge, evidence, node, tables

from corpus.facts import COLUMNS as FACT_COLUMNS
from graph.answers.review import as_text, facts_csv, pairs_csv, undecided
from graph.commands.review import PAIRS, _write
from graph.errors import ExportError
from graph.link.curation import load_curation
from graph.link.decisions import COLUMNS, load_decisions
from graph.tables.graph_tables import IssueRow, LetterRow, MentionRow, SentenceRow

LONG, SHORT = "深交所科技成果与知识产权交易中心", "深交所科交中心"


def rows(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def issue(severity, code, where="", value="", message=""):
    return IssueRow(
        source="b.txt",
        letter_id="l2",
        severity=severity,
        code=code,
        where=where,
        value=value,
        message=message,
        hint="",
    )


@pytest.fixture
def open_tables():
    likely = edge("e/a", "same_as_suggested", "e/b", directed=False, certainty="suggested")
    likelier = edge("e/c", "succeeded_by", "e/d", certainty="suggested")
    other = edge("e/a", "supports", "e/d", certainty="suggested")
    sentence = SentenceRow(
        letter_id="l1", sentence_id="l1.1", section_id="", start=0, end=9, text="依托深交所\n科交中心。"
    )
    mention = MentionRow(
        mention_id="l1.m2",
        letter_id="l1",
        start=2,
        end=9,
        text=SHORT,
        kind="platform",
        entity_id="e/a",
        entity_ids=("e/a",),
        anaphor=False,
        rule="same_name",
        score=1.0,
        section_id="",
        sentence_id="l1.1",
    )
    why = {"origin": "derived", "rule": "abbreviation"}
    return tables(
        letters=[LetterRow(letter_id="l1", source="a.txt", status="reply", reply_date="2024-08-08")],
        sentences=[sentence],
        mentions=[mention],
        entities=[
            node("e/a", "platform", name=SHORT, jurisdiction="深圳市", letter_ids=("l1",)),
            node("e/b", "platform", name=LONG, jurisdiction="深圳市", letter_ids=("l1", "l2")),
            node("e/c", name="=1+1科技局", letter_ids=("l1", "l2", "l3")),
            node("e/d", name="科工局", letter_ids=("l4",)),
        ],
        edges=[likely, likelier, other],
        evidence=[
            evidence(likely, quote="same ending", score=0.73, **why),
            evidence(likelier, quote="last seen, first seen", score=0.6, **why),
        ],
        issues=[
            issue("warning", "unsigned", "signature", "我局", "the letter is signed by no department"),
            issue("info", "undated", "header", "reply_date", "no date"),
            issue("info", "two_kinds"),
        ],
    )


def test_the_most_valuable_pair_comes_first_and_typed_relations_are_no_pairs(open_tables):
    found = undecided(open_tables)
    assert [(one.name, one.letters) for one in found.pairs] == [("=1+1科技局", 4), (SHORT, 2)]


def test_a_pair_carries_both_names_score_reason_and_context(open_tables):
    pair = undecided(open_tables).pairs[1]
    assert (pair.kind, pair.jurisdiction, pair.other_name, pair.score) == ("platform", "深圳市", LONG, 0.73)
    assert pair.context == "l1 (2024-08-08): 依托深交所 科交中心。"
    assert pair.other_context == ""


def test_the_csv_has_the_columns_of_decisions_first_and_runs_in_no_spreadsheet(open_tables):
    text = pairs_csv(undecided(open_tables).pairs)
    assert tuple(text.splitlines()[0].split(",")[: len(COLUMNS)]) == COLUMNS
    assert [row["name"] for row in rows(text)] == ["'=1+1科技局", SHORT]
    assert {row["verdict"] for row in rows(text)} == {""}


def test_a_review_that_was_filled_in_is_a_decisions_file(open_tables, tmp_path):
    text = pairs_csv(undecided(open_tables).pairs)
    filled = rows(text)
    filled[1] |= {"verdict": "same", "by": "a reader", "why": "说明"}
    path = tmp_path / "decisions.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, filled[0].keys())
        writer.writeheader()
        writer.writerows(filled)
    decisions, issues = load_decisions([path])
    assert [(one.verdict, one.name, one.other_name, one.jurisdiction) for one in decisions] == [
        ("same", SHORT, LONG, "深圳市")
    ]
    assert issues == ()
    made = letter("a", "深圳市", (SHORT, "platform"), (LONG, "platform"))
    assert len(linked(made, curation=load_curation(tmp_path)).entities) == 1


def test_facts_that_letters_do_not_state_are_a_template_of_facts_csv(open_tables):
    text = facts_csv(undecided(open_tables).facts)
    assert tuple(text.splitlines()[0].split(",")[: len(FACT_COLUMNS)]) == FACT_COLUMNS
    assert [(row["source"], row["field"], row["value"], row["evidence"]) for row in rows(text)] == [
        ("b.txt", "department", "", "我局"),
        ("b.txt", "reply_date", "", ""),
    ]


def test_the_table_for_reading_shows_as_many_as_asked(open_tables):
    text = as_text(undecided(open_tables), shown=1)
    assert "undecided pairs: 2" in text
    assert "科工局" in text
    assert SHORT not in text


def test_nothing_undecided_says_so():
    text = as_text(undecided(tables()))
    assert "undecided pairs: 0" in text


def test_a_file_in_the_place_of_the_output_folder_is_named(tmp_path):
    (tmp_path / "out").touch()
    with pytest.raises(ExportError, match=r"out: 是文件.* · is a file"):
        _write(tmp_path / "out" / PAIRS, "")
