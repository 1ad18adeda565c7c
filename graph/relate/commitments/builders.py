"""Who carries on with what is being built: 由甲公司建设的乙园正在施工，预计10月投用 promises for 甲公司."""

from __future__ import annotations

import re
from functools import cache

from ..clause_roles import any_clause_word, holds_word
from ..lists import AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name, kind_class
from ..status import clause_bounds, part_bounds

_BUILDERS = kind_class("organisation", "platform")
_NO_NAME = f"[^，。；：、{ANY_NAME}{ANY_PLACE}]"


def builder_of(masked: MaskedSentence, at: int) -> Name | None:
    """Return who builds what the clause at a place says the works of go on or end, the first of several; else None.

    Where the writer speaks of what it does itself behind the clause that names the builder, the works are no longer
    the builder's (由甲公司承建，下一步，将督促加快施工).
    """
    text = masked.text
    start, end = clause_bounds(text, at)
    if not holds_word("works", text, start, end):
        return None
    part, _ = part_bounds(text, at)
    found = [*_building_pattern().finditer(text, part, at)]
    if not found:
        return None
    _, told = clause_bounds(text, found[-1].end())
    if holds_word("overseeing", text, told, end):
        return None
    return masked.names[found[-1]["by"] or found[-1]["of"]]


@cache
def _building_pattern() -> re.Pattern[str]:
    """由甲公司(和乙公司)投资建设; 甲公司牵头、乙大学参与建设的X, at the beginning of a part of the sentence."""
    building = any_clause_word("building")
    owner = rf"(?:[{_BUILDERS}]{any_clause_word('owning')})?"
    paying = rf"{any_clause_word('paying_for')}[^，。；：、{ANY_NAME}{ANY_PLACE}]{{0,10}}?元"
    by = rf"由{owner}(?P<by>[{_BUILDERS}])(?:{AND}[{_BUILDERS}])*(?:{_NO_NAME}{{0,6}}?|{paying}){building}"
    of = rf"(?:^|(?<=；))(?P<of>[{_BUILDERS}])[^，。；：]{{0,16}}?{building}的"
    return re.compile(f"{by}|{of}")
