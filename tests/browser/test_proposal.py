"""A proposal in the panel: its points in the order of the letter, each with all that answers it."""

from __future__ import annotations

import pytest
from changed import replace

pytestmark = pytest.mark.browser

NUMBER = "20240003"


def edges_of(letters, relation):
    return [row for row in letters.tables.edges if row.relation == relation and f"-{NUMBER}-" in row.source]


def with_edges(letters, gone, new, **changed):
    """The publication without the edges `gone`, with those that `new` (edge id → target) gives another target."""
    name = {
        row.edge_id: replace(
            row,
            edge_id=f"{row.source}|{row.relation}|{new.get(row.edge_id, row.target)}",
            target=new.get(row.edge_id, row.target),
        )
        for row in letters.tables.edges
        if row.edge_id not in gone
    }
    evidence = [
        replace(row, edge_id=name[row.edge_id].edge_id)
        for row in letters.tables.evidence
        if row.edge_id in name
    ]
    tables = replace(
        letters.tables,
        edges=sorted(name.values(), key=lambda row: row.edge_id),
        evidence=sorted(evidence, key=lambda row: row.edge_id),
        **changed,
    )
    return replace(letters, tables=tables)


@pytest.fixture(scope="module")
def nested(letters):
    """The reply's second section stands within its first, and answers no point of its own."""
    first, second = (
        row for row in letters.tables.sections if f"-{NUMBER}-" in row.letter_id and "三" not in row.heading
    )
    sections = [
        replace(row, end=second.end)
        if row is first
        else replace(row, level=2, parent=first.section_id, recommendation_point="")
        if row is second
        else row
        for row in letters.tables.sections
    ]
    (gone,) = [row.edge_id for row in edges_of(letters, "addresses") if second.section_id in row.source]
    return with_edges(letters, {gone}, {}, sections=sections), first, second


@pytest.fixture(scope="module")
def turned(letters):
    """The reply answers the second point first."""
    one, other = edges_of(letters, "addresses")
    return with_edges(letters, set(), {one.edge_id: other.target, other.edge_id: one.target}), one, other


def shown(read, publication, name):
    page = read(publication, hash_=f"#s=nproposal/{NUMBER}", name=name)
    page.page.wait_for_selector("#detail .points .part")
    return page


def cited_in(publication, section):
    names = {row.entity_id: row.name for row in publication.tables.entities}
    target = f"section/{section.section_id}"
    edges = publication.tables.edges
    return {names[row.source] for row in edges if (row.relation, row.target) == ("cited_in_section", target)}


def test_a_point_shows_the_sections_within_the_one_that_answers_it_and_what_they_cite(read, nested):
    publication, first, second = nested
    page = shown(read, publication, "nested")
    point = page.find("#detail .points:not(.sections) > li").first
    parts = point.locator(".part")
    assert [part.locator("button .name").first.inner_text().split("（")[0] for part in parts.all()] == [
        "夯实基础，优化服务", "聚焦重点，提升能级",
    ]  # fmt: skip
    inner = point.locator(".part .part .cited .tag")
    titles = {tag.get_attribute("title") for tag in inner.all()}
    assert titles == cited_in(publication, second) != set()
    outer = {tag.get_attribute("title") for tag in point.locator(":scope > .part > .cited .tag").all()}
    assert outer == cited_in(publication, first)
    rest = page.find("#detail .points.sections > li").all_inner_texts()
    assert len(rest) == 1
    assert "下一步工作" in rest[0]


def test_points_stand_in_the_order_in_which_the_letter_answers_them(read, turned):
    publication, one, other = turned
    page = shown(read, publication, "turned")
    assert one.source < other.source
    names = {row.entity_id: row.name for row in publication.tables.entities}
    points = page.find("#detail .points:not(.sections) > li > button .name").all_inner_texts()
    assert [name.split("（")[0] for name in points] == [names[other.target], names[one.target]]


def test_names_that_have_no_room_are_counted_and_one_click_away(read, letters):
    tables = letters.tables
    section = edges_of(letters, "addresses")[0].source
    cited = [row for row in tables.edges if (row.relation, row.target) == ("cited_in_section", section)]
    known = {row.source for row in cited}
    more = [row for row in tables.entities if row.entity_id.startswith("e/") and row.entity_id not in known]
    extra = [
        replace(
            cited[0], edge_id=f"{row.entity_id}|cited_in_section|{section}", source=row.entity_id, weight=1
        )
        for row in more[: 15 - len(cited)]
    ]
    assert len({row.edge_id for row in extra}) == 15 - len(cited)
    edges = sorted([*tables.edges, *extra], key=lambda row: row.edge_id)
    page = shown(read, replace(letters, tables=replace(tables, edges=edges)), "many-cited")
    tags = page.find("#detail .points .cited").first.locator(".tag")
    assert tags.count() == 13
    assert tags.last.inner_text() == "+3"
    tags.last.click()
    assert tags.count() == 15
