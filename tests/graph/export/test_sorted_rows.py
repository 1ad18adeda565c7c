"""Rows in the order of their ids."""

from hypothesis import given
from hypothesis import strategies as st

from graph.export.sorted_rows import among, by_edge_id, by_entity_id
from graph.storage.spool import Shelf
from graph.tables.graph_tables import EdgeRow, EntityRow

IDS = st.lists(st.text("abc", max_size=3))


@given(IDS.map(sorted), IDS.map(sorted))
def test_ids_are_among_others_as_they_would_be_in_a_set(ids, asked):
    is_there = among(ids)
    assert [is_there(wanted) for wanted in asked] == [wanted in set(ids) for wanted in asked]


def test_rows_in_memory_are_sorted_and_rows_on_disk_stay_as_they_are():
    node = [EntityRow(entity_id=key, kind="fund", name=key, short_name=key, iri=key) for key in ("b", "a")]
    assert [row.entity_id for row in by_entity_id(node)] == ["a", "b"]
    on_disk = Shelf().spool(EntityRow)
    on_disk.extend(node)
    assert by_entity_id(on_disk) is on_disk
    edges = Shelf().spool(EdgeRow)
    assert by_edge_id(edges) is edges
