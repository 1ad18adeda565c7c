"""Words by which a sentence about a promised thing tells what became of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

OutcomeRole = Literal[
    "result",
    "formed",
    "sure",
    "founding",
    "aside",
    "noun",
    "dropped",
    "act",
    "denying",
    "undone",
    "waiting",
    "begun",
    "head",
    "edition",
    "urging",
    "level",
    "below",
    "each",
    "added",
    "joined",
    "shared",
    "later",
    "circumstance",
    "neutral",
    "timed",
    "supposed",
    "quoted",
    "requested",
    "applied",
    "elsewhere",
    "wide",
    "body",
    "beside",
    "total",
    "stock",
    "lacking",
    "yearly",
    "fulfilled",
    "failed",
    "actual",
    "still",
    "of_old",
    "its_own",
]


@cache
def outcome_words() -> Mapping[OutcomeRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("outcome_words.tsv", get_args(OutcomeRole))
