"""Where a reader begins: questions, what was recommended and how it was answered, relations with their sentences."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from changed import replace

pytestmark = pytest.mark.browser


def test_a_question_leads_to_its_table_and_counts_what_it_holds(read, letters):
    page = read(letters, name="letters")
    page.page.wait_for_selector("[data-ask=promises]")
    count = page.text("[data-ask=promises] .count")
    assert count == str(len(letters.tables.commitments))
    page.find("[data-ask=promises]").click()
    page.page.wait_for_selector("#rows table")
    assert page.find("#rows tr[data-row]").count() == int(count)
    assert page.page.evaluate("() => document.activeElement.id") == "sheet"


def test_a_question_that_no_letter_answers_is_not_asked(read, letters):
    page = read(letters, name="letters")
    page.page.wait_for_selector("[data-ask=promises]")
    assert "funds" not in {row.relation for row in letters.tables.edges}
    assert page.find("[data-ask=funds]").count() == 0


@pytest.fixture
def answered(letters):
    """A passage that answers a recommendation refuses it; no other letter promises anything."""
    tables = letters.tables
    answering = {row.source.removeprefix("section/") for row in tables.edges if row.relation == "addresses"}
    said = next(row for row in tables.sentences if row.section_id in answering and row.zone == "body")
    span = {"start": said.start, "end": said.end, "clause_start": said.start, "clause_end": said.end}
    refused = replace(
        tables.commitments[0],
        letter_id=said.letter_id,
        quote=said.text,
        outcome="refused",
        status="done",
        **span,
    )
    return replace(letters, tables=replace(tables, commitments=[refused]))


def test_every_recommendation_stands_with_the_promise_of_the_passage_that_answers_it(read, answered):
    page = read(answered, hash_="#v=answers", name="answered")
    page.page.wait_for_selector("#rows table")
    points = [row for row in answered.tables.edges if row.relation == "addresses"]
    with_points = {letter for row in points for letter in row.letter_ids}
    others = [row for row in answered.tables.letters if row.letter_id not in with_points]
    assert page.find("#rows tr[data-row]").count() == len(points) + len(others)
    page.find("#sheet [data-facet=refused]").click()
    refused = answered.tables.commitments[0]
    assert page.find("#rows tr[data-row]").count() == 1
    assert "不予采纳 1" in page.text("#rows .cell-said")
    assert refused.quote[:20] in page.text("#rows tr.under")
    page.find("#rows tr.under").first.click()
    page.page.wait_for_selector("#sheet .here")
    assert refused.letter_id in page.page.evaluate("() => decodeURIComponent(location.hash)")


def test_where_no_promise_was_read_the_table_of_answers_says_so(read, answered):
    page = read(answered, hash_="#v=answers&o=none", name="answered")
    page.page.wait_for_selector("#rows table")
    assert page.text("#rows .cell-said") == "未读出承诺"


def test_a_passage_without_a_promise_shows_what_it_begins_with(read, answered):
    page = read(answered, hash_="#v=answers&o=none", name="answered")
    page.page.wait_for_selector("#rows tr.under")
    rows = page.find("#rows tr[data-row]").count()
    body = {" ".join(row.text.split()) for row in answered.tables.sentences if row.zone == "body"}
    shown = [" ".join(text.split()) for text in page.find("#rows tr.under").all_inner_texts()]
    assert len(shown) == rows > 1
    assert all(any(text.startswith(one) for one in body) for text in shown)
    assert page.find("#rows tr.under mark").count() == 0


def test_a_relation_in_the_table_stands_with_its_sentence_and_the_way_to_it_in_its_letter(read, letters):
    page = read(letters, hash_="#v=table&b=edges&z=all&o=operates", name="letters")
    page.page.wait_for_selector("#rows tr.under")
    quotes = {row.quote for row in letters.tables.evidence if "|operates|" in row.edge_id}
    said = page.find("#rows tr.under").first.inner_text()
    assert any(quote in said for quote in quotes)
    assert page.find("#rows tr.under mark").count() > 1
    page.find("#rows tr.under .link").first.click()
    page.page.wait_for_selector("#sheet .here")
    assert "".join(page.find("#sheet .here").all_text_contents()) in quotes


def test_the_file_of_relations_has_a_sentence_and_a_citation_for_each(read, letters):
    page = read(letters, hash_="#v=table&b=edges&z=all&o=operates", name="letters")
    page.page.wait_for_selector("#rows tr.under")
    with page.page.expect_download() as waiting:
        page.find("#sheet .chip").filter(has_text="CSV").click()
    rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig"))))
    assert len(rows) == sum(row.relation == "operates" for row in letters.tables.edges)
    assert all(row["原句"] and row["引文"].endswith("字）") for row in rows)


def test_questions_count_what_the_letters_that_pass_the_filters_answer(read, letters):
    page = read(letters, hash_="#y=2024&u=0", name="letters")
    page.page.wait_for_selector("[data-ask=promises]")
    passing = {row.letter_id for row in letters.tables.letters if row.reply_date[:4] == "2024"}
    count = sum(row.letter_id in passing for row in letters.tables.commitments)
    assert page.text("[data-ask=promises] .count") == str(count)
    assert 0 < count < len(letters.tables.commitments)
