"""What each letter says of a promised thing, step by step: the claims of threads.csv, looked up in the other tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ..relate.figures.likeness import bigrams
from ..tables.claim_records import CommitmentRow, ThreadRow
from ..tables.graph_tables import EvidenceRow, GraphTables, MentionRow
from ..tables.stored_tables import rows_where
from ..threads.measures import reaching
from ..threads.sayings import SAID
from ..threads.steps import NAMED, OF_SOURCE, UNDATED, said_in

_LONGEST_WORDS = 40
"""Characters of a sentence in a history."""
_WORDS_BEFORE = re.compile(r"[^，。；：、（）“”《》,;:()!?]{0,12}$")
"""Up to a mark, full or half width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadStep:
    """What one letter says of the promised thing: status, outcome, the words before its name, and the sentence."""

    letter_id: str
    date: str
    status: str
    outcome: str
    words: str
    due: str
    start: int
    end: int
    quote: str
    claim_id: str


def claimed_steps(tables: GraphTables) -> dict[str, ThreadStep]:
    """Return what the promises, evidence, figures and sentences of the threads say, by the id of each."""
    claims = {row.commitment_id: _promise_step(row) for row in tables.commitments}
    return claims | _told_steps(tables) | _counted_steps(tables) | _worded_steps(tables)


def steps_of(row: ThreadRow, claims: Mapping[str, ThreadStep]) -> tuple[ThreadStep, ...]:
    """Return the steps of a thread that are among the claims, in order of date; undated ones last."""
    ids = (*row.commitment_ids, *row.evidence_ids, *row.figure_ids)
    steps = [claims[claim_id] for claim_id in ids if claim_id in claims]
    steps += [
        replace(claims[one], status=status, outcome=outcome, words=_part_about(row.title, claims[one].quote))
        for one, said in zip(row.sentence_ids, row.sentences_say, strict=True)
        if one in claims
        for status, outcome in [SAID.get(said, ("", ""))]
    ]
    return tuple(
        sorted(steps, key=lambda step: (step.date or UNDATED, step.letter_id, step.start, step.claim_id))
    )


def _promise_step(row: CommitmentRow) -> ThreadStep:
    return ThreadStep(
        letter_id=row.letter_id,
        date=row.date,
        status=row.status,
        outcome=row.outcome,
        words=row.what,
        due=row.due,
        start=row.start,
        end=row.end,
        quote=row.quote,
        claim_id=row.commitment_id,
    )


def _told_steps(tables: GraphTables) -> dict[str, ThreadStep]:
    """Return the steps that stand in evidence.csv, by evidence_id: 成功设立X says that X is done."""
    wanted = {evidence_id for row in tables.threads for evidence_id in row.evidence_ids}
    evidence = [*rows_where(tables.evidence, ("evidence_id",), wanted)]
    edges = rows_where(tables.edges, ("edge_id",), {row.edge_id for row in evidence})
    relations = {row.edge_id: row.relation for row in edges}
    ends = _mention_ends(rows_where(tables.mentions, ("letter_id",), {row.letter_id for row in evidence}))
    return {
        row.evidence_id: _said_step(row)
        if relations[row.edge_id] == NAMED
        else _told_step(row, relations[row.edge_id], ends.get(row.letter_id, ()))
        for row in evidence
    }


def _said_step(row: EvidenceRow) -> ThreadStep:
    said = said_in(row)
    return _step(row, said.status, said.outcome, said.words) if said else _step(row, "", "", "")


def _told_step(row: EvidenceRow, relation: str, ends: Sequence[int]) -> ThreadStep:
    at = row.source_start if relation in OF_SOURCE else row.target_start
    return _step(row, row.status, "", _words_before(row, at, ends) or row.cue)


def _words_before(row: EvidenceRow, at: int | None, ends: Sequence[int]) -> str:
    """The words right before the thing's name (成功设立), from the last mark or name on."""
    if at is None or row.start is None:
        return ""
    named = ends[bisect_right(ends, at) - 1] if ends and ends[0] <= at else 0
    begin = max(row.start, named)
    before = _WORDS_BEFORE.search(row.quote[begin - row.start : at - row.start].rstrip("“《"))
    return "".join(before[0].split()) if before else ""


def _mention_ends(mentions: Iterable[MentionRow]) -> Mapping[str, Sequence[int]]:
    ends: dict[str, list[int]] = defaultdict(list)
    for row in mentions:
        ends[row.letter_id].append(row.end)
    return {letter_id: sorted(found) for letter_id, found in ends.items()}


def _step(row: EvidenceRow, status: str, outcome: str, words: str) -> ThreadStep:
    return ThreadStep(
        letter_id=row.letter_id,
        date=row.date,
        status=status,
        outcome=outcome,
        words=words,
        due="",
        start=row.start or 0,
        end=row.end or 0,
        quote=row.quote,
        claim_id=row.evidence_id,
    )


def _counted_steps(tables: GraphTables) -> dict[str, ThreadStep]:
    """Return the steps that stand in figures.csv, by figure_id: how far what is to be reached is (中试平台 82家)."""
    threads = [row for row in tables.threads if row.figure_ids]
    told = {one for row in threads for one in row.figure_ids}
    promised = {one for row in threads for one in row.commitment_ids}
    commitments = [*rows_where(tables.commitments, ("commitment_id",), promised)]
    letters = {row.letter_id for row in commitments}
    figures = [*rows_where(tables.figures, ("figure_id", "letter_id"), told | letters)]
    reached = reaching(threads, commitments, figures)
    return {
        row.figure_id: ThreadStep(
            letter_id=row.letter_id,
            date=row.date,
            status="done" if row.figure_id in reached else "ongoing",
            outcome="",
            words=f"{row.metric} {row.value}{row.unit}".strip(),
            due="",
            start=row.start,
            end=row.end,
            quote=row.quote,
            claim_id=row.figure_id,
        )
        for row in figures
        if row.figure_id in told
    }


def _worded_steps(tables: GraphTables) -> dict[str, ThreadStep]:
    """Return the steps that stand in sentences.csv, by sentence_id; what they say is told by their thread."""
    wanted = {sentence_id for row in tables.threads for sentence_id in row.sentence_ids}
    dates = {row.letter_id: row.reply_date for row in tables.letters}
    return {
        row.sentence_id: ThreadStep(
            letter_id=row.letter_id,
            date=dates.get(row.letter_id, ""),
            status="",
            outcome="",
            words="",
            due="",
            start=row.start,
            end=row.end,
            quote=row.text,
            claim_id=row.sentence_id,
        )
        for row in rows_where(tables.sentences, ("sentence_id",), wanted)
    }


def _part_about(title: str, sentence: str) -> str:
    """The part of a sentence that has most in common with the title of its thread, shortened where it is long."""
    words = bigrams(title)
    parts = [part for part in re.split("[。；]", "".join(sentence.split())) if part]
    part = max(parts, key=lambda part: len(words & bigrams(part)), default="")
    return part if len(part) <= _LONGEST_WORDS else part[: _LONGEST_WORDS - 1] + "…"
