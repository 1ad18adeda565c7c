"""Sentences that answer one before them: a heading, a question or a sentence that names what was asked for."""

from __future__ import annotations

import re
from functools import cache

from corpus.records import Letter
from ontology.clause_words import clause_words
from ontology.tsv import any_word

from ..clause_roles import any_clause_word
from ..lists import MARK

_REACH = 2
"""Sentences behind the one that names what was asked for: the answer rarely begins later."""
_ABOUT = ("关于", "针对", "对于")
"""What a sentence that does nothing but name it begins with."""


def answering(letter: Letter) -> frozenset[str]:
    """Return the ids of the sentences right behind one that names what was asked for (关于X的建议。)."""
    found: set[str] = set()
    left = 0
    for sentence in letter.sentences:
        start, end = sentence.span.start, sentence.span.end
        if _may_ask().search(letter.text, start, end) and _asking_pattern().match(letter.text[start:end]):
            left = _REACH
        elif left:
            found.add(sentence.sentence_id)
            left -= 1
    return frozenset(found)


@cache
def _may_ask() -> re.Pattern[str]:
    """What every match of `_asking_pattern` holds one of; few sentences do."""
    return re.compile(any_word((*_ABOUT, "？", *clause_words()["wished"])))


@cache
def _asking_pattern() -> re.Pattern[str]:
    """（三）关于X的建议。, 您建议设立Y。, 能不能取消Z？"""
    lead = rf"\s*(?:{MARK}|至于|此外，|另外，)?"
    named = rf"{any_word(_ABOUT)}[^，。；]{{2,60}}(?<!情况)(?<!工作)(?<!问题)(?<!进展)[。：:]?\s*$"
    wished = rf"[^，。；：]{{0,6}}?{any_clause_word('wished')}[^；。]*。?\s*$"
    return re.compile(rf"{lead}(?:{named}|{wished}|[^，。；]*？\s*$)")
