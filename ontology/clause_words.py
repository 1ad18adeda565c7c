"""Function words of the genre: what a name or a clause is doing in its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

ClauseRole = Literal[
    "lead",
    "and",
    "beside",
    "or",
    "joint",
    "agent",
    "causative",
    "ground",
    "negation",
    "together",
    "generic",
    "self",
    "own",
    "adverb",
    "future",
    "giving",
    "leading",
    "assisting",
    "means",
    "marking",
    "unreal",
    "wished",
    "dropped",
    "former",
    "placing",
    "unnamed",
    "verbal",
    "naming",
    "asked",
    "ordered",
    "approving",
    "treasury",
    "owning",
    "aside",
    "respective",
    "denying",
    "granting",
    "past",
    "resulting",
    "proposal",
    "announced",
    "asking",
    "addressing",
    "circumstance",
    "outsider",
    "members",
    "striving",
    "accounting",
    "prescribing",
    "ruling",
    "planning",
    "turning",
    "effect",
    "finished",
    "compound",
    "stating",
    "duty",
    "people",
    "about",
    "answered",
    "listed",
    "urging",
    "closing",
    "aim",
    "thanking",
    "party",
    "speaking",
    "measured",
    "committing",
    "base",
    "during",
    "locating",
    "serving",
    "whole",
    "starting",
    "timing",
]
ROLES: tuple[ClauseRole, ...] = get_args(ClauseRole)


@cache
def clause_words() -> Mapping[ClauseRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("clause_words.tsv", ROLES)
