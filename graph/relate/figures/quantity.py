"""A number with its unit as it stands in a masked text; numerals in words, and words before a number that bound it."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import cache

import msgspec

from corpus.numerals import spelled
from ontology.clause_words import clause_words
from ontology.quantity_words import Unit, bounds
from ontology.tsv import any_word

from ..clause_roles import any_clause_word

DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
HAN_NUMERALS = "一二两三四五六七八九十百千"
HAN_MORE = rf"[零〇{HAN_NUMERALS}]|[万亿](?=[零〇{HAN_NUMERALS}])|点(?=[零〇一二三四五六七八九])"
HAN = rf"(?:[{HAN_NUMERALS}]|零(?=点))(?:{HAN_MORE})*"
"""A number in words: 一百零五, 三点五, 零点五, 三万五千; the 万 of 三十万元 is told apart as its magnitude."""
MAGNITUDES = {
    "万亿": 12,
    "千亿": 11,
    "百亿": 10,
    "十亿": 9,
    "亿": 8,
    "千万": 7,
    "百万": 6,
    "十万": 5,
    "万": 4,
    "千": 3,
    "百": 2,
}
MAGNITUDE = "|".join(MAGNITUDES)
HAN_DIGITS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
COUNT = Unit(unit="", canonical="个", dimension="count", factor="1", words=0, one=False)
RANGE = "—–~～至到-"
"""The marks between the two numbers of a range (3-5%)."""


class Quantity(msgspec.Struct, frozen=True):
    """A number with its unit at [start, end) of a masked text.

    `value` and `unit` are as printed without white space; `amount` the plain number in `unit_of.canonical`;
    `bound` is exact, over, about or at_most; `edge` lower or upper for the ends of a range.
    """

    start: int
    end: int
    value: str
    unit: str
    amount: Fraction
    unit_of: Unit
    bound: str = "exact"
    edge: str = ""


def han_number(word: str) -> int | None:
    """Return the whole number that Chinese numerals say (两 = 2, 二十三 = 23), None where they say none."""
    value = spelled(word)
    return value.numerator if value is not None and value.denominator == 1 else None


def printed(amount: Fraction) -> str:
    """Return a plain decimal number without exponent: 1887000000, 0.374; endless ones with six digits."""
    if amount.denominator == 1:
        return str(amount.numerator)
    quotient = Decimal(amount.numerator) / Decimal(amount.denominator)
    return f"{quotient:.6f}".rstrip("0").rstrip(".")


@cache
def scale(magnitude: str, factor: str) -> Fraction:
    """Return what one of a unit of this factor is, with 万, 亿 … before it, in its canonical unit."""
    return Fraction(10) ** MAGNITUDES.get(magnitude, 0) * Fraction(factor)


def bound_before(text: str, start: int) -> str:
    """Return what the words before a number that begins at `start` say of it: exact, over, about or at_most."""
    if not text.endswith(_bound_endings(), 0, start):
        return "exact"
    match = _bound_before_pattern().search(text, max(0, start - 14), start)
    if match is None:
        return "exact"
    word = bounds("before")[match["bound"]]
    is_other = any(text.endswith(before, 0, match.start()) for before in word.unless_after)
    return "exact" if is_other else word.bound


def bound_of_whole(text: str, start: int) -> str:
    """Return the bound that stands before the whole which a share is of: 不低于普通高中标准的(1.5倍)."""
    if not text.endswith("的", 0, start):
        return "exact"
    found = [*_bound_of_whole_pattern().finditer(text, max(0, start - 24), start)]
    return bounds("whole")[found[-1]["bound"]].bound if found else "exact"


@cache
def _bound_of_whole_pattern() -> re.Pattern[str]:
    words = any_word(bounds("whole"))
    return re.compile(rf"(?P<bound>{words})[^，。；：、\d]{{1,16}}的$")


@cache
def _bound_endings() -> tuple[str, ...]:
    """What the words before a bound number end in: most numbers have no bound, which is seen soonest by these."""
    return tuple(sorted({*"、", *(word[-1] for word in (*bounds("before"), *clause_words()["giving"]))}))


@cache
def _bound_before_pattern() -> re.Pattern[str]:
    words = any_word(bounds("before"))
    giving = any_clause_word("giving")
    listed = rf"(?:(?:{DIGITS})(?:{MAGNITUDE})?(?:元|%|％)?、)*"
    return re.compile(rf"(?P<bound>{words})(?:{giving})*{listed}$")
