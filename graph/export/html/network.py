"""The pyvis network: what is drawn, with shape, short label and shared position. No physics, no titles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ontology.palette import Palette

from ...storage.lazy_sequence import LazySequence
from ...tables.graph_tables import EdgeRow, EntityRow

OPTIONS: Mapping[str, Any] = {
    "autoResize": True,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False},
    "interaction": {
        "hover": True,
        "hideEdgesOnDrag": True,
        "hideEdgesOnZoom": True,
        "keyboard": {"enabled": False},
        "tooltipDelay": 150,
        "multiselect": False,
        "selectConnectedEdges": False,
    },
    "nodes": {"borderWidth": 0, "borderWidthSelected": 0, "font": {"size": 0}},
    "edges": {"smooth": False, "selectionWidth": 0, "hoverWidth": 0, "font": {"size": 0}},
}
"""Options of vis-network (its documentation): positions are given, labels are drawn by our own canvas module."""


def draw(
    entities: Sequence[EntityRow],
    edges: Sequence[EdgeRow],
    positions: Mapping[str, tuple[float, float]],
    palette: Palette,
) -> Any:
    """Return a pyvis `Network` of the whole graph, nodes and edges in the order of the tables.

    Filled through `Node` and `Edge` dicts: `add_node` and `add_edge` search their lists and are O(n²).
    Positions are whole numbers in [-1000, 1000]; a node without one stands at the centre. Both
    are made when they are asked for: the page's template asks for none, its script makes them of the data block.
    """
    from pyvis.network import Network  # noqa: PLC0415  (pyvis imports IPython: half a second that --help must not pay)
    from pyvis.node import Node  # noqa: PLC0415  (the same)

    def node(row: EntityRow) -> dict[str, Any]:
        x, y = positions.get(row.entity_id, (0.0, 0.0))
        shape, label = palette.of(row.kind).shape, row.short_name or row.name
        options: dict[str, Any] = Node(
            row.entity_id, shape, label, x=round(x), y=round(y), group=row.kind
        ).options
        return options

    network = Network(directed=True, cdn_resources="in_line", notebook=False)
    network.nodes = LazySequence(len(entities), lambda at: node(entities[at]))
    network.edges = LazySequence(len(edges), lambda at: _edge(edges[at]))
    network.options = dict(OPTIONS)
    return network


def _edge(row: EdgeRow) -> dict[str, Any]:
    from pyvis.edge import Edge  # noqa: PLC0415  (see `draw`)

    edge = Edge(row.source, row.target, directed=row.directed, id=row.edge_id, value=row.weight)
    options: dict[str, Any] = edge.options
    return options
