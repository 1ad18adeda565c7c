"""What stands behind a metric and is cut off: who pays it, what it was raised to a share of, the change told of it."""

from __future__ import annotations

import re
from functools import cache

from ontology.metric_edges import metric_edges
from ontology.tsv import any_word

from .word_patterns import any_figure_word

_REACHED = re.compile("[达到至]")
_OF = "的"


def before_source(text: str, start: int, end: int, number: int) -> int:
    """Return where a metric in [start, end) ends before what tells who pays it, or what its share is one of.

    科研经费|由某专项资金列支680万元, 补贴标准|提高至最低工资标准的80%.
    """
    found = _paid_pattern().search(text, start, end)
    if found is None and text.endswith(_OF, start, number):
        found = _raised_pattern().search(text, start, end)
    return found.start() if found else end


def before_change(text: str, metric: str, behind: int, number: int) -> str:
    """Return the metric of the number before for one that it reached (产量增加5万吨，达到80万吨: 产量)."""
    if not _REACHED.search(text, behind, number):
        return metric
    return _change_pattern().sub("", metric)


@cache
def _paid_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<=..)由[^，。；：]{{1,20}}?{any_figure_word('paying_out')}$")


@cache
def _raised_pattern() -> re.Pattern[str]:
    raised = (word for word in metric_edges()["right"] if len(word) > 2 and word[-1] in "到至")
    return re.compile(rf"(?<=..){any_word(raised)}(?=..)")


@cache
def _change_pattern() -> re.Pattern[str]:
    """A change that a metric ends in, and what it is measured against."""
    compared, changed = any_figure_word("compared"), any_figure_word("growth", "change", "more")
    return re.compile(rf"(?<=..)(?:{compared})?(?:{changed})了?$")
