"""The words of a role in clause_words.tsv as a regular expression, or looked for in a sentence."""

from __future__ import annotations

import re
from functools import cache

from ontology.clause_words import ClauseRole, clause_words
from ontology.tsv import any_word


def holds_word(
    role: ClauseRole, text: str, start: int, end: int, *, unless: ClauseRole | None = None
) -> bool:
    """Return whether one of the role's words stands in text[start:end], and not within a word of the role `unless`."""
    found = clause_pattern(role).search(text, start, end)
    if found is None or unless is None:
        return found is not None
    return any(found["word"] for found in _either_word(unless, role).finditer(text, start, end))


def any_clause_word(*roles: ClauseRole) -> str:
    """Return an expression, a group that captures nothing, for any word of the roles."""
    return any_word(word for role in roles for word in clause_words()[role])


@cache
def clause_pattern(*roles: ClauseRole) -> re.Pattern[str]:
    """Return the pattern of any word of the roles."""
    return re.compile(any_clause_word(*roles))


def behind_opening(text: str) -> int:
    """Return where a sentence begins behind clauses that say nothing of it: 此外，; 据了解，; 在甲局的指导下，."""
    opening = _opening_pattern().match(text)
    return opening.end() if opening else 0


@cache
def _opening_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{any_clause_word('adding')}|在[^，。；：]{{1,16}}下)，)+")


@cache
def _either_word(first: ClauseRole, role: ClauseRole) -> re.Pattern[str]:
    """Words of two roles; where both fit, the one of the first, else the group `word` holds one of the other."""
    return re.compile(f"{any_clause_word(first)}|(?P<word>{any_clause_word(role)})")
