import pickle
from dataclasses import replace

import pytest
import synthetic
from changed import replace as changed

from graph.drawing import layout
from graph.drawing.layout import positions
from graph.drawing.placement import Placement, in_tables

TABLES = synthetic.publication(3).tables


def test_a_placement_is_what_the_layout_gives_here_and_in_another_process():
    laid_out = positions(TABLES.entities, TABLES.edges)
    assert Placement(TABLES) == laid_out
    assert pickle.loads(pickle.dumps(Placement(TABLES))) == laid_out  # noqa: S301 (our own bytes)
    assert len(Placement(TABLES)) == len(laid_out)


def test_nothing_is_laid_out_before_a_position_is_asked_for(monkeypatch):
    def fails(*_):
        raise AssertionError("laid out")

    monkeypatch.setattr(layout, "positions", fails)
    placement = Placement(TABLES)
    with pytest.raises(AssertionError, match="laid out"):
        placement[TABLES.entities[0].entity_id]


def test_rows_kept_elsewhere_are_laid_out_from_there_and_given_positions_stay():
    fewer = replace(TABLES, entities=TABLES.entities[:5], edges=())
    assert set(in_tables(Placement(TABLES), fewer)) == {row.entity_id for row in fewer.entities}
    given = {"e/a": (1.0, 2.0)}
    assert in_tables(given, fewer) is given


def test_of_a_part_of_a_graph_a_node_stands_among_the_letters_of_the_part():
    own = {TABLES.letters[0].letter_id}
    entities = [row for row in TABLES.entities if own & {*row.letter_ids}]
    shared = [row for row in entities if len(row.letter_ids) > 1]
    assert shared
    part = replace(TABLES, entities=entities, edges=())
    alone = [changed(row, letter_ids=(*own,)) for row in entities]
    assert Placement(part, own) == positions(alone, ())
    assert Placement(part, own) != Placement(part)
    assert in_tables(Placement(TABLES, own), part) == Placement(part, own)
