"""What became of a thing (succeeded_by): where the name of the new one ends, and when it is only wanted."""

from __future__ import annotations

import re
from functools import cache

from ..clause_roles import any_clause_word
from ..status import StatusReading, clause_bounds

RELATION = "succeeded_by"
CLOSED = rf"(?=[，。；：、！？（）()“”]|$|{any_clause_word('closing')})"
"""Behind a name: it ends there. 升级为农业农村部定点市场 tells of a market, not of the ministry."""


def is_closed(text: str, position: int) -> bool:
    """Return whether a name that ends at `position` of a masked text is no part of a longer one."""
    return _closed().match(text, position) is not None


def wanted_status(text: str, verb: int, reading: StatusReading) -> StatusReading:
    """Return the status of a succession whose verb stands at `verb`: 支持X升级为Y tells a wish, unless 已 is said."""
    clause, _ = clause_bounds(text, verb)
    if reading.status != "done" or reading.cue:
        return reading
    urged = _urging().search(text, clause, verb)
    return StatusReading(status="planned", cue=urged["word"]) if urged else reading


@cache
def _urging() -> re.Pattern[str]:
    """支持; in 在X支持下 it tells how a thing came about."""
    return re.compile(rf"(?P<word>{any_clause_word('urging')})(?![^，。；]{{0,4}}下)")


@cache
def _closed() -> re.Pattern[str]:
    return re.compile(CLOSED)
