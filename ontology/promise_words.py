"""Words by which a sentence is known to speak of a promise that has no name, and what it says of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import read_tsv, words_by_role

PromiseRole = Literal[
    "lead",
    "particle",
    "works",
    "said",
    "asked",
    "plan",
    "progress",
    "carry",
    "finished",
    "verb",
    "ending",
    "begin",
    "no",
    "short",
    "delay",
    "drop",
    "replace",
    "adding",
    "renewing",
    "removing",
    "yearly",
    "over_years",
    "stage",
    "first_stage",
    "prior",
    "vague",
    "locative",
    "bare_done",
    "bare_undone",
    "bare_ongoing",
    "entered",
    "creating",
    "every_year",
    "founding_body",
    "drawing",
    "stock",
    "named",
    "aside_case",
    "partner",
    "ground",
    "compare",
    "under_way",
    "elsewise",
    "not_yet",
    "cause",
    "weighed",
    "weighing",
    "level",
    "body",
    "body_common",
    "place_level",
    "place_end",
    "counter",
    "awaiting",
    "manner",
    "submitting",
    "common_unit",
    "covering",
    "acting",
    "founding",
    "vague_unit",
    "share",
    "lowering",
    "unchanging",
    "passed",
    "untold_level",
    "long_unit",
    "occasion",
    "measured_unit",
    "all_over",
    "inspected",
    "reviewed",
    "told_of",
    "goes_on",
    "no_subject",
    "unfinished",
    "who_asks",
    "asks",
    "wish",
    "matter",
]


@cache
def promise_words() -> Mapping[PromiseRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("promise_words.tsv", get_args(PromiseRole))


@cache
def alike_words(kind: Literal["head", "verb"]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of words of a kind that stand for each other. Raises `LexiconError`."""
    rows = read_tsv("alike_words.tsv", ("words", "kind", "source"))
    return tuple(row.listed("words") for row in rows if row.one_of("kind", ("head", "verb")) == kind)
