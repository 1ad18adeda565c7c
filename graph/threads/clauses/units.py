"""Numbers with what they count, as they are printed in the words of promises: 360座, 10余万亩."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from ontology.promise_words import promise_words

from ...relate.figures.quantity import MAGNITUDES
from .word_roles import any_promise_word

OF_A_THING = "[时点：:]|分钟|小时|天"
"""What numbers of a thing, not of things, hold one of: opening hours, minutes."""
_NUMBER = re.compile(r"(?P<value>\d[\d,]*(?:\.\d+)?)[余多]?(?P<factor>[百千万亿]*)[余多]?(?P<unit>.*)")


@cache
def number_expression() -> str:
    """Return the expression of a number with its unit; no year, no ordinal, no number of a bus."""
    units = any_promise_word("long_unit")
    one = r"[：:]\d{2}|(?![路号线期中小届次年月日季])[\u4e00-\u9fff%]"
    return rf"\d[\d,.]*[余多]?[百千万亿]*[余多]?(?:{units}|{one})"


@cache
def number_pattern() -> re.Pattern[str]:
    """Return the pattern of a number with its unit."""
    return re.compile(number_expression())


class Number(NamedTuple):
    """A number with its unit at [start, end) of a text."""

    words: str
    unit: str
    start: int
    end: int


@lru_cache(maxsize=256)
def numbers_in(clause: str) -> tuple[Number, ...]:
    """Return the numbers of a clause, which is read for many promises."""
    return tuple(
        Number(each[0], unit_of(each[0]), each.start(), each.end())
        for each in number_pattern().finditer(clause)
    )


@lru_cache(maxsize=4096)
def unit_of(number: str) -> str:
    """Return what a printed number counts: 座 of 360座, 亩 of 10余万亩."""
    found = _NUMBER.match(number)
    return found["unit"] if found else number


def is_rare(unit: str) -> bool:
    """Return whether few kinds of things are counted in a unit: 根, 标箱; not 个, 家, 万元."""
    return unit not in promise_words()["common_unit"]


def value_of(number: str) -> Decimal:
    """Return the number itself, 0 where none is printed."""
    found = _NUMBER.match(number)
    if found is None:
        return Decimal(0)
    value = Decimal(found["value"].replace(",", ""))
    for factor in found["factor"]:
        value *= 10 ** MAGNITUDES[factor]
    return value
