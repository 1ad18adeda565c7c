"""A sentence longer than any in prose is read in pieces; nothing of it is lost or told twice."""

from __future__ import annotations

from sentences import linked

from graph.relate.commitments.extraction import commitments
from graph.relate.figures.extraction import figures
from graph.relate.masked_letter import masked_letter
from ontology import places

LONGEST = 1000


def masked(marked):
    return masked_letter(linked(marked), places.load())


def test_an_ordinary_sentence_is_one_piece():
    (only,) = masked("[我局|o|issuer]" + "投入3亿元，" * 150 + "建成公园。").sentences
    assert only.whole is only.known


def test_pieces_of_a_long_sentence_make_the_whole_of_it_and_begin_behind_marks():
    letter = masked("[市水利局|o]" + "投入3亿元建成[江南泵站|p]，" * 1000 + "。")
    pieces = [each.whole for each in letter.sentences]
    assert len(pieces) > 1
    assert max(len(each.text) for each in pieces) <= LONGEST
    assert "".join(each.text[-1] for each in pieces[:-1]) == "，" * (len(pieces) - 1)
    assert len({each.sentence.sentence_id for each in pieces}) == 1
    assert [each.offsets[len(each.text)] for each in pieces[:-1]] == [each.offsets[0] for each in pieces[1:]]


def test_every_number_of_a_long_sentence_is_told_once():
    letter = masked("[我局|o|issuer]" + "投入3亿元、" * 4000 + "。")
    found = figures(letter).figures
    assert len(found) == len({each.figure_id for each in found}) == 4000
    assert {letter.linked.letter.text[each.span.start : each.span.end] for each in found} == {"3亿元"}


def test_promises_of_a_long_sentence_are_told_once():
    found = commitments(masked("[我局|o|issuer]" + "将建设公园3座；" * 1000 + "。"))
    assert len(found) == len({each.commitment_id for each in found}) == 1000


def test_a_long_row_of_a_table_is_told_once():
    head = "\t".join(["县", *("投资（万元）" for _ in range(900))])
    row = "\t".join(["红石县", *("3" for _ in range(900))])
    found = figures(masked(head + "\n" + row + "\n")).figures
    assert len(found) == len({each.figure_id for each in found}) == 900
