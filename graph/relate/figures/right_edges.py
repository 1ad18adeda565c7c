"""What stands behind a metric and is cut off: who pays it, what it was raised to a share of, the change told of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ontology.metric_edges import metric_edges
from ontology.quantity_words import figure_words
from ontology.tsv import any_word

from ..masking import ANY_PLACE
from .word_patterns import any_figure_word

_REACHED = re.compile("[达到至]")
_OF = "的"
_OR_ABOVE = "以上"
_SHORTEST = 2
"""Characters of what is counted before a word that may describe it as well (项目竣工, but 竣工项目)."""


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


def of_level(said: str, metric: str) -> str:
    """Return what is counted of another level than before (国家级创新中心2个、省级19个: 省级创新中心), else nothing."""
    if said not in figure_words("tier"):
        return ""
    before = next((tier for tier in figure_words("tier") if metric.startswith(tier)), "")
    return (
        said + metric.removeprefix(before).removeprefix(_OR_ABOVE).removesuffix(f"、{said}") if before else ""
    )


def stops(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where the words begin that a phrase in [start, end) behind a number ends before; 均 is none in 生均."""
    for stop in _stop_pattern().finditer(text, start, end):
        describes = stop["late"] and stop.start("late") < start + _SHORTEST
        if describes and not _act_pattern().match(text, stop.end(), end):
            continue
        if not any(
            len(tail) > len(stop[0]) and text.endswith(tail, start, stop.end())
            for tail in metric_edges()["tail"]
        ):
            yield stop.start()


def stopping() -> str:
    """Return an expression for any word that a phrase behind a number ends before."""
    return any_word((*metric_edges()["stop"], *metric_edges()["late"]))


@cache
def _stop_pattern() -> re.Pattern[str]:
    stop, late = (any_word(metric_edges()[side]) for side in ("stop", "late"))
    stopping_words = {*metric_edges()["stop"], *metric_edges()["late"]}
    whole = any_word(word for word in metric_edges()["whole"] if word not in stopping_words)
    return re.compile(f"(?!{whole})等?(?:{stop}|在[{ANY_PLACE}]|(?P<late>{late}))")


@cache
def _act_pattern() -> re.Pattern[str]:
    """Behind a word that begins a phrase: it tells what was done, and describes nothing (8个建成投用, 5个正式上线)."""
    whole = any_word(metric_edges()["whole"])
    return re.compile(rf"(?!{whole})(?:{stopping()}|{any_figure_word('finished')})|\Z")


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
