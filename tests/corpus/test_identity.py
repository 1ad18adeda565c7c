"""Slugs, letter ids, collisions."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reply_letters import letter, reply

from corpus import letter_ids, renamed, slug


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("中国（南方）知识产权运营中心", "中国-南方-知识产权运营中心"),
        ("“20+8”产业基金", "20-8-产业基金"),
        ("ＡＢＣ１２３", "ABC123"),
        ("  a--b  ", "a-b"),
        ("《》", ""),
        ("罗曼·罗楠", "罗曼-罗楠"),
    ],
)
def test_slugs_keep_letters_and_digits(text, wanted):
    assert slug(text) == wanted


@given(st.text())
def test_a_slug_of_a_slug_is_itself(text):
    once = slug(text)
    assert slug(once) == once
    assert not re.search(r"[\s/?#\"<>%]|--|^-|-$", once)


def test_letters_that_would_share_an_id_get_numbers_by_hash_whatever_their_order():
    rows = [("b.txt", "x", "2"), ("a.txt", "x", "1"), ("c.txt", "y", "0")]
    assert letter_ids(rows) == letter_ids(rows[::-1]) == {"a.txt": "x", "b.txt": "x-2", "c.txt": "y"}


def test_a_renamed_letter_renames_all_that_bears_its_id():
    old = letter(reply(signature=()))
    new = renamed(old, "n-2")
    assert {s.section_id.rpartition(".")[0] for s in new.sections} == {"n-2"}
    assert {s.sentence_id.rpartition(".")[0] for s in new.sentences} == {"n-2"}
    assert {s.section_id for s in new.sentences if s.section_id} <= {s.section_id for s in new.sections}
    assert {issue.letter_id for issue in new.issues} == {"n-2"}
    assert new.text == old.text


def test_ids_do_not_depend_on_the_file():
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in reply().split("\n")) + "</body></html>"
    assert letter(page, source="b.html").letter_id == letter(reply()).letter_id
