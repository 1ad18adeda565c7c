"""Words of a role (ontology/lexicon/clause_words.tsv): as an expression, or looked for in a sentence."""

from __future__ import annotations

import re
from functools import cache

from ontology.clause_words import ClauseRole, clause_words


def holds_word(
    role: ClauseRole, text: str, start: int, end: int, *, unless: ClauseRole | None = None
) -> bool:
    """Return whether one of the role's words stands in text[start:end], and not within a word of the role `unless`."""
    return any(found["word"] for found in _any_word(role, unless).finditer(text, start, end))


def any_of(role: ClauseRole) -> str:
    """Return an expression that matches each of the role's words; put it in brackets where more stands beside it."""
    return "|".join(map(re.escape, clause_words()[role]))


@cache
def _any_word(role: ClauseRole, unless: ClauseRole | None) -> re.Pattern[str]:
    longer = f"{any_of(unless)}|" if unless else ""
    return re.compile(f"{longer}(?P<word>{any_of(role)})")
