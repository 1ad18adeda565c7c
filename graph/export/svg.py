"""graph.svg: the graph as one still picture, with legend and caption; the README shows it.

Drawn from the shared positions and the palette; of a large graph `svg_summary` draws the middle.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

from ..drawing.layout import (
    BRANCH_KINDS,
    HEIGHT,
    NODE_RADIUS,
    label,
    label_em,
    label_scale,
    label_width,
)
from ..storage.narrow_records import only
from ..tables.graph_tables import EdgeRow, EntityRow
from . import svg_summary
from .publication import Publication
from .svg_legend import INK, QUIET
from .svg_selection import is_large
from .svg_shapes import LABELS, NODES, bent_path, node_mark
from .svg_sheet import BETWEEN, RESPONSE, TOGETHER, WITHIN, Sheet
from .text_file import write_parts
from .xml_text import one_line

FILE = "graph.svg"
LABELS_DRAWN = 400
"""So many labels can be read; of more, those that `label_scale` puts first and that cover no other are drawn."""

EDGES_DRAWN = 4000
"""More lines than that make a grey sheet; the heaviest of each sort are drawn."""

# later lines lie above earlier ones
LINES = {"within": WITHIN, "together": TOGETHER, "between": BETWEEN, "response": RESPONSE}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Drawing:
    """What is drawn of a publication: all nodes, the edges and labels there is room for."""

    publication: Publication
    nodes: Sequence[EntityRow]
    edges: Mapping[str, Sequence[_Ranked]]
    labelled: Collection[str]
    em: float

    @property
    def notes(self) -> Sequence[str]:
        """What was left out, in both languages; nothing where nothing was."""
        drawn, all_edges = sum(map(len, self.edges.values())), len(self.publication.tables.edges)
        if drawn == all_edges and len(self.labelled) == len(self.nodes):
            return ()
        told = (
            f"图中有 {len(self.labelled):,} 个名称、{drawn:,} 条关系，其余见表格与网页 · "
            f"{len(self.labelled):,} labels and {drawn:,} edges are drawn; tables and page have all"
        )
        return (told,)


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.svg and return its path. Raises `ExportError`."""
    return (write_parts(folder / FILE, [drawn(publication)]),)


def drawn(publication: Publication) -> str:
    """Return the picture as SVG text."""
    return "".join(f"{line}\n" for line in _document(publication))


def _document(publication: Publication) -> Iterator[str]:
    if is_large(publication.tables):
        return svg_summary.document(publication)
    drawing = _drawing(publication)
    sheet = Sheet(
        publication=publication,
        nodes=drawing.nodes,
        lines=list(LINES.values())[::-1],
        notes=drawing.notes,
        height=HEIGHT,
    )
    return sheet.around(_picture(drawing))


def _picture(drawing: _Drawing) -> Iterator[str]:
    yield from _edges(drawing)
    yield from _nodes(drawing)
    yield from _labels(drawing)


def _drawing(publication: Publication) -> _Drawing:
    nodes = sorted(publication.tables.entities, key=lambda node: (label_scale(node), node.entity_id))
    edges = only(publication.tables.edges, "edge_id", "source", "target", "directed", "weight")
    em = label_em(nodes[-LABELS_DRAWN:]) if nodes else 0.0
    return _Drawing(
        publication=publication,
        nodes=nodes,
        edges=_heaviest(edges, {node.entity_id: node.kind for node in nodes}),
        labelled=_labelled(publication, nodes, em),
        em=em,
    )


class _Ranked(NamedTuple):
    """An edge, such that the heavier ones are the smaller ones."""

    minus_weight: int
    edge_id: str
    source: str
    target: str


def _heaviest(edges: Iterable[EdgeRow], kinds: Mapping[str, str]) -> Mapping[str, Sequence[_Ranked]]:
    """Return the edges that are drawn of each sort; no more are kept on the way than may be."""
    found: dict[str, list[_Ranked]] = {line: [] for line in LINES}
    least: dict[str, tuple[float, str]] = dict.fromkeys(LINES, (inf, ""))
    for edge in edges:
        line = _line(edge, kinds)
        if (-edge.weight, edge.edge_id) < least[line]:
            found[line].append(_Ranked(-edge.weight, edge.edge_id, edge.source, edge.target))
            if len(found[line]) == 2 * EDGES_DRAWN:
                found[line] = sorted(found[line])[:EDGES_DRAWN]
                least[line] = found[line][-1][:2]
    room = EDGES_DRAWN
    for line in reversed(LINES):
        found[line] = sorted(found[line])[:room]
        room -= len(found[line])
    return found


def _labelled(publication: Publication, nodes: Sequence[EntityRow], em: float) -> Collection[str]:
    """Return the nodes whose labels are drawn: the first in rank, each where it covers no label before it.

    The layout leaves room for every label of a small graph, so all of them are drawn.
    """
    taken: dict[str, tuple[float, float, float, float]] = {}
    for node in nodes[: -4 * LABELS_DRAWN - 1 : -1]:
        x, y = publication.positions[node.entity_id]
        size = em * label_scale(node)
        half = size * label_width(label(node)) / 2
        box = x - half, y + 0.7 * size, x + half, y + 1.75 * size
        if not any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for other in taken.values()
        ):
            taken[node.entity_id] = box
        if len(taken) == LABELS_DRAWN:
            break
    return taken.keys()


def _line(edge: EdgeRow, kinds: Mapping[str, str]) -> str:
    """Return how an edge is drawn; it is told by what it joins, so that new relations need no change here."""
    if kinds[edge.source] in ("reply", "proposal"):
        return "response"
    if kinds[edge.target] in ("reply", "proposal", "section", "point"):
        return "within"
    return "between" if edge.directed else "together"


def _edges(drawing: _Drawing) -> Iterator[str]:
    for name, line in LINES.items():
        yield (
            f'<g fill="none" stroke="{line.colour}" stroke-width="{line.width}" stroke-opacity="{line.opacity}">'
        )
        for edge in drawing.edges[name]:
            ends = drawing.publication.positions[edge.source], drawing.publication.positions[edge.target]
            yield f'<path d="{bent_path(*ends)}"/>'
        yield "</g>"


def _nodes(drawing: _Drawing) -> Iterator[str]:
    yield NODES
    for node in drawing.nodes:
        x, y = drawing.publication.positions[node.entity_id]
        yield node_mark(node, x, y, NODE_RADIUS * drawing.em * label_scale(node))
    yield "</g>"


def _labels(drawing: _Drawing) -> Iterator[str]:
    yield f"{LABELS}>"
    for node in drawing.nodes:
        if node.entity_id in drawing.labelled:
            x, y = drawing.publication.positions[node.entity_id]
            size = drawing.em * label_scale(node)
            colour = QUIET if node.kind in BRANCH_KINDS else INK
            yield (
                f'<text x="{x:.1f}" y="{y + 1.6 * size:.1f}" font-size="{size:.1f}" fill="{colour}">'
                f"{escape(one_line(label(node)))}</text>"
            )
    yield "</g>"
