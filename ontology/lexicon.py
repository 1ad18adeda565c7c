"""The lexicons of the recogniser: one typed table per TSV file, every cell checked as it is read.

Sources stand in the files: a `source` column, or the comment above the header where one source gave all rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Literal, TypeVar, get_args

import msgspec

from .tsv import Row, read_tsv

Entry = TypeVar("Entry")

Kind = Literal["organisation", "fund", "platform", "policy"]
KINDS: tuple[Kind, ...] = get_args(Kind)
STRENGTHS = ("hard", "soft")


class HeadWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word that ends names, with the kinds such a name can have, the likeliest first."""

    word: str
    kinds: tuple[Kind, ...]


class BoundaryWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word that stands before or after names. `hard`: hardly ever inside one."""

    word: str
    word_class: str
    hard: bool


class CommonWord(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A common word: its part of speech (tag set of ICTCLAS) and how often it was counted."""

    word: str
    part_of_speech: str
    frequency: int


class Body(msgspec.Struct, frozen=True, kw_only=True):
    """A body known by name: `forms` are all its printed names, the official one first."""

    forms: tuple[str, ...]
    kind: Kind
    group: str


@cache
def heads() -> Mapping[str, HeadWord]:
    """Return heads.tsv by word. Raises `LexiconError` where a kind is unknown or a word stands twice."""
    return _by_word(
        (row, HeadWord(word=row.required("word"), kinds=_kinds(row)))
        for row in read_tsv("heads.tsv", ("word", "kinds", "source"))
    )


@cache
def zones() -> frozenset[str]:
    """Return the head words that mean a zone (园区, 高新区)."""
    return frozenset(
        word for word, head in heads().items() if word.endswith("区") and "platform" in head.kinds
    )


@cache
def boundary_words() -> Mapping[str, BoundaryWord]:
    """Return boundary_words.tsv by word. Raises `LexiconError` where the strength is unknown or a word stands twice."""
    return _by_word(
        (
            row,
            BoundaryWord(
                word=row.required("word"),
                word_class=row.required("class"),
                hard=row.one_of("strength", STRENGTHS) == "hard",
            ),
        )
        for row in read_tsv("boundary_words.tsv", ("word", "class", "strength", "source"))
    )


@cache
def common_words() -> Mapping[str, CommonWord]:
    """Return common_words.tsv by word. Raises `LexiconError` where a frequency is no number."""
    return _by_word(
        (
            row,
            CommonWord(
                word=row.required("word"),
                part_of_speech=row.required("pos"),
                frequency=int(row.number("frequency")),
            ),
        )
        for row in read_tsv("common_words.tsv", ("word", "pos", "frequency"))
    )


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a plain list: a file with the columns `word` and `source` (generic_words.tsv).

    Raises `LexiconError` where a cell is empty or a word stands twice.
    """
    rows = read_tsv(name, ("word", "source"))
    return frozenset(_by_word((row, row.required("word")) for row in rows))


@cache
def bodies() -> tuple[Body, ...]:
    """Return bodies.tsv: the central bodies, exchanges and banks of public lists, in file order."""
    return _bodies("bodies.tsv")


@cache
def listed_names() -> frozenset[str]:
    """Return all forms of the names in bodies.tsv: they are the same wherever they are written."""
    return frozenset(form for body in bodies() for form in body.forms)


@cache
def attached_bodies() -> tuple[Body, ...]:
    """Return attached_bodies.tsv: river commissions and national academies, in file order."""
    return _bodies("attached_bodies.tsv")


def _bodies(name: str) -> tuple[Body, ...]:
    rows = read_tsv(name, ("name", "short", "kind", "group", "source"))
    return tuple(
        Body(
            forms=(row.required("name"), *row.listed("short")),
            kind=row.one_of("kind", KINDS),
            group=row["group"],
        )
        for row in rows
    )


def _kinds(row: Row) -> tuple[Kind, ...]:
    listed = row.listed("kinds")
    known: Mapping[str, Kind] = {kind: kind for kind in KINDS}
    if not listed or any(kind not in known for kind in listed):
        raise row.error(
            "kinds",
            f"须列出 {'、'.join(KINDS)} 中的几个，以 | 连接",
            f"must list some of {', '.join(KINDS)}, joined by |",
        )
    return tuple(known[kind] for kind in listed)


def _by_word(rows: Iterable[tuple[Row, Entry]]) -> dict[str, Entry]:
    table: dict[str, Entry] = {}
    for row, entry in rows:
        word = row["word"]
        if word in table:
            raise row.error("word", "在文件中出现两次", "stands in the file twice")
        table[word] = entry
    return table
