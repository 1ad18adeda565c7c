"""What letters say of a promised thing, step by step: promises, and typed relations that tell of it.

成功设立X says that X is done, as a promise does that is reported on; 全面完成《X行动方案》 only carries X out. Where no
relation tells it, the words around the name may (X已落成, 不再建设X).
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from sys import intern
from typing import NamedTuple

import msgspec

from ..relate.figures.periods import periods
from ..tables.claim_records import CommitmentRow
from ..tables.graph_tables import EdgeRow, EvidenceRow
from .clauses.outcomes import Said, joins, said_of, stage_of

_ACHIEVED_BY = frozenset({"established", "issued", "designated_as", "hosts", "signed", "located_in"})
"""Relations by which a thing comes about: their target, or the source of those in `OF_SOURCE`."""
_DATED_BY = frozenset({"established", "issued", "signed"})
"""Those whose time is that at which a thing came about: it may be designated years later."""
OF_SOURCE = frozenset({"located_in"})
"""Relations that tell of their source: 基金落户深圳 tells of the fund."""
_CARRIED_OUT_BY = frozenset({"implements", "supports", "operates"})
"""Relations with a thing that is there: a promise to carry out a plan takes nothing back."""
_TELLING = _ACHIEVED_BY | _CARRIED_OUT_BY
NAMED = "cited_in"
"""The relation of every sentence that names a thing: its words may tell what no typed relation does."""
_ALL_TELLING = _TELLING | {NAMED}
_CLAUSE_END = re.compile("[，。；：,;:]")
UNDATED = "9999"
"""Sorts behind every date."""


class Step(NamedTuple):
    """What one sentence says of the promised thing. Steps sort by date, the undated last; `date` is empty there.

    `promised`: from commitments.csv, else from evidence.csv. `of_result` is False where a thing that is there is
    only to be carried out, `brings` where it is something done with the thing that is promised.
    `due`: until when it is promised; `when`: the day from which on it may have come about, where the sentence says.
    `in_words`, `undone`, `joined`: as in `Told`, or promised. `counted`: from figures.csv.
    `worded`: from sentences.csv, where a sentence speaks of the promise in its words; `status` is empty where it says
    nothing that is understood.
    """

    order: str
    letter_id: str
    start: int
    claim_id: str
    date: str
    status: str
    sentence_id: str
    outcome: str = ""
    promised: bool = True
    of_result: bool = True
    brings: bool = True
    in_words: bool = False
    undone: bool = False
    due: str = ""
    when: str = ""
    counted: bool = False
    joined: bool = False
    worded: bool = False


class Told(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A sentence that tells of a thing: it came about or was given up (`achieved`), or is carried out.

    `in_words`: no typed relation tells it. `stage`: of a further stage of the thing (二期). `undone`: it is not there
    yet. `when`: the day from which on it may have come about (2024-07-01 of 2024年7月，X建成), empty where none is.
    """

    thing: str
    achieved: bool
    letter_id: str
    sentence_id: str
    start: int
    status: str
    date: str
    evidence_id: str
    outcome: str = ""
    stage: str = ""
    in_words: bool = False
    undone: bool = False
    joined: bool = False
    when: str = ""


def told_of_things(
    edges: Iterable[EdgeRow], evidence: Iterable[EvidenceRow], things: Container[str] | None = None
) -> list[Told]:
    """Return what sentences tell of the things that they name, in the order of the evidence.

    `things`: the ids of all of `relate.records.THINGS`; without them what is told of other names is returned as well.
    """
    telling = {
        row.edge_id: row
        for row in edges
        if row.relation in _ALL_TELLING and (things is None or _thing_of(row) in things)
    }
    rows = ((telling[row.edge_id], row) for row in evidence if row.edge_id in telling)
    return [told for edge, row in rows if (told := _told(edge, row)) is not None]


def _thing_of(edge: EdgeRow) -> str:
    """The end of a telling edge that is told of."""
    return edge.source if edge.relation == NAMED or edge.relation in OF_SOURCE else edge.target


def said_in(row: EvidenceRow) -> Said | None:
    """Return what the words around a name say became of it; `row` is evidence of the relation `NAMED`."""
    if row.start is None or row.source_start is None or row.source_end is None:
        return None
    return said_of(row.quote, row.source_start - row.start, row.source_end - row.start, row.date)


