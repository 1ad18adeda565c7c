"""Promises of two letters side by side, with what either letter tells of a promise of the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from msgspec import structs

from ..relate.records import THINGS
from ..tables.claim_records import CommitmentRow, ThreadRow
from ..tables.graph_tables import GraphTables
from ..tables.stored_tables import rows_where
from . import labels
from .pairing import promise_likeness
from .promise_steps import ThreadStep, claimed_steps, steps_of
from .side_by_side import ComparedItem, Measure, differences

_FOLLOWS = 10.0
"""Likeness of a promise and the account of it, as threads.csv has them: more than any wording gives."""
_TOLD = 0.1
"""Likeness, at least, of a promise and what its thread tells of it: less than that of the same promise made again."""


def compared_promises(tables: GraphTables, letter_a: str, letter_b: str) -> Iterator[ComparedItem]:
    """Compare the promises, those too that the other letter tells to be kept or given up without promising anything.

    `tables` hold of commitments and mentions the rows of the two letters alone.
    """
    answers = {row.commitment_id: (promise_id, row) for promise_id, row in _told(tables)}
    told = [row for _, row in answers.values()]
    measure: Measure[CommitmentRow] = Measure(
        aspect="promise",
        likeness=_Likeness(tables, answers),
        same=_say_the_same,
        item=lambda row: row.what,
        words=_words,
        stands_alone=lambda row: row.commitment_id not in answers,
    )
    rows = [one for row in tables.commitments for one in _by_thing(row, told)]
    yield from differences(measure, (*rows, *told), letter_a, letter_b)


class _Likeness:
    """How alike two promises are, or a promise and what a letter tells of it."""

    def __init__(self, tables: GraphTables, answers: Mapping[str, tuple[str, CommitmentRow]]) -> None:
        self._answers = answers
        rows = (*tables.commitments, *(row for _, row in answers.values()))
        things = {thing for row in rows for thing in row.object_ids}
        self._names: Mapping[str, Collection[str]] = {
            row.entity_id: (row.name, *row.aliases, row.short_name)
            for row in rows_where(tables.entities, ("entity_id",), things)
            if row.kind in THINGS
        }
        self._follows = {
            pair for row in tables.threads for pair in zip(row.commitment_ids, row.reports_on, strict=False)
        }

    def __call__(self, one: CommitmentRow, two: CommitmentRow) -> float:
        """Return how alike the two are; 0 where they are not about the same."""
        wording = promise_likeness(one, two, self._names)
        if bool(one.outcome) != bool(two.outcome) and self._is_account(one, two):
            return _FOLLOWS + wording
        if one.commitment_id in self._answers:
            return max(_TOLD, wording) if self._tells_of(one, two) else 0.0
        if two.commitment_id in self._answers:
            return max(_TOLD, wording) if self._tells_of(two, one) else 0.0
        return wording

    def _is_account(self, one: CommitmentRow, two: CommitmentRow) -> bool:
        """Whether one of the two takes up the other, as threads.csv has it."""
        pair = (one.commitment_id, two.commitment_id)
        return pair in self._follows or pair[::-1] in self._follows

    def _tells_of(self, told: CommitmentRow, promise: CommitmentRow) -> bool:
        """Whether what is told is of this promise, and not from before it: that says nothing of what became of it."""
        promise_id, _ = self._answers[told.commitment_id]
        before = bool(told.date) and told.date < promise.date
        return promise_id == promise.commitment_id and not before


def _by_thing(row: CommitmentRow, told: Iterable[CommitmentRow]) -> Iterable[CommitmentRow]:
    """A promise of several things, once for each of which the other letter tells what became of it."""
    told_of = {thing for one in told if one.letter_id != row.letter_id for thing in one.object_ids} & set(
        row.object_ids
    )
    answered = [thing for thing in row.object_ids if thing in told_of]
    return [structs.replace(row, object_ids=(thing,)) for thing in answered] if len(answered) > 1 else [row]


def _told(tables: GraphTables) -> Iterator[tuple[str, CommitmentRow]]:
    """Yield what the letters tell of promised things, with the id of each promise of the other letter it answers."""
    promised = {row.commitment_id: row.letter_id for row in tables.commitments}
    threads = [row for row in tables.threads if any(one in promised for one in row.commitment_ids)]
    claims = claimed_steps(replace(tables, threads=threads))
    for thread in threads:
        for step in steps_of(thread, claims):
            if step.claim_id in promised or not (step.status or step.outcome):
                continue
            for promise_id in thread.commitment_ids:
                if promised.get(promise_id, step.letter_id) != step.letter_id:
                    yield promise_id, _told_row(thread, step, promise_id)


def _told_row(thread: ThreadRow, step: ThreadStep, promise_id: str) -> CommitmentRow:
    """What a step tells, as the promise that it answers is told."""
    return CommitmentRow(
        commitment_id=f"{promise_id} {thread.thread_id} {step.claim_id}",
        letter_id=step.letter_id,
        actor="",
        responsible="",
        responsible_basis="",
        what=f"{thread.title} {step.words}".rstrip(),
        object_ids=thread.about_ids,
        status=step.status,
        cue="",
        date=step.date,
        sentence_id="",
        start=step.start,
        end=step.end,
        quote=step.quote,
        outcome=step.outcome,
        clause_start=step.start,
        clause_end=step.end,
    )


def _status(row: CommitmentRow) -> str:
    return f"{row.status} {row.outcome}".strip()


def _say_the_same(one: CommitmentRow, two: CommitmentRow) -> bool:
    """Whether neither status nor outcome changed, nor the time until when, where both tell one."""
    moved = bool(one.due and two.due) and one.due != two.due
    return _status(one) == _status(two) and not moved


def _words(row: CommitmentRow) -> str:
    due = f" (期限 due {row.due})" if row.due else ""
    told = labels.concept("outcome", row.outcome) if row.outcome else labels.concept("status", row.status)
    return f"{told}{due}: {row.what}"
