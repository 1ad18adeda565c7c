"""What every file for graph programs is written from: nodes, edges, their columns and the evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..drawing.communities import communities
from ..storage.narrow_records import only
from ..tables.graph_tables import EdgeRow, EntityRow
from .columns import EdgeColumns, NodeColumns
from .edge_counts import EdgeCounts
from .edge_evidence import SortedEvidence
from .graph_profiles import FULL, Profile, select
from .publication import Publication


@dataclass(frozen=True, slots=True, kw_only=True)
class PreparedGraph:
    """Nodes and edges, each sorted by id, with what was counted over all of them and of the evidence."""

    nodes: Sequence[EntityRow]
    edges: Sequence[EdgeRow]
    node_columns: NodeColumns
    edge_columns: EdgeColumns
    evidence: SortedEvidence


def prepared(publication: Publication, profile: Profile = FULL) -> PreparedGraph:
    """Return that part of the graph. The whole graph is prepared once, however many files are written of it."""
    return publication.once(_whole) if profile == FULL else _prepared(publication, profile)


def _whole(publication: Publication) -> PreparedGraph:
    return _prepared(publication, FULL)


def _prepared(publication: Publication, profile: Profile) -> PreparedGraph:
    nodes, edges = select(publication.tables, profile)
    counts = EdgeCounts.of(edges)
    linked = only(edges, "edge_id", "source", "target", "weight")
    evidence = SortedEvidence.of(publication.tables)
    return PreparedGraph(
        nodes=nodes,
        edges=edges,
        node_columns=NodeColumns.of(nodes, counts, communities(nodes, linked)),
        edge_columns=EdgeColumns.of(counts, evidence),
        evidence=evidence,
    )
