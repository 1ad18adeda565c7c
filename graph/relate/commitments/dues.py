"""Until when a promise is to be kept: said in its clause, or before it (到2027年，床位达到A，占比提高到B)."""

from __future__ import annotations

from functools import lru_cache

from ontology.cues import CommitmentCue

from ..figures.periods import due_date, lies_ahead
from ..status import clause_bounds, find_cues, result_words
from ..times import only_says_when
from .clauses import Clause
from .verbs import only_says_who
from .wording import is_under_way
from .words import has_any

_RESULTS = frozenset({"target", "dated"})


def due_of(text: str, clause: Clause, cue: CommitmentCue, at: int, date: str) -> str:
    """Return until when a clause promises something: as it says, or a clause before that says no more (到2025年，).

    Who leads and who assists may be told between the two (年底前，由甲牵头，乙配合，…), and before a result others.
    Of what is under way only a time behind the cue `at` is one (2025年预算正在编制).
    """
    if is_under_way(cue):
        return due_date(text[at : clause.end], date)
    due, start = due_date(text[clause.start : clause.end], date), clause.start
    if not due and (time := time_of_results(text, clause, cue, date)):
        return due_date(text[time[0] : time[1]], date)
    while not due and start and text[start - 1] == "，":
        start, end = clause_bounds(text, start - 1)
        if only_says_when(text[start:end]):
            return due_date(text[start:end], date)
        if not only_says_who(text, start, end):
            return ""
    return due


def time_of_results(text: str, clause: Clause, cue: CommitmentCue, date: str) -> tuple[int, int] | None:
    """Return the clause that says until when the result in `clause` is to be reached, None where none does.

    A time ahead that is a clause of its own, or that of another result, holds for results behind it.
    """
    start = clause.start
    reaches = cue.position in _RESULTS or cue.cue in result_words()
    if not (reaches or _is_open_result(text, clause.start, clause.end)):
        return None
    while start and text[start - 1] == "，":
        start, end = clause_bounds(text, start - 1)
        words = text[start:end]
        result = _is_open_result(text, start, end)
        if date and lies_ahead(words, date):
            return (start, end) if result or only_says_when(words) else None
        if not result:
            return None
    return None


@lru_cache(maxsize=512)
def _is_open_result(text: str, start: int, end: int) -> bool:
    """Whether a clause tells a number that is to be reached, and not that it was."""
    words = text[start:end]
    if not any(map(str.isdigit, words)) or not (has_any(words, "dated") or has_any(words, "target")):
        return False
    return not any(
        each.cue.status == "done" and each.cue.cue not in result_words()
        for each in find_cues(text, start, end)
    )
