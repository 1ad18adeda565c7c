"""Which letters print the name of a thing, seen there as a name or not: they are not silent about it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set

from daachorse import CharwiseDoubleArrayAhoCorasick

LEAST_NAME = 6
"""Characters of a name by which a thing is known where it was not seen: shorter ones stand in many others."""


def letters_printing(names: Mapping[str, Iterable[str]], texts: Mapping[str, str]) -> Mapping[str, Set[str]]:
    """Return the ids of the letters whose texts hold one of the names of a thing, by thing; white space aside."""
    things: dict[str, set[str]] = defaultdict(set)
    for thing, own in names.items():
        for name in own:
            bare = "".join(name.split())
            if len(bare) >= LEAST_NAME:
                things[bare].add(thing)
    printed: dict[str, set[str]] = defaultdict(set)
    if things:
        words = sorted(things)
        automaton = CharwiseDoubleArrayAhoCorasick(words)
        for letter_id, text in texts.items():
            for _, _, word in automaton.find_overlapping("".join(text.split())):
                for thing in things[words[word]]:
                    printed[thing].add(letter_id)
    return printed
