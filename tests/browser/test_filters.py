"""Legend, time, thresholds: what they keep out, and that the page says so."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.browser


def uncheck(page, selector):
    page.find(f"{selector} input[type=checkbox]").click()


def test_the_legend_counts_and_filters_kinds(page, letters):
    funds = [row.entity_id for row in letters.tables.entities if row.kind == "fund"]
    assert page.text("#kinds [data-code=fund] .count") == str(len(funds))
    uncheck(page, "#kinds [data-code=fund]")
    page.wait("(ids) => !window.fuwen.shown().some((id) => ids.includes(id))", funds)
    assert "节点" in page.text("#corner")


def test_every_kind_in_the_legend_has_a_shape(page):
    shapes = page.find("#kinds .glyph").count()
    assert shapes == page.find("#kinds label").count() > 5


def test_the_legend_filters_relations(page):
    uncheck(page, "#relations [data-code=cited_in]")
    page.wait("() => !window.fuwen.edges().some((id) => id.includes('|cited_in|'))")
    assert any("|responds_to|" in edge for edge in page.edges())


def test_a_year_keeps_its_letters(page, letters):
    page.find("#time [data-year='2024']").click()
    page.wait("() => location.hash.includes('y=2024')")
    page.find("#undated").click()
    page.wait("() => location.hash.includes('u=0')")
    replies = {node for node in page.shown() if node.startswith("reply/")}
    assert replies == {
        f"reply/{row.letter_id}" for row in letters.tables.letters if row.reply_date[:4] == "2024"
    }


def test_undated_letters_have_a_switch_of_their_own(page, letters):
    undated = {f"reply/{row.letter_id}" for row in letters.tables.letters if not row.reply_date}
    assert undated <= set(page.shown())
    page.find("#undated").click()
    page.wait("(ids) => !window.fuwen.shown().some((id) => ids.includes(id))", sorted(undated))


def test_the_number_of_letters_is_a_threshold_for_things(page, letters):
    page.find("#range-minLetters").fill("3")
    page.wait("() => location.hash.includes('m=3')")
    counts = {
        row.entity_id: row.letter_count for row in letters.tables.entities if row.entity_id.startswith("e/")
    }
    assert all(counts[node] >= 3 for node in page.shown() if node in counts)


def test_the_weight_is_a_threshold_for_edges(read, letters):
    page = read(letters, hash_="#z=all", name="letters")
    page.find("#range-minWeight").fill("3")
    page.wait("() => location.hash.includes('w=3')")
    weights = {row.edge_id: row.weight for row in letters.tables.edges}
    assert all(weights[edge] >= 3 for edge in page.edges() if "co_mention" in edge or "cited_in" in edge)


def test_suggestions_can_be_left_out(read, letters):
    page = read(letters, hash_="#z=all", name="letters")
    assert any("same_as_suggested" in edge for edge in page.edges())
    page.find("#certainty").select_option("asserted")
    page.wait("() => !window.fuwen.edges().some((id) => id.includes('same_as_suggested'))")


def test_enumerations_can_be_hidden(read, letters):
    page = read(letters, hash_="#z=all", name="letters")
    names = {}
    for row in letters.tables.evidence:
        names.setdefault(row.edge_id, []).append(row.names_in_window)
    lists = sorted(edge for edge, found in names.items() if "|co_mention|" in edge and min(found) >= 5)
    assert lists
    assert set(lists) <= set(page.edges())
    uncheck(page, "#thresholds [data-code=hideEnumerations]")
    page.wait("(ids) => !window.fuwen.edges().some((id) => ids.includes(id))", lists)


def test_nodes_without_an_edge_can_be_hidden_and_filters_cleared(read, letters):
    page = read(letters, hash_="#z=all&r=submitted_by", name="letters")
    assert any(node.startswith("person/") for node in page.shown())
    uncheck(page, "#thresholds [data-code=hideIsolated]")
    page.wait("() => !window.fuwen.shown().some((id) => id.startsWith('person/'))")
    page.find("#clear").click()
    page.wait("() => window.fuwen.shown().some((id) => id.startsWith('person/'))")


def test_the_corner_tells_what_this_is(page, letters):
    corner = page.text("#corner")
    assert str(len(letters.tables.entities)) in corner
    assert letters.corpus_hash in corner
    assert letters.version in corner
