"""By which strings sentences are found that may speak of a promise: few of all are read.

A part of a promise is spoken of where enough of its strings stand in a clause; of a short form of its name, both its
beginning and its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil
from typing import NamedTuple

from .short_forms import LEAST_RUN, ends_of, names_of
from .topics import Topic, without_light
from .units import is_rare, unit_of

_LENGTH = 4
"""Characters of a string of a part."""
_LEAST_SHARE = 0.15
"""Of the strings of a part."""
_LEAST_COUNT = 2
"""Characters of a number with its unit that many sentences hold: 1座."""


class Anchors(NamedTuple):
    """Strings of which at least `least` stand in a clause that speaks of a promise in one way."""

    strings: tuple[str, ...]
    least: int


@lru_cache(maxsize=4096)
def anchors(topic: Topic) -> Sequence[Anchors]:
    """Return by which strings a sentence is found that speaks of a topic, for each way to speak of it."""
    return tuple(dict.fromkeys((*_of_words(topic), *_of_numbers(topic), *_of_names(topic))))


def may_speak(ways: Sequence[Anchors], clause: str) -> bool:
    """Return whether enough strings of one way stand in a clause, as in one that speaks of the promise."""
    for strings, least in ways:
        held = 0
        for one in strings:
            held += one in clause
            if held >= least:
                return True
    return False


def _of_words(topic: Topic) -> Iterator[Anchors]:
    bare = (without_light(piece) for piece in topic.pieces)
    for part in dict.fromkeys((*topic.pieces, topic.subject.strip("《》"), *bare, *topic.members)):
        if len(part) > 1 and (part not in topic.members or len(part) > _LEAST_COUNT):
            strings = [part[at : at + _LENGTH] for at in range(max(1, len(part) - _LENGTH + 1))]
            yield Anchors(tuple(dict.fromkeys(strings)), ceil(_LEAST_SHARE * len(strings)))


def _of_numbers(topic: Topic) -> Iterator[Anchors]:
    """Numbers themselves; their units beside the end of what they count, where little is counted in those."""
    for count in topic.counts:
        if len(count) > _LEAST_COUNT:
            yield Anchors((count,), 1)
        for piece in topic.pieces[-1:]:
            if is_rare(unit_of(count)) or count.endswith("%"):
                yield Anchors((piece[-LEAST_RUN:], unit_of(count)), 2)


def _of_names(topic: Topic) -> Iterator[Anchors]:
    for name in names_of(topic):
        for strings in ends_of(name, topic.home):
            yield Anchors(strings, len(strings))
