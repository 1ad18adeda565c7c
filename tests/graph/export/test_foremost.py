"""What is shown of a graph too large to be shown whole."""

from __future__ import annotations

import random

import synthetic
from publications import edge, node, tables

from graph.export.foremost import Size, foremost
from graph.storage.spool import Shelf
from graph.tables.graph_tables import EdgeRow


def letter_nodes(letter, *more):
    """A reply and its proposal, and names that stand in this letter alone."""
    names = [node(f"e/{letter}{one}", letter_ids=(letter,), mentions=1) for one in more]
    return [
        node(f"reply/{letter}", "reply", letter_ids=(letter,)),
        node(f"proposal/{letter}", "proposal", letter_ids=(letter,)),
        *names,
    ]


GRAPH = tables(
    entities=(
        *letter_nodes("l1", "a"),
        *letter_nodes("l2", "a", "b"),
        *letter_nodes("l3"),
        node("e/often", letter_ids=("l1", "l2", "l3"), mentions=9),
        node("e/twice", letter_ids=("l1", "l2"), mentions=2),
        node("section/l1#1", "section"),
    )
)


def test_a_graph_that_fits_is_shown_whole():
    graph = synthetic.publication(5).tables
    shown = foremost(graph, Size.of(graph))
    assert shown.nodes == {row.entity_id for row in graph.entities}
    assert shown.edges == {row.edge_id for row in graph.edges}


def test_what_is_shown_are_letters_with_their_proposals_first_and_names_in_half_of_the_room():
    names = {"e/often", "e/twice"}
    fullest = {"reply/l2", "proposal/l2"}
    assert foremost(GRAPH, Size(4, 9)).nodes == names | fullest
    assert foremost(GRAPH, Size(2, 9)).nodes == {"e/often", "proposal/l2"}
    others = {"reply/l1", "proposal/l1", "reply/l3", "proposal/l3", "e/l1a", "e/l2a", "e/l2b"}
    assert foremost(GRAPH, Size(11, 9)).nodes == names | fullest | others


def said(relation, weight=1):
    return edge("e/a", relation, "e/b", weight=weight, directed=relation != "co_mention")


RELATIONS = {name: said(name, weight) for name, weight in (("cited_in", 2), ("co_mention", 3), ("funds", 1))}


def test_the_strongest_edges_are_shown_and_mentions_after_what_is_said():
    ranked = ["funds", "co_mention", "cited_in"]
    graph = tables(entities=(node("e/a"), node("e/b")), edges=tuple(RELATIONS.values()))
    for most in range(len(ranked) + 1):
        shown = foremost(graph, Size(2, most))
        assert shown.edges == {RELATIONS[name].edge_id for name in ranked[:most]}


def test_both_ends_of_every_edge_are_shown():
    graph = synthetic.publication(12).tables
    shown = foremost(graph, Size(60, 50))
    assert len(shown.nodes) == 60
    assert len(shown.edges) == 50
    rows = [row for row in graph.edges if row.edge_id in shown.edges]
    assert {end for row in rows for end in (row.source, row.target)} <= shown.nodes


def test_neither_the_order_of_rows_nor_where_they_are_kept_changes_what_is_shown():
    graph = synthetic.publication(12).tables
    mixed = random.Random(1)  # noqa: S311  (the same order every time, no secret)
    entities, edges = (mixed.sample(rows, len(rows)) for rows in (graph.entities, graph.edges))
    spool = Shelf().spool(EdgeRow)
    spool.extend(edges)
    shown = [
        foremost(tables(entities=nodes, edges=rows), Size(60, 50))
        for nodes, rows in ((graph.entities, graph.edges), (entities, edges), (entities, spool))
    ]
    assert shown[0] == shown[1] == shown[2]
