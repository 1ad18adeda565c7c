"""A graph too large for one page: an index that holds the graph, and one page per department that holds its letters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...storage.narrow_records import chosen
from ...storage.spool import Shelf, Spool
from ...tables.graph_tables import EdgeRow, GraphTables, LetterRow
from ...tables.schema import row_types
from .. import foremost
from ..publication import Publication
from .claims import CLAIM_TABLES

LARGEST_PAGE = 20_000_000
"""Bytes of one page. Above that a browser on an office computer needs seconds to open it."""

LETTERS_PER_PART = 600
CHARACTERS_PER_PART = 2_000_000
"""What one part may hold: about 5 MB. A department with more has several parts, small ones share a part."""

FOLDER = "graph-parts"

_ROWS_TOGETHER = 64
"""Rows of one part that are written together: every part of every table holds as many in memory."""
_BYTES_PER_CHARACTER = 1.6  # deflate of government prose 1.15, as base64
_BYTES_PER_ROW = 11  # of nodes, edges, mentions and evidence together, measured on made-up letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One page of the split: `file` relative to the index, `departments` whose letters it holds, '' for unsigned."""

    file: str
    departments: tuple[str, ...]
    letter_ids: tuple[str, ...]


def is_too_large(publication: Publication) -> bool:
    """Return whether one page for all would hold more than `foremost.ROOM` or `LARGEST_PAGE`, by the tables' sizes."""
    tables = publication.tables
    if len(tables.entities) > foremost.ROOM.nodes:
        return True
    rows = len(tables.entities) + len(tables.edges) + len(tables.mentions) + len(tables.evidence)
    characters = sum(map(len, publication.texts.values()))
    return characters * _BYTES_PER_CHARACTER + rows * _BYTES_PER_ROW > LARGEST_PAGE


def parts(publication: Publication) -> tuple[Part, ...]:
    """Return the parts, in the order of departments: every letter with a text stands in exactly one."""
    found: list[Part] = []
    held: list[LetterRow] = []
    size = 0
    for row in sorted(publication.tables.letters, key=lambda row: (row.department, row.letter_id)):
        if row.letter_id not in publication.texts:
            continue
        length = len(publication.texts[row.letter_id])
        if held and (size + length > CHARACTERS_PER_PART or len(held) >= LETTERS_PER_PART):
            found.append(_part(len(found), held))
            held, size = [], 0
        held.append(row)
        size += length
    if held:
        found.append(_part(len(found), held))
    return tuple(found)


def _part(number: int, rows: Sequence[LetterRow]) -> Part:
    return Part(
        file=f"{FOLDER}/{number + 1:04}.html",
        departments=tuple(dict.fromkeys(row.department for row in rows)),
        letter_ids=tuple(sorted(row.letter_id for row in rows)),
    )


def index_of(publication: Publication) -> Publication:
    """Return the graph without texts and sentences; of a large one the foremost nodes and edges."""
    tables = publication.tables
    shown = foremost.foremost(tables, foremost.ROOM, foremost.INDEX)
    thin = GraphTables(
        letters=tables.letters,
        sections=(),
        sentences=(),
        mentions=(),
        entities=[row for row in tables.entities if row.entity_id in shown.nodes],
        edges=[*chosen(tables.edges, lambda row: row.edge_id in shown.edges, "edge_id")],
        evidence=(),
        issues=(),
    )
    return replace(publication, tables=thin, texts={})


def split(publication: Publication, found: Sequence[Part]) -> Iterable[tuple[Part, Publication]]:
    """Yield every part with its letters' share of the tables; weights of edges stay those of the whole graph."""
    part_of = {letter: at for at, part in enumerate(found) for letter in part.letter_ids}
    shares = _Shares(publication.tables, part_of)
    for at, part in enumerate(found):
        texts = {letter: publication.texts[letter] for letter in part.letter_ids}
        yield part, replace(publication, tables=shares.tables(at), texts=texts)


class _Shares:
    """Rows of every table by part, on disk: each table is gone through once, and only one part is in memory."""

    def __init__(self, tables: GraphTables, part_of: Mapping[str, int]) -> None:
        self._tables = tables
        self._part_of = part_of
        self._shelf = Shelf()
        names = ("letters", "sections", "sentences", "mentions", "evidence", *CLAIM_TABLES)
        self._own = {name: self._of_one_letter(name) for name in names}
        self._edges = self._of_letters("edges")
        self._entities = self._of_letters("entities")

    def _of_one_letter(self, table: str) -> dict[int, Spool[Any]]:
        found = self._spools(table)
        for row in getattr(self._tables, table, ()):
            if row.letter_id in self._part_of:
                found[self._part_of[row.letter_id]].append(row)
        return found

    def _of_letters(self, table: str) -> dict[int, Spool[Any]]:
        found = self._spools(table)
        for row in getattr(self._tables, table):
            for part in {self._part_of[letter] for letter in row.letter_ids if letter in self._part_of}:
                found[part].append(row)
        return found

    def _spools(self, table: str) -> dict[int, Spool[Any]]:
        row_type = row_types()[table]
        return defaultdict(lambda: self._shelf.spool(row_type, _ROWS_TOGETHER))

    def tables(self, part: int) -> GraphTables:
        """Return the tables of one part; every end of an edge is among its entities."""
        edges: list[EdgeRow] = [*self._edges[part]]
        ends = {end for row in edges for end in (row.source, row.target)}
        ends.update(row.entity_id for row in self._entities[part])
        entities = [row for row in self._tables.entities if row.entity_id in ends]
        own = {name: [*rows[part]] for name, rows in self._own.items() if hasattr(self._tables, name)}
        return replace(self._tables, entities=entities, edges=edges, issues=(), **own)
