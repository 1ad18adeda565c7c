"""The data block, without a browser: what stands in it is what stands in the tables."""

from __future__ import annotations

import base64
import json
import zlib
from itertools import accumulate

import pytest
import synthetic
from changed import replace
from hypothesis import given
from hypothesis import strategies as st

from graph.export.html import block, data
from graph.export.html.block import Listed, encode
from graph.export.html.columns import Utf16, Values, deltas, sparse
from graph.export.html.network import draw
from ontology import palette


@pytest.fixture(scope="module")
def publication():
    return synthetic.with_claims(synthetic.publication(12))


@pytest.fixture(scope="module")
def network(publication):
    tables = publication.tables
    return draw(tables.entities, tables.edges, publication.positions, palette.load())


@pytest.fixture(scope="module")
def graph(publication, network):
    return data.graph_block(publication, network.nodes)


@pytest.fixture(scope="module")
def letters(publication):
    return parts_of(publication)


def parts_of(publication):
    """Return the letters' block as the page reads it."""
    return json.loads(encode("letters", data.letters_parts(publication), compress_above=10**9).text)


def test_every_node_and_edge_is_in_the_block(publication, graph):
    tables = publication.tables
    names, ids = graph["nodes"]["name"], graph["nodes"]["id"]
    assert names == [row.name for row in tables.entities]
    assert [given or f"e/{name}" for given, name in zip(ids, names, strict=True)] == [
        row.entity_id for row in tables.entities
    ]
    known = [row.entity_id for row in tables.entities]
    sources = [known[at] for at in accumulate(graph["edges"]["source"])]
    targets = [known[at] for at in graph["edges"]["target"]]
    relations = [graph["values"][at] for at in graph["edges"]["relation"]]
    assert list(zip(sources, relations, targets, strict=True)) == [
        (row.source, row.relation, row.target) for row in tables.edges
    ]


def test_positions_are_those_of_the_build_as_whole_numbers(publication, graph):
    for row, x, y in zip(publication.tables.entities, graph["nodes"]["x"], graph["nodes"]["y"], strict=True):
        assert (x, y) == tuple(map(round, publication.positions[row.entity_id]))


def test_pyvis_draws_every_node_with_the_shape_of_its_kind_and_no_title(publication, network):
    assert [node["id"] for node in network.nodes] == [row.entity_id for row in publication.tables.entities]
    for node, row in zip(network.nodes, publication.tables.entities, strict=True):
        assert node["shape"] == palette.load().of(row.kind).shape
        assert "title" not in node
    assert network.options["physics"] == {"enabled": False}


def test_evidence_follows_the_edges_and_its_quotes_stand_in_the_texts(publication, letters):
    tables = publication.tables
    evidence = letters["evidence"]
    assert sum(evidence["per_edge"]) == len(tables.evidence)
    spans = evidence["spans"]
    places = list(zip(accumulate(spans["letter"]), accumulate(spans["start"]), spans["length"], strict=True))
    by_edge = {edge.edge_id: [] for edge in tables.edges}
    for row in tables.evidence:
        by_edge[row.edge_id].append(row)
    expected = [row for edge in tables.edges for row in by_edge[edge.edge_id]]
    for row, span, source in zip(expected, evidence["span"], evidence["source"], strict=True):
        letter, start, length = places[span]
        said = letters["texts"][letter][start : start + length] if letter >= 0 else ""
        assert said == row.quote
        if source:
            offset, size = source
            assert (
                said[offset : offset + size]
                == row.quote[row.source_start - row.start : row.source_end - row.start]
            )


def test_only_pairs_of_long_lists_are_called_enumerations(publication, graph):
    fewest = {}
    for row in publication.tables.evidence:
        fewest[row.edge_id] = min(row.names_in_window, fewest.get(row.edge_id, row.names_in_window))
    listed = {at for at, row in enumerate(publication.tables.edges) if fewest[row.edge_id] >= 5}
    assert {int(at) for at in graph["edges"]["enumerated"]} == listed != set()


