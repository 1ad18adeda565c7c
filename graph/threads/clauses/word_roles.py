"""The words of a role in promise_words.tsv and outcome_words.tsv as regular expressions."""

from __future__ import annotations

import re
from functools import cache

from ontology.outcome_words import OutcomeRole, outcome_words
from ontology.promise_words import PromiseRole, promise_words
from ontology.tsv import any_word


def any_promise_word(*roles: PromiseRole) -> str:
    """Return an expression, a group that captures nothing, for any word of the roles."""
    return any_word(word for role in roles for word in promise_words()[role])


@cache
def promise_pattern(*roles: PromiseRole) -> re.Pattern[str]:
    """Return the pattern of any word of the roles."""
    return re.compile(any_promise_word(*roles))


def any_long_promise_word(*roles: PromiseRole) -> str:
    """Return the same for words of two characters or more: one alone begins many other words (建, 修)."""
    return any_word(word for role in roles for word in promise_words()[role] if len(word) > 1)


def any_outcome_word(*roles: OutcomeRole) -> str:
    """Return an expression, a group that captures nothing, for any word of the roles."""
    return any_word(word for role in roles for word in outcome_words()[role])


@cache
def outcome_pattern(*roles: OutcomeRole) -> re.Pattern[str]:
    """Return the pattern of any word of the roles."""
    return re.compile(any_outcome_word(*roles))
