"""Relations chosen alone: the picture shows what they tie, and never says of a letter what it does not say."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def without(letters, *kept):
    return "~".join(sorted({row.relation for row in letters.tables.edges} - set(kept)))


def test_a_relation_chosen_alone_is_drawn_with_all_that_it_ties_and_nothing_else(read, letters):
    page = read(letters, hash_=f"#r={without(letters, 'operates')}", name="letters")
    edges = [row for row in letters.tables.edges if row.relation == "operates"]
    assert set(page.edges()) == {row.edge_id for row in edges} != set()
    assert set(page.shown()) == {end for row in edges for end in (row.source, row.target)}
    assert page.text("#scope-line strong") == "运营"


def test_of_a_pair_the_one_that_acts_stands_left_of_the_other(read, letters):
    page = read(letters, hash_=f"#r={without(letters, 'operates')}", name="letters")
    edges = [row for row in letters.tables.edges if row.relation == "operates"]
    acting = {row.source for row in edges} - {row.target for row in edges}
    place = {node: page.page.evaluate("(id) => window.fuwen.placeOf(id)", node) for node in page.shown()}
    alone = [
        row
        for row in edges
        if row.source in acting and sum(row.target in (e.source, e.target) for e in edges) == 1
    ]
    assert alone
    assert all(place[row.source]["x"] < place[row.target]["x"] for row in alone)


def test_a_signed_letter_is_not_called_unsigned_where_its_department_is_filtered_out(read, letters):
    page = read(letters, hash_="#r=issued_by", name="letters")
    labels = {
        row.letter_id: page.page.evaluate("(id) => window.fuwen.labelOf(id)", f"reply/{row.letter_id}")
        for row in letters.tables.letters
    }
    told = {letter for letter, label in labels.items() if "未署名" in str(label)}
    assert told == {row.letter_id for row in letters.tables.letters if not row.department} != set()


def test_a_column_of_the_first_picture_that_holds_nothing_has_no_heading(read, letters):
    page = read(letters, hash_=f"#r={without(letters, 'issued_by')}", name="letters")
    page.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    printed = page.find("#paper").text_content()
    page.page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    assert "承办部门" in printed
    assert "提案·建议" not in printed
