"""What letters say of a promised thing, step by step: promises, and typed relations that tell of it.

成功设立X says that X is done, as a promise does that is reported on; 全面完成《X行动方案》 only carries X out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from .claim_records import CommitmentRow
from .graph_tables import EdgeRow, EvidenceRow

THINGS = frozenset({"fund", "platform", "policy"})
"""Kinds of what is promised: an organisation takes part, or is where it happens."""
_ACHIEVED_BY = frozenset({"established", "issued", "designated_as", "hosts", "signed", "located_in"})
"""Relations by which a thing comes about: their target, or the source of those in `OF_SOURCE`."""
OF_SOURCE = frozenset({"located_in"})
"""Relations that tell of their source: 基金落户深圳 tells of the fund."""
_CARRIED_OUT_BY = frozenset({"implements", "supports", "operates"})
"""Relations with a thing that is there: a promise to carry out a plan takes nothing back."""
_TELLING = _ACHIEVED_BY | _CARRIED_OUT_BY
UNDATED = "9999"
"""Sorts behind every date."""


class Step(NamedTuple):
    """What one sentence says of the promised thing. Steps sort by date, the undated last; `date` is empty there.

    `promised`: from commitments.csv, else from evidence.csv. `of_result` is False where a thing that is there is
    only to be carried out.
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


class Told(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A sentence in which a typed relation tells of a thing: it came about (`achieved`), or is carried out."""

    thing: str
    achieved: bool
    letter_id: str
    sentence_id: str
    start: int
    status: str
    date: str
    evidence_id: str


def told_of_things(edges: Iterable[EdgeRow], evidence: Iterable[EvidenceRow]) -> list[Told]:
    """Return what typed relations tell of the things at their ends, in the order of the evidence."""
    telling = {row.edge_id: row for row in edges if row.relation in _TELLING}
    return [
        _told(telling[row.edge_id], row, row.start)
        for row in evidence
        if row.edge_id in telling and row.start is not None
    ]


def _told(edge: EdgeRow, row: EvidenceRow, start: int) -> Told:
    return Told(
        thing=edge.source if edge.relation in OF_SOURCE else edge.target,
        achieved=edge.relation in _ACHIEVED_BY,
        letter_id=row.letter_id,
        sentence_id=row.sentence_id,
        start=start,
        status=row.status,
        date=row.date,
        evidence_id=row.evidence_id,
    )


def carried_out(told: Iterable[Told]) -> frozenset[tuple[str, str, str]]:
    """Return (thing, letter, sentence) where a thing is only carried out or supported, not brought about."""
    found: dict[bool, set[tuple[str, str, str]]] = {True: set(), False: set()}
    for one in told:
        found[one.achieved].add((one.thing, one.letter_id, one.sentence_id))
    return frozenset(found[False] - found[True])


def promise_step(row: CommitmentRow, *, of_result: bool = True) -> Step:
    """Return what a row of commitments.csv says."""
    return Step(
        order=row.date or UNDATED,
        letter_id=row.letter_id,
        start=row.start,
        claim_id=row.commitment_id,
        date=row.date,
        status=row.status,
        sentence_id=row.sentence_id,
        outcome=row.outcome,
        of_result=of_result,
    )


def told_step(one: Told) -> Step:
    """Return what a row of evidence.csv says."""
    return Step(
        order=one.date or UNDATED,
        letter_id=one.letter_id,
        start=one.start,
        claim_id=one.evidence_id,
        date=one.date,
        status=one.status,
        sentence_id=one.sentence_id,
        promised=False,
    )


def with_told(promises: Sequence[Step], told: Sequence[Step]) -> list[Step]:
    """Return the steps in order: of told ones those that say what no other step of their sentence says."""
    if not told:
        return sorted(promises)
    found = [*promises]
    said = {(step.letter_id, step.sentence_id, step.status) for step in promises}
    for step in sorted(told):
        key = (step.letter_id, step.sentence_id, step.status)
        if key not in said:
            said.add(key)
            found.append(step)
    return sorted(found)
