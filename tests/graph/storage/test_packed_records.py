"""Records by key that take little memory."""

import pytest

from graph.records import Node
from graph.storage.packed_records import PackedRecords

HEFEI = Node(node_id="place/合肥市", kind="place", name="合肥市", aliases=("合肥",))


def kept(*nodes):
    found = PackedRecords(Node)
    for node in nodes:
        found.add(node.node_id, node)
    return found


def test_a_record_comes_back_as_it_was_and_the_last_of_a_key_stays():
    older = Node(node_id=HEFEI.node_id, kind="place", name="安徽省合肥市")
    found = kept(older, HEFEI)
    assert dict(found) == {"place/合肥市": HEFEI}
    assert len(found) == 1


def test_a_text_that_is_no_unicode_comes_back_as_it_was():
    broken = Node(node_id="section/x.1", kind="section", name="一、\ud800")
    assert kept(broken)["section/x.1"] == broken


def test_what_was_never_kept_is_not_there():
    found = kept(HEFEI)
    assert found.get("place/六安市") is None
    assert "place/六安市" not in found
    with pytest.raises(KeyError):
        found["place/六安市"]
