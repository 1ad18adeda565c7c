"""Nodes and edges as GEXF and GraphML both need them: what a large graph keeps on disk is read once for the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import tee

from ..tables.graph_tables import EdgeRow, EntityRow
from .appearance import Appearance, appearances
from .columns import Common, Value
from .edge_counts import ends
from .evidence_summary import EdgeEvidence
from .prepared_graph import PreparedGraph
from .xml_text import attribute, repeated

XmlNode = tuple[EntityRow, Appearance, bytes, Common, tuple[Value, ...]]
"""A node, how it looks, its id as it stands in XML, and its cells: the common ones and its own."""
XmlEdge = tuple[EdgeRow, EdgeEvidence, tuple[bytes, bytes, bytes], Common, tuple[Value, ...]]
"""An edge, its evidence, the ids of edge, source and target as they stand in XML, and its cells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class XmlRows:
    """The rows of one file; they are run through once."""

    graph: PreparedGraph = field(repr=False)
    nodes: Iterator[XmlNode] = field(repr=False)
    edges: Iterator[XmlEdge] = field(repr=False)

    @classmethod
    def of(cls, graph: PreparedGraph) -> XmlRows:
        """Return the rows of a graph."""
        return cls(graph=graph, nodes=_nodes(graph), edges=_edges(graph))

    def twice(self) -> tuple[XmlRows, XmlRows]:
        """Return the rows for two files. In memory are those that one of the files has and the other has not."""
        (nodes, same_nodes), (edges, same_edges) = tee(self.nodes), tee(self.edges)
        return replace(self, nodes=nodes, edges=edges), replace(self, nodes=same_nodes, edges=same_edges)


def _nodes(graph: PreparedGraph) -> Iterator[XmlNode]:
    columns = graph.node_columns
    looks = appearances(graph.positions, graph.nodes, columns.degrees)
    for node, look in zip(graph.nodes, looks, strict=True):
        yield node, look, repeated(node.entity_id), columns.common(node), columns.own(node)


def _edges(graph: PreparedGraph) -> Iterator[XmlEdge]:
    columns = graph.edge_columns
    for edge, found in graph.evidence.along(graph.edges):
        source, target = ends(edge)
        ids = attribute(edge.edge_id).encode(), repeated(source), repeated(target)
        yield edge, found, ids, columns.common(edge, found), columns.own(edge, found)
