"""What a time before a verb puts after the letter: it is planned, whatever the verb says (2027年，甲建成X)."""

from __future__ import annotations

from ...records import LinkedLetter
from ..commitments.verbs import only_says_who
from ..figures.periods import due_date, lies_ahead
from ..status import StatusReading, clause_bounds, firm_statuses
from ..times import only_says_when


def dated(linked: LinkedLetter, text: str, verb: int, reading: StatusReading) -> StatusReading:
    """Return the status, but planned where its clause, or a time before it, puts it behind the letter (2027年，…).

    Who leads may be told between the two (到2027年，由甲牵头，建成X). 年内已建成X is done.
    """
    date = linked.letter.header.date
    if reading.status == "planned" or not date:
        return reading
    start, _ = clause_bounds(text, verb)
    told = text[start:verb]
    while start and text[start - 1] == "，" and not due_date(told, date):
        start, end = clause_bounds(text, start - 1)
        if only_says_when(text[start:end]):
            told = text[start:end]
            break
        if not only_says_who(text, start, end):
            break
    when = due_date(told, date)
    sure = when > date[: len(when)]
    ahead = sure or (lies_ahead(told, date) and not _is_told_done(text, verb))
    return StatusReading("planned", reading.cue) if ahead else reading


def _is_told_done(text: str, verb: int) -> bool:
    """Whether words before a verb say that it was done: 年内，甲已建成X."""
    return "done" in firm_statuses(text, clause_bounds(text, verb)[0], verb)
