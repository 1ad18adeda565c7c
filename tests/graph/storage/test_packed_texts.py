"""Texts in one run of bytes."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.storage.packed_texts import PackedTexts

ANY_TEXT = st.text(st.characters(exclude_categories=()))
"""Lone surrogates among it: a broken UTF-16 file has some."""


def packed(texts):
    found = PackedTexts()
    for text in texts:
        found.append(text)
    return found


@given(st.lists(ANY_TEXT), st.slices(10))
def test_every_text_comes_back_as_it_was(texts, some):
    found = packed(texts)
    assert [*found] == texts
    assert len(found) == len(texts)
    assert found[some] == texts[some]
    assert [found[-at] for at in range(1, len(texts) + 1)] == texts[::-1]


@pytest.mark.parametrize("at", [2, -3])
def test_a_place_behind_the_last_or_before_the_first_is_an_error(at):
    with pytest.raises(IndexError):
        packed(["淮安市财政局", "省财政厅"])[at]


def test_a_name_takes_little_more_than_its_bytes():
    names = [f"e/淮安市淮阴区城市管理局第{number}号" for number in range(10_000)]
    found = packed(names)
    taken = sys.getsizeof(found._data) + sys.getsizeof(found._ends)
    assert taken < 1.3 * sum(len(name.encode()) + 8 for name in names)
