import os
import subprocess
import sys
from math import dist
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from publications import edge, node

from graph.drawing.layout import HEIGHT, WIDTH, label, label_em, label_scale, label_width, positions

ROOT = Path(__file__).parents[3]


def letters(count, names=12):
    """Return nodes and edges of `count` replies in a row, each of which shares two names with the next."""
    nodes, edges = [], []
    for number in range(count):
        here = {"letter_ids": (f"l{number}",)}
        reply, proposal, section = (f"{kind}/l{number}" for kind in ("reply", "proposal", "section"))
        nodes += [node(each, each.partition("/")[0], **here) for each in (reply, proposal, section)]
        nodes += [node(f"person/{number}-{place}", "person", **here) for place in range(2)]
        edges.append(edge(reply, "responds_to", proposal))
        for place in range(names):
            both = (f"l{number}", f"l{number + 1}") if place < 2 and number + 1 < count else (f"l{number}",)
            nodes.append(node(f"e/福田区创新机构{number}-{place}", letter_ids=both))
            edges.append(edge(nodes[-1].entity_id, "cited_in_section", section))
    return nodes, edges


def label_boxes(nodes, found):
    """Return (left, top, right, bottom) of every node with its label below it."""
    em = label_em(nodes)
    boxes = []
    for each in nodes:
        size, (x, y) = em * label_scale(each), found[each.entity_id]
        half = size * label_width(label(each)) / 2
        boxes.append((x - half, y - 0.55 * size, x + half, y + 1.75 * size))
    return boxes


def cover(a, b):
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("count", [1, 2, 5, 8, 9, 20])
def test_no_label_covers_another_node_or_label(count):
    nodes, edges = letters(count)
    boxes = label_boxes(nodes, positions(nodes, edges))
    assert not [1 for place, a in enumerate(boxes) for b in boxes[:place] if cover(a, b)]


def test_no_label_of_the_five_letters_covers_another(bundled):
    nodes = bundled.tables.entities
    boxes = label_boxes(nodes, positions(nodes, bundled.tables.edges))
    assert not [1 for place, a in enumerate(boxes) for b in boxes[:place] if cover(a, b)]


@pytest.mark.parametrize("count", [1, 5, 60])
def test_every_node_has_a_place_of_its_own_within_the_picture(count):
    nodes, edges = letters(count, names=20)
    found = positions(nodes, edges)
    assert set(found) == {each.entity_id for each in nodes}
    assert len(set(found.values())) == len(nodes)
    assert all(abs(x) <= WIDTH and abs(y) <= HEIGHT for x, y in found.values())


def test_a_name_stands_nearer_to_its_reply_than_to_another():
    nodes, edges = letters(5)
    found = positions(nodes, edges)
    own = [each for each in nodes if each.kind == "organisation" and len(each.letter_ids) == 1]
    nearest = [
        min(range(5), key=lambda number: dist(found[each.entity_id], found[f"reply/l{number}"]))
        for each in own
    ]
    right = sum(f"l{number}" in each.letter_ids for number, each in zip(nearest, own, strict=True))
    assert right >= 0.9 * len(own)


def test_what_two_letters_share_stands_between_them():
    nodes, edges = letters(2)
    found = positions(nodes, edges)
    (left, _), (right, _) = sorted((found["reply/l0"], found["reply/l1"]))
    shared = [found[each.entity_id][0] for each in nodes if len(each.letter_ids) == 2]
    assert shared
    assert all(left < x < right for x in shared)


def test_proposers_stand_by_their_proposal():
    nodes, edges = letters(5)
    found = positions(nodes, edges)
    for number in range(5):
        nearest = min(
            range(5), key=lambda other: dist(found[f"person/{number}-0"], found[f"proposal/l{other}"])
        )
        assert nearest == number


def test_the_order_of_the_rows_changes_nothing():
    nodes, edges = letters(5)
    assert positions(nodes[::-1], edges[::-1]) == positions(nodes, edges)


def test_nothing_depends_on_the_hash_seed():
    program = (
        "import sys; sys.path[:0] = ['tests', 'tests/graph/drawing']\n"
        "from test_layout import letters, positions\n"
        "print(sorted(positions(*letters(9)).items()))\n"
    )
    outputs = {
        subprocess.run(  # noqa: S603  (our own interpreter, our own program)
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_no_nodes_no_places():
    assert positions([], []) == {}


def test_a_node_alone_and_one_without_a_letter_have_a_place():
    assert len(positions([node("e/深圳市科技创新局")], [])) == 1
    found = positions([node("e/a", letter_ids=("l0",)), node("place/福田区", "place")], [])
    assert len(set(found.values())) == 2


def test_a_node_without_a_letter_stands_with_its_neighbours():
    nodes, edges = letters(5)
    nodes.append(node("place/福田区", "place"))
    found = positions(nodes, [*edges, edge("e/福田区创新机构3-5", "located_in", "place/福田区")])
    nearest = min(range(5), key=lambda number: dist(found["place/福田区"], found[f"reply/l{number}"]))
    assert nearest == 3


def test_an_edge_to_nowhere_is_passed_over():
    assert len(positions([node("e/a")], [edge("e/a", "funds", "e/gone")])) == 1


@settings(max_examples=30)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("reply", "section", "fund", "person", "?")), st.sets(st.sampled_from("abc"))
        )
    )
)
def test_any_mix_of_kinds_and_letters_has_places(mix):
    nodes = [
        node(f"{kind}/{place}", kind, letter_ids=tuple(sorted(where)))
        for place, (kind, where) in enumerate(mix)
    ]
    found = positions(nodes, [])
    assert len(set(found.values())) == len(nodes)
