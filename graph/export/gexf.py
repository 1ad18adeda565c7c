"""graph.gexf: the graph for Gephi, coloured, sized, placed and dated (GEXF 1.3, https://gexf.net/primer.html).

Written by hand and streamed, since networkx' writer is not valid against the schema, loses parallel edges, kinds and
time, and holds the whole file in memory. What Gephi's importer drops or stumbles over is avoided: no default edge
type, one edge per ends, kind and direction, weights above zero, full dates, spells that do not overlap.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

from ..tables.graph_tables import EntityRow
from .columns import Column, Common, EdgeColumns, NodeColumns
from .evidence_summary import is_day, year_of
from .foremost import Size
from .graph_profiles import FULL, Profile
from .prepared_graph import PreparedGraph, prepared
from .publication import Publication
from .row_writer import ROWS_KEPT
from .text_file import write_encoded
from .xml_cells import XmlCells, literal
from .xml_rows import XmlEdge, XmlNode, XmlRows
from .xml_text import attribute, one_line

FILE = "graph.gexf"
Spells = Literal["year", "day"]
_Times = tuple[int | str, ...]

LABEL_LENGTH = 60

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Options:
    """How the file is written: one direction for all edges, spells of years or days."""

    all_directed: bool
    spells: Spells
    timed: bool


def write(
    publication: Publication,
    folder: Path,
    *,
    profile: Profile = FULL,
    all_directed: bool = False,
    spells: Spells = "year",
) -> tuple[Path, ...]:
    """Write graph.gexf and return its path. Raises `ExportError`.

    `profile` is what of the graph is written. `all_directed` makes every edge directed, for readers that refuse mixed
    graphs (networkx); `symmetric` then tells which have no direction. `spells` gives edges the years of their
    letters, or the days.
    """
    rows = XmlRows.of(prepared(publication, profile))
    parts = document(publication, rows, all_directed=all_directed, spells=spells)
    return (write_encoded(folder / FILE, parts),)


def document(
    publication: Publication, rows: XmlRows, *, all_directed: bool = False, spells: Spells = "year"
) -> Iterator[bytes]:
    """Yield the file part by part, with the options of `write`."""
    graph = rows.graph
    dated = graph.evidence.years if spells == "year" else graph.evidence.days
    timed = bool(dated) or any(year_of(node.first_date) for node in graph.nodes)
    options = _Options(all_directed=all_directed, spells=spells, timed=timed)
    yield from map(str.encode, _head(publication, graph, options))
    yield f'    <nodes count="{len(graph.nodes)}">\n'.encode()
    yield from _nodes(rows.nodes, graph.node_columns, options)
    yield f'    </nodes>\n    <edges count="{len(graph.edges)}">\n'.encode()
    yield from _edges(rows.edges, graph.edge_columns, options)
    yield b"    </edges>\n  </graph>\n</gexf>\n"


def _head(publication: Publication, graph: PreparedGraph, options: _Options) -> Iterator[str]:
    yield _HEAD
    yield from _meta(publication, graph)
    mode = 'mode="static"'
    if options.timed:
        mode = 'mode="dynamic" timeformat="date" timerepresentation="interval" timezone="Asia/Shanghai"'
    default = ' defaultedgetype="directed"' if options.all_directed else ""
    yield f"  <graph {mode}{default}>\n"
    yield from _declaration("node", graph.node_columns.columns)
    yield from _declaration("edge", graph.edge_columns.columns)


def _meta(publication: Publication, graph: PreparedGraph) -> Iterator[str]:
    """Yield the head; the date is the last letter's, since a file must not depend on the day it is written."""
    dates = [letter.reply_date for letter in publication.tables.letters if is_day(letter.reply_date)]
    changed = f' lastmodifieddate="{max(dates)}"' if dates else ""
    replies = sum(letter.status == "reply" for letter in publication.tables.letters)
    yield f"  <meta{changed}>\n    <creator>fuwen {attribute(publication.version)}</creator>\n"
    yield "    <keywords>复文, 政协提案, 人大建议, knowledge graph, CPPCC, NPC</keywords>\n"
    nodes, edges, whole = len(graph.nodes), len(graph.edges), graph.whole
    part = "" if whole == Size(nodes, edges) else f" (全图 of {whole.nodes} nodes, {whole.edges} edges)"
    yield (
        f"    <description>{replies} 封复文 reply letters, {nodes} 个节点 nodes, {edges} 条关系 edges{part}; "
        f"corpus {attribute(publication.corpus_hash)}</description>\n  </meta>\n"
    )


