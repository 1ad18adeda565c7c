"""Function words of the genre: what a name or a clause is doing in its sentence."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast, get_args

from .tsv import read_tsv

ClauseRole = Literal[
    "lead",
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
    "quoting",
    "attending",
]
ROLES: tuple[ClauseRole, ...] = get_args(ClauseRole)


@cache
def clause_words() -> Mapping[ClauseRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    found: dict[ClauseRole, set[str]] = {role: set() for role in ROLES}
    for row in read_tsv("clause_words.tsv", ("word", "role", "source")):
        found[cast("ClauseRole", row.one_of("role", ROLES))].add(row.required("word"))
    return {role: tuple(sorted(words, key=lambda word: (-len(word), word))) for role, words in found.items()}
