from math import isclose

import pytest
from changed import replace
from graph_letters import linked

from corpus.records import Span
from graph.relate.co_mention import MAX_NAMES, co_mentions, npmi


def pairs(found):
    return [(claim.source, claim.target) for claim in found.claims]


def test_two_names_in_one_sentence_are_one_edge_with_the_sentence_as_its_quote():
    letter = linked("依托[中国（南方）知识产权运营中心]，联合[荣耀终端]构建服务体系。")
    found = co_mentions(letter)

    assert pairs(found) == [("e/中国（南方）知识产权运营中心", "e/荣耀终端")]
    claim = found.claims[0]
    text = letter.letter.text
    assert (
        text[claim.quote.start : claim.quote.end]
        == "依托中国（南方）知识产权运营中心，联合荣耀终端构建服务体系。"
    )
    assert text[claim.target_span.start : claim.target_span.end] == "荣耀终端"


def test_the_smaller_id_comes_first_so_that_a_pair_is_stored_once():
    assert pairs(co_mentions(linked("[乙]与[甲]合作。", "[甲]与[乙]合作。"))) == [
        ("e/乙", "e/甲"),
        ("e/乙", "e/甲"),
    ]


def test_names_in_different_sentences_do_not_meet_unless_the_window_is_the_section():
    letter = linked("[甲公司]建成中试平台。", "[乙公司]参与。")
    assert pairs(co_mentions(letter)) == []
    assert pairs(co_mentions(letter, "section")) == [("e/乙公司", "e/甲公司")]


@pytest.mark.parametrize("zone", ["title", "salutation", "signature", "letterhead", "contact"])
def test_titles_salutations_and_signatures_take_no_part(zone):
    assert co_mentions(linked("[区政协]与[区政府]", zones=(zone,))).windows == 0


def test_headings_count():
    assert co_mentions(linked("一、[甲平台]与[乙基金]", zones=("heading",))).windows == 1


def test_anaphora_take_no_part():
    assert pairs(co_mentions(linked("[我局]支持[甲公司]。"))) == []


def test_two_mentions_of_one_entity_are_no_pair():
    letter = linked("[科交中心]即[深交所科交中心]。", 深交所科交中心="科交中心")
    assert pairs(co_mentions(letter)) == []


def test_a_name_that_runs_over_the_end_of_its_sentence_takes_no_part_there():
    letter = linked("[甲公司]参与[“放心用。”行动]。")
    first, rest = letter.letter.text.split("。", 1)
    cut = len(first) + 1
    sentences = tuple(
        replace(letter.letter.sentences[0], sentence_id=f"l1.{number}", span=Span(start=start, end=end))
        for number, (start, end) in enumerate([(0, cut), (cut, cut + len(rest))], start=1)
    )
    over = replace(letter, letter=replace(letter.letter, sentences=sentences))

    assert pairs(co_mentions(letter)) == [("e/“放心用。”行动", "e/甲公司")]
    assert pairs(co_mentions(over)) == []


def test_a_window_of_more_names_than_the_cap_counts_what_it_left_unpaired():
    names = "、".join(f"[机构{number:03}]" for number in range(MAX_NAMES + 5))
    found = co_mentions(linked(f"包括{names}。"))

    assert found.unpaired == 5
    assert len(found.claims) == MAX_NAMES * (MAX_NAMES - 1) // 2


def test_npmi_is_blank_below_three_windows_and_one_for_names_that_only_meet():
    assert npmi(2, 2, 2, 100) is None
    assert isclose(npmi(3, 3, 3, 100), 1.0)
    assert npmi(3, 50, 50, 100) < 0
