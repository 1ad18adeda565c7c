"""graph.graphml: the graph for yEd, Cytoscape, igraph and networkx (http://graphml.graphdrawing.org).

Written by networkx. It knows neither time nor lists nor undirected edges beside directed ones: lists are joined by
`|`, and `symmetric` tells which edges have no direction.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from graph.cells import joined
from graph.communities import communities
from graph.errors import ExportError
from graph.publication import Publication

from .appearance import appearances
from .columns import Column, EdgeColumns, NodeColumns, Value, ends
from .edge_evidence import by_edge
from .graph_profiles import select
from .xml_text import clean, one_line

FILE = "graph.graphml"


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.graphml and return its path. Raises `ExportError`."""
    import networkx  # noqa: PLC0415  (a quarter of a second that other commands need not wait for)

    nodes, edges = select(publication.tables, "full")
    node_columns = NodeColumns.of(nodes, edges, communities(nodes, edges))
    edge_columns = EdgeColumns.of(edges, by_edge(publication.tables))
    looks = appearances(publication, nodes, node_columns.degrees)
    graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph()
    for node in nodes:
        look = looks[node.entity_id]
        red, green, blue = look.rgb
        seen = {"x": look.x, "y": look.y, "size": look.size, "r": red, "g": green, "b": blue}
        values = _data(node_columns.columns, node_columns.values(node))
        graph.add_node(clean(node.entity_id), label=one_line(node.short_name or node.name), **seen, **values)
    for edge in edges:
        source, target = map(clean, ends(edge))
        values = _data(edge_columns.columns, edge_columns.values(edge))
        weight = {"weight": max(1, edge.weight), "label": edge_columns.label(edge)}
        graph.add_edge(source, target, key=clean(edge.edge_id), **weight, **values)
    path = folder / FILE
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            networkx.write_graphml(graph, file)
    except OSError as error:
        raise ExportError(
            f"{path}: cannot be written ({error.strerror}); close programs that use it, check rights and space"
        ) from error
    return (path,)


def _data(columns: Sequence[Column], values: Sequence[Value]) -> Mapping[str, str | int | float | bool]:
    """Return the known cells by column; text without what XML forbids."""
    data: dict[str, str | int | float | bool] = {}
    for column, value in zip(columns, values, strict=True):
        if isinstance(value, tuple):
            value = joined(value)  # noqa: PLW2901  (the same cell in the form this format knows)
        if isinstance(value, str):
            data[column.identifier] = clean(value)
        elif value is not None:
            data[column.identifier] = value
    return data
