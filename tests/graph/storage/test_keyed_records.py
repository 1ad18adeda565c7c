"""Texts by letter_id, in memory and on disk."""

import pickle

import pytest

from graph.storage.keyed_records import KeyedRecords
from graph.storage.spool import MANY, Shelf

TEXTS = {"甲-1": "关于第1号提案的答复。", "乙-2": "\ud800", "丙-3": ""}


@pytest.mark.parametrize("inputs", [0, MANY])
def test_every_text_is_found_by_its_letter_and_all_in_their_order(inputs):
    shelf = Shelf(inputs)
    kept = shelf.records(str, 1)
    kept.extend(TEXTS.values())
    found = KeyedRecords(TEXTS, kept)
    assert dict(found) == TEXTS
    assert [*found.items()] == [*TEXTS.items()]
    assert found["丙-3"] == ""
    assert found.get("丁-4") is None
    assert dict(pickle.loads(pickle.dumps(found))) == TEXTS  # noqa: S301 (made above)
