"""What a rank was won among: 在全国60个城市中排名第七; 在年度考核中，我市位列第一."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from ontology.quantity_words import figure_words

from ..status import clause_bounds
from .word_patterns import any_figure_word

_FARTHEST = 48
"""Characters before a rank within which its contest is looked for."""


class Contest(msgspec.Struct, frozen=True):
    """Half-open ranges of a masked text: all of 在…中, and what stands within it."""

    start: int
    end: int
    among: tuple[int, int]


def contest(text: str, rank_start: int) -> Contest | None:
    """Return the contest of a rank at `rank_start` of a masked text, None where none is told.

    It stands in the clause of the rank or is the clause before it.
    """
    clause, _ = clause_bounds(text, rank_start)
    begin, _ = clause_bounds(text, max(0, clause - 1))
    found = _pattern().search(text, max(begin, rank_start - _FARTHEST), rank_start)
    return Contest(*found.span(), found.span("among")) if found else None


@cache
def _pattern() -> re.Pattern[str]:
    """The last contest before a rank: no second 在 and no mark within it; a course (在推进过程中) is none."""
    begins, ends = any_figure_word("within"), any_figure_word("contest")
    inside = rf"(?P<among>(?:(?!{begins})[^，。；：]){{2,28}}?)"
    none = "".join(f"(?<!{re.escape(word)})" for word in figure_words("course"))
    return re.compile(rf"{begins}{inside}{none}{ends}，?(?!.*{begins}.*{ends})")
