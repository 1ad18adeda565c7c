"""Which letters print the name of a thing, seen there as a name or not: they are not silent about it.

So do letters that print what is quoted in its name (“鄂融通”), or the name without its place: to tell that nothing is
said of a promise would wrong whoever kept it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache

from daachorse import CharwiseDoubleArrayAhoCorasick

from ontology.lexicon import heads
from ontology.outcome_words import outcome_words
from ontology.places import load as load_places

from .promise_titles import without_edition

LEAST_NAME = 6
"""Characters of a name by which a thing is known where it was not seen: shorter ones stand in many others."""
_LEAST_PART = 5
"""The same of a name without its place or head: what tells one thing of a place from its others."""
_LEAST_BRAND = 3
"""Characters of a name without a head (鄂融通), which stands in no other."""
_QUOTED = re.compile(r"[“《「]([^“”《》「」]{2,})[”》」]")


def letters_printing(names: Mapping[str, Iterable[str]], texts: Mapping[str, str]) -> Mapping[str, Set[str]]:
    """Return the ids of the letters whose texts hold one of the names of a thing, by thing; white space aside."""
    things: dict[str, set[str]] = defaultdict(set)
    for thing, own in names.items():
        for name in own:
            for form in printed_forms(name):
                things[form].add(thing)
    printed: dict[str, set[str]] = defaultdict(set)
    if things:
        words = sorted(things)
        automaton = CharwiseDoubleArrayAhoCorasick(words)
        for letter_id, text in texts.items():
            for _, _, word in automaton.find_overlapping("".join(text.split())):
                for thing in things[words[word]]:
                    printed[thing].add(letter_id)
    return printed


def printed_forms(name: str) -> Iterator[str]:
    """Yield what a letter may print of a name, in which it speaks of the thing."""
    bare = "".join(name.split())
    if not bare:
        return
    if len(bare) >= LEAST_NAME:
        yield bare
    else:
        yield from _in_quotes(bare)
        if len(bare) >= _LEAST_BRAND and not _head_of(bare):
            yield bare
    for core in _QUOTED.findall(bare):
        yield from _in_quotes(core)
        if len(core) >= LEAST_NAME:
            yield core
    unplaced = bare[len(load_places().prefix(bare) or "") :]
    for part in (unplaced, without_edition(bare), unplaced.removesuffix(_head_of(unplaced))):
        if len(part) >= _LEAST_PART and part != bare:
            yield part


def _in_quotes(core: str) -> Iterator[str]:
    """“鄂融通”, 鄂融通平台: what stands in quotes in a name says little without them (一站式)."""
    yield f"“{core}”"
    if len(core) >= _LEAST_BRAND:
        yield from (core + head for head in outcome_words()["head"] if not core.endswith(head))


@cache
def _head_of(name: str) -> str:
    """The longest head that a name ends with, or the empty string."""
    return next((name[at:] for at in range(1, len(name)) if name[at:] in heads()), "")