def _declaration(element: str, columns: Sequence[Column]) -> Iterator[str]:
    """Yield the declaration of columns; Gephi ignores values of columns that are not declared."""
    yield f'    <attributes class="{element}" mode="static">\n'
    for column in columns:
        yield f'      <attribute id="{column.identifier}" title="{column.title}" type="{column.type}"/>\n'
    yield "    </attributes>\n"


def _nodes(rows: Iterable[XmlNode], columns: NodeColumns, options: _Options) -> Iterator[bytes]:
    cells = _cells(columns)
    pattern = _node_pattern(cells)
    for node, look, node_id, common, own in rows:
        start = _start(node.first_date, options.spells) if options.timed else ""
        drawn = pattern(common, start, look.rgb)
        yield drawn % (node_id, _label(node).encode(), *cells.own(own), look.x, look.y, look.size)


def _node_pattern(cells: XmlCells) -> Callable[[Common, str, tuple[int, int, int]], bytes]:
    """Return what gives a node with gaps for its id, label, own cells, place and size; see `_edge_pattern`."""

    @lru_cache(ROWS_KEPT)
    def pattern(common: Common, start: str, rgb: tuple[int, int, int]) -> bytes:
        return b"".join(
            (
                f'      <node id="%s" label="%s"{start}><attvalues>'.encode(),
                cells.pattern(common),
                f"</attvalues>{_colour(rgb)}".encode(),
                b'<viz:position x="%.2f" y="%.2f" z="0"/><viz:size value="%.2f"/></node>\n',
            )
        )

    return pattern


def _label(node: EntityRow) -> str:
    text = one_line(node.short_name) or one_line(node.name)
    return attribute(text if len(text) <= LABEL_LENGTH else text[: LABEL_LENGTH - 1] + "…")


@lru_cache(maxsize=4096)
def _start(first_date: str, spells: Spells) -> str:
    """Return the attribute from when a node is there. It has no end: a node lives as long as any edge to it."""
    year = year_of(first_date)
    if year is None:
        return ""
    day = first_date if spells == "day" and is_day(first_date) else f"{year:04}-01-01"
    return f' start="{day}"'


def _colour(rgb: tuple[int, int, int]) -> str:
    red, green, blue = rgb
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


def _edges(rows: Iterable[XmlEdge], columns: EdgeColumns, options: _Options) -> Iterator[bytes]:
    cells = _cells(columns)
    pattern = _edge_pattern(cells)
    for edge, evidence, ids, common, own in rows:
        times: Iterable[int | str] = evidence.days if options.spells == "day" else evidence.years
        directed = edge.directed or options.all_directed
        drawn = directed, columns.kind(edge), columns.label(edge), edge.weight
        yield pattern(*drawn, common, tuple(times)) % (*ids, *cells.own(own))


def _edge_pattern(cells: XmlCells) -> Callable[[bool, str, str, int, Common, _Times], bytes]:
    """Return what gives an edge with gaps for its id, its ends and its own cells.

    In all else very many edges are the same, and their pattern is remembered.
    """

    @lru_cache(ROWS_KEPT)
    def pattern(directed: bool, kind: str, label: str, weight: int, common: Common, times: _Times) -> bytes:
        drawn = (
            f'type="{"directed" if directed else "undirected"}" '
            f'kind="{attribute(kind)}" label="{attribute(label)}" weight="{max(1, weight)}"'
        )
        return b"".join(
            (
                b'      <edge id="%s" source="%s" target="%s" ',
                literal(drawn.encode()),
                b"><attvalues>",
                cells.pattern(common),
                f"</attvalues>{_spells(times)}</edge>\n".encode(),
            )
        )

    return pattern


def _spells(times: _Times) -> str:
    """Return an edge's years or days as GEXF has them: sorted and disjoint, as Gephi drops overlapping spells."""
    if not times:
        return ""
    spells = [
        f'<spell start="{time:04}-01-01" end="{time:04}-12-31"/>'
        if isinstance(time, int)
        else f'<spell start="{time}" end="{time}"/>'
        for time in times
    ]
    return f"<spells>{''.join(spells)}</spells>"


def _cells(columns: NodeColumns | EdgeColumns) -> XmlCells:
    return XmlCells(columns, '<attvalue for="*" value="', '"/>', _listed)


def _listed(parts: tuple[str, ...]) -> str:
    """Return a list as Gephi reads it: ["a", "b"], quotes and backslashes escaped."""
    quoted = [attribute(part.replace("\\", "\\\\").replace('"', '\\"')) for part in parts]
    return f"[&quot;{'&quot;, &quot;'.join(quoted)}&quot;]"
