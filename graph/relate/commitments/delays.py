"""What was put off: 原定6月完工，推迟三个月; 工程延期至年底完工. What was once planned is then no result."""

from __future__ import annotations

import re
from dataclasses import replace

from ontology.cues import CommitmentCue

from ..clause_roles import holds_word
from ..figures.periods import lies_ahead
from ..status import part_bounds
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


def is_former_plan(text: str, start: int, at: int) -> bool:
    """Return whether what stands at a place was only once planned, by the words from `start` on: 原定3月建成."""
    return holds_word("scheduled", text, start, at)


def put_off(cue: CommitmentCue, words: str, date: str) -> CommitmentCue:
    """Return a cue of delay, planned where the words behind it name a time ahead, done where they name one past."""
    until = _UNTIL.match(words, len(cue.cue))
    if until is None or not date:
        return cue
    return replace(cue, status="planned" if lies_ahead(words[until.end() :], date) else "done")
