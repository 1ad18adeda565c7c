"""Clauses that are nothing but a time: 到2025年, 三是年底前."""

from __future__ import annotations

import re
from functools import cache

from ontology.time_words import time_expression

from .clause_roles import any_clause_word
from .status import ITEM_MARK


def only_says_when(words: str) -> bool:
    """Return whether a clause is nothing but a time, its list mark aside (三是到2025年)."""
    mark = ITEM_MARK.match(words)
    return _alone().fullmatch(words, mark.end() if mark else 0) is not None


@cache
def _alone() -> re.Pattern[str]:
    """A time that is a clause of its own: 力争到2027年底前, 并要求到2030年."""
    said = rf"(?:(?:并|也|还)?{any_clause_word('quoting', 'prescribing')})?"
    return re.compile(rf"{said}{any_clause_word('aiming')}?{time_expression()}")
