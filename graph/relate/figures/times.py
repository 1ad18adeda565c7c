"""When a number holds: a time in its own clause, else one before it that every clause between goes on counting from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol

from msgspec import structs

from ontology.clause_words import clause_words
from ontology.quantity_words import figure_words

from ..clause_roles import any_clause_word, behind_opening, clause_pattern
from ..masking import ANY_NAME
from ..status import ITEM_MARK, PART_MARKS, clause_bounds, read_status
from .periods import Period
from .quantity import Quantity
from .word_patterns import figure_pattern


class Placed(Protocol):
    """What stands somewhere in a text: a number, or the words of a rank."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


_BRACKET = frozenset({"", "（"})
"""营收10亿元（2023年）: what no word stands in, between a number and its time."""
_UNTIL = "前"
_FROM = "起"
_PRICE = "price"
_GIVEN = (*figure_words("giving"), *figure_words("award"), "最高")
"""What a clause holds that tells what is given from then on, and is not reached by then."""
_LISTED = frozenset("、和与及")
_DOING = re.compile(r"[^，。；：、（）的\d]{2,9}[于在]")
"""6家企业于2018年2月组建X: what is counted, which then does something."""


def time_of(
    text: str, times: Sequence[Period], counted: Sequence[Quantity], quantity: Placed, *, planned: bool
) -> Period | None:
    """Return the time among `times` that a quantity of a masked sentence holds for, None where none does.

    A time is carried over a comma from a clause that counts something itself or says nothing but the time. What a
    number is compared with (比2015年), where a change began (由2021年的) and when something happened (于3月投用，…)
    say no time of later numbers; nor does the time of a plan, unless the number is `planned` as well.
    """
    if not times:
        return None
    start, end = clause_bounds(text, quantity.start)
    if referred := _referred(text, times, start):
        return referred
    own = [each for each in times if start <= each.start < each.end <= quantity.start]
    if len(own) > 1 and (
        apart := _apart(text, own, [each for each in counted if each.start < end], quantity)
    ):
        return apart
    for time in reversed(own):
        if _dates(text, time, counted, quantity):
            return time
    by_then = planned and not any(word in text[start:end] for word in _GIVEN)
    for time in _carried(text, times, counted, start, by_then=by_then):
        if _dates(text, time, counted, quantity) and (planned or not _is_planned(text, time)):
            return time
    behind = (each for each in times if quantity.end <= each.start < end)
    return next((each for each in behind if _is_dated_by(text[quantity.end : each.start])), None)


def end_of(text: str, time: Period, quantity: Placed, *, planned: bool, role: str) -> str:
    """Return the last day that a number of a `time` is told for; empty where nobody says that it ends.

    自2023年起 ends with the letter for what was counted since; what is planned from then on (将), is given every year
    (每年安排1000万元) or is in force (标准为960元) has no end.
    """
    if not time.words.endswith(_FROM):
        return time.last
    returns = figure_pattern("recurring").search(text, time.end, quantity.start)
    return "" if planned or returns or role == _PRICE else time.last


def _apart(text: str, own: Sequence[Period], counted: Sequence[Quantity], quantity: Placed) -> Period | None:
    """The one of a list of times that a number is told of, as many as the times: 2017年、2018年分别安排3亿元和5亿元."""
    last = own[-1]
    if not text.startswith(clause_words()["respective"], last.end):
        return None
    listed = [last]
    for time in reversed(own[:-1]):
        if text[time.end : listed[0].start] not in _LISTED:
            break
        listed.insert(0, time)
    told = next((each for each in counted if each.start == quantity.start), None)
    if told is None or len(listed) == 1:
        return None
    numbers = [
        each for each in counted if each.start > last.end and each.unit_of.dimension == told.unit_of.dimension
    ]
    return listed[numbers.index(told)] if len(numbers) == len(listed) else None


def _referred(text: str, times: Sequence[Period], start: int) -> Period | None:
    """The time before that a clause refers to as it begins: 届时, or in the same year 全年; None where it does not."""
    before = next((each for each in reversed(times) if each.end <= start), None)
    if before is None:
        return None
    if text.startswith(clause_words()["then"], start):
        return before
    year = (before.first or before.as_of)[:4]
    if not (year and text.startswith(clause_words()["yearly"], start)):
        return None
    return structs.replace(before, first=f"{year}-01-01", last=f"{year}-12-31", as_of="")


def _is_dated_by(between: str) -> bool:
    """Whether these words may stand between a number and its time: 一期100套已于5月投用."""
    if between in _BRACKET or between in clause_words()["timing"]:
        return True
    return between.endswith(clause_words()["timing"]) and _DOING.fullmatch(between) is not None


def _dates(text: str, time: Period, counted: Sequence[Quantity], quantity: Placed) -> bool:
    """Whether a time may be that of a number behind it."""
    if _is_base(text, time):
        return False
    if not text.endswith(clause_words()["starting"], 0, time.start):
        return True
    return next((each for each in counted if each.start >= time.end), quantity) is quantity


def _is_base(text: str, time: Period) -> bool:
    """Whether a number is only compared with that time: 比2015年提高, 较上年末增加."""
    words = clause_words()
    if text.startswith(words["same_time"], time.end):
        return True
    if text.startswith("的", time.end) and text.endswith(words["equated"], 0, time.start):
        return True
    return text.endswith(words["base"], 0, time.start) and not text.endswith(words["not_base"], 0, time.start)


def _carried(
    text: str, times: Sequence[Period], counted: Sequence[Quantity], start: int, *, by_then: bool
) -> Iterator[Period]:
    """The times of earlier clauses that hold on until the clause at `start`, the nearest first.

    Those up to which something is done hold `by_then` for what is reached with it (年底前推动二期投用，算力达到2000P).

    Beyond ； only a time that opens the sentence as a clause of its own (2022年，…；…) holds.
    """
    skips = parted = False
    while start > 0 and not ITEM_MARK.match(text, start):
        parted = parted or text[start - 1] in PART_MARKS
        start, end = clause_bounds(text, start - 1)
        numbers = [each.start for each in counted if start <= each.start < end]
        for time in reversed([each for each in times if start <= each.start < end]):
            alone = _says_no_more(text, time, end)
            counts = any(time.end <= number for number in numbers)
            if parted:
                holds = alone and not time.as_of and time.start in {0, behind_opening(text)}
            else:
                until = by_then and time.words.endswith(_UNTIL)
                holds = time.goes_on or (not skips and (counts or alone or until))
            if holds:
                yield time
        aside = text[start:end] in clause_words()["part"] or clause_pattern("circumstance", "cause").match(
            text, start, end
        )
        skips = skips or not (numbers or aside or _held().search(text, start, end))


def _says_no_more(text: str, time: Period, end: int) -> bool:
    """Whether a clause is nothing but a time: 2022年，…; 2018年博览会期间，…."""
    rest = text[time.end : end]
    return not rest or rest.endswith(clause_words()["during"])


def _is_planned(text: str, time: Period) -> bool:
    return read_status(text, (time.start, time.start), "").status == "planned"


@cache
def _held() -> re.Pattern[str]:
    """全市开展爱鸟活动: what was held in a time, so that what is counted behind it was counted then."""
    held = rf"(?:{any_clause_word('held')}|[{ANY_NAME}])"
    return re.compile(rf"{any_clause_word('holding')}(?![了过的])[^，。；：]*?{held}[”》]?$")
