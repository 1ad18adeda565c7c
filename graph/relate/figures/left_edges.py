"""What stands before a metric and is cut off: times, places that name what follows, who acts, edge words."""

from __future__ import annotations

import re
from functools import cache

from corpus.numerals import ONE_TO_TEN
from ontology.metric_edges import metric_edges
from ontology.quantity_words import bounds, figure_words, units
from ontology.time_words import time_expression
from ontology.tsv import any_word

from ..clause_roles import any_clause_word
from ..lists import AND
from ..masking import ANY_PLACE, kind_class
from ..place_names import UNKNOWN_LEVEL
from .quantity import Quantity
from .sharing import SHARES
from .word_patterns import any_figure_word

_ORGANISATION = kind_class("organisation")
TERRITORY = "territory"
"""The dimension of units that are what they count: 三市, 两省."""
JOINTS = "、，的"
"""What no metric begins or ends with."""
_YEAR = r"\d{4}年"


@cache
def left_edges() -> re.Pattern[str]:
    """What stands before a metric and is no part of it: times, places that name what follows, edge words."""
    words, whole = (any_word(metric_edges()[side]) for side in ("left", "whole"))
    longer = any_word(
        word
        for word in metric_edges()["left"]
        if any(word != each and word.startswith(each) for each in metric_edges()["whole"])
    )
    place = f"(?:[{ANY_PLACE}]|{UNKNOWN_LEVEL})(?=.)"
    beside = f"(?:{AND}|{any_clause_word('joint')})"
    together = any_figure_word("together", "jointly")
    bodies = f"[{_ORGANISATION}](?:{beside}[{_ORGANISATION}]){{0,4}}"
    whose = f"{bodies}{together}?(?=(?:{words}|{_YEAR}))"
    along = f"{any_clause_word('joint')}{bodies}{together}?(?=(?:{words}))"
    several = rf"[两{ONE_TO_TEN}]{_territories()}(?=.{{0,2}}{together})"
    receiver = f"{any_word(figure_words('handing'))}[{_ORGANISATION}](?=..)"
    parts = "|".join((time_expression(), several, receiver, place, whose, along, words))
    return re.compile(f"(?:(?:(?={longer})|(?!{whole}))(?:{parts})|[{JOINTS}])*")


def _territories() -> str:
    """两省(各出资), 三市(共同设立): who does it, told by a number."""
    return any_word(each.unit for each in units().values() if each.dimension == TERRITORY)


def opens_clause(text: str, quantity: Quantity) -> bool:
    """Return whether a number begins a clause; a share also behind what bounds it (近七成的村)."""
    bound = _bound_before().search(text, 0, quantity.start) if quantity.unit_of.dimension in SHARES else None
    at = bound.start() if bound else quantity.start
    return at == 0 or text[at - 1] in "，。；："


@cache
def _bound_before() -> re.Pattern[str]:
    return re.compile(rf"{any_word(bounds('before'))}$")
