"""Duplicates: told, counted once, and never two letters that only look alike."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from reply_letters import BODY, readings, reply

from corpus import find_duplicates, mark_duplicates, reading_key
from corpus.duplicates import likeness, sketch


def one(text, source, sha="1"):
    (reading,) = readings(text, source=source)
    return replace(reading, sha256=sha)


def test_identical_bytes_are_counted_once_and_name_the_first():
    marked = mark_duplicates([one(reply(), "b.txt"), one(reply(), "a.txt")])
    assert [(reading.source, reading.status) for reading in marked] == [
        ("b.txt", "duplicate"),
        ("a.txt", "reply"),
    ]
    (issue,) = [issue for issue in marked[0].issues if issue.code == "duplicate"]
    assert issue.value == "a.txt"
    assert marked[0].letter is None


def test_the_same_reply_in_another_layout_is_told_apart_from_identical_bytes():
    page = "<html><body>" + "".join(f"<p>{line}</p>" for line in reply().split("\n")) + "</body></html>"
    marked = mark_duplicates([one(reply(), "a.txt", "1"), one(page, "b.html", "2")])
    assert [reading.status for reading in marked] == ["reply", "duplicate"]
    assert [issue.code for issue in marked[1].issues] == ["same_reply"]


def test_two_departments_answers_to_one_proposal_are_two_letters():
    other = reply(
        body=(
            "市财政局积极安排专项资金，支持企业开展技术改造，全年下达补助资金三亿元，惠及企业一百二十家。",
        ),
        signature=("苏州市财政局", "2023年7月1日"),
    )
    assert (
        find_duplicates([reading_key(one(reply(), "a.txt", "1")), reading_key(one(other, "b.txt", "2"))])
        == ()
    )


def test_one_text_for_two_proposals_is_two_letters():
    other = reply(title="关于对市政协十五届三次会议第0146号提案的答复")
    keys = [reading_key(one(reply(), "a.txt", "1")), reading_key(one(other, "b.txt", "2"))]
    assert find_duplicates(keys) == ()


def test_one_number_of_two_assemblies_is_two_proposals():
    other = reply(title="关于对市十七届人大三次会议第0145号建议的答复", salutation="李明代表：")
    keys = [reading_key(one(reply(), "a.txt", "1")), reading_key(one(other, "b.txt", "2"))]
    assert find_duplicates(keys) == ()


def test_letters_of_one_file_are_no_duplicates_of_each_other():
    second = reply(title="关于对市政协十五届三次会议第0233号提案的答复", body=BODY[::-1])
    assert find_duplicates(map(reading_key, readings(reply() + "\n" + second))) == ()


def test_what_is_refused_is_no_duplicate():
    marked = mark_duplicates([one("新闻一则。", "a.txt"), one("新闻一则。", "b.txt")])
    assert [reading.status for reading in marked] == ["not_a_letter", "not_a_letter"]


@given(st.text(min_size=1, max_size=300), st.text(max_size=300))
def test_likeness_is_between_0_and_1_symmetric_and_1_for_equal_texts(left, right):
    a, b = sketch(left), sketch(right)
    assert likeness(a, a) == 1.0
    assert likeness(a, b) == likeness(b, a)
    assert 0.0 <= likeness(a, b) <= 1.0
