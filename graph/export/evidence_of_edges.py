"""Joins edges with their evidence in one pass over each table; both are sorted by edge_id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from ..tables.graph_tables import EdgeRow, EvidenceRow
from .sorted_rows import EDGE_ID

_NO_MORE: tuple[None, Iterable[EvidenceRow]] = (None, ())


def with_evidence(
    edges: Iterable[EdgeRow], evidence: Iterable[EvidenceRow]
) -> Iterator[tuple[EdgeRow, list[EvidenceRow]]]:
    """Yield every edge with its evidence, in the order of the tables. Both must be sorted by edge_id."""
    groups = groupby(evidence, key=EDGE_ID)
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
