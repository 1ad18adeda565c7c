"""Rows of entities.csv: which letters name a node, and what it is called where letters call it differently."""

from publications import edge

from graph.knowledge import load
from graph.link.letter_links import LetterLinks
from graph.link.linker import Linking
from graph.records import Entity, Link, Node
from graph.tables.node_rows import entity_rows

FUND = Entity(entity_id="e/f", kind="fund", name="江宁种子基金")
DATES = {"a": "2024", "b": "2023-05", "c": ""}


def rows(nodes=(), links=(), edges=(), header=()):
    letter_ids = [letter_id for letter_id, _ in links]
    found = [{one.mention_id: one for one in own} for _, own in links]
    linking = Linking(links=LetterLinks(letter_ids, found), header=dict(header), entities=(FUND,))
    made = entity_rows(nodes, linking, list(edges), DATES, base="b/", knowledge=load())
    return {row.entity_id: row for row in made}


def link(number):
    return Link(mention_id=f"m{number}", entity_ids=("e/f",), rule="r", score=1.0)


def test_a_node_has_the_letters_that_mention_it_name_it_in_the_header_or_relate_it():
    found = rows(
        links=[("b", [link(1), link(2)])],
        header=[("c", {"department": "e/f"})],
        edges=[edge("e/f", "cited_in", "reply/a", letter_ids=("a", "b"))],
        nodes=[Node(node_id="reply/a", kind="reply", name="答复")],
    )
    assert (found["e/f"].letter_ids, found["e/f"].letter_count) == (("a", "b", "c"), 3)
    assert (found["e/f"].mentions, found["e/f"].first_date, found["e/f"].last_date) == (2, "2023-05", "2024")
    assert (found["reply/a"].letter_ids, found["reply/a"].iri) == (("a", "b"), "b/reply/a")


def test_a_node_that_no_letter_needs_has_none():
    row = rows()["e/f"]
    assert (row.letter_ids, row.mentions, row.first_date) == ((), 0, "")


def test_a_node_of_several_letters_has_its_shortest_name_and_of_equals_the_last():
    nodes = [
        Node(node_id="session/s", kind="session", name=name)
        for name in ("长的名称", "甲会", "乙会", "较长的")
    ]
    assert rows(nodes)["session/s"].name == "乙会"
