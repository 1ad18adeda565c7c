"""Words around numbers: units, bounds, roles of amounts, ranks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

import msgspec

from .tsv import Row, length_order, read_tsv

Bound = Literal["exact", "over", "about", "at_most"]
BOUNDS: tuple[Bound, ...] = get_args(Bound)
AMOUNT_ROLES = (
    "paid",
    "ceiling",
    "fund_size",
    "volume",
    "valuation",
    "count",
    "share",
    "growth",
    "comparison",
    "target",
    "price",
)
_SHORTEST_NUMERAL = {"no": 0, "yes": 1, "": 2}


class Unit(msgspec.Struct, frozen=True, kw_only=True):
    """A unit as printed: one of it is `factor` of `canonical`.

    `words`: the shortest numeral in words that it follows, in characters (1: 三, 2: 三十 and longer), 0 for none;
    `one`: even 一 is a number before it.
    """

    unit: str
    canonical: str
    dimension: str
    factor: str
    words: int
    one: bool


class BoundWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word that qualifies a number; `unless_after` characters before it make it another word (邀约, 附近)."""

    word: str
    bound: Bound
    unless_after: tuple[str, ...]


class AmountRole(msgspec.Struct, frozen=True, kw_only=True):
    """A word that tells what kind of quantity a number after it is; `dimension` any, money or share.

    `subject` is the kind of thing that the number must be about, empty where that does not matter.
    """

    word: str
    role: str
    dimension: str
    subject: str


@cache
def units() -> Mapping[str, Unit]:
    """Return the units by printed form. Raises `LexiconError` where the file is broken."""
    found: dict[str, Unit] = {}
    for row in read_tsv("units.tsv", ("unit", "canonical", "dimension", "factor", "words", "one", "source")):
        row.number("factor")
        found[row.required("unit")] = Unit(
            unit=row["unit"],
            canonical=row.required("canonical"),
            dimension=row.required("dimension"),
            factor=row["factor"],
            words=_SHORTEST_NUMERAL[row.one_of("words", ("", "yes", "no"))],
            one=row.one_of("one", ("", "yes")) == "yes",
        )
    return found


@cache
def unit_traps() -> Mapping[str, tuple[str, ...]]:
    """Return for a unit what follows where it is the beginning of another word: 三成立. Raises `LexiconError`."""
    rows = read_tsv("unit_traps.tsv", ("unit", "before", "source"))
    return {row.required("unit"): row.listed("before") for row in rows}


@cache
def unit_traps_behind() -> Mapping[str, tuple[str, ...]]:
    """Return for a unit the words behind which it counts nothing: 部 for 省. Raises `LexiconError`."""
    rows = read_tsv("unit_traps_behind.tsv", ("unit", "behind", "source"))
    return {row.required("unit"): row.listed("behind") for row in rows}


@cache
def unit_subjects() -> Mapping[str, tuple[str, ...]]:
    """Return for a unit the words of which one must stand in its sentence: 算力 for P. Raises `LexiconError`."""
    rows = read_tsv("unit_subjects.tsv", ("unit", "subject", "source"))
    return {row.required("unit"): row.listed("subject") for row in rows}


@cache
def bounds(side: Literal["before", "after", "whole"]) -> Mapping[str, BoundWord]:
    """Return the words on this side of a number that say a bound, longest first; whole: before what it shares."""
    rows = read_tsv("bounds.tsv", ("word", "side", "bound", "unless_after", "source"))
    found = [
        BoundWord(
            word=row.required("word"),
            bound=row.one_of("bound", BOUNDS),
            unless_after=row.listed("unless_after"),
        )
        for row in rows
        if row.one_of("side", ("before", "after", "whole")) == side
    ]
    return {each.word: each for each in sorted(found, key=lambda each: length_order(each.word))}


@cache
def amount_roles() -> tuple[AmountRole, ...]:
    """Return the words that give an amount its role, in order of precedence."""
    rows = read_tsv("amount_roles.tsv", ("word", "role", "dimension", "subject", "source"))
    return tuple(
        AmountRole(
            word=row.required("word"),
            role=row.one_of("role", AMOUNT_ROLES),
            dimension=row.one_of("dimension", ("any", "money", "share")),
            subject=row.one_of("subject", ("", "fund")),
        )
        for row in rows
    )


class RankingWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word of a ranking claim. `rank` is None where it says no number; `behind`: what is ranked follows it.

    `ordinal`: the word is a place in an order (首位), as 第一位 is.
    """

    word: str
    rank: int | None
    behind: bool
    ordinal: bool


RankingPart = Literal[
    "scope",
    "scope_tail",
    "own",
    "rank",
    "closing_rank",
    "over_time",
    "rank_trap",
    "classifier",
    "classifier_trap",
]
RANKING_PARTS: tuple[RankingPart, ...] = get_args(RankingPart)


@cache
def ranking_words(part: RankingPart) -> Mapping[str, RankingWord]:
    """Return the words of this part (see the head of ranking_words.tsv), longest first."""
    rows = read_tsv("ranking_words.tsv", ("word", "part", "rank", "metric", "source"))
    found = [
        RankingWord(
            word=row.required("word"),
            rank=int(row.number("rank")) if row["rank"] else None,
            behind=row.one_of("metric", ("", "before", "behind", "ordinal")) == "behind",
            ordinal=row["metric"] == "ordinal",
        )
        for row in rows
        if row.one_of("part", RANKING_PARTS) == part
    ]
    return {each.word: each for each in sorted(found, key=lambda each: length_order(each.word))}


FigureRole = Literal[
    "newly",
    "reaching",
    "serving",
    "bare_of_subject",
    "no_thing",
    "side_of_thing",
    "going_how",
    "going_on",
    "has_effect",
    "institute",
    "out_of_own",
    "putting_in",
    "cost_part",
    "spent_for",
    "grant",
    "compared",
    "growth",
    "change",
    "rate",
    "more",
    "reached",
    "level",
    "listed",
    "moved",
    "recipient",
    "not_to",
    "spoken_of",
    "handled",
    "shared",
    "giving",
    "payment",
    "handing",
    "of_rank",
    "contributing",
    "together",
    "jointly",
    "receiving",
    "unnamed_payer",
    "measure",
    "object_mark",
    "founding",
    "pointed",
    "quoting",
    "begging",
    "not_begging",
    "telling_of",
    "answering",
    "reporting",
    "petition",
    "petitioned",
    "petitioning",
    "award",
    "award_lead",
    "amount_lead",
    "telling",
    "linking",
    "within",
    "contest",
    "course",
    "taking",
    "amount",
    "acting",
    "graded",
    "grading",
    "grade_tail",
    "site",
    "zone",
    "zone_committee",
    "bare_metric",
    "bare_of_body",
    "bare_of_site",
    "bare_of_works",
    "having",
    "before_article",
    "recurring",
    "each",
    "absorbed",
    "attribute",
    "finished",
    "no_owner",
    "paying_out",
    "sharing",
    "numbered",
    "several_levels",
    "landmark",
    "added",
    "respect",
    "spot",
    "outlay",
    "goal",
    "attained",
    "served",
    "tier",
    "drawing",
    "had",
]
FIGURE_ROLES: tuple[FigureRole, ...] = get_args(FigureRole)
Direction = Literal["rise", "fall", ""]
DIRECTIONS: tuple[Direction, ...] = get_args(Direction)


@cache
def figure_words(role: FigureRole) -> tuple[str, ...]:
    """Return the words of this role (see the head of figure_words.tsv), longest first."""
    return tuple(directed_words(role))


@cache
def directed_words(role: FigureRole) -> Mapping[str, Direction]:
    """Return the words of this role, longest first, each with the direction that it gives its number."""
    words = {row.required("word"): _direction(row) for row in _figure_rows() if _figure_role(row) == role}
    return dict(sorted(words.items(), key=lambda each: length_order(each[0])))


@cache
def _figure_rows() -> tuple[Row, ...]:
    return read_tsv("figure_words.tsv", ("word", "role", "direction", "source"))


def _figure_role(row: Row) -> FigureRole:
    return row.one_of("role", FIGURE_ROLES)


def _direction(row: Row) -> Direction:
    return row.one_of("direction", DIRECTIONS)
