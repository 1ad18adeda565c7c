"""Repeated passages: found wherever they stand, exactly as long as they are."""

from __future__ import annotations

import re

from changed import replace
from hypothesis import given
from hypothesis import strategies as st
from sentences import letter_of

from graph.relate.passages import (
    LEAST_LENGTH,
    Fingerprints,
    fingerprints,
    repeated_passages,
    repeated_sentences,
)
from graph.storage.spool import MANY, Shelf

SENTENCE = "依托知识产权保护中心、河套国际商事调解中心合力打造一站式知识产权服务平台。"

AROUND = (
    ("，丙丁，", "辰巳午未申酉，辰巳午未申酉，"),
    ("丙丁，戊己庚辛壬癸，", "丙丁，丙丁，"),
    ("辰巳午未申酉，。", "，子丑寅卯，"),
)
"""What stands around one wording in three letters: it is found by way of the first, and of the second."""


def passages(*texts):
    letters = [letter_of(text, letter_id=f"letter{number}") for number, text in enumerate(texts)]
    return tuple(repeated_passages([fingerprints(letter) for letter in letters])), letters


def test_a_sentence_in_three_letters_is_one_passage_with_three_places():
    found, letters = passages(f"甲。{SENTENCE}乙。", f"{SENTENCE}丙丁。", f"戊己庚。{SENTENCE}")
    (passage,) = found
    assert passage.text == SENTENCE[:-1]
    assert re.fullmatch("p[0-9a-f]{12}", passage.passage_id)
    for place, letter in zip(passage.places, letters, strict=True):
        assert letter.text[place.span.start : place.span.end] == SENTENCE[:-1]


def test_a_passage_has_both_halves_of_its_quotation_marks_or_none():
    quoted = "“社区书屋租金支持”“流动书屋运营支持”补贴比例由百分之五十提升至百分之七十"
    bracketed = "补贴比例由百分之五十提升至百分之七十，见书屋扶持措施中的租金支持条款（二〇二四年版）"
    for text in (quoted, bracketed):
        found, _ = passages(f"甲，{text}。", f"乙丙，{text}。")
        assert [passage.text for passage in found] == [text]
    found, _ = passages(f"甲（{SENTENCE[:-1]}），乙。", f"丙（{SENTENCE[:-1]}），丁。")
    assert [passage.text for passage in found] == [SENTENCE[:-1]]


def test_a_wording_that_is_found_by_way_of_two_letters_is_one_passage():
    found, letters = passages(*(f"{before}{SENTENCE[:-1]}{after}。" for before, after in AROUND))
    assert [passage.text for passage in found].count(SENTENCE[:-1]) == 1
    (passage,) = (passage for passage in found if passage.text == SENTENCE[:-1])
    assert [place.letter_id for place in passage.places] == [letter.letter_id for letter in letters]


def test_line_breaks_inside_a_passage_do_not_hide_it():
    (passage,), letters = passages(SENTENCE, SENTENCE.replace("合力", "合\n力"))
    second = passage.places[1]
    assert "\n" in letters[1].text[second.span.start : second.span.end]


def test_twenty_nine_characters_are_none_and_thirty_are_one():
    assert passages("甲" + SENTENCE[:29] + "乙", "丙" + SENTENCE[:29] + "丁")[0] == ()
    (passage,) = passages("甲" + SENTENCE[:30] + "乙", "丙" + SENTENCE[:30] + "丁")[0]
    assert len(passage.text) == LEAST_LENGTH


def test_no_passage_runs_over_a_signature():
    copies = "抄送省人大常委会选举任免联络委员会、省政府办公厅。"
    letters = []
    for number, signed in enumerate(("丁青县人力资源和社会保障局。", "洛隆县人力资源和社会保障局。")):
        letter = letter_of(SENTENCE + signed + copies, letter_id=f"letter{number}")
        first, second, third = letter.sentences
        letters.append(replace(letter, sentences=(first, replace(second, zone="signature"), third)))
    (passage,) = repeated_passages([fingerprints(letter) for letter in letters])
    assert passage.text == SENTENCE[:-1]


def test_passages_of_a_large_build_are_those_of_a_small_one():
    texts = [f"第{number}封。{SENTENCE}{before}，另一句。" for number, (before, _) in enumerate(AROUND * 5)]
    letters = [letter_of(text, letter_id=f"letter{number:02}") for number, text in enumerate(texts)]
    prints = [fingerprints(letter) for letter in letters]
    shelf = Shelf(MANY)
    kept = shelf.records(Fingerprints, 1)
    kept.extend(reversed(prints))
    small = repeated_passages(prints)
    assert [*repeated_passages(kept, shelf)] == [*small]
    assert [one.passage_id for one in small] == sorted({one.passage_id for one in small})
    assert len(small) > 2
    assert min(len(one.places) for one in small) > 1


def test_a_sentence_outside_body_and_headings_is_none_of_a_passage():
    found, _ = passages(f"甲。{SENTENCE}", f"乙丙。{SENTENCE}")
    place = found[0].places[0]
    at = (place.span.start, place.span.end + 1)
    assert dict(repeated_sentences(found, [("letter0", "0002", "body", *at)])) == {"0002": 2}
    assert [*repeated_sentences(found, [("letter0", "0002", "title", *at)])] == []
    assert [*repeated_sentences(found, [("letter0", "0002", "body", at[0], at[1] + 1)])] == []
    assert [*repeated_sentences(found, [("letter0", "0002", "body", at[0] - 1, at[1])])] == []


def test_whole_sentences_know_how_many_letters_hold_them():
    found, letters = passages(f"甲。{SENTENCE}", f"乙丙。{SENTENCE}")
    sentences = [
        (letter.letter_id, one.sentence_id, one.zone, one.span.start, one.span.end)
        for letter in letters
        for one in letter.sentences
    ]
    assert [*repeated_sentences(found, sentences)] == [("0002", 2), ("0002", 2)]


def test_the_order_of_letters_does_not_matter():
    letters = [letter_of(f"{mark}。{SENTENCE}", letter_id=mark) for mark in "abcd"]
    prints = [fingerprints(letter) for letter in letters]
    mixed = [prints[2], prints[0], prints[3], prints[1]]
    assert [*repeated_passages(prints)] == [*repeated_passages(mixed)]


@given(
    st.text(alphabet="春夏秋冬东南西北", max_size=40),
    st.lists(
        st.characters(min_codepoint=0x5000, max_codepoint=0x8000), min_size=30, max_size=60, unique=True
    ),
    st.text(alphabet="金木水火土日月星", max_size=40),
)
def test_every_shared_run_of_thirty_is_found(before, run, after):
    shared = "".join(run)
    found, _ = passages(before + shared, shared + after)
    assert any(shared in passage.text for passage in found)
