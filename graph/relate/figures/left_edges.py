"""What stands before a metric and is no part of it: times, places that name what follows, who acts, edge words."""

from __future__ import annotations

import re
from functools import cache

from ontology.metric_edges import metric_edges
from ontology.quantity_words import figure_words, units

from ..clause_roles import any_of
from ..lists import AND, NUMERALS
from ..masking import ANY_PLACE, kind_class
from .word_patterns import any_of as any_figure_word
from .word_patterns import any_word

_ORGANISATION = kind_class("organisation")
TERRITORY = "territory"
"""The dimension of units that are what they count: 三市, 两省."""
JOINTS = "、，的"
"""What no metric begins or ends with."""
_LATE_YEARS = rf"近[{NUMERALS}两几\d]+年来?"
_PLAN_PERIOD = "“?十[一二三四五六]五”?(?:时期|期间|以来|末)?"
_TIME_PARTS = (
    "(?:截至|到(?![位账期场])|至(?!今)|自(?![筹主然愿])|于)",
    r"\d{2,4}(?:年?[至到—–~～-]\d{2,4})?(?:学?年(?:度(?!假))?|(?<=\d{4})(?=连续))",
    r"\d{1,2}(?:[—–-]\d{1,2})?月",
    r"\d+日",
    "(?:上半年|下半年|前?[一二三四]季度|年?底前?|末|以来|起|至今|前(?![一二两三四五六七八九十\\d])|内)",
)
"""What a time consists of: any of them, in this order."""
_YEAR = r"\d{4}年"


@cache
def left_edges() -> re.Pattern[str]:
    """What stands before a metric and is no part of it: times, places that name what follows, edge words."""
    times = (
        first + "".join(f"(?:{later})?" for later in _TIME_PARTS[at:])
        for at, first in enumerate(_TIME_PARTS, start=1)
    )
    words, whole = ("|".join(map(re.escape, metric_edges(side))) for side in ("left", "whole"))
    place = f"[{ANY_PLACE}](?=.)"
    beside = f"(?:{AND}|{any_of('joint')})"
    together = any_figure_word("together", "jointly")
    bodies = f"[{_ORGANISATION}](?:{beside}[{_ORGANISATION}]){{0,4}}"
    whose = f"{bodies}{together}?(?=(?:{words}|{_YEAR}))"
    along = f"(?:{any_of('joint')}){bodies}{together}?(?=(?:{words}))"
    several = rf"[两{NUMERALS}]{_territories()}(?=.{{0,2}}{together})"
    receiver = f"{any_word(figure_words('handing'))}[{_ORGANISATION}](?=..)"
    parts = "|".join((*times, _PLAN_PERIOD, _LATE_YEARS, several, receiver, place, whose, along, words))
    return re.compile(f"(?:(?!{whole})(?:{parts})|[{JOINTS}])*")


def _territories() -> str:
    """两省(各出资), 三市(共同设立): who does it, told by a number."""
    return any_word(each.unit for each in units().values() if each.dimension == TERRITORY)
