import random

import pytest
from publications import edge, node, tables

from graph.export.svg_selection import LARGE, NAMES_DRAWN, OF_ONE_LETTER, TIES_DRAWN, is_large, selected
from graph.storage import narrow_records
from graph.storage.spool import Shelf
from graph.tables.graph_tables import EdgeRow


def named(name, letters, kind="organisation", **values):
    return node(f"e/{name}", kind, letter_ids=tuple(f"l{at}" for at in letters), **values)


def tied(one, other, relation="co_mention", letters=1, **values):
    ids = tuple(f"l{at}" for at in range(letters))
    directed = relation != "co_mention"
    return edge(f"e/{one}", relation, f"e/{other}", directed=directed, letter_ids=ids, **values)


def names(selection):
    return [row.name for row in selection.nodes]


def test_a_graph_is_large_above_so_many_nodes():
    assert not is_large(tables(entities=[node(f"e/{at}") for at in range(LARGE)]))
    assert is_large(tables(entities=[node(f"e/{at}") for at in range(LARGE + 1)]))


def test_the_names_of_most_letters_are_drawn_those_named_oftener_first():
    rows = [named(f"{at:03}", range(2 + at)) for at in range(NAMES_DRAWN + 20)]
    rows += [named("often", range(400), mentions=9), named("seldom", range(400), mentions=8)]
    found = names(selected(tables(entities=rows)))
    assert found[:3] == ["often", "seldom", f"{NAMES_DRAWN + 19:03}"]
    assert len(found) == NAMES_DRAWN


def test_replies_sections_and_people_are_no_names():
    rows = [
        named(kind, range(5), kind)
        for kind in ("reply", "proposal", "section", "point", "person", "session", "fund", "place", "policy")
    ]
    assert names(selected(tables(entities=rows))) == ["fund", "place", "policy"]


def test_names_of_one_letter_are_drawn_only_where_others_are_few():
    alone = [named(f"x{at}", [at]) for at in range(NAMES_DRAWN)]
    shared = [named(f"a{at:02}", range(2)) for at in range(OF_ONE_LETTER - 5)]
    assert len(selected(tables(entities=[*alone, *shared])).nodes) == OF_ONE_LETTER
    shared += [named(f"b{at:02}", range(2)) for at in range(10)]
    assert set(names(selected(tables(entities=[*alone, *shared])))) == {row.name for row in shared}


def test_two_names_have_one_tie_of_the_letters_of_their_strongest_edge():
    rows = [named("甲", range(9)), named("乙", range(8)), named("丙", range(7))]
    edges = [
        tied("乙", "甲", letters=4),
        tied("甲", "乙", "funds", letters=2),
        tied("甲", "丙", letters=3),
        tied("甲", "甲", "part_of"),
    ]
    first, second = selected(tables(entities=rows, edges=edges)).ties
    assert (first.one, first.other, first.letters, first.typed) == (0, 1, 4, True)
    assert (second.one, second.other, second.letters, second.typed) == (0, 2, 3, False)


def test_what_no_letter_says_and_what_is_not_drawn_ties_nothing():
    rows = [named("甲", range(9)), named("乙", range(8)), node("reply/l0", "reply", letter_ids=("l0",))]
    edges = [
        tied("甲", "乙", "same_as_suggested", letters=0),
        edge("e/甲", "cited_in", "reply/l0", letter_ids=("l0",)),
    ]
    assert selected(tables(entities=rows, edges=edges)).ties == []


def test_of_many_ties_the_strongest_are_drawn_and_all_are_counted():
    rows = [named(f"{at:02}", range(2)) for at in range(40)]
    edges = [tied(f"{a:02}", f"{b:02}", letters=1 + (a * b) % 7) for a in range(40) for b in range(a)]
    found = selected(tables(entities=rows, edges=edges))
    assert len(found.ties) == TIES_DRAWN
    assert found.all_ties == len(edges)
    strongest = sorted((row.letter_count for row in edges), reverse=True)[:TIES_DRAWN]
    assert [tie.letters for tie in found.ties] == strongest


def test_names_that_the_same_letters_name_are_one_group():
    rows = [named(f"甲{at}", range(10)) for at in range(5)]
    rows += [named(f"乙{at}", range(20, 29)) for at in range(4)]
    rows += [named("丙", (50, 51))]
    found = selected(tables(entities=rows, letters=[None] * 60))
    assert [sorted(found.nodes[at].name[0] for at in group) for group in found.groups] == [
        ["甲"] * 5,
        ["乙"] * 4,
        ["丙"],
    ]


def test_names_that_every_letter_names_belong_together_by_nothing():
    rows = [named(f"{at}", range(30)) for at in range(4)]
    found = selected(tables(entities=rows, letters=[None] * 30))
    assert found.pulls == {}


def test_the_hub_of_a_group_is_the_name_of_most_letters():
    rows = [named(name, range(count)) for name, count in (("小", 4), ("大", 9), ("中", 6))]
    found = selected(tables(entities=rows, letters=[None] * 40))
    assert [[found.nodes[at].name for at in group] for group in found.groups] == [["大", "中", "小"]]


def test_the_order_of_rows_does_not_matter():
    chance = random.Random(2)  # noqa: S311  (the same rows every time, no secret)
    rows = [named(f"{at:02}", chance.sample(range(50), 2 + at % 9)) for at in range(60)]
    edges = [
        tied(f"{a:02}", f"{b:02}", relation, letters=1 + a % 4)
        for a in range(60)
        for b in range(a)
        for relation in ("co_mention", "funds")
        if chance.random() < 0.1
    ]
    first = selected(tables(entities=rows, edges=edges, letters=[None] * 50))
    chance.shuffle(rows)
    chance.shuffle(edges)
    assert selected(tables(entities=rows, edges=edges, letters=[None] * 50)) == first


@pytest.mark.parametrize("on_disk", [False, True])
def test_edges_are_run_through_once_and_only_some_columns_of_them(on_disk, monkeypatch):
    asked = []
    narrow = narrow_records.narrow
    monkeypatch.setattr(
        narrow_records, "narrow", lambda rows, columns: asked.append(columns) or narrow(rows, columns)
    )
    rows = [named("甲", range(9)), named("乙", range(8))]
    edges = [tied("甲", "乙", "funds", letters=2)]
    if on_disk:
        spool = Shelf().spool(EdgeRow)
        spool.extend(edges)
    found = selected(tables(entities=rows, edges=spool if on_disk else edges))
    assert [tie.letters for tie in found.ties] == [2]
    assert asked == [("source", "target", "directed", "letter_count")] * on_disk
