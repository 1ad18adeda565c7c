"""How far a promised number is, by another number of the same things in a later letter: 211座 of 360座."""

from __future__ import annotations

import re
from typing import Literal

from ontology.promise_words import promise_words

from .counts import kinds_of_act
from .runs import longest_run
from .topics import Topic
from .units import OF_A_THING, numbers_in, unit_of, value_of
from .word_roles import promise_pattern

Progress = Literal["done", "ongoing", ""]
"""Reached, begun, or not known."""
_LEAST_SHARE = 3
"""Characters of what a share is called: 完好率."""
_VALUES = re.compile(rf"{OF_A_THING}|%")
"""A share is another at every time."""


def other_number(topic: Topic, clause: str) -> tuple[str, str] | None:
    """Return the one number of a promise and the one of its unit that a clause has instead of it, else None."""
    pairs = [
        (wanted, number.words)
        for wanted in topic.counts
        for number in numbers_in(clause)
        if number.unit == unit_of(wanted) and (not _VALUES.search(wanted) or share_of(topic, clause))
    ]
    return pairs[0] if len(pairs) == 1 and pairs[0][0] != pairs[0][1] else None


def share_of(topic: Topic, clause: str) -> tuple[int, int] | None:
    """Return where a clause names the share that a promise is to bring to so many %: 完好率; None where it does not."""
    name = topic.pieces[-1] if topic.pieces else topic.subject
    if not name.endswith(promise_words()["share"]) or not any(count.endswith("%") for count in topic.counts):
        return None
    run = longest_run(name, clause)
    whole = run.a + run.size == len(name) and run.size >= _LEAST_SHARE
    return (run.b, run.b + run.size) if whole else None


def is_yearly(topic: Topic) -> bool:
    """Return whether so many are promised of every year."""
    return promise_pattern("every_year").search(topic.what) is not None


def progress(topic: Topic, clause: str, numbers: tuple[str, str], years: int = 1) -> Progress | None:
    """Return what a number (promised, told) says of a promise; None where it counts something else.

    What is newly built is no total of what there is, nor what is renewed. `years`: in how many what is promised of
    every year was done, 0 where that is not told.
    """
    own, other = kinds_of_act("".join(topic.acts)), kinds_of_act(clause)
    if own and other and own.isdisjoint(other):
        return None
    total = [promise_pattern("stock").search(words) is not None for words in (topic.what, clause)]
    added = (own | other) & {"adding"} or promise_pattern("creating").search(topic.what)
    if total[0] != total[1] and added:
        return None
    raised = numbers[0].endswith("元") and promise_pattern("compare").search(topic.what)
    if raised or (is_yearly(topic) and not years):
        return ""
    wanted, told = value_of(numbers[0]) * (years if is_yearly(topic) else 1), value_of(numbers[1])
    if promise_pattern("lowering").search(topic.what):
        wanted, told = told, wanted
    return "done" if told >= wanted else "ongoing"
