import json
from collections import Counter
from pathlib import Path

import networkx
import pytest
from changed import replace
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from publications import edge, evidence, letter, node, publication
from synthetic import publication as synthetic

from graph import publish
from graph.errors import ExportError
from graph.export.appearance import LARGEST, SMALLEST
from graph.export.gexf import write
from ontology import palette, vocabulary

G, VIZ = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("gexf-1.3.rng")))
RESERVED = {"id", "label", "weight", "type", "source", "target", "timeset", "interval", "x", "y"}


def written(tmp_path, published, **options):
    (path,) = write(published, tmp_path, **options)
    root = etree.parse(path).getroot()
    check(root)
    return root


def check(root):
    """Assert the schema, and what Gephi's importer drops or fails on though the schema allows it."""
    assert SCHEMA.validate(root), SCHEMA.error_log
    nodes, edges = list(root.iter(f"{G}node")), list(root.iter(f"{G}edge"))
    known = {each.get("id") for each in nodes}
    assert len(known) == len(nodes)
    assert len({each.get("id") for each in edges}) == len(edges)
    assert {end for each in edges for end in (each.get("source"), each.get("target"))} <= known
    assert all(float(each.get("weight")) > 0 for each in edges)
    assert not [
        1 for each in edges if each.get("type") == "undirected" and each.get("source") > each.get("target")
    ]
    ends = [(each.get("source"), each.get("target"), each.get("kind")) for each in edges]
    assert len(set(ends)) == len(ends)
    directions = {(each.get("kind"), each.get("type")) for each in edges}
    assert len({kind for kind, _ in directions}) == len(directions)
    check_columns(root)
    check_spells(root)


def check_columns(root):
    for element in ("node", "edge"):
        declared = [
            each.get("id")
            for each in root.iterfind(f"{G}graph/{G}attributes[@class='{element}']/{G}attribute")
        ]
        assert len(set(declared)) == len(declared)
        assert all(each.isascii() for each in declared)
        assert not RESERVED & set(declared)
        for each in root.iter(f"{G}{element}"):
            used = [value.get("for") for value in each.iter(f"{G}attvalue")]
            assert len(set(used)) == len(used)
            assert set(used) <= set(declared)


def check_spells(root):
    for spells in root.iter(f"{G}spells"):
        times = [(each.get("start"), each.get("end")) for each in spells]
        assert all(start <= end for start, end in times)
        assert all(before[1] < after[0] for before, after in zip(times, times[1:], strict=False))  # noqa: RUF007  (spelled out)
    timed = root.xpath("//*[local-name()='spell' or local-name()='node'][@start]")
    assert (root.find(f"{G}graph").get("mode") == "dynamic") == bool(timed)


def cells(element):
    return {each.get("for"): each.get("value") for each in element.iter(f"{G}attvalue")}


def by_id(root, element):
    return {each.get("id"): each for each in root.iter(f"{G}{element}")}


def test_a_whole_build_is_valid_and_loses_nothing(tmp_path):
    published = synthetic(6)
    root = written(tmp_path, published)
    nodes, edges = by_id(root, "node"), by_id(root, "edge")
    assert set(nodes) == {row.entity_id for row in published.tables.entities}
    assert set(edges) == {row.edge_id for row in published.tables.edges}
    assert Counter(cells(each)["kind"] for each in nodes.values()) == Counter(
        row.kind for row in published.tables.entities
    )
    assert Counter(each.get("kind") for each in edges.values()) == Counter(
        row.relation for row in published.tables.edges
    )
    for row in published.tables.edges:
        assert float(edges[row.edge_id].get("weight")) == row.weight
        assert cells(edges[row.edge_id]).get("npmi") == (None if row.npmi is None else f"{row.npmi:.6g}")


def test_the_five_letters_are_valid_and_dated(tmp_path, bundled):
    tables = bundled.tables
    root = written(tmp_path, publish.publication(bundled, tables))
    assert len(by_id(root, "node")) == len(tables.entities)
    assert len(by_id(root, "edge")) == len(tables.edges)
    years = {spell.get("start")[:4] for spell in root.iter(f"{G}spell")}
    assert years == {row.date[:4] for row in tables.evidence if row.date}


def test_nodes_have_the_colours_and_places_of_the_other_pictures(tmp_path):
    published = synthetic(3)
    found = by_id(written(tmp_path, published), "node")
    assert len(found) == len(published.tables.entities)
    for identifier, element in found.items():
        colour, position = element.find(f"{VIZ}color"), element.find(f"{VIZ}position")
        assert tuple(int(colour.get(each)) for each in "rgb") == palette.load().of(cells(element)["kind"]).rgb
        x, y = published.positions[identifier]
        assert (float(position.get("x")), float(position.get("y"))) == pytest.approx(
            (2 * x, -2 * y), abs=0.01
        )


