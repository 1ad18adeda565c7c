"""The part of a graph that is shown where the whole is too large: by the page's index, and in files for graph programs.

Both show the nodes that most letters name, and the strongest edges among them; but letters come first. With names alone
nothing would tell where they stand, who asked and who answered, and a quarter of the nodes would have no edge (measured
on 1,000 letters): the page's first view, which is that of proposals and replies, would be a heap of names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Self, TypeVar

from ..storage.narrow_records import add_chosen, only
from ..storage.spool import Shelf, Spool
from ..tables.graph_tables import EdgeRow, EntityRow, EvidenceRow, GraphTables

Row = TypeVar("Row", EdgeRow, EvidenceRow)


@dataclass(frozen=True, slots=True)
class Size:
    """How many nodes and edges."""

    nodes: int
    edges: int

    @classmethod
    def of(cls, tables: GraphTables) -> Self:
        """Return how large a graph is."""
        return cls(len(tables.entities), len(tables.edges))

    def holds(self, other: Size) -> bool:
        """Return whether there is room for so many of both."""
        return other.nodes <= self.nodes and other.edges <= self.edges


ROOM = Size(nodes=50_000, edges=150_000)
"""What browsers were measured up to, and what graph programs open on a laptop."""
FIRST = frozenset({"reply", "proposal"})
"""Kinds of nodes that come first, and take half of the room at most: of more letters those with most nodes."""
LAST = frozenset({"co_mention", "cited_in", "cited_in_section"})
"""Relations that come last, single mentions last of all.

All others say more than that a name stands in a letter or beside another, and are few.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foremost:
    """The ids of the nodes and of the edges that are shown; both ends of every edge are among the nodes."""

    nodes: Collection[str] = field(repr=False)
    edges: Collection[str] = field(repr=False)


def foremost(tables: GraphTables, room: Size) -> Foremost:
    """Return what of a graph is shown where there is so much room: all of it, if it fits."""
    nodes = _nodes(tables.entities, room.nodes)
    return Foremost(nodes=nodes, edges=_edges(tables.edges, nodes, room.edges))


def of_edges(rows: Sequence[Row], row_type: type[Row], edge_ids: Collection[str]) -> Sequence[Row]:
    """Return the rows of these edges, or of their evidence; of rows that are on disk they are there, too.

    Raises `ExportError` where the temporary folder is full.
    """
    kept: list[Row] | Spool[Row] = Shelf().spool(row_type) if isinstance(rows, Spool) else []
    add_chosen(kept, rows, lambda row: row.edge_id in edge_ids, "edge_id")
    return kept


def _nodes(entities: Sequence[EntityRow], most: int) -> set[str]:
    """Return the ids of so many nodes: those of letters, and then what most letters name."""
    if len(entities) <= most:
        return {row.entity_id for row in entities}
    first = _letters(entities, most // 2)

    def rank(row: EntityRow) -> tuple[bool, int, int, str]:
        return row.entity_id not in first, -row.letter_count, -row.mentions, row.entity_id

    return {row.entity_id for row in nsmallest(most, entities, key=rank)}


def _letters(entities: Iterable[EntityRow], most: int) -> set[str]:
    """Return the ids of so many nodes of the kinds that come first: what belongs to one letter ranks alike."""
    parts = Counter(letter for row in entities for letter in row.letter_ids)

    def rank(row: EntityRow) -> tuple[int, str, str]:
        fullest = min(((-parts[letter], letter) for letter in row.letter_ids), default=(0, ""))
        return *fullest, row.entity_id

    of_letters = (row for row in entities if row.kind in FIRST)
    return {row.entity_id for row in nsmallest(most, of_letters, key=rank)}


def _edges(edges: Sequence[EdgeRow], nodes: Collection[str], most: int) -> set[str]:
    """Return the ids of so many edges among these nodes: those of most weight, mere mentions after all others."""
    narrow = only(edges, "edge_id", "source", "relation", "target", "weight")
    among = (row for row in narrow if row.source in nodes and row.target in nodes)
    strengths = ((row.relation in LAST, -row.weight, row.edge_id) for row in among)
    return {edge_id for _, _, edge_id in nsmallest(most, strengths)}
