"""graph.graphml: the graph for yEd, Cytoscape, igraph and networkx (http://graphml.graphdrawing.org).

Streamed, since networkx needs the whole graph and the whole file in memory: 20 times the time for 50,000 nodes. The
format knows neither time nor lists: lists are joined by `|`. All edges are directed, as networkx reads no mixed
graph; `symmetric` tells which have no direction.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ..tables.cells import joined
from ..tables.graph_tables import EdgeRow, EntityRow
from .appearance import appearances
from .columns import Column, EdgeColumns, NodeColumns
from .edge_counts import ends
from .edge_evidence import SortedEvidence
from .prepared_graph import prepared
from .publication import Publication
from .text_file import write_encoded
from .xml_cells import XmlCells
from .xml_text import attribute, one_line, repeated

FILE = "graph.graphml"

_TYPES = {"integer": "long", "double": "double", "boolean": "boolean"}
_SEEN = (
    # the columns by which Gephi, yEd and Cytoscape place and paint nodes
    Column("label", "", "string"),
    Column("x", "", "double"),
    Column("y", "", "double"),
    Column("size", "", "double", repeated=True),
    Column("r", "", "integer", repeated=True),
    Column("g", "", "integer", repeated=True),
    Column("b", "", "integer", repeated=True),
)
_DRAWN = (Column("label", "", "string", repeated=True), Column("weight", "", "double", repeated=True))
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns '
    'http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n'
)


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.graphml and return its path. Raises `ExportError`."""
    return (write_encoded(folder / FILE, _document(publication)),)


def _document(publication: Publication) -> Iterator[bytes]:
    graph = prepared(publication)
    yield _HEAD.encode()
    yield from map(str.encode, _keys("node", (*_SEEN, *graph.node_columns.columns)))
    yield from map(str.encode, _keys("edge", (*_DRAWN, *graph.edge_columns.columns)))
    yield b'  <graph edgedefault="directed">\n'
    yield from _nodes(publication, graph.nodes, graph.node_columns)
    yield from _edges(graph.edges, graph.edge_columns, graph.evidence)
    yield b"  </graph>\n</graphml>\n"


def _nodes(publication: Publication, nodes: Sequence[EntityRow], columns: NodeColumns) -> Iterator[bytes]:
    cells = _cells("n", _SEEN, columns)
    for node, look in zip(nodes, appearances(publication, nodes, columns.degrees), strict=True):
        seen = one_line(node.short_name) or node.name, look.x, look.y, look.size, *look.rgb
        values = cells.pattern(columns.common(node)) % (*cells.own((*seen, *columns.own(node))),)
        yield b'    <node id="%b">%b</node>\n' % (repeated(node.entity_id), values)


def _edges(edges: Sequence[EdgeRow], columns: EdgeColumns, evidence: SortedEvidence) -> Iterator[bytes]:
    cells = _cells("e", _DRAWN, columns)
    for edge, found in evidence.along(edges):
        source, target = ends(edge)
        drawn = columns.label(edge), max(1, edge.weight)
        ids = attribute(edge.edge_id).encode(), repeated(source), repeated(target)
        values = cells.pattern(columns.common(edge, found)) % (
            *cells.own((*drawn, *columns.own(edge, found))),
        )
        yield b'    <edge id="%b" source="%b" target="%b">%b</edge>\n' % (*ids, values)


def _keys(element: str, columns: Sequence[Column]) -> Iterator[str]:
    """Yield the declaration of columns."""
    types: Mapping[str, str] = _TYPES
    for column in columns:
        yield (
            f'  <key id="{element[0]}_{column.identifier}" for="{element}" attr.name="{column.identifier}" '
            f'attr.type="{types.get(column.type, "string")}"/>\n'
        )


def _cells(element: str, first: Sequence[Column], columns: NodeColumns | EdgeColumns) -> XmlCells:
    return XmlCells(columns, f'<data key="{element}_*">', "</data>", _listed, first)


def _listed(parts: tuple[str, ...]) -> str:
    return attribute(joined(parts))