def test_sizes_grow_with_mentions_on_a_logarithmic_scale(tmp_path):
    nodes = [node(f"e/{count}", mentions=count) for count in (1, 10, 100)]
    found = by_id(written(tmp_path, publication(nodes)), "node")
    small, middle, large = (
        float(found[f"e/{count}"].find(f"{VIZ}size").get("value")) for count in (1, 10, 100)
    )
    assert SMALLEST <= small < middle < large == LARGEST
    assert large - middle == pytest.approx(middle - small, rel=0.35)


def test_an_edge_carries_its_evidence_its_years_and_its_chinese_name(tmp_path):
    nodes = [node("e/甲"), node("reply/l1", "reply"), node("reply/l2", "reply")]
    row = edge("e/甲", "cited_in", "reply/l1", weight=3, letter_ids=("l1", "l2"), weight_frac=1.5, npmi=0.25)
    quotes = [
        evidence(row, "l1", "2023-05-06", quote="甲“参与”<建设>。", sentence_id="l1.1", names_in_window=4),
        evidence(row, "l2", "2024-08-08", quote="甲牵头。", sentence_id="l2.1", names_in_window=2),
        evidence(row, "l2", "2024-08-08", quote="甲牵头。", sentence_id="l2.7", evidence_id="x"),
    ]
    letters = [replace(letter("l1", "2023-05-06"), date_basis="signature"), letter("l2", "2024-08-08")]
    root = written(tmp_path, publication(nodes, [row], letters, quotes))
    (element,) = root.iter(f"{G}edge")
    assert element.get("label") == vocabulary.load().relation("cited_in").label_zh
    values = cells(element)
    assert values["evidence"] == "甲“参与”<建设>。 ¶ 甲牵头。"
    assert json.loads(values["letters"]) == ["l1", "l2"]
    assert (values["w2023"], values["w2024"], values["year"]) == ("1", "2", "2023")
    assert (values["date_basis"], values["max_names_in_sentence"]) == ("none+signature", "4")
    assert (values["weight_frac"], values["npmi"], values["edge_id"]) == ("1.5", "0.25", row.edge_id)
    assert [(each.get("start"), each.get("end")) for each in element.iter(f"{G}spell")] == [
        ("2023-01-01", "2023-12-31"),
        ("2024-01-01", "2024-12-31"),
    ]


def dated(*dates):
    """Return a publication of one edge with a piece of evidence of each date."""
    row = edge("e/a", "funds", "e/b", letter_ids=("l0",))
    quotes = [
        evidence(row, "l0", date, sentence_id=str(place), evidence_id=str(place))
        for place, date in enumerate(dates)
    ]
    return publication([node("e/a"), node("e/b")], [row], [letter("l0")], quotes)


def spells(root):
    return [(each.get("start"), each.get("end")) for each in root.iter(f"{G}spell")]


def test_spells_of_days_on_request(tmp_path):
    root = written(tmp_path, dated("2024-08-08", "2024-08-08", "2023-01-31"), spells="day")
    assert spells(root) == [("2023-01-31", "2023-01-31"), ("2024-08-08", "2024-08-08")]


@pytest.mark.parametrize("date", ["2024", "2024-08", "2024-02-30"])
def test_a_date_known_to_the_year_gives_the_year_and_no_day(tmp_path, date):
    assert spells(written(tmp_path, dated(date))) == [("2024-01-01", "2024-12-31")]
    assert spells(written(tmp_path, dated(date), spells="day")) == []


@pytest.mark.parametrize("date", ["", "二〇二四年", "0000-01-01", "20240808"])
def test_without_a_date_the_graph_is_static_and_the_edge_marked(tmp_path, date):
    root = written(tmp_path, dated(date))
    assert root.find(f"{G}graph").get("mode") == "static"
    assert root.find(f"{G}graph").get("timeformat") is None
    assert cells(root.find(f".//{G}edge"))["date_basis"] == "none"


def test_a_node_is_there_from_the_first_year_it_is_named(tmp_path):
    nodes = [node("e/a", first_date="2024-09-12"), node("e/b", first_date="2024"), node("e/c")]
    found = by_id(written(tmp_path, publication(nodes)), "node")
    assert [found[f"e/{each}"].get("start") for each in "abc"] == ["2024-01-01", "2024-01-01", None]


def test_the_file_bears_the_date_of_the_last_letter(tmp_path):
    root = written(
        tmp_path, publication([node("e/a")], letters=[letter("l0", "2024-08-08"), letter("l1", "2023")])
    )
    assert root.find(f"{G}meta").get("lastmodifieddate") == "2024-08-08"


def test_parallel_relations_stay_apart(tmp_path):
    rows = [edge("e/a", relation, "e/b") for relation in ("funds", "hosts")]
    rows += [edge("e/b", "funds", "e/a"), edge("e/b", "co_mention", "e/a", directed=False)]
    rows += [
        edge("e/a", "funds", "e/b", edge_id="again"),
        edge("e/a", "hosts", "e/b", directed=False, edge_id="odd"),
    ]
    root = written(tmp_path, publication([node("e/a"), node("e/b")], rows))
    assert Counter(each.get("kind") for each in root.iter(f"{G}edge")) == Counter(
        {"funds": 2, "hosts": 1, "co_mention": 1, "funds-2": 1, "hosts-symmetric": 1}
    )


