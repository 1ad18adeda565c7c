"""Patterns of typed relations: what a relation looks like in a sentence whose names are masked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import product
from typing import Literal, get_args

import msgspec

from .cues import STATUSES, Status
from .errors import LexiconError
from .tsv import Row, read_tsv

RELATIONS = (
    "operates",
    "established",
    "hosts",
    "relies_on",
    "located_in",
    "part_of",
    "funds",
    "invests_in",
    "supports",
    "cooperates_with",
    "member_of",
    "leads",
    "signed",
    "issued",
    "implements",
    "designated_as",
    "succeeded_by",
)
Strength = Literal["explicit", "implied"]
Ends = Literal["target", "both"]
_STRENGTHS: tuple[Strength, ...] = get_args(Strength)
ENDS = (
    "s", "t", "u",
    "actor", "subject", "joint", "maker", "site", "office", "theme", "place", "writer", "treasury",
)  # fmt: skip
"""Named groups of the pattern (s, t, u), or what the sentence tells beyond it: see the head of the file."""
_COLUMNS = (
    "id",
    "relation",
    "pattern",
    "source_end",
    "target_end",
    "status",
    "strength",
    "score",
    "source_words",
    "target_words",
    "source",
)
_MACRO = re.compile(r"\{([A-Za-z]+\+{0,2})\}")


class RelationPattern(msgspec.Struct, frozen=True, kw_only=True):
    """One pattern. `pattern` still holds its macros ({OP+}); `settled` patterns keep their status against weak cues."""

    rule: str
    relation: str
    pattern: str
    source_end: str
    target_end: str
    status: Status
    settled: bool
    strength: Strength
    score: float
    source_words: tuple[str, ...]
    target_words: tuple[str, ...]


@cache
def relation_patterns() -> tuple[RelationPattern, ...]:
    """Return the patterns in file order. Raises `LexiconError` where a row is broken."""
    return tuple(_pattern(row) for row in read_tsv("relation_patterns.tsv", _COLUMNS))


@cache
def precedence() -> Mapping[tuple[str, str], Ends]:
    """Return which pattern's claim leaves out which other's: (the one, the other) → the ends that they must share.

    Raises `LexiconError` where relation_precedence.tsv names a pattern that there is not.
    """
    known = {pattern.rule for pattern in relation_patterns()}
    found: dict[tuple[str, str], Ends] = {}
    for row in read_tsv("relation_precedence.tsv", ("rules", "over", "ends", "source")):
        for column in ("rules", "over"):
            if unknown := sorted({*row.listed(column)} - known):
                raise row.error(column, f"没有 {unknown[0]} 这个句式", f"there is no pattern {unknown[0]}")
        pairs = product(row.listed("rules"), row.listed("over"))
        found |= dict.fromkeys(pairs, row.one_of("ends", get_args(Ends)))
    return found


def macros(pattern: str) -> frozenset[str]:
    """Return the names of the macros in a pattern: {OP+} gives OP+."""
    return frozenset(_MACRO.findall(pattern))


def _pattern(row: Row) -> RelationPattern:
    pattern = row.required("pattern")
    source_end, target_end = row.one_of("source_end", ENDS), row.one_of("target_end", ENDS)
    for group in {source_end, target_end, "v"} & {"s", "t", "u", "v"}:
        if f"(?P<{group}>" not in pattern:
            raise row.error("pattern", f"没有名为 {group} 的组", f"has no group named {group}")
    printed = row.required("status")
    status = next((one for one in STATUSES if one == printed.rstrip("!")), None)
    if status is None:
        raise row.error(
            "status",
            "须是 done、ongoing、planned 之一，不随弱提示词变的加 !",
            "must be done, ongoing or planned, with ! where weak cues cannot change it",
        )
    return RelationPattern(
        rule=row.required("id"),
        relation=row.one_of("relation", RELATIONS),
        pattern=pattern,
        source_end=source_end,
        target_end=target_end,
        status=status,
        settled=printed.endswith("!"),
        strength=row.one_of("strength", _STRENGTHS),
        score=row.number("score"),
        source_words=row.listed("source_words"),
        target_words=row.listed("target_words"),
    )


def broken_pattern(rule: str, why: str) -> LexiconError:
    """Return the error for a pattern that is no regular expression: seen when it is first compiled, not on loading."""
    return LexiconError(
        f"ontology/lexicon/relation_patterns.tsv, row {rule}, column pattern: 不是正则表达式；请改正 · "
        f"is no regular expression ({why}); correct it"
    )


def unknown_macro(rule: str, macro: str) -> LexiconError:
    """Return the error for a pattern that uses a macro which the reader of patterns does not know."""
    return LexiconError(
        f"ontology/lexicon/relation_patterns.tsv, row {rule}, column pattern: {{{macro}}} 不是宏；请改正 · "
        "is no macro; correct it"
    )
