"""What both pictures draw with: nodes in the shapes of the palette, bent lines, and the group that labels stand in."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape

from ontology import palette
from ontology.palette import Shape

from ..drawing.geometry import Point
from ..tables.graph_tables import EntityRow
from .xml_text import one_line

_CORNERS: Mapping[Shape, tuple[tuple[float, float], ...]] = {
    # corners for a radius of 1; sized so that all shapes look equally large
    "square": ((-0.88, -0.88), (0.88, -0.88), (0.88, 0.88), (-0.88, 0.88)),
    "diamond": ((0, -1.15), (1.15, 0), (0, 1.15), (-1.15, 0)),
    "triangle": ((0, -1.15), (1.1, 0.8), (-1.1, 0.8)),
    "triangleDown": ((0, 1.15), (1.1, -0.8), (-1.1, -0.8)),
    "hexagon": ((1.05, 0), (0.53, 0.91), (-0.53, 0.91), (-1.05, 0), (-0.53, -0.91), (0.53, -0.91)),
    "star": (
        (0, -1.25),
        (0.31, -0.42),
        (1.19, -0.39),
        (0.5, 0.16),
        (0.73, 1.01),
        (0, 0.52),
        (-0.73, 1.01),
        (-0.5, 0.16),
        (-1.19, -0.39),
        (-0.31, -0.42),
    ),
}
# Blanks are narrow, so that the halo closes over them: a line that shows through reads as a dash.
LABELS = (
    '<g text-anchor="middle" stroke="#ffffff" stroke-width="4" stroke-linejoin="round" paint-order="stroke" '
    'word-spacing="-0.1em"'
)
"""The group that labels stand in, its last attribute and `>` still to come."""
NODES = '<g stroke="#ffffff" stroke-width="2">'
"""The group that nodes stand in."""


def shape(name: Shape, x: float, y: float, radius: float) -> str:
    """Return the element that draws a shape of the palette around a point."""
    if name == "dot":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
    corners = " ".join(
        f"{x + radius * across:.1f},{y + radius * along:.1f}" for across, along in _CORNERS[name]
    )
    return f'<polygon points="{corners}"/>'


def node_mark(node: EntityRow, x: float, y: float, radius: float) -> str:
    """Return the element that draws a node in the shape and colour of its kind, its name as the tooltip."""
    swatch = palette.load().of(node.kind)
    drawn = shape(swatch.shape, x, y, radius)
    return f'<g fill="{swatch.colour}"><title>{escape(one_line(node.name))}</title>{drawn}</g>'


def bent_path(start: Point, end: Point) -> str:
    """Return the path data of a slightly bent line: there and back stay apart, crossings are easier to follow."""
    (ax, ay), (bx, by) = start, end
    cx, cy = (ax + bx) / 2 - (by - ay) * 0.08, (ay + by) / 2 + (bx - ax) * 0.08
    return f"M{ax:.1f} {ay:.1f}Q{cx:.1f} {cy:.1f} {bx:.1f} {by:.1f}"
