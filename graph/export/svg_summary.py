"""graph.svg of a large graph: the names that most letters name, in groups of what belongs together.

Every name has its label, and none covers another; the area of a node, and the width of a line, tell of letters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt
from xml.sax.saxutils import escape

from ..drawing.geometry import Point
from ..drawing.group_layout import GroupLayout, Pull, group_layout
from ..drawing.layout import WIDTH, label, label_width
from ..tables.graph_tables import EntityRow
from .publication import Publication
from .svg_legend import INK
from .svg_selection import Selection, Tie, selected
from .svg_shapes import LABELS, NODES, bent_path, node_mark
from .svg_sheet import BETWEEN, TOGETHER, Sheet
from .xml_text import one_line

HEIGHT = 850.0
"""Half the height of the drawing: with title and legend it fills a page of A4 as far as a page of text does."""

GROUND = "#f3f0e6"
SHADED = 3
"""A group of fewer names needs no ground to be seen as one."""

LARGEST, SMALLEST = 1.4, 0.42
"""Radius of the node of most letters, and of the smallest, in ems of the smallest label."""

LABEL_GROWTH = 0.7
"""How much larger the label of the node of most letters is than one of none."""

GAP, SPACE, LEAD = 0.15, 1.1, 0.35
"""Between a node and its label, beside a label and below it, in ems of the smallest label."""

WIDEST = 8.0
"""Width of the strongest tie; others by their letters, none thinner than in the picture of a small graph."""

FAR_OPACITY = 0.25
"""Of lines between groups; those within are drawn as elsewhere."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A node with its label, in ems of the smallest label: the radius of the node, the size of the label, its width."""

    node: EntityRow
    radius: float
    label_size: float
    label_width: float

    @property
    def size(self) -> Point:
        """Width and height of the box that holds both and some space."""
        width = max(self.label_width, 2 * self.radius) + SPACE
        return width, 2 * self.radius + GAP + 1.25 * self.label_size + LEAD


def document(publication: Publication) -> Iterator[str]:
    """Yield the lines of the file. The shared positions are not asked for: nothing is laid out but what is drawn."""
    selection = selected(publication.tables)
    sheet = Sheet(
        publication=publication,
        nodes=selection.nodes,
        lines=[BETWEEN, TOGETHER],
        notes=_notes(selection),
        height=HEIGHT,
    )
    return sheet.around(_drawing(selection))


def _notes(selection: Selection) -> Sequence[str]:
    """Return what is drawn of what, in both languages."""
    names, ties, every = len(selection.nodes), len(selection.ties), selection.all_ties
    least = min((node.letter_count for node in selection.nodes), default=0)
    chinese = (
        f"图中是最多复文提到的 {names:,} 个名称（各见于至少 {least:,} 封）及其间 {every:,} 组关系中最强的 {ties:,} 组，"
        "点与线随复文数增大，同一底色者常一同出现；其余见表格与网页"
    )
    english = (
        f"The {names:,} names that most letters name (each in {least:,} or more) and the {ties:,} strongest of the "
        f"{every:,} ties among them, sized by letters; one ground: often together; tables and page have all"
    )
    return chinese, english


def _drawing(selection: Selection) -> Iterator[str]:
    figures = _figures(selection.nodes)
    layout = group_layout(
        [figure.size for figure in figures],
        [Pull(one, other, weight) for (one, other), weight in selection.pulls.items()],
        selection.groups,
        WIDTH,
        HEIGHT,
    )
    em = layout.unit
    # the middle of a node lies above that of its box
    spots = [
        (x, y - (figure.size[1] / 2 - figure.radius) * em)
        for figure, (x, y) in zip(figures, layout.places, strict=True)
    ]
    yield from _grounds(selection, layout)
    yield from _ties(selection, spots)
    yield from _nodes(figures, spots, em)
    yield from _labels(figures, spots, em)


def _figures(nodes: Sequence[EntityRow]) -> list[_Figure]:
    most = max((node.letter_count for node in nodes), default=0)
    figures = []
    for node in nodes:
        share = sqrt(node.letter_count / max(1, most))
        size = 1 + LABEL_GROWTH * share
        figures.append(_Figure(node, max(SMALLEST, LARGEST * share), size, size * label_width(label(node))))
    return figures


def _grounds(selection: Selection, layout: GroupLayout) -> Iterator[str]:
    yield f'<g fill="{GROUND}" stroke="{GROUND}" stroke-width="{0.4 * layout.unit:.1f}" stroke-linejoin="round">'
    for group, hull in zip(selection.groups, layout.hulls, strict=True):
        if len(group) >= SHADED:
            yield f'<path d="M{"L".join(f"{x:.1f} {y:.1f}" for x, y in hull)}Z"/>'
    yield "</g>"


def _ties(selection: Selection, spots: Sequence[Point]) -> Iterator[str]:
    """Yield the lines: co-mentions below claims, those between groups below those within, thin ones below others."""
    group_of = {at: number for number, group in enumerate(selection.groups) for at in group}
    scale = WIDEST / sqrt(max((tie.letters for tie in selection.ties), default=1))
    for line in (TOGETHER, BETWEEN):
        for near in (False, True):
            ties = [
                tie
                for tie in reversed(selection.ties)
                if tie.typed == (line is BETWEEN) and (group_of[tie.one] == group_of[tie.other]) == near
            ]
            opacity = line.opacity if near else FAR_OPACITY
            yield f'<g fill="none" stroke="{line.colour}" stroke-opacity="{opacity:g}" stroke-linecap="round">'
            yield from (_line(tie, max(line.width, scale * sqrt(tie.letters)), spots) for tie in ties)
            yield "</g>"


def _line(tie: Tie, width: float, spots: Sequence[Point]) -> str:
    return f'<path d="{bent_path(spots[tie.one], spots[tie.other])}" stroke-width="{width:.1f}"/>'


def _nodes(figures: Sequence[_Figure], spots: Sequence[Point], em: float) -> Iterator[str]:
    yield NODES
    for figure, (x, y) in zip(figures, spots, strict=True):
        yield node_mark(figure.node, x, y, figure.radius * em)
    yield "</g>"


def _labels(figures: Sequence[_Figure], spots: Sequence[Point], em: float) -> Iterator[str]:
    yield f'{LABELS} fill="{INK}">'
    for figure, (x, y) in zip(figures, spots, strict=True):
        baseline = y + (figure.radius + GAP + 0.95 * figure.label_size) * em
        text = escape(one_line(label(figure.node)))
        yield f'<text x="{x:.1f}" y="{baseline:.1f}" font-size="{figure.label_size * em:.1f}">{text}</text>'
    yield "</g>"
