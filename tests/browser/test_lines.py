"""Lines of the picture: one that runs down a column goes round what stands between its ends."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from changed import replace

from graph.tables.graph_tables import EdgeRow, EvidenceRow

pytestmark = pytest.mark.browser

PLACES = """() => Object.fromEntries(window.fuwen.shown().map((id) => [id, window.fuwen.placeOf(id)]))"""
NAMED = """(ids) => ids.every((id) => window.fuwen.labelOf(id).length > 0)"""


@pytest.fixture
def renamed(read, letters):
    """The letters, and that the department at the foot of its column became the one at its head: with who they are."""
    page = read(letters, name="letters")
    heights = {node: place["y"] for node, place in page.page.evaluate(PLACES).items()}
    offices = sorted(
        {f"e/{row.department}" for row in letters.tables.letters if row.department}, key=heights.get
    )
    after, *between, before = offices
    assert len(between) >= 3
    edge_id = f"{before}|succeeded_by|{after}"
    edge = EdgeRow(
        edge_id=edge_id, source=before, relation="succeeded_by", target=after, directed=True, weight=1,
        weight_frac=None, distinct_texts=1, letter_count=0, letter_ids=(), status="", certainty="asserted",
    )  # fmt: skip
    proof = EvidenceRow(evidence_id=f"{edge_id}|0", edge_id=edge_id, origin="decision", rule="decision")
    tables = letters.tables
    edges = sorted([*tables.edges, edge], key=lambda row: row.edge_id)
    evidence = sorted([*tables.evidence, proof], key=lambda row: row.edge_id)
    return replace(letters, tables=replace(tables, edges=edges, evidence=evidence)), offices


def picture_of(page):
    with page.page.expect_download() as waiting:
        page.find("button.save").filter(has_text="SVG").click()
    return Path(waiting.value.path()).read_text("utf-8")


def test_that_a_department_became_another_is_drawn_past_those_between_them_and_told_beside_it(read, renamed):
    changed, offices = renamed
    page = read(changed, name="renamed")
    page.wait(NAMED, offices)
    after = page.page.evaluate(PLACES)[offices[0]]
    picture = picture_of(page)
    ((start, via, end),) = re.findall(r'd="M([\d. ]+)Q([\d.]+ [\d.]+) ([\d.]+ [\d.]+)"', picture)
    xs = [float(point.split()[0]) for point in (start, via, end)]
    assert (xs[0] + 2 * xs[1] + xs[2]) / 4 < after["x"] - 15  # the middle of the curve
    (told,) = re.findall(r'<text[^>]* y="([\d.]+)"[^>]*>↑ 后继', picture)
    assert abs(float(told) - after["y"]) < 34


def test_that_a_department_became_another_takes_the_place_of_no_name_where_there_is_no_room(read, renamed):
    changed, offices = renamed
    page = read(changed, name="renamed", viewport={"width": 390, "height": 844})
    page.wait("(id) => window.fuwen.labelOf(id).length > 0", offices[0])
    assert page.page.evaluate(NAMED, offices)
