"""Who bears which part: 由市、县财政按4∶6分担, 由市财政和区财政各承担50%."""

from __future__ import annotations

import re
from functools import cache

from ..status import clause_bounds
from .quantity import Quantity
from .word_patterns import any_figure_word

SHARES = frozenset({"share", "ratio"})
"""Dimensions of numbers that are parts of a whole."""


def borne_by(text: str, quantity: Quantity) -> tuple[int, int, str] | None:
    """Return the range of those who bear a ratio or a share together in a masked text, and the verb.

    None where the number is no such part.
    """
    if quantity.unit_of.dimension not in SHARES:
        return None
    clause, _ = clause_bounds(text, quantity.start)
    behind = _behind_pattern().match(text, quantity.end)
    found = (_ratio_pattern() if behind else _each_pattern()).search(text, clause, quantity.start)
    if found is None:
        return None
    verb = (behind or found)["verb"]
    return (*found.span("who"), verb)


@cache
def _behind_pattern() -> re.Pattern[str]:
    return re.compile(rf"的?(?:比例)?(?:进行|共同|予以)?(?P<verb>{any_figure_word('sharing')})")


@cache
def _ratio_pattern() -> re.Pattern[str]:
    """由市、县财政按: those who bear it, right before 按 and the ratio."""
    return re.compile(r"(?:^|(?<=[由，。；：]))(?P<who>[^，。；：由]{2,20}?)(?:按照|按|以)$")


@cache
def _each_pattern() -> re.Pattern[str]:
    """由市财政和区财政各承担: those of whom each bears the share."""
    return re.compile(
        rf"(?:^|(?<=[由，。；：]))(?P<who>[^，。；：由]{{2,20}}?)各(?P<verb>{any_figure_word('sharing')})$"
    )
