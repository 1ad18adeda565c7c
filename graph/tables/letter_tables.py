"""The rows of one letter in the tables that go letter by letter: made where the letter is analysed, as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from msgspec.structs import replace

from corpus.records import Letter

from ..records import Link, Mention
from ..relate.claims import LetterClaims
from ..relate.topics import Topics
from ..storage.packed_rows import PackedRows, packed_rows
from .claim_records import FigureRow
from .claim_rows import commitment_rows, figure_rows, ranking_rows
from .letter_rows import section_rows, sentence_rows
from .node_rows import mention_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterTables:
    """The rows of one letter, each table in its order."""

    sections: PackedRows = field(repr=False)
    sentences: PackedRows = field(repr=False)
    mentions: PackedRows = field(repr=False)
    figures: PackedRows = field(repr=False)
    """Without the figures that other letters contradict: see `with_conflicts`."""
    rankings: PackedRows = field(repr=False)
    commitments: PackedRows = field(repr=False)


def letter_tables(
    letter: Letter,
    mentions: tuple[Mention, ...],
    links: Mapping[str, Link],
    said: LetterClaims,
    topics: Topics,
) -> LetterTables:
    """Return the rows of a letter; `links` by mention_id. Raises `BrokenEvidence` where a quote is not in it."""
    return LetterTables(
        sections=packed_rows(section_rows(letter, topics)),
        sentences=packed_rows(sentence_rows(letter, topics)),
        mentions=packed_rows(mention_rows(letter, mentions, links)),
        figures=packed_rows(figure_rows(said.figures, letter)),
        rankings=packed_rows(ranking_rows(said.rankings, letter)),
        commitments=packed_rows(commitment_rows(said.commitments, letter)),
    )


def with_conflicts(figures: PackedRows, partners: Mapping[str, tuple[str, ...]]) -> PackedRows:
    """Return the rows of figures with those that each disagrees with; `partners` by figure_id."""
    rows = figures.rows(FigureRow)
    return packed_rows([replace(row, conflict=partners.get(row.figure_id, ())) for row in rows])
