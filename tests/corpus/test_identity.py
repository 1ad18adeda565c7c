"""Slugs, letter ids, collisions."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reply_letters import letter, reply

from corpus import letter_ids, proposal_key, renamed, session_key
from corpus.slug import slug


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


def test_ids_that_differ_in_case_alone_get_numbers_too():
    rows = [("b.txt", "x-JY12-y", "2"), ("a.txt", "x-jy12-y", "1")]
    assert letter_ids(rows) == {"a.txt": "x-jy12-y", "b.txt": "x-JY12-y-2"}


def test_the_id_of_an_answer_to_very_many_proposals_is_short_enough_for_a_file_name():
    numbers = [f"2024{number}" for number in range(101, 161)]
    title = f"关于市政协十四届三次会议{'、'.join(f'第{one}号' for one in numbers)}提案的答复"
    many = letter(reply(title=title, opening="您提出的提案收悉，现答复如下："))
    found = many.letter_id
    assert [fact.value for fact in many.header.proposal_numbers] == numbers
    assert len(proposal_key(many.header, found)) == 60
    assert "-2024101-2024102-" in found
    assert re.search(r"-and-\d+-苏州市工业和信息化局$", found)
    assert len(found) <= 120
    assert len(found.encode()) <= 200


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


def numbered(title, *, department="苏州市工业和信息化局"):
    return letter(reply(title=title, opening="您提出的提案收悉，现答复如下：", signature=(department,)))


def test_a_session_without_a_place_is_one_only_where_the_department_tells_it():
    unknown = [numbered("关于市政协十届一次会议第35号提案的答复", department="市财政局") for _ in range(2)]
    assert [session_key(one.header) for one in unknown] == ["", ""]
    assert proposal_key(unknown[0].header, "a") == ("a-35",)
    assert proposal_key(unknown[0].header, "a") != proposal_key(unknown[1].header, "b")
    bare = [
        numbered("关于政协十届三次会议第52号提案的答复", department=department)
        for department in ("苏州市财政局", "苏州市教育局", "宁波市财政局")
    ]
    keys = [session_key(one.header) for one in bare]
    assert keys[0] == keys[1] != keys[2]


def test_a_number_without_its_session_is_another_proposal_in_the_next_letter_unless_it_holds_its_year():
    one = numbered("对苏州市政协第12号提案的答复")
    assert (one.header.jurisdiction, one.header.term) == ("苏州市", None)
    assert proposal_key(one.header, "a") == ("a-12",)
    dated = numbered("对苏州市政协第2024012号提案的答复")
    assert proposal_key(dated.header, "a") == proposal_key(dated.header, "b")
