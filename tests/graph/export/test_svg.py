import re

import pytest
from changed import replace
from lxml import etree
from publications import edge, letter, node, publication
from synthetic import publication as synthetic

from graph.drawing.layout import HEIGHT, WIDTH, label, positions
from graph.errors import ExportError
from graph.export.svg import EDGES_DRAWN, LABELS_DRAWN, write

SVG = "{http://www.w3.org/2000/svg}"


def drawn(tmp_path, published):
    (path,) = write(published, tmp_path)
    return etree.parse(path).getroot()


def texts(root):
    return ["".join(each.itertext()) for each in root.iter(f"{SVG}text")]


def test_every_node_is_drawn_in_its_place_with_its_full_name(tmp_path):
    here = {"letter_ids": ("l0",)}
    nodes = [node("reply/l0", "reply", **here), node("e/甲", name="福田区<科技创新局> & 区金融局", **here)]
    published = publication(nodes, [edge("reply/l0", "issued_by", "e/甲")], [letter("l0")])
    root = drawn(tmp_path, published)
    assert "福田区<科技创新局> & 区金融局" in [each.text for each in root.iter(f"{SVG}title")]
    x, y = published.positions["e/甲"]
    circles = {(each.get("cx"), each.get("cy")) for each in root.iter(f"{SVG}circle")}
    assert (f"{x:.1f}", f"{y:.1f}") in circles


def test_the_picture_says_what_it_counts_and_which_build_it_is(tmp_path):
    published = publication(
        [node("e/甲"), node("e/乙", "fund")], [edge("e/甲", "funds", "e/乙")], [letter("l0")]
    )
    told = texts(drawn(tmp_path, published))
    assert "1 reply letter, 2 nodes, 1 edge, each with its evidence (0 pieces)" in told
    assert "fuwen 0.0.0 · corpus 0123456789ab" in told


def test_the_legend_names_the_kinds_that_occur_in_both_languages(tmp_path):
    told = texts(drawn(tmp_path, publication([node("e/甲"), node("e/乙", "fund"), node("x/1", "新类")])))
    assert "机构 1  organisation" in told
    assert "基金 1  fund" in told
    assert "新类 1  新类" in told
    assert not [text for text in told if text.startswith("政策")]


def test_a_name_cannot_become_markup(tmp_path):
    root = drawn(tmp_path, publication([node("e/x", name="</title><script>1</script>", short_name="<b>&")]))
    assert not list(root.iter(f"{SVG}script"))
    assert "<b>&" in texts(root)


def test_control_characters_do_not_break_the_file(tmp_path):
    root = drawn(tmp_path, publication([node("e/x", name="甲\x0b\x00\ud800乙", short_name="甲\n乙\ufffe")]))
    assert "甲 乙" in texts(root)


@pytest.mark.parametrize(("count", "told"), [(0, "0 nodes"), (1, "1 node")])
def test_no_node_or_one_is_a_picture_too(tmp_path, count, told):
    root = drawn(tmp_path, publication([node("e/甲")][:count]))
    assert f"0 reply letters, {told}, 0 edges, each with its evidence (0 pieces)" in texts(root)
    names = [each.text for each in root.iter(f"{SVG}title")]
    assert names[1:] == ["甲"][:count]


def test_it_needs_nothing_from_elsewhere(tmp_path):
    (path,) = write(publication([node("e/甲")]), tmp_path)
    addresses = re.findall(r"https?://[^\"' ]+", path.read_text(encoding="utf-8"))
    assert addresses == ["http://www.w3.org/2000/svg"]


def test_everything_lies_on_the_sheet(tmp_path):
    root = drawn(tmp_path, synthetic(5))
    left, top, width, height = map(float, root.get("viewBox").split())
    assert left < -WIDTH < WIDTH < left + width
    assert top < -HEIGHT < HEIGHT < top + height
    assert all(left <= float(each.get("x")) <= left + width for each in root.iter(f"{SVG}text"))


def test_a_large_graph_keeps_its_nodes_and_says_what_was_left_out(tmp_path):
    nodes = [node(f"e/{place}") for place in range(LABELS_DRAWN + 50)]
    edges = [
        edge(f"e/{a}", "co_mention", f"e/{b}", directed=False) for a in range(90) for b in range(a) if a != b
    ][: EDGES_DRAWN + 5]
    root = drawn(tmp_path, publication(nodes, edges))
    assert len(list(root.iter(f"{SVG}circle"))) == len(nodes) + 1
    labels = len([text for text in texts(root) if text.isdecimal()])
    assert LABELS_DRAWN / 4 < labels <= LABELS_DRAWN
    assert [text for text in texts(root) if f"{labels:,} labels and {EDGES_DRAWN:,} edges are drawn" in text]


def test_every_label_of_a_graph_that_can_be_read_is_drawn(tmp_path):
    published = synthetic(25)
    published = replace(published, positions=positions(published.tables.entities, published.tables.edges))
    assert len(published.positions) < LABELS_DRAWN
    told = texts(drawn(tmp_path, published))
    assert {label(row) for row in published.tables.entities} <= set(told)


def test_two_runs_write_the_same_bytes(tmp_path):
    first, second = (write(synthetic(6), tmp_path / name)[0].read_bytes() for name in "ab")
    assert first == second


def test_a_place_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "graph.svg").mkdir()
    with pytest.raises(ExportError, match=r"graph\.svg"):
        write(publication([node("e/甲")]), tmp_path)
