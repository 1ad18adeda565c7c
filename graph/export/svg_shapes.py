"""The shapes of the palette as SVG elements."""

from __future__ import annotations

from collections.abc import Mapping

from ontology.palette import Shape

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


def shape(name: Shape, x: float, y: float, radius: float) -> str:
    """Return the element that draws a shape of the palette around a point."""
    if name == "dot":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
    corners = " ".join(
        f"{x + radius * across:.1f},{y + radius * along:.1f}" for across, along in _CORNERS[name]
    )
    return f'<polygon points="{corners}"/>'
