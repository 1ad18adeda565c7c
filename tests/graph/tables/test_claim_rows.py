"""Rows of claims: what stands in all rows of a passage does not grow with the letters that share it."""

import pytest

from corpus.records import Span
from graph.export.data_package import package
from graph.relate.records import Passage, PassagePlace
from graph.tables.claim_records import MOST_LETTERS_NAMED
from graph.tables.claim_rows import passage_rows

SENTENCE = "依托知识产权保护中心、河套国际商事调解中心合力打造一站式知识产权服务平台"


def rows(count):
    letter_ids = [f"{number:03}" for number in range(count)]
    span = Span(start=2, end=2 + len(SENTENCE))
    places = tuple(PassagePlace(letter_id=one, sentence_ids=("2",), span=span) for one in letter_ids)
    passage = Passage(passage_id="p01", text=SENTENCE, places=places)
    return [*passage_rows([passage], dict.fromkeys(letter_ids, f"甲。{SENTENCE}。"))]


@pytest.mark.parametrize("count", [2, MOST_LETTERS_NAMED, MOST_LETTERS_NAMED + 1, 3 * MOST_LETTERS_NAMED])
def test_a_row_of_a_passage_counts_all_its_letters_and_names_the_first(count):
    found = rows(count)
    named = tuple(f"{number:03}" for number in range(min(count, MOST_LETTERS_NAMED)))
    assert {(row.letter_count, row.letter_ids) for row in found} == {(count, named)}
    assert [row.letter_id for row in found] == [f"{number:03}" for number in range(count)]


def test_the_description_of_the_table_says_how_many_letters_are_named():
    (described,) = (one for one in package("1")["resources"] if one["name"] == "passages")
    (column,) = (one for one in described["schema"]["fields"] if one["name"] == "letter_ids")
    assert f"first {MOST_LETTERS_NAMED} of them" in described["description"]
    assert f"{MOST_LETTERS_NAMED} at most" in column["description"]
    assert f"最多列 {MOST_LETTERS_NAMED} 封" in column["description"]
