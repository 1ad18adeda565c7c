"""graph.graphml: the graph for yEd, Cytoscape, igraph and networkx (http://graphml.graphdrawing.org).

Streamed, since networkx needs the whole graph and the whole file in memory: 20 times the time for 50,000 nodes. The
format knows neither time nor lists: lists are joined by `|`. All edges are directed, as networkx reads no mixed
graph; `symmetric` tells which have no direction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..tables.cells import joined
from .columns import Column, EdgeColumns, NodeColumns
from .prepared_graph import prepared
from .publication import Publication
from .text_file import write_encoded
from .xml_cells import XmlCells
from .xml_rows import XmlEdge, XmlNode, XmlRows
from .xml_text import attribute, one_line

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
    rows = XmlRows.of(prepared(publication))
    return (write_encoded(folder / FILE, document(rows)),)


def document(rows: XmlRows) -> Iterator[bytes]:
    """Yield the file part by part."""
    graph = rows.graph
    yield _HEAD.encode()
    yield from map(str.encode, _keys("node", (*_SEEN, *graph.node_columns.columns)))
    yield from map(str.encode, _keys("edge", (*_DRAWN, *graph.edge_columns.columns)))
    yield b'  <graph edgedefault="directed">\n'
    yield from _nodes(rows.nodes, graph.node_columns)
    yield from _edges(rows.edges, graph.edge_columns)
    yield b"  </graph>\n</graphml>\n"


def _nodes(rows: Iterable[XmlNode], columns: NodeColumns) -> Iterator[bytes]:
    cells = _cells("n", _SEEN, columns)
    for node, look, node_id, common, own in rows:
        seen = one_line(node.short_name) or node.name, look.x, look.y, look.size, *look.rgb
        yield b'    <node id="%b">%b</node>\n' % (
            node_id,
            cells.pattern(common) % (*cells.own((*seen, *own)),),
        )


def _edges(rows: Iterable[XmlEdge], columns: EdgeColumns) -> Iterator[bytes]:
    cells = _cells("e", _DRAWN, columns)
    for edge, _, ids, common, own in rows:
        drawn = columns.label(edge), max(1, edge.weight)
        values = cells.pattern(common) % (*cells.own((*drawn, *own)),)
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