def test_claims_leave_their_quotes_to_the_text(publication, letters):
    rows = letters["claims"]["figures"]
    assert len(rows) == len(publication.tables.figures)
    texts = dict(zip((row.letter_id for row in publication.tables.letters), letters["texts"], strict=True))
    for row, wanted in zip(rows, publication.tables.figures, strict=True):
        assert "quote" not in row
        assert texts[row["letter_id"]][row["start"] : row["end"]] == wanted.quote


def test_a_build_without_claims_has_none(publication):
    assert parts_of(synthetic.publication(2))["claims"] == {}


def test_offsets_count_as_a_browser_counts(publication):
    """A character beyond U+FFFF in a letter moves what stands behind it by one unit."""
    letter = publication.tables.letters[0].letter_id
    texts = dict(publication.texts) | {letter: "\U00020bb7" + publication.texts[letter][1:]}
    moved = parts_of(replace(publication, texts=texts))
    plain = parts_of(publication)
    first = [list(accumulate(block["sentences"]["start"]))[1] for block in (plain, moved)]
    assert first[1] == first[0] + 1


@given(st.text(max_size=40), st.data())
def test_utf_16_units_cut_as_code_points_do(text, data_):
    at = data_.draw(st.integers(min_value=0, max_value=len(text)))
    text = text.encode("utf-8", "replace").decode("utf-8")
    assert Utf16(text).unit(at) * 2 == len(text[:at].encode("utf-16-le"))


@given(st.lists(st.integers(min_value=-1, max_value=10**6)))
def test_deltas_add_up_again(numbers):
    assert list(accumulate(deltas(numbers))) == numbers


@given(st.lists(st.sampled_from(["", "done", "planned"])))
def test_values_are_written_once_and_found_again(words):
    values = Values()
    numbers = [values.number(word) for word in words]
    assert [values.listed[number] for number in numbers] == words
    assert len(values.listed) == len(set(words))


def test_an_empty_cell_takes_no_room():
    assert sparse(["", "x", 0, None, 3]) == {"1": "x", "4": 3}


@given(st.text(max_size=60))
def test_a_block_reads_back_and_holds_nothing_that_ends_a_script(text):
    value = {"text": text.encode("utf-8", "replace").decode("utf-8")}
    small = encode("graph", value)
    packed = encode("graph", value, compress_above=0)
    assert not set(small.text) & set("<>&\u2028\u2029")
    assert json.loads(small.text) == value
    assert packed.encoding == "deflate"
    assert json.loads(zlib.decompress(base64.b64decode(packed.text))) == value


@given(st.dictionaries(st.text(max_size=5), st.integers(), max_size=4), st.sampled_from([0, 8, 10**6]))
def test_a_block_of_parts_is_the_block_of_the_whole(value, compress_above):
    assert encode("letters", iter(value.items()), compress_above=compress_above) == encode(
        "letters", value, compress_above=compress_above
    )


@given(st.lists(st.text(max_size=3), max_size=6), st.sampled_from([1, 2, 500]))
def test_a_block_of_listed_items_is_the_block_of_the_list(items, together):
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(block, "_TOGETHER", together)
        assert encode("letters", iter([("rows", Listed(iter(items)))])) == encode("letters", {"rows": items})


def test_half_a_character_in_broken_input_does_not_stop_the_page():
    assert json.loads(encode("graph", "\ud800x").text) == "?x"


def test_a_place_has_the_next_larger_one_as_far_as_its_province(publication, network):
    letters = [replace(row, jurisdiction="苏州市吴江区") for row in publication.tables.letters]
    placed = replace(publication, tables=replace(publication.tables, letters=letters))
    block = data.graph_block(placed, network.nodes)
    assert block["places"] == {"苏州市吴江区": "苏州市", "苏州市": "江苏省"}


def test_a_place_that_no_list_knows_lies_in_none(publication, network):
    letters = [replace(row, jurisdiction="无此市") for row in publication.tables.letters]
    placed = replace(publication, tables=replace(publication.tables, letters=letters))
    assert data.graph_block(placed, network.nodes)["places"] == {}
