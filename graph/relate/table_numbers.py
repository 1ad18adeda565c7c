"""A number in a cell of a table: 1,260, 58.4%, 约500, 30余, 18.87亿元, and nothing else in the cell."""

from __future__ import annotations

import re
from functools import cache

import msgspec

from ontology.quantity_words import Unit, bounds, units
from ontology.tsv import any_word

from .figures.quantity import MAGNITUDE

DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
"""A number as cells print it, without its sign."""
_YEAR = re.compile(r"(?:19|20)\d{2}年")
Measure = tuple[str, Unit, str]
"""A unit as printed, the plain one, and its magnitude."""


class Number(msgspec.Struct, frozen=True):
    """A number as printed without commas, what the cell says of its bound, and its unit where the cell gives one."""

    value: str
    bound: str = "exact"
    unit: Measure | None = None
    magnitude: str = ""
    """万, 亿 … behind the number where its unit stands elsewhere."""


def number_in(words: str) -> Number | None:
    """Return the number that the words of a cell are, None where they say more, or none."""
    found = _number_pattern().fullmatch(words)
    if found is None or _YEAR.fullmatch(words):
        return None
    before, unit, magnitude = found["before"], found["unit"], found["magnitude"] or ""
    bound = bounds("before")[before].bound if before else "over" if found["more"] else "exact"
    plain = "%" if unit == "％" else unit
    measure = (magnitude + plain, units()[plain], magnitude) if plain else None
    return Number(found["number"].replace(",", ""), bound, measure, found["alone"] or "")


def measure_in(words: str) -> Measure | None:
    """Return the unit that words are and nothing else."""
    found = _unit_pattern().fullmatch(words)
    return (found[0], units()[found["unit"]], found["magnitude"] or "") if found else None


@cache
def _number_pattern() -> re.Pattern[str]:
    before = any_word(bounds("before"))
    ends = rf"(?:{unit_expression()}|(?P<alone>{MAGNITUDE}))?"
    return re.compile(rf"(?P<before>{before})?(?P<number>-?{DIGITS})(?P<more>[余多+])?{ends}")


@cache
def _unit_pattern() -> re.Pattern[str]:
    return re.compile(unit_expression())


def unit_expression(suffix: str = "") -> str:
    """Return the expression of a unit with its magnitude; its groups are `magnitude` and `unit` with the suffix."""
    names = any_word(units())
    return rf"(?P<magnitude{suffix}>{MAGNITUDE})?(?P<unit{suffix}>{names})"
