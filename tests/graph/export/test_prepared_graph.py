"""What files for graph programs hold of a graph for which they have no room."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
import synthetic
from lxml import etree
from publications import on_disk

from graph.drawing.layout import positions
from graph.export import gephi_csv, gexf, graphml, xml_files
from graph.export.foremost import Size, foremost
from graph.export.prepared_graph import prepared

ROOM = Size(nodes=80, edges=100)
WHOLE = synthetic.with_claims(synthetic.publication(12))
BOUNDED = replace(WHOLE, room=ROOM)
SHOWN = foremost(WHOLE.tables, ROOM)


def in_xml(path):
    root = etree.parse(path).getroot()
    return [{one.get("id") for one in root.iterfind(f".//{{*}}{name}")} for name in ("node", "edge")]


def in_csv(folder):
    found = []
    for name in ("nodes", "edges"):
        with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
            found.append({row["Id"] for row in csv.DictReader(file)})
    return found


def files(folder):
    return {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write_all(publication, folder):
    xml_files.write(publication, folder, {})
    gephi_csv.write(publication, folder)


def test_all_files_for_graph_programs_hold_the_same_foremost_nodes_and_edges(tmp_path):
    write_all(BOUNDED, tmp_path)
    expected = [SHOWN.nodes, SHOWN.edges]
    assert [len(ids) for ids in expected] == [80, 100]
    assert in_xml(tmp_path / gexf.FILE) == expected
    assert in_xml(tmp_path / graphml.FILE) == expected
    assert in_csv(tmp_path / gephi_csv.FOLDER) == expected


def test_every_edge_brings_all_its_evidence(tmp_path):
    whole, part = prepared(WHOLE), prepared(BOUNDED)
    found = {row.edge_id: evidence for row, evidence in part.evidence.along(part.edges)}
    expected = {row.edge_id: evidence for row, evidence in whole.evidence.along(whole.edges)}
    assert found == {edge_id: expected[edge_id] for edge_id in SHOWN.edges}
    assert any(evidence.text for evidence in found.values())


def test_what_is_counted_of_nodes_and_where_they_stand_is_that_of_the_file(tmp_path):
    graph = prepared(BOUNDED)
    degrees = dict.fromkeys(SHOWN.nodes, 0)
    for row in graph.edges:
        degrees[row.source] += 1
        degrees[row.target] += 1
    assert {row.entity_id: graph.node_columns.degrees.get(row.entity_id, 0) for row in graph.nodes} == degrees
    assert set(graph.node_columns.communities) == SHOWN.nodes
    assert dict(graph.positions) == positions(graph.nodes, graph.edges)


def test_the_file_for_gephi_says_that_it_holds_a_part(tmp_path):
    write_all(BOUNDED, tmp_path)
    said = f"80 个节点 nodes, 100 条关系 edges (全图 of {len(WHOLE.tables.entities)} nodes, "
    assert said in (tmp_path / gexf.FILE).read_text(encoding="utf-8")


def test_a_profile_is_bounded_after_it_was_chosen(tmp_path):
    (path,) = gexf.write(replace(WHOLE, room=Size(20, 30)), tmp_path, profile="entities")
    nodes, edges = in_xml(path)
    assert (len(nodes), len(edges)) == (20, 30)
    assert all(one.startswith("e/") for one in nodes)


@pytest.mark.parametrize("publication", [WHOLE, BOUNDED])
def test_rows_on_disk_give_the_bytes_of_rows_in_memory(publication, tmp_path):
    write_all(publication, tmp_path / "memory")
    write_all(on_disk(publication), tmp_path / "disk")
    assert files(tmp_path / "disk") == files(tmp_path / "memory")


def test_a_graph_for_which_there_is_room_is_written_as_if_there_were_no_bounds(tmp_path):
    write_all(replace(WHOLE, room=Size.of(WHOLE.tables)), tmp_path / "room")
    write_all(WHOLE, tmp_path / "none")
    assert files(tmp_path / "room") == files(tmp_path / "none")
