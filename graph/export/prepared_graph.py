"""What every file for graph programs is written from: nodes, edges, their columns and the evidence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..drawing.communities import communities
from ..drawing.placement import Placement
from ..storage.narrow_records import only
from ..tables.graph_tables import EdgeRow, EntityRow, EvidenceRow, GraphTables
from .columns import EdgeColumns, NodeColumns
from .edge_counts import EdgeCounts
from .evidence_summary import SortedEvidence
from .foremost import Size, foremost, of_edges
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
    positions: Mapping[str, tuple[float, float]] = field(repr=False)
    """Where every node stands, as `Publication` has it."""
    whole: Size
    """How large the graph is of which this is the foremost part, or all."""


def prepared(publication: Publication, profile: Profile = FULL) -> PreparedGraph:
    """Return that part of the graph, of a large one no more than there is room for.

    The whole graph is prepared once, however many files are written of it.
    """
    return publication.once(_whole) if profile == FULL else _prepared(publication, profile)


def _whole(publication: Publication) -> PreparedGraph:
    return _prepared(publication, FULL)


def _prepared(publication: Publication, profile: Profile) -> PreparedGraph:
    whole = _profiled(publication.tables, profile)
    tables, positions = _with_room(publication, whole)
    nodes, edges = tables.entities, tables.edges
    counts = EdgeCounts.of(edges)
    linked = only(edges, "edge_id", "source", "target", "weight")
    evidence = SortedEvidence.of(tables)
    return PreparedGraph(
        nodes=nodes,
        edges=edges,
        node_columns=NodeColumns.of(nodes, counts, communities(nodes, linked)),
        edge_columns=EdgeColumns.of(counts, evidence),
        evidence=evidence,
        positions=positions,
        whole=Size.of(whole),
    )


def _profiled(tables: GraphTables, profile: Profile) -> GraphTables:
    nodes, edges = select(tables, profile)
    return replace(tables, entities=nodes, edges=edges)


def _with_room(
    publication: Publication, tables: GraphTables
) -> tuple[GraphTables, Mapping[str, tuple[float, float]]]:
    """Return the tables, or of a large graph what there is room for, and the places of the nodes.

    A part has places of its own: in those of the whole its nodes would lie one upon another.
    """
    room = publication.room
    if room is None or room.holds(Size.of(tables)):
        return tables, publication.positions
    part = _part(tables, room)
    return part, Placement(part)


def _part(tables: GraphTables, room: Size) -> GraphTables:
    """Return what there is room for; rows that are on disk are kept there."""
    shown = foremost(tables, room)
    return replace(
        tables,
        entities=[row for row in tables.entities if row.entity_id in shown.nodes],
        edges=of_edges(tables.edges, EdgeRow, shown.edges),
        evidence=of_edges(tables.evidence, EvidenceRow, shown.edges),
    )