def _told(edge: EdgeRow, row: EvidenceRow) -> Told | None:
    said = said_in(row) if edge.relation == NAMED else None
    if row.start is None or (edge.relation == NAMED and said is None):
        return None
    of_source = edge.relation in OF_SOURCE or said is not None
    start, end = (row.source_start, row.source_end) if of_source else (row.target_start, row.target_end)
    stage = said.stage if said else stage_of(row.quote[end - row.start :]) if end is not None else ""
    when = ""
    if start is not None and end is not None and (said or edge.relation in _DATED_BY):
        when = _when(row.quote, start - row.start, end - row.start, row.date)
    return Told(
        thing=_thing_of(edge),
        achieved=edge.relation in _ACHIEVED_BY or said is not None,
        letter_id=row.letter_id,
        sentence_id=row.sentence_id,
        start=row.start,
        status=said.status if said else row.status,
        date=row.date,
        evidence_id=row.evidence_id,
        outcome=said.outcome if said else "",
        stage=stage,
        in_words=said is not None,
        undone=said is not None and said.undone,
        joined=said is not None and said.joined,
        when=when,
    )


def _when(quote: str, start: int, end: int, date: str) -> str:
    """The first day of the last time that is told up to the end of the clause of a name, or the empty string.

    The years of a title at [start, end) are none of those.
    """
    begin = max(quote.rfind(mark, 0, start) for mark in "。；;") + 1
    stop = _CLAUSE_END.search(quote, end)
    words = f"{quote[begin:start]}，{quote[end : stop.start() if stop else None]}"
    told = periods("".join(words.split()), date)
    return next((one.first for one in reversed(told) if one.first and not one.goes_on), "")


def carried_out(told: Sequence[Told]) -> frozenset[tuple[str, str, str]]:
    """Return (thing, letter, sentence) where a thing is only carried out or supported, not brought about."""
    found = {(one.thing, one.letter_id, one.sentence_id) for one in told if not one.achieved}
    found.difference_update((one.thing, one.letter_id, one.sentence_id) for one in told if one.achieved)
    return frozenset(found)


def promise_step(row: CommitmentRow, *, of_result: bool = True, brings: bool = True) -> Step:
    """Return what a row of commitments.csv says."""
    at = row.clause_start - row.start
    date = intern(row.date)
    return Step(
        order=date or UNDATED,
        letter_id=intern(row.letter_id),
        start=row.start,
        claim_id=row.commitment_id,
        date=date,
        status=intern(row.status),
        sentence_id=row.sentence_id,
        outcome=intern(row.outcome),
        of_result=of_result,
        brings=brings,
        joined=joins(row.what),
        due=row.due,
        when=_when(row.quote, at, at, row.date) if row.status == "done" else "",
    )


def told_step(one: Told) -> Step:
    """Return what a row of evidence.csv says."""
    date = intern(one.date)
    return Step(
        order=date or UNDATED,
        letter_id=intern(one.letter_id),
        start=one.start,
        claim_id=one.evidence_id,
        date=date,
        status=intern(one.status),
        sentence_id=one.sentence_id,
        outcome=intern(one.outcome),
        promised=False,
        in_words=one.in_words,
        brings=not one.joined,
        undone=one.undone,
        joined=one.joined,
        when=one.when,
    )


def with_told(promises: Sequence[Step], told: Sequence[Step]) -> list[Step]:
    """Return the steps in order: of told ones those that say what no other of their sentence says, relations first.

    Nothing is told in answer to promises to do something with the thing, but for those to carry it out.
    """
    joined = any(step.joined for step in promises)
    answered = not promises or any(step.brings or not step.of_result for step in promises)
    told = [step for step in told if step.worded or (joined if step.joined else answered)]
    if not told:
        return sorted(promises)
    found = [*promises]
    said = {(step.letter_id, step.sentence_id, step.status) for step in promises}
    planned = {(step.letter_id, step.sentence_id) for step in promises if step.status == "planned"}
    reported = {(step.letter_id, step.sentence_id) for step in promises if step.outcome}
    for step in sorted(told, key=lambda step: (step.in_words, step)):
        place, key = (step.letter_id, step.sentence_id), (step.letter_id, step.sentence_id, step.status)
        if step.in_words and not (step.outcome or step.undone) and place in planned:
            continue  # 下一步，X建成投用: a plan of its heading, which the words do not know
        if (not step.undone and key not in said) or ((step.undone or step.outcome) and place not in reported):
            found.append(step)
            said |= set() if step.undone else {key}
            reported |= {place} if step.outcome else set()
    return sorted(found)
