"""Which topics a letter's sentences and sections are about."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from corpus.records import Letter
from ontology.topics import Topic, pattern, topics

_SHORT_SECTION = 3
"""Up to this many sentences, one is enough for the section to have its topic; else two."""


def topics_of(letter: Letter, known: Sequence[Topic] | None = None) -> Mapping[str, tuple[str, ...]]:
    """Return sentence_id or section_id → topic ids in the order of the lexicon; ids without a topic are left out.

    A sentence has every topic one of whose words stands in it; a section those of its heading, and those of two of
    its sentences (of one, in a short section).
    """
    patterns = _patterns(tuple(known) if known is not None else topics())
    found: dict[str, tuple[str, ...]] = {}
    for sentence in letter.sentences:
        told = _told(letter.text[sentence.span.start : sentence.span.end], patterns)
        if told:
            found[sentence.sentence_id] = told
    for section in letter.sections:
        inside = [
            each.sentence_id
            for each in letter.sentences
            if section.span.start <= each.span.start < section.span.end
        ]
        heading = _told(section.heading, patterns)
        needed = 1 if len(inside) <= _SHORT_SECTION else 2
        told = tuple(
            name
            for name, _ in patterns
            if name in heading or (inside and sum(name in found.get(each, ()) for each in inside) >= needed)
        )
        if told:
            found[section.section_id] = told
    return found


def _told(text: str, patterns: Sequence[tuple[str, re.Pattern[str]]]) -> tuple[str, ...]:
    return tuple(name for name, words in patterns if words.search(text))


@lru_cache(maxsize=8)
def _patterns(known: tuple[Topic, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((topic.topic, pattern(topic)) for topic in known)
