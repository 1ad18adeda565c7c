"""The graph as tables: the one thing that every export is written from, so that all formats agree.

A field of a row is a column of its CSV file, in this order: further columns may follow, none may go. The
rows of the longest tables, which go to disk in a large build, are structs of msgspec, as frozen and keyword-only as
the dataclasses: they are made and read back from disk in a quarter of the time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

import msgspec

from .claim_records import CommitmentRow, FigureRow, PassageRow, RankingRow, ThreadRow


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """One input, read or refused: tables/letters.csv."""

    letter_id: str
    source: str
    status: str
    title: str = ""
    body: str = ""
    jurisdiction: str = ""
    session: str = ""
    session_year: int | None = None
    proposal_numbers: tuple[str, ...] = ()
    proposal_titles: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    proposers: tuple[str, ...] = ()
    department: str = ""
    department_basis: str = "none"
    joint_departments: tuple[str, ...] = ()
    contact_unit: str = ""
    reply_date: str = ""
    date_basis: str = "none"
    document_number: str = ""
    classification: str = ""
    priority: str = ""
    source_url: str = ""
    sha256: str = ""
    warnings: tuple[str, ...] = ()
    role: str = ""
    copies_to: tuple[str, ...] = ()
    addressee_count: int | None = None
    published: str = ""
    supervisors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionRow:
    """A numbered part of a letter: tables/sections.csv. `start`, `end`: code points, half-open."""

    letter_id: str
    section_id: str
    parent: str
    level: int
    heading: str
    recommendation_point: str = ""
    topics: tuple[str, ...] = ()
    start: int
    end: int


class SentenceRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """Every sentence, with or without names: tables/sentences.csv. `text` is the letter's text[start:end]."""

    letter_id: str
    sentence_id: str
    section_id: str
    start: int
    end: int
    text: str
    topics: tuple[str, ...] = ()
    zone: str = ""


class MentionRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A name in a letter: tables/mentions.csv. `entity_id` is the first of `entity_ids`, empty where unresolved."""

    mention_id: str
    letter_id: str
    start: int
    end: int
    text: str
    kind: str
    entity_id: str
    entity_ids: tuple[str, ...]
    anaphor: bool
    rule: str
    score: float
    section_id: str
    sentence_id: str
    recogniser: str = ""
    reason: str = ""
    link_rule: str = ""
    link_score: float | None = None
    certainty: str = "asserted"


class EntityRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A node: every entity, and every other thing at the end of an edge: tables/entities.csv.

    `external_ids` are `scheme:value` from external_ids.tsv.
    """

    entity_id: str
    kind: str
    subkind: str = ""
    name: str
    short_name: str
    aliases: tuple[str, ...] = ()
    jurisdiction: str = ""
    is_place: bool = False
    mentions: int = 0
    letter_count: int = 0
    letter_ids: tuple[str, ...] = ()
    first_date: str = ""
    last_date: str = ""
    iri: str
    external_ids: tuple[str, ...] = ()


class EdgeRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One edge per (source, relation, target): tables/edges.csv.

    `weight` counts distinct windows, `weight_frac` is Σ 1/(k−1) over windows with k names, `npmi` is None below
    weight 3 and for other relations than co_mention, `distinct_texts` counts wordings once.
    """

    edge_id: str
    source: str
    relation: str
    target: str
    directed: bool
    weight: int
    weight_frac: float | None = None
    npmi: float | None = None
    distinct_texts: int
    letter_count: int
    letter_ids: tuple[str, ...]
    first_date: str = ""
    last_date: str = ""
    status: str = ""
    certainty: str = "asserted"

    def is_drawn(self, min_letters: int) -> bool:
        """Whether pictures and RDF hold the edge: all but the co-mentions of fewer letters than that."""
        return self.relation != "co_mention" or self.letter_count >= min_letters


class EvidenceRow(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """One sentence that supports one edge: tables/evidence.csv.

    For `origin` letter, `text[start:end] == quote` in letters/<letter_id>.txt. Empty offsets (None) only for
    decisions and derived edges, and for an end that the sentence does not name. `evidence_id` follows from edge, letter
    and place, so that further letters change none.
    """

    evidence_id: str
    edge_id: str
    origin: str
    letter_id: str = ""
    section_id: str = ""
    sentence_id: str = ""
    start: int | None = None
    end: int | None = None
    quote: str = ""
    source_start: int | None = None
    source_end: int | None = None
    target_start: int | None = None
    target_end: int | None = None
    status: str = ""
    cue: str = ""
    date: str = ""
    rule: str = ""
    score: float = 1.0
    strength: str = "explicit"
    certainty: str = "asserted"
    repeated_in: int = 1
    names_in_window: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """Something to know of, with the next step: tables/issues.csv."""

    source: str
    letter_id: str
    severity: str
    code: str
    where: str
    value: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphTables:
    """The whole graph. Every table is sorted by its first columns; every id in one is defined in another."""

    letters: Sequence[LetterRow]
    sections: Sequence[SectionRow]
    sentences: Sequence[SentenceRow]
    mentions: Sequence[MentionRow]
    entities: Sequence[EntityRow]
    edges: Sequence[EdgeRow]
    evidence: Sequence[EvidenceRow]
    issues: Sequence[IssueRow]
    figures: Sequence[FigureRow] = ()
    rankings: Sequence[RankingRow] = ()
    commitments: Sequence[CommitmentRow] = ()
    passages: Sequence[PassageRow] = ()
    threads: Sequence[ThreadRow] = ()

    def counts(self) -> dict[str, int]:
        """Return the number of rows of every table, by its name."""
        return {field.name: len(getattr(self, field.name)) for field in fields(self)}
