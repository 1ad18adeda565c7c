"""What statements say of a node wherever it is named."""

from operator import attrgetter

import pytest
import synthetic
from changed import replace

from graph.export import foremost, turtle
from graph.export.foremost import Size
from graph.export.statements import terms
from graph.export.statements.nodes import Nodes
from graph.storage.spool import Shelf
from graph.tables.schema import row_types

BASE = "https://example.org/id/"
ROWS = synthetic.publication(3).tables.entities
FOREIGN = "e/不在表中的机构"


@pytest.fixture(params=["few", "many"])
def nodes(request, monkeypatch):
    """The nodes of three letters, found as few are and as very many are."""
    if request.param == "many":
        monkeypatch.setattr(foremost, "ROOM", Size(nodes=0, edges=0))
    return Nodes(ROWS, BASE)


def test_a_node_has_the_token_the_kind_and_the_names_of_its_row(nodes):
    assert ROWS
    assert len(nodes) == len(ROWS)
    for at, row in enumerate(ROWS):
        assert row.entity_id in nodes
        assert nodes.number(row.entity_id) == nodes.find(row.entity_id) == at
        assert nodes.token(at) == terms.node(row.entity_id, BASE)
        assert nodes.kind(row.entity_id) == row.kind
        assert nodes.name(row.entity_id, "") == row.name
        assert nodes.short_name(row.entity_id) == (row.short_name or row.name)


def test_a_node_without_a_row_has_a_number_and_a_token_and_nothing_else(nodes):
    assert nodes.find(FOREIGN) is None
    number = nodes.number(FOREIGN)
    assert number == nodes.number(FOREIGN) == nodes.find(FOREIGN) == len(ROWS)
    assert nodes.token(number) == terms.node(FOREIGN, BASE)
    assert FOREIGN not in nodes
    assert nodes.kind(FOREIGN) == ""
    assert nodes.name(FOREIGN, "无名") == "无名"
    assert nodes.short_name(FOREIGN) == FOREIGN


def test_very_many_nodes_on_disk_give_the_turtle_of_few_in_memory(tmp_path, monkeypatch):
    publication = synthetic.with_claims(synthetic.publication(5))
    tables = publication.tables
    ordered = {
        name: sorted(rows, key=attrgetter(order))
        for name, order in (("entities", "entity_id"), ("edges", "edge_id"), ("evidence", "edge_id"))
        if (rows := getattr(tables, name))
    }
    shelf = Shelf()
    on_disk = {name: shelf.spool(row_types()[name], 7) for name in ordered}
    for name, rows in on_disk.items():
        rows.extend(ordered[name])
    written = []
    for name, given, room in (("few", ordered, foremost.ROOM), ("many", on_disk, Size(0, 0))):
        monkeypatch.setattr(foremost, "ROOM", room)
        folder = tmp_path / name
        folder.mkdir()
        (path,) = turtle.write(replace(publication, tables=replace(tables, **given)), folder)
        written.append(path.read_bytes())
    assert len(ordered) == 3
    assert written[0] == written[1]
