"""What was put off: 原定6月完工，推迟三个月; 工程延期至年底完工. What was once planned is then no result."""

from __future__ import annotations

import re
from dataclasses import replace

from ontology.cues import CommitmentCue, commitment_cues

from ..clause_roles import holds_word
from ..figures.periods import lies_ahead
from ..status import clause_bounds, firm_statuses, part_bounds
from .words import has_any

_NUMBER = r"[\d一二两三四五六七八九十半数]"
_UNTIL = re.compile(rf"了?(?:至|到)(?=[今明本下年]|{_NUMBER})")
_BY_HOW_MUCH = re.compile(rf"了?(?:约|近)?{_NUMBER}")


def is_put_off(text: str, cue: CommitmentCue, at: int, end: int) -> bool:
    """Return whether a cue of delay at a place of the clause that ends at `end` tells of a plan.

    By how much suffices where the part of the sentence says what was once planned; elsewhere it takes until when, and
    a result: registration and payments are put off as well.
    """
    behind = at + len(cue.cue)
    if holds_word("scheduled", text, at, behind):
        return text.find("提前", behind, end) < 0
    begin, stop = part_bounds(text, at)
    if holds_word("scheduled", text, begin, at):
        return bool(_UNTIL.match(text, behind) or _BY_HOW_MUCH.match(text, behind))
    return _UNTIL.match(text, behind) is not None and has_any(text[begin:stop], "dated")


def tells_delay(text: str) -> bool:
    """Return whether a word of delay stands in a text, of a plan or of anything else (报名延期至9月30日)."""
    return any(cue.cue in text for cue in commitment_cues("anywhere") if cue.outcome == "late")


def is_former_plan(text: str, start: int, at: int) -> bool:
    """Return whether what stands at a place was only once planned, by the words from `start` on: 原定3月建成."""
    return holds_word("scheduled", text, start, at)


def put_off(cue: CommitmentCue, text: str, at: int, date: str) -> CommitmentCue:
    """Return a cue of delay at a place with the status that its words tell.

    Planned where they name a time ahead, done where they name one past or the part of the sentence tells that it is
    done (已于3月建成，比原计划推迟两个月); as far as the clauses before tell (预计10月出台，比承诺晚了两个月).
    """
    until = _UNTIL.match(text, at + len(cue.cue))
    if until and date:
        _, end = clause_bounds(text, at)
        return replace(cue, status="planned" if lies_ahead(text[until.end() : end], date) else "done")
    begin, _ = part_bounds(text, at)
    told = firm_statuses(text, begin, at)
    if told and told[-1] != "done" and not is_former_plan(text, begin, at):
        return replace(cue, status=told[-1])
    planned = is_former_plan(text, begin, clause_bounds(text, begin)[1])
    return replace(cue, status="done") if "done" in told and not planned else cue
