"""Whether words of a role (ontology/lexicon/clause_words.tsv) stand in a part of a sentence, asked in one scan."""

from __future__ import annotations

import re
from functools import cache

from ontology.clause_words import ClauseRole, clause_words


def holds_word(role: ClauseRole, text: str, start: int, end: int) -> bool:
    """Return whether one of the role's words stands in text[start:end]."""
    return _any_word(role).search(text, start, end) is not None


@cache
def _any_word(role: ClauseRole) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, clause_words()[role])))
