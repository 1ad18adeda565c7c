"""Edges side by side with the sentences behind them: one pass over each table, however long they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TypeVar

from ..storage.spool import Spool
from ..tables.graph_tables import EdgeRow, EvidenceRow

_Row = TypeVar("_Row", EdgeRow, EvidenceRow)


def by_edge_id(rows: Sequence[_Row]) -> Sequence[_Row]:
    """Return rows sorted by edge_id, those of one edge in the order in which they stood.

    What is on disk is a table of a build, which is sorted; only rows in memory may come in another order.
    """
    return rows if isinstance(rows, Spool) else sorted(rows, key=attrgetter("edge_id"))


def with_evidence(
    edges: Iterable[EdgeRow], evidence: Iterable[EvidenceRow]
) -> Iterator[tuple[EdgeRow, list[EvidenceRow]]]:
    """Yield every edge with its evidence, in the order of the tables. Both must be sorted by edge_id."""
    rows = iter(evidence)
    row = next(rows, None)
    for edge in edges:
        edge_id, own = edge.edge_id, []
        while row and row.edge_id <= edge_id:
            if row.edge_id == edge_id:
                own.append(row)
            row = next(rows, None)
        yield edge, own
