"""What is told of a thing behind the clause that builds it: 投资3亿元建设某馆，2024年9月投入使用 is done."""

from __future__ import annotations

import re
from functools import cache

from ontology.time_words import time_expression

from ...records import LinkedLetter
from ..clause_roles import any_clause_word, holds_word
from ..masking import ANY_NAME
from ..status import StatusReading, clause_bounds, part_bounds, read_status
from .coming import dated

RELATION = "established"
_NAME = re.compile(f"[{ANY_NAME}]")


def in_use(linked: LinkedLetter, text: str, end: int, reading: StatusReading) -> StatusReading:
    """Return the status of a thing built in a match that ends at `end`: done where its part goes on that it is in use.

    Only of what the verb alone tells as going on, and by a clause that tells no more than when: what stands there
    beside it has a subject of its own (1号楼已竣工), or denies it (尚未建成).
    """
    if reading.status != "ongoing" or reading.cue:
        return reading
    _, stop = part_bounds(text, end)
    found = _in_use_pattern().search(text, end, stop)
    if found is None or _NAME.search(text, end, found.start()):
        return reading
    start, _ = clause_bounds(text, found.start())
    of_thing = start > end and _when_pattern().fullmatch(text, start, found.start())
    if not of_thing or holds_word("phase", text, end, found.start()):
        return reading
    told = dated(linked, text, found.start(), read_status(text, found.span(), "done"))
    return told if told.status == "done" else reading


def prepared(text: str, start: int, end: int, reading: StatusReading) -> StatusReading:
    """Return the status of a thing built in a match [start, end), done only where it is ready.

    Planned where it is only prepared (完成X前期工作) or not begun (甲承建的X尚未开工), ongoing where it is not ready
    (甲承建的X未能按期建成).
    """
    if reading.status != "done":
        return reading
    behind = _not_ready_pattern().match(text, end)
    if holds_word("preparing", text, start, end) or (behind and behind["begun"]):
        return StatusReading("planned", reading.cue)
    return StatusReading("ongoing", reading.cue) if behind else reading


@cache
def _not_ready_pattern() -> re.Pattern[str]:
    begun, ready = any_clause_word("beginning"), any_clause_word("in_use")
    denied = any_clause_word("negation", "denying")
    return re.compile(
        rf"[^，。；：]{{0,16}}?{denied}[^，。；：]{{0,3}}?(?:(?P<begun>{begun})|{ready})(?=[，。；]|$)"
    )


@cache
def _in_use_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_clause_word('in_use')})(?=[，。；、]|$|并)")


@cache
def _when_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{time_expression()}|{any_clause_word('in_use_lead')})*")
