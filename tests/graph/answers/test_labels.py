"""What codes and columns are called on the screen."""

from pathlib import Path

import graph
from graph.answers import labels


def test_a_code_has_its_chinese_name_before_it():
    assert labels.kind("fund") == "基金 fund"
    assert labels.concept("status", "planned") == "将做 planned"
    assert labels.word("only_a") == "仅甲 only_a"


def test_what_has_no_name_is_shown_as_it_is_and_harmless():
    assert labels.kind("star") == "star"
    assert labels.relation("loves") == "loves"
    assert labels.concept("status", "") == ""
    assert labels.word("x\x1b") == "x\ufffd"


def test_a_reason_is_told_apart_for_either_reader():
    told = labels.reason(
        "acronym", "广中医的字只在这一名称里依次出现 · the characters of 广中医 stand in order"
    )
    assert told == (
        "缩略：广中医的字只在这一名称里依次出现",
        "acronym: the characters of 广中医 stand in order",
    )


def test_no_word_of_the_screen_has_two_rows():
    path = Path(graph.__file__).parent / "answers" / "screen_words.tsv"
    codes = [line.partition("\t")[0] for line in path.read_text(encoding="utf-8").splitlines()[2:]]
    assert len(codes) == len({*codes})
