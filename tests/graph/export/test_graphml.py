import networkx
import pytest
from lxml import etree
from publications import edge, evidence, letter, node, publication
from synthetic import publication as synthetic

from graph.errors import ExportError
from graph.export.graphml import write
from ontology import palette


def read(tmp_path, published):
    (path,) = write(published, tmp_path)
    ids = [each.get("id") for each in etree.parse(path).getroot().iter("{*}key")]
    assert len(set(ids)) == len(ids)
    graph = networkx.read_graphml(path, force_multigraph=True)
    assert isinstance(graph, networkx.MultiDiGraph)
    return graph


def test_networkx_reads_back_every_node_edge_kind_and_weight(tmp_path):
    published = synthetic(5)
    graph = read(tmp_path, published)
    assert {each: kind for each, kind in graph.nodes(data="kind")} == {  # noqa: C416  (a view of pairs)
        row.entity_id: row.kind for row in published.tables.entities
    }
    assert {key: weight for *_, key, weight in graph.edges(keys=True, data="weight")} == {
        row.edge_id: row.weight for row in published.tables.edges
    }


def test_nodes_have_colour_place_and_size_as_gephi_reads_them(tmp_path):
    published = publication([node("e/甲", "fund")])
    values = read(tmp_path, published).nodes["e/甲"]
    x, y = published.positions["e/甲"]
    assert (values["x"], values["y"]) == pytest.approx((2 * x, -2 * y))
    assert (values["r"], values["g"], values["b"]) == palette.load().of("fund").rgb
    assert (values["label"], values["size"]) == ("甲", 8.0)


def test_lists_are_joined_and_unknown_values_left_out(tmp_path):
    values = read(tmp_path, publication([node("e/甲", aliases=("乙", "丙|丁"))])).nodes["e/甲"]
    assert values["aliases"] == "乙|丙\\|丁"
    assert "subkind" not in values


def test_parallel_edges_and_their_sentences_are_kept(tmp_path):
    rows = [edge("e/a", "funds", "e/b"), edge("e/b", "co_mention", "e/a", directed=False)]
    quotes = [evidence(row, "l0", "2024-08-08", quote=row.relation) for row in rows]
    graph = read(tmp_path, publication([node("e/a"), node("e/b")], rows, [letter("l0")], quotes))
    assert {
        (source, values["evidence"], values["symmetric"]) for source, _, values in graph.edges(data=True)
    } == {("e/a", "funds", False), ("e/a", "co_mention", True)}


def test_forbidden_characters_do_not_break_the_file(tmp_path):
    graph = read(tmp_path, publication([node("e/x", name="甲\x0b\x00\ud800<&>乙", short_name="甲\x0b")]))
    assert graph.nodes["e/x"]["name"] == "甲<&>乙"


@pytest.mark.parametrize("count", [0, 1])
def test_no_node_or_one_is_a_valid_file(tmp_path, count):
    assert len(read(tmp_path, publication([node("e/甲")][:count]))) == count


def test_two_runs_write_the_same_bytes(tmp_path):
    first, second = (write(synthetic(5), tmp_path / name)[0].read_bytes() for name in "ab")
    assert first == second


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "graph.graphml").mkdir()
    with pytest.raises(ExportError, match=r"graph\.graphml"):
        write(publication([node("e/甲")]), tmp_path)
