"""graph.graphml: the graph for yEd, Cytoscape, igraph and networkx (http://graphml.graphdrawing.org).

Streamed, since networkx needs the whole graph and the whole file in memory: 20 times the time for 50,000 nodes. The
format knows neither time nor lists: lists are joined by `|`. All edges are directed, as networkx reads no mixed
graph; `symmetric` tells which have no direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from graph.cells import joined
from graph.communities import communities
from graph.publication import Publication

from .appearance import appearances
from .columns import Column, EdgeColumns, NodeColumns, ends
from .edge_evidence import SortedEvidence
from .graph_profiles import select
from .row_writer import RowWriter
from .text_file import write_parts
from .xml_cells import cell_writer
from .xml_text import attribute, one_line, repeated

FILE = "graph.graphml"

_TYPES = {"integer": "long", "double": "double", "boolean": "boolean"}
_SEEN = (
    # the columns by which Gephi, yEd and Cytoscape place and paint nodes
    Column("label", "", "string"),
    Column("x", "", "double"),
    Column("y", "", "double"),
    Column("size", "", "double"),
    Column("r", "", "integer"),
    Column("g", "", "integer"),
    Column("b", "", "integer"),
)
_DRAWN = (Column("label", "", "string"), Column("weight", "", "double"))
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.graphml and return its path. Raises `ExportError`."""
    return (write_parts(folder / FILE, _document(publication)),)


def _document(publication: Publication) -> Iterator[str]:
    nodes, edges = select(publication.tables, "full")
    evidence = SortedEvidence.of(publication.tables)
    of_node = NodeColumns.of(nodes, edges, communities(nodes, edges))
    of_edge = EdgeColumns.of(edges, evidence)
    node_columns, edge_columns = (*_SEEN, *of_node.columns), (*_DRAWN, *of_edge.columns)
    yield _HEAD
    yield from _keys("node", node_columns)
    yield from _keys("edge", edge_columns)
    yield '  <graph edgedefault="directed">\n'
    cells = _cells("n", node_columns, of_node)
    for node, look in zip(nodes, appearances(publication, nodes, of_node.degrees), strict=True):
        seen = one_line(node.short_name) or node.name, look.x, look.y, look.size, *look.rgb
        values = "".join(cells(of_node.common(node), (*seen, *of_node.own(node))))
        yield f'    <node id="{attribute(node.entity_id)}">{values}</node>\n'
    cells = _cells("e", edge_columns, of_edge)
    for edge, found in evidence.along(edges):
        source, target = map(repeated, ends(edge))
        drawn = of_edge.label(edge), max(1, edge.weight)
        values = "".join(cells(of_edge.common(edge, found), (*drawn, *of_edge.own(edge, found))))
        yield (
            f'    <edge id="{attribute(edge.edge_id)}" source="{source}" target="{target}">{values}</edge>\n'
        )
    yield "  </graph>\n</graphml>\n"


def _keys(element: str, columns: Sequence[Column]) -> Iterator[str]:
    """Yield the declaration of columns."""
    types: Mapping[str, str] = _TYPES
    for column in columns:
        yield (
            f'  <key id="{element[0]}_{column.identifier}" for="{element}" attr.name="{column.identifier}" '
            f'attr.type="{types.get(column.type, "string")}"/>\n'
        )


def _cells(element: str, columns: Sequence[Column], of: NodeColumns | EdgeColumns) -> RowWriter:
    """Return what writes the cells of an element: those of the columns that stand first count as its own."""
    writers = [cell_writer(each, f'<data key="{element}_*">', "</data>", _listed) for each in columns]
    return RowWriter(columns, writers, of.common_values)


def _listed(parts: tuple[str, ...]) -> str:
    return attribute(joined(parts))
