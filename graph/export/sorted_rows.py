"""Rows in the order of their ids: what is on disk is a table of a build, which is sorted; rows in memory may not be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import TypeVar

from ..storage.spool import Spool
from ..tables.graph_tables import EdgeRow, EntityRow, EvidenceRow

_OfEdge = TypeVar("_OfEdge", EdgeRow, EvidenceRow)
EDGE_ID = attrgetter("edge_id")
ENTITY_ID = attrgetter("entity_id")


def by_edge_id(rows: Sequence[_OfEdge]) -> Sequence[_OfEdge]:
    """Return rows sorted by edge_id, those of one edge in the order in which they stood."""
    return rows if isinstance(rows, Spool) else sorted(rows, key=EDGE_ID)


def by_entity_id(rows: Sequence[EntityRow]) -> Sequence[EntityRow]:
    """Return nodes sorted by their id."""
    return rows if isinstance(rows, Spool) else sorted(rows, key=ENTITY_ID)


def among(sorted_ids: Iterable[str]) -> Callable[[str], bool]:
    """Return what tells whether an id is among others, asked in their order: they are not kept in memory."""
    ids = iter(sorted_ids)
    at = next(ids, None)

    def is_there(wanted: str) -> bool:
        nonlocal at
        while at is not None and at < wanted:
            at = next(ids, None)
        return at == wanted

    return is_there