def test_a_weight_of_zero_does_not_lose_the_edge(tmp_path):
    root = written(tmp_path, publication([node("e/a"), node("e/b")], [edge("e/a", "funds", "e/b", weight=0)]))
    assert root.find(f".//{G}edge").get("weight") == "1"


def test_names_cannot_break_the_file(tmp_path):
    name = '甲\x0b\x00\ud800\ufffe<&>"\n😀' + "长" * 500
    root = written(
        tmp_path, publication([node("e/x", name=name, short_name=name, aliases=('a"b', "c\\d", "e,f"))])
    )
    element = root.find(f".//{G}node")
    assert cells(element)["name"] == '甲<&>" 😀' + "长" * 500
    assert len(element.get("label")) == 60
    assert json.loads(cells(element)["aliases"]) == ['a"b', "c\\d", "e,f"]


@pytest.mark.parametrize("count", [0, 1])
def test_no_node_or_one_is_a_valid_file(tmp_path, count):
    root = written(tmp_path, publication([node("e/甲")][:count]))
    assert len(list(root.iter(f"{G}node"))) == count


def test_ten_thousand_sentences_on_one_edge_stay_short(tmp_path):
    row = edge("e/a", "co_mention", "e/b", directed=False, weight=10_000)
    quotes = [
        evidence(
            row, "l0", "2024-01-01", quote=f"第{place}句。", sentence_id=str(place), evidence_id=str(place)
        )
        for place in range(10_000)
    ]
    root = written(tmp_path, publication([node("e/a"), node("e/b")], [row], [letter("l0")], quotes))
    values = cells(root.find(f".//{G}edge"))
    assert len(values["evidence"]) == 500
    assert values["w2024"] == "10000"


def test_the_profile_entities_holds_the_four_kinds_only(tmp_path):
    nodes = [
        node("e/a"),
        node("e/b", "fund"),
        node("place/福田区", "place", is_place=True),
        node("reply/l0", "reply"),
    ]
    edges = [
        edge("e/a", "funds", "e/b"),
        edge("e/a", "cited_in", "reply/l0"),
        edge("e/a", "located_in", "place/福田区"),
    ]
    root = written(tmp_path, publication(nodes, edges), profile="entities")
    assert set(by_id(root, "node")) == {"e/a", "e/b"}
    assert [each.get("kind") for each in root.iter(f"{G}edge")] == ["funds"]


def test_the_profile_letters_joins_names_to_replies_only(tmp_path):
    nodes = [node("e/a"), node("e/b", "fund"), node("reply/l0", "reply"), node("proposal/1", "proposal")]
    edges = [
        edge("e/a", "funds", "e/b"),
        edge("e/a", "cited_in", "reply/l0"),
        edge("reply/l0", "issued_by", "e/a"),
        edge("reply/l0", "responds_to", "proposal/1"),
    ]
    root = written(tmp_path, publication(nodes, edges), profile="letters")
    assert set(by_id(root, "node")) == {"e/a", "e/b", "reply/l0"}
    assert sorted(each.get("kind") for each in root.iter(f"{G}edge")) == ["cited_in", "issued_by"]


def test_networkx_reads_the_directed_variant_with_everything(tmp_path):
    published = synthetic(4)
    (path,) = write(published, tmp_path, all_directed=True)
    read = networkx.read_gexf(path)
    assert isinstance(read, networkx.MultiDiGraph)
    assert set(read) == set(published.positions)
    assert read.number_of_edges() == len(published.tables.edges)
    kinds = {row.entity_id: row.kind for row in published.tables.entities}
    for identifier, values in read.nodes(data=True):
        assert values["类型 kind"] == kinds[identifier]
        assert values["viz"]["position"]["x"] == pytest.approx(
            2 * published.positions[identifier][0], abs=0.01
        )
    symmetric = [values["对称 symmetric"] for *_, values in read.edges(data=True)]
    assert sum(symmetric) == sum(not row.directed for row in published.tables.edges) > 0


@settings(max_examples=20)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.sampled_from("abc"),
            st.sampled_from(("funds", "co_mention")),
            st.booleans(),
        ),
        max_size=8,
    ),
    st.text(max_size=20),
)
def test_any_edges_and_any_name_are_a_valid_file(tmp_path_factory, ends, name):
    edges = [
        edge(f"e/{source}", relation, f"e/{target}", directed=directed, edge_id=f"r{place}")
        for place, (source, target, relation, directed) in enumerate(ends)
    ]
    nodes = [node(f"e/{each}", name=name, short_name=name) for each in "abc"]
    root = written(tmp_path_factory.mktemp("gexf"), publication(nodes, edges))
    assert len(list(root.iter(f"{G}edge"))) == len(edges)


def test_two_runs_write_the_same_bytes(tmp_path):
    first, second = (write(synthetic(5), tmp_path / name)[0].read_bytes() for name in "ab")
    assert first == second


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "graph.gexf").mkdir()
    with pytest.raises(ExportError, match=r"graph\.gexf"):
        write(publication([node("e/甲")]), tmp_path)
