"""Changes told behind how far a thing reaches: in 网点327个，覆盖38个区县，增加91个 it is 网点 that grew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from ..clause_roles import any_clause_word
from ..records import Figure
from ..status import clause_bounds, part_bounds
from ..typed.actors import lead_pattern
from .direction import Change
from .metrics import Before
from .quantity import Quantity
from .word_patterns import any_figure_word

_RATES = frozenset({"share", "points", "ratio"})


class Main(msgspec.Struct, frozen=True):
    """The last number before that tells more than how far a thing reaches: its words and its figure's number."""

    before: Before = Before()
    figure: int = -1
    start: int = -1


def main_of(
    text: str, main: Main, before: Before, quantity: Quantity, figure: int, told: Change | None
) -> Main:
    """Return the main number behind a quantity: that itself, unless it tells a change or how far a thing reaches."""
    clause, _ = clause_bounds(text, quantity.start)
    if told or _reaching_pattern().match(text, clause, quantity.start):
        return main
    return Main(before, figure, quantity.start)


def goes_back_to(text: str, main: Main, counted: Sequence[Quantity], index: int) -> bool:
    """Return whether a number is but a change of the main number, beyond the reach that the one before it tells.

    A rate behind whom a thing serves (惠及居民8万人，增长12%) is the rate of those, a number of their unit as well.
    """
    if main.figure < 0 or index == 0:
        return False
    quantity, reach = counted[index], counted[index - 1]
    clause, _ = clause_bounds(text, quantity.start)
    alone = _change_alone().fullmatch(text, clause, quantity.start) is not None
    if not alone or part_bounds(text, main.start) != part_bounds(text, quantity.start):
        return False
    start, _ = clause_bounds(text, reach.start)
    found = _reaching_pattern().match(text, start, reach.start)
    if found is None or reach.start == main.start:
        return False
    if quantity.unit_of.dimension in _RATES:
        return found["served"] is None
    return quantity.unit == main.before.unit


def moved(main: Figure, reach: Figure, words: str) -> tuple[Figure, Figure]:
    """Return the figures of the main number and of its reach, what changed (`words`) told of the main one alone."""
    main = main if main.change else msgspec.structs.replace(main, change=words)
    return main, msgspec.structs.replace(reach, change="")


@cache
def _reaching_pattern() -> re.Pattern[str]:
    reaching, serving = any_figure_word("reaching"), any_figure_word("serving")
    return re.compile(rf"{lead_pattern().pattern}(?:{reaching}|(?P<served>{serving}))(?![率面度量比费水])")


@cache
def _change_alone() -> re.Pattern[str]:
    """较上年增加, 同比增长, 新增: all of a clause before its number."""
    since = rf"{any_clause_word('base')}[^，。；：、\d]{{1,6}}\d{{0,4}}[^，。；：、\d]{{0,4}}?"
    against = rf"(?:{any_figure_word('compared')}|{since})"
    changed = any_figure_word("growth", "change", "more", "added", "newly")
    return re.compile(rf"(?:{lead_pattern().pattern})(?:{against})?(?:{changed})了?[约近超逾]?")
