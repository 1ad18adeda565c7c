"""Numbers that are aimed at, though no word of plans stands beside them: 30万亩的目标, what a plan will cost."""

from __future__ import annotations

import re
from functools import cache

from ontology.quantity_words import figure_words

from ..clause_roles import any_clause_word
from ..status import clause_bounds, firm_statuses
from .quantity import Quantity


def is_goal(text: str, quantity: Quantity, clause: int) -> bool:
    """Return whether a number in a clause from `clause` on is a goal: 造林30万亩的目标; not 完成产量4万吨的目标."""
    if not text.startswith(figure_words("goal"), quantity.end):
        return False
    return not any(word in text[clause : quantity.start] for word in figure_words("attained"))


def is_cost_of_plan(text: str, quantity: Quantity, clause: tuple[int, int]) -> bool:
    """Return whether an amount is what the plan in the clause before costs: 计划新建凉亭16处，投入资金约640万元."""
    start, end = clause
    if quantity.unit_of.dimension != "money" or not text.startswith("，", max(start - 1, 0)):
        return False
    if not text.startswith(figure_words("outlay"), start) or "了" in text[start:end]:
        return False
    planned = {*firm_statuses(text, *clause_bounds(text, start - 1))} == {"planned"}
    done = "done" in firm_statuses(text, start, end) or _finished_pattern().match(text, end)
    return planned and not done


@cache
def _finished_pattern() -> re.Pattern[str]:
    """What tells that all of a plan is done: 计划改造小区15个，投入资金2.3亿元，已全部完工."""
    return re.compile(
        rf"，[^，。；：\d]{{0,6}}已[^，。；：\d]{{0,4}}{any_clause_word('in_use')}(?=[，。；]|$)"
    )
