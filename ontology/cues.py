"""Cue words of claims: what is done, going on or planned, and what counts as a promise."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from .tsv import read_tsv

Status = Literal["done", "ongoing", "planned"]
Reach = Literal["clause", "sentence", "section"]
STATUSES: tuple[Status, ...] = ("done", "ongoing", "planned")
REACHES: tuple[Reach, ...] = ("clause", "sentence", "section")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusCue:
    """A word that sets a status. `weak` cues yield to any other; `unless_after` words make it another word."""

    cue: str
    status: Status
    reach: Reach
    unless_after: tuple[str, ...]
    weak: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CommitmentCue:
    """A word that makes a clause a promise: its status, and whether it must stand first (`initial`) or anywhere.

    `outcome` tells of earlier promises: kept, late, missed or refused; empty for a new one.
    """

    cue: str
    status: Status
    position: Literal["initial", "anywhere"]
    outcome: str
    needs: Literal["", "name", "object"]
    unless_after: tuple[str, ...]


@cache
def status_cues() -> tuple[StatusCue, ...]:
    """Return the status cues, longest first. Raises `LexiconError` where the file is broken."""
    rows = read_tsv("status_cues.tsv", ("cue", "status", "reach", "unless_after", "weak", "source"))
    cues = (
        StatusCue(
            cue=row.required("cue"),
            status=cast("Status", row.one_of("status", STATUSES)),
            reach=cast("Reach", row.one_of("reach", REACHES)),
            unless_after=row.listed("unless_after"),
            weak=row.one_of("weak", ("", "yes")) == "yes",
        )
        for row in rows
    )
    return tuple(sorted(cues, key=lambda cue: (-len(cue.cue), cue.cue)))


@cache
def commitment_cues() -> tuple[CommitmentCue, ...]:
    """Return the promise cues, longest first. Raises `LexiconError` where the file is broken."""
    columns = ("cue", "status", "position", "outcome", "needs", "unless_after", "source")
    cues = (
        CommitmentCue(
            cue=row.required("cue"),
            status=cast("Status", row.one_of("status", STATUSES)),
            position=cast("Literal['initial', 'anywhere']", row.one_of("position", ("initial", "anywhere"))),
            outcome=row.one_of("outcome", ("", "kept", "late", "missed", "refused")),
            needs=cast("Literal['', 'name', 'object']", row.one_of("needs", ("", "name", "object"))),
            unless_after=row.listed("unless_after"),
        )
        for row in read_tsv("commitment_cues.tsv", columns)
    )
    return tuple(sorted(cues, key=lambda cue: (-len(cue.cue), cue.cue)))
