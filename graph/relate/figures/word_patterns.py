"""Words of figures (ontology/lexicon/figure_words.tsv and others) as expressions, the longest first."""

from __future__ import annotations

import re
from functools import cache

from ontology.quantity_words import FigureRole, figure_words
from ontology.tsv import any_word


def any_figure_word(*roles: FigureRole) -> str:
    """Return an expression, a group that captures nothing, for any word of the roles."""
    return any_word(word for role in roles for word in figure_words(role))


@cache
def figure_pattern(*roles: FigureRole) -> re.Pattern[str]:
    """Return the pattern of any word of the roles."""
    return re.compile(any_figure_word(*roles))


@cache
def each_pattern() -> re.Pattern[str]:
    """Return the pattern of words for each of several: 每亩, 每人每年; 每年 alone is none."""
    return re.compile(rf"(?!{any_figure_word('recurring')}){any_figure_word('each')}")
