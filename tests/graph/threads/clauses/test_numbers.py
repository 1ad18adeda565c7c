"""What a number that is told says of one that was promised."""

import pytest
from promises import promise

from graph.threads.clauses.numbers import other_number, progress
from graph.threads.clauses.topics import topic_of
from graph.threads.clauses.units import unit_of


@pytest.mark.parametrize(
    ("printed", "unit"),
    [("360座", "座"), ("1,200.5万亩", "亩"), ("10余万亩", "亩"), ("30多公里", "公里"), ("87%", "%")],
)
def test_a_unit_is_what_is_left_of_a_printed_number(printed, unit):
    assert unit_of(printed) == unit


@pytest.mark.parametrize(
    ("told", "course"),
    [("25万亩", "done"), ("20余万亩", "done"), ("10余万亩", "ongoing"), ("3000亩", "ongoing")],
)
def test_how_far_a_number_is_counts_tens_of_thousands_wherever_the_word_for_more_stands(told, course):
    topic = topic_of(promise("a", "planned", what="建设高标准农田20万亩"), "")
    clause = f"已建成高标准农田{told}"
    assert progress(topic, clause, other_number(topic, clause)) == course
