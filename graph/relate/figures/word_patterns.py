"""Words of figures (ontology/lexicon/figure_words.tsv and others) as expressions, the longest first."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ontology.quantity_words import FigureRole, figure_words
from ontology.tsv import longest_first


def any_word(words: Iterable[str]) -> str:
    """Return an expression, a group that captures nothing, for any of the words."""
    return f"(?:{'|'.join(map(re.escape, longest_first(words)))})"


def any_of(*roles: FigureRole) -> str:
    """Return an expression, a group that captures nothing, for any word of the roles."""
    return any_word(word for role in roles for word in figure_words(role))
