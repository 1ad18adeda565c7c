"""A build as a networkx graph, with everything the tables say of nodes and edges."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..tables.graph_tables import GraphTables
from ..tables.schema import values

if TYPE_CHECKING:
    import networkx


def multigraph(tables: GraphTables) -> networkx.MultiDiGraph[str]:
    """Return the graph: nodes by entity_id, edges by (source, target, edge_id), in the order of the tables.

    A node has the columns of entities.csv; an edge those of edges.csv and `evidence`, a tuple with a dict of each of
    its rows of evidence.csv; the graph has `letters`, a dict of letters.csv by letter_id. Relations without
    direction (`directed` is False) are stored once, from source to target; `to_undirected()` gives both ways.
    """
    import networkx  # noqa: PLC0415  (a quarter of a second that `import graph` need not wait for)

    evidence = defaultdict(list)
    for piece in tables.evidence:
        evidence[piece.edge_id].append(values(piece))
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(
        letters={letter.letter_id: values(letter) for letter in tables.letters}
    )
    for node in tables.entities:
        graph.add_node(node.entity_id, **values(node))
    for edge in tables.edges:
        graph.add_edge(
            edge.source, edge.target, edge.edge_id, evidence=tuple(evidence[edge.edge_id]), **values(edge)
        )
    return graph
