"""Finds the promises that a sentence of a later letter may speak of, by the strings of their anchors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from .anchors import anchors
from .topics import Topic


class _Way(NamedTuple):
    """One way to speak of a promise, found by one of its strings.

    `number` among the promise's ways, `least` of its strings that it takes, and `others` that stand there as well.
    """

    promise: str
    number: int
    least: int
    others: tuple[str, ...]


class Finder(NamedTuple):
    """Finds promises by the strings of their anchors."""

    automaton: CharwiseDoubleArrayAhoCorasick
    ways: Sequence[Mapping[int, Sequence[_Way]]]
    """Of each string, by the letters of the promises."""

    @classmethod
    def of(cls, topics: Mapping[str, tuple[int, Topic]]) -> Finder:
        """Return what finds the promises of these topics: by the rarest string of a way that takes all of its own.

        `topics` by promise, each with the number of its letter; there is at least one with an anchor.
        """
        ways = [
            (letter, one, number, way)
            for one, (letter, topic) in topics.items()
            for number, way in enumerate(anchors(topic))
        ]
        times = Counter(string for _, _, _, way in ways for string in way.strings)
        by_string: dict[str, dict[int, list[_Way]]] = defaultdict(dict)
        for letter, one, number, way in ways:
            whole = way.least == len(way.strings)
            found_by = (
                (min(way.strings, key=lambda string: (times[string], string)),) if whole else way.strings
            )
            others = tuple(string for string in way.strings if string not in found_by)
            for string in found_by:
                found = _Way(one, number, len(found_by) if whole else way.least, others)
                by_string[string].setdefault(letter, []).append(found)
        strings = sorted(by_string)
        return cls(CharwiseDoubleArrayAhoCorasick(strings), [by_string[one] for one in strings])

    def promises(self, text: str, wanted: Set[int]) -> set[str]:
        """Return the promises of the `wanted` letters of which enough strings of one way stand in a text."""
        held: Counter[tuple[str, int, int]] = Counter()
        for string in {string for _, _, string in self.automaton.find_overlapping(text)}:
            for way in _of_letters(self.ways[string], wanted):
                if all(other in text for other in way.others):
                    held[way.promise, way.number, way.least] += 1
        return {promise for (promise, _, least), times in held.items() if times >= least}


def _of_letters(ways: Mapping[int, Sequence[_Way]], wanted: Set[int]) -> Iterator[_Way]:
    """Yield what is of the letters wanted: of many letters a string stands in thousands, of which few are asked."""
    fewer, more = (wanted, ways) if len(wanted) < len(ways) else (ways, wanted)
    for letter in fewer:
        if letter in more:
            yield from ways[letter]
