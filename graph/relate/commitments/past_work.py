"""Bare verbs that report on work done: by the time at their beginning, or by what came of it right behind them.

2023年，全力推进X改造; 努力拓宽就业渠道，新增就业5.2万人. 坚持, 努力, 全力 and their like tell plans and accounts alike.
"""

from __future__ import annotations

import re
from functools import cache

from ontology.clause_words import clause_words

from ..clause_roles import any_clause_word
from ..figures.periods import last_year_of_plan, lies_ahead, periods
from ..masking import MaskedSentence
from ..status import firm_statuses, part_bounds
from .clauses import Clause, clauses
from .frames import COMPLETED

_COUNT_AT_END = re.compile(r"\d[万亿]?[余多]?(?:[^\d，。；：]{1,5})?$")
_FIVE_YEARS = re.compile("“?(十[一二三四五六七八九]?)五”?(?:期间|时期)")
_FROM = "起"
_YEAR = 4
"""Characters of a date that tell its year."""
_TIME_BEFORE = 6
"""Characters that may stand between the beginning of a part and its time, or between that and the comma behind it."""


def tells_past_work(masked: MaskedSentence, clause: Clause, at: int, reply_date: str) -> bool:
    """Return whether a clause with a bare verb at `at` reports on what was done up to `reply_date`, or empty."""
    if _begins_in_past(masked.text, clause, reply_date):
        return True
    named = any(name.kind != "place" and not name.anaphor for name in masked.names_in(at, clause.end))
    return not named and _has_outcome(masked.text, clause, at, reply_date)


def _begins_in_past(text: str, clause: Clause, reply_date: str) -> bool:
    """Whether the clause, or the one before it that is nothing but a time, begins with a time that is over."""
    if not reply_date:
        return False
    start, _ = part_bounds(text, clause.start)
    if "，" in text[start : max(start, clause.start - 1)]:
        return False
    head = text[start : clause.end]
    plan = _FIVE_YEARS.match(head)
    if plan and last_year_of_plan(plan[1]) < int(reply_date[:4]):
        return True
    times = periods(head, reply_date)
    if not times or times[0].start > _TIME_BEFORE or times[0].goes_on or not times[0].last:
        return False
    alone = start == clause.start or clause.start - 1 - (start + times[0].end) <= _TIME_BEFORE
    begun = times[0].words.endswith(_FROM) and times[0].first[:_YEAR] < reply_date[:_YEAR]
    over = times[0].last < reply_date or begun
    return alone and over and not head.startswith(_FROM, times[0].end)


def _has_outcome(text: str, clause: Clause, at: int, reply_date: str) -> bool:
    """Whether the next clause of its part tells what came of what the clause names in no name: a count, or with 了.

    How big a thing is (总投资12亿元) and what is still planned came of nothing; what is hurried goes on beside what was
    done (加快构建平台，建设了联合体).
    """
    start, stop = part_bounds(text, clause.start)
    behind = next((each for each in clauses(text) if clause.end < each.start < each.end <= stop), None)
    if behind is None or "planned" in firm_statuses(text, start, stop):
        return False
    words = text[behind.start : behind.end]
    if lies_ahead(words, reply_date) or _sized_pattern().match(words):
        return False
    hurried = text.startswith(clause_words()["hurrying"], at)
    return bool(_COUNT_AT_END.search(words)) or (not hurried and bool(COMPLETED.search(words)))


@cache
def _sized_pattern() -> re.Pattern[str]:
    return re.compile(f"(?:该?项目)?{any_clause_word('sized')}")
