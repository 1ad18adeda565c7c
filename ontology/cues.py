"""Cue words of claims: what is done, going on or planned, and what counts as a promise."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from .clause_words import clause_words
from .tsv import Row, length_order, read_tsv

Status = Literal["done", "ongoing", "planned"]
Reach = Literal["clause", "sentence", "section"]
STATUSES: tuple[Status, ...] = get_args(Status)
REACHES: tuple[Reach, ...] = get_args(Reach)


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCue:
    """A word that sets a status. `weak` cues yield to any other, a `result` to what makes all around it a plan.

    It is another word after `unless_after`, right before `unless_before`, or where one of `object_verbs` follows in
    its clause: 将 is no future in 将X纳入Y.
    """

    cue: str
    status: Status
    reach: Reach
    unless_after: tuple[str, ...]
    unless_before: tuple[str, ...]
    object_verbs: tuple[str, ...]
    weak: bool
    result: bool


Position = Literal[
    "anywhere",
    "initial",
    "governed",
    "soft",
    "reported",
    "heading",
    "proposed",
    "handled",
    "firm",
    "ending",
    "target",
    "dated",
    "opening",
    "studied",
    "condition",
    "means",
    "power",
    "intent",
    "early",
    "delayed",
    "pending",
]
POSITIONS: tuple[Position, ...] = get_args(Position)
NEEDS = (
    "",
    "object",
    "firm",
    "own",
    "studied",
    "condition",
    "means",
    "doing",
    "power",
    "intent",
    "early",
    "delayed",
    "pending",
    "plan",
    "asked",
)
_ASSEMBLY = "…会"
OUTCOMES = ("", "kept", "late", "missed", "refused")


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentCue:
    """A word that makes a clause a promise; the head of commitment_cues.tsv tells what each position means.

    `outcome` tells of an earlier promise: kept, late, missed or refused; empty for a new one.
    """

    cue: str
    status: Status
    position: Position
    outcome: str
    needs: str
    unless_after: tuple[str, ...]


def _unless_after(row: Row) -> tuple[str, ...]:
    """The words before a cue that make it another word, those of bodies and meetings in place of …会."""
    words = row.listed("unless_after")
    if _ASSEMBLY not in words:
        return words
    return (*clause_words()["assembly"], *(word for word in words if word != _ASSEMBLY))


@cache
def status_cues() -> tuple[StatusCue, ...]:
    """Return the status cues, longest first. Raises `LexiconError` where the file is broken."""
    rows = read_tsv(
        "status_cues.tsv",
        (
            "cue",
            "status",
            "reach",
            "unless_after",
            "unless_before",
            "object_verbs",
            "weak",
            "result",
            "source",
        ),
    )
    cues = (
        StatusCue(
            cue=row.required("cue"),
            status=row.one_of("status", STATUSES),
            reach=row.one_of("reach", REACHES),
            unless_after=_unless_after(row),
            unless_before=row.listed("unless_before"),
            object_verbs=row.listed("object_verbs"),
            weak=row.one_of("weak", ("", "yes")) == "yes",
            result=row.one_of("result", ("", "yes")) == "yes",
        )
        for row in rows
    )
    return tuple(sorted(cues, key=lambda cue: length_order(cue.cue)))


def commitment_cues(position: Position) -> tuple[CommitmentCue, ...]:
    """Return the promise cues of this position, longest first. Raises `LexiconError` where the file is broken."""
    return _commitment_cues()[position]


@cache
def _commitment_cues() -> Mapping[Position, tuple[CommitmentCue, ...]]:
    columns = ("cue", "status", "position", "outcome", "needs", "unless_after", "source")
    cues: dict[Position, list[CommitmentCue]] = {position: [] for position in POSITIONS}
    for row in read_tsv("commitment_cues.tsv", columns):
        position = row.one_of("position", POSITIONS)
        cue = CommitmentCue(
            cue=row.required("cue"),
            status=row.one_of("status", STATUSES),
            position=position,
            outcome=row.one_of("outcome", OUTCOMES),
            needs=row.one_of("needs", NEEDS),
            unless_after=_unless_after(row),
        )
        cues[position].append(cue)
    return {
        position: tuple(sorted(some, key=lambda cue: length_order(cue.cue)))
        for position, some in cues.items()
    }
