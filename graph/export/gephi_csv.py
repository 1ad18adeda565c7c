"""gephi/nodes.csv and gephi/edges.csv: for Gephi's «Import spreadsheet», which knows these column names.

The same columns as graph.gexf under the same names; time stands in `timeset`. Colours and places have no column in
Gephi's spreadsheets: graph.gexf brings them.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ..tables.cells import guarded, joined
from ..tables.graph_tables import EntityRow
from .columns import EdgeColumns, NodeColumns, Value
from .csv_tables import write_cells
from .edge_counts import ends
from .evidence_summary import year_of
from .prepared_graph import prepared
from .publication import Publication
from .row_writer import RowWriter
from .xml_text import clean, one_line

FOLDER = "gephi"
_NODE_HEAD = ("Id", "Label", "timeset")
_EDGE_HEAD = ("Source", "Target", "Type", "Kind", "Id", "Label", "Weight", "timeset")


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write both files and return their paths, sorted. Raises `ExportError`."""
    graph = prepared(publication)
    node_columns, edge_columns = graph.node_columns, graph.edge_columns
    node_cells, edge_cells = _cells(node_columns), _cells(edge_columns)
    node_rows = (
        (
            _cell(node.entity_id),
            _cell(one_line(node.short_name or node.name)),
            _lifetime(node),
            *node_cells(node_columns.common(node), node_columns.own(node)),
        )
        for node in graph.nodes
    )
    edge_rows = (
        (
            *map(_cell, ends(edge)),
            "Directed" if edge.directed else "Undirected",
            _cell(edge_columns.kind(edge)),
            _cell(edge.edge_id),
            _cell(edge_columns.label(edge)),
            str(max(1, edge.weight)),
            _years(tuple(found.years)),
            *edge_cells(edge_columns.common(edge, found), edge_columns.own(edge, found)),
        )
        for edge, found in graph.evidence.along(graph.edges)
    )
    node_header = [*_NODE_HEAD, *(column.identifier for column in node_columns.columns)]
    edge_header = [*_EDGE_HEAD, *(column.identifier for column in edge_columns.columns)]
    return (
        write_cells(folder / FOLDER / "edges.csv", edge_header, edge_rows),
        write_cells(folder / FOLDER / "nodes.csv", node_header, node_rows),
    )


def _cells(columns: NodeColumns | EdgeColumns) -> RowWriter:
    return RowWriter(columns.columns, [_cell] * len(columns.columns), columns.common_values)


def _cell(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        value = joined(value)
    if isinstance(value, str):
        return guarded(clean(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _lifetime(node: EntityRow) -> str:
    """Return the years from the first to the last letter that names a node."""
    first = year_of(node.first_date)
    last = year_of(node.last_date) or first
    return "" if first is None else f"<[{first:04}-01-01, {last:04}-12-31]>"


@lru_cache(maxsize=4096)
def _years(years: tuple[int, ...]) -> str:
    times = [f"[{year:04}-01-01, {year:04}-12-31]" for year in years]
    return f"<{'; '.join(times)}>" if times else ""
