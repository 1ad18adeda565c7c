"""Joins edges with their evidence in one pass over each table; both are sorted by edge_id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import TypeVar

from ..storage.spool import Spool
from ..tables.graph_tables import EdgeRow, EvidenceRow

_Row = TypeVar("_Row", EdgeRow, EvidenceRow)
_EDGE_ID = attrgetter("edge_id")
_NO_MORE: tuple[None, Iterable[EvidenceRow]] = (None, ())


def by_edge_id(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Return rows sorted by edge_id, those of one edge in the order in which they stood.

    What is on disk is a table of a build, which is sorted; only rows in memory may come in another order.
    """
    return rows if isinstance(rows, Spool) else sorted(rows, key=_EDGE_ID)


def with_evidence(
    edges: Iterable[EdgeRow], evidence: Iterable[EvidenceRow]
) -> Iterator[tuple[EdgeRow, list[EvidenceRow]]]:
    """Yield every edge with its evidence, in the order of the tables. Both must be sorted by edge_id."""
    groups = groupby(evidence, key=_EDGE_ID)
    of_edge, rows = next(groups, _NO_MORE)
    for edge in edges:
        edge_id = edge.edge_id
        while of_edge is not None and of_edge < edge_id:
            of_edge, rows = next(groups, _NO_MORE)
        if of_edge == edge_id:
            yield edge, [*rows]
            of_edge, rows = next(groups, _NO_MORE)
        else:
            yield edge, []
