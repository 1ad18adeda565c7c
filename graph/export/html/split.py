"""A graph too large for one page: an index that holds the graph, and one page per department that holds its letters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ...drawing.placement import Placement
from ...storage.dealt_rows import dealt
from ...storage.narrow_records import only
from ...storage.spool import Shelf
from ...tables.graph_tables import EdgeRow, GraphTables, LetterRow
from .. import foremost
from ..publication import Publication
from .claims import CLAIM_TABLES

LARGEST_PAGE = 20_000_000
"""Bytes of one page. Above that a browser on an office computer needs seconds to open it."""

LETTERS_PER_PART = 600
CHARACTERS_PER_PART = 2_000_000
"""What one part may hold: about 5 MB. A department with more has several parts, small ones share a part."""

FOLDER = "graph-parts"

_OF_ONE_LETTER = ("letters", "sections", "sentences", "mentions", "evidence", *CLAIM_TABLES)
_OF_LETTERS = ("entities", "edges", "threads")
"""Tables of whose rows a part has its share: all rows that name one of its letters."""
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
    shown = foremost.foremost(tables, foremost.ROOM)
    thin = GraphTables(
        letters=tables.letters,
        sections=(),
        sentences=(),
        mentions=(),
        entities=[row for row in tables.entities if row.entity_id in shown.nodes],
        edges=foremost.of_edges(tables.edges, EdgeRow, shown.edges),
        evidence=(),
        issues=(),
    )
    return replace(publication, tables=thin, positions=Placement(thin), texts={})


def split(publication: Publication, found: Sequence[Part]) -> Iterator[tuple[Part, Publication]]:
    """Yield every part with its letters' share of the tables; weights of edges stay those of the whole graph."""
    shares = _Shares(publication.tables, found)
    for at, part in enumerate(found):
        texts = {letter: publication.texts[letter] for letter in part.letter_ids}
        tables = shares.tables(at)
        places = Placement(tables, frozenset(part.letter_ids))
        yield part, replace(publication, tables=tables, positions=places, texts=texts)


class _Shares:
    """Rows of every table by part: each table is gone through once, and what is on disk stays there."""

    def __init__(self, tables: GraphTables, parts: Sequence[Part]) -> None:
        self._tables = tables
        self._part_of = {letter: at for at, part in enumerate(parts) for letter in part.letter_ids}
        shelf = Shelf()
        self._rows: dict[str, Mapping[int, Sequence[Any]]] = {
            **{name: self._dealt(name, self._of_one_letter, "letter_id", shelf) for name in _OF_ONE_LETTER},
            **{name: self._dealt(name, self._of_letters, "letter_ids", shelf) for name in _OF_LETTERS},
        }

    def _dealt(
        self, table: str, parts_of: Callable[[Any], Iterable[int]], column: str, shelf: Shelf
    ) -> Mapping[int, Sequence[Any]]:
        return dealt(getattr(self._tables, table), parts_of, shelf, column)

    def _of_one_letter(self, row: Any) -> Iterable[int]:
        part = self._part_of.get(row.letter_id)
        return () if part is None else (part,)

    def _of_letters(self, row: Any) -> Iterable[int]:
        return {self._part_of[letter] for letter in row.letter_ids if letter in self._part_of}

    def tables(self, part: int) -> GraphTables:
        """Return the tables of one part; every end of an edge is among its entities."""
        own = {name: rows.get(part, ()) for name, rows in self._rows.items()}
        ends = {end for row in only(own["edges"], "source", "target") for end in (row.source, row.target)}
        known = {row.entity_id for row in own["entities"]}
        if not ends <= known:  # in no build: a node has the letters of its edges
            ends |= known
            own["entities"] = [row for row in self._tables.entities if row.entity_id in ends]
        return replace(self._tables, issues=(), **own)
