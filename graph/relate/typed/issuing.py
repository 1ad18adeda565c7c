"""Whether a paper that somebody drafts or passes is out: what its sentence goes on to tell of it decides.

我局起草的《X》正在征求意见, 《X》已审议通过，近期将印发: not yet. 2019年印发的《X》将启动修订: long since.
"""

from __future__ import annotations

import re
from functools import cache

from ...records import ClaimStatus
from ..clause_roles import any_clause_word, holds_word
from ..masking import kind_class
from ..status import StatusReading, clause_bounds, find_cues, part_bounds, read_status

RELATION = "issued"
_POLICY = re.compile(f"[{kind_class('policy')}]")
_OUT: ClaimStatus = "done"


def issue_status(
    text: str, verb: tuple[int, int], paper: tuple[int, int], reading: StatusReading
) -> StatusReading:
    """Return the status of the issue of the paper named at the range `paper`, as far as its sentence tells more.

    `reading` is what the verb's own clause says; a verb of issuing that tells that it is done is believed.
    """
    if reading.status != _OUT:
        return StatusReading(status=_OUT) if _is_described_as_out(text, paper[0]) else reading
    if _promulgating_pattern().search(text[verb[0] : verb[1]]):
        return reading
    _, stop = part_bounds(text, paper[1])
    other = _POLICY.search(text, paper[1], stop)
    if other:  # what is said right before another paper is said of that
        stop = clause_bounds(text, other.start())[0]
    return _told_behind(text, paper[1], max(stop, paper[1])) or reading


def _is_described_as_out(text: str, paper: int) -> bool:
    """Whether a paper stands behind words that tell that it was issued: 2019年印发的《X》, 已出台的《X》."""
    before = _described_pattern().search(text, 0, paper)
    if before is None:
        return False
    start, _ = clause_bounds(text, before.start())
    return all(each.cue.status == _OUT or each.cue.weak for each in find_cues(text, start, before.end()))


def _told_behind(text: str, start: int, stop: int) -> StatusReading | None:
    """What text[start:stop], behind a paper, tells of its issue: the last clause that speaks of it decides."""
    told = None
    for found in _issue_pattern().finditer(text, start, stop):
        told = _read(text, found.start(), found.end())
    if told is not None:
        return told if told.status != _OUT else None
    waiting = _in_approval_pattern().search(text, start, stop)
    if waiting is None:
        return None
    reading = read_status(text, waiting.span(), "ongoing")
    return StatusReading(status="ongoing") if reading.status == _OUT else reading


def _read(text: str, start: int, end: int) -> StatusReading:
    """The status of a verb of issuing: planned, too, where its clause says no more than a time to come (年内印发)."""
    reading = read_status(text, (start, end), _OUT)
    soon = reading.status == _OUT and not reading.cue and not text.startswith("了", end)
    clause, _ = clause_bounds(text, start)
    return StatusReading(status="planned") if soon and holds_word("soon", text, clause, start) else reading


@cache
def _promulgating_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_clause_word('promulgating')}$")


@cache
def _issue_pattern() -> re.Pattern[str]:
    """…印发, …印发实施, as all that the clause says: the paper before is what is issued."""
    return re.compile(rf"{any_clause_word('promulgating')}(?=[，。；、]|$|并|后)")


@cache
def _in_approval_pattern() -> re.Pattern[str]:
    submitted = rf"{any_clause_word('submitting')}[^，。；：]{{0,16}}?{any_clause_word('deciding')}"
    return re.compile(
        rf"(?:{any_clause_word('in_approval')}|{submitted})(?=[，。；、）]|$|中|阶段|环节|程序|并)"
    )


@cache
def _described_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_clause_word('promulgating')}的[《“]?$")
