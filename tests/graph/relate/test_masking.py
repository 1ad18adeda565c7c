"""Masked sentences: what a range of them stands for in the letter."""

from __future__ import annotations

from sentences import linked

from graph.relate.masked_letter import masked_letter
from ontology import places


def spans(marked):
    """The letter's words that the whole of each masked sentence stands for, and the sentences."""
    letter = linked(marked)
    text = letter.letter.text
    found = []
    for each in masked_letter(letter, places.load()).sentences:
        span = each.known.span(0, len(each.known.text))
        sentence = each.known.sentence.span
        found.append((text[span.start : span.end], text[sentence.start : sentence.end]))
    return found


def test_marks_around_a_name_belong_to_it():
    assert spans("落实“[启航计划|y]”") == [("落实“启航计划”", "落实“启航计划”")]


def test_a_mark_that_stands_in_the_next_sentence_belongs_to_none_before():
    first, *_ = spans("落实“[启航计划。|y]”我局推进改革。")
    assert first == ("落实“启航计划。", "落实“启航计划。")
