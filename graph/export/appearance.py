"""How a graph program shows a node: colour, place and size, the same in GEXF and GraphML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from ontology import palette

from ..tables.graph_tables import EntityRow

SMALLEST, LARGEST = 8.0, 40.0
"""Sizes of nodes in Gephi, on a logarithmic scale."""

HUB_KINDS = ("reply", "proposal")

ROOMY_NODES = 500
"""Up to so many nodes the picture is drawn at ±2000; a larger graph gets so much more room that its nodes fit."""


class Appearance(NamedTuple):
    """Colour as red, green, blue in 0-255; place with y upwards, as Gephi has it; size between the two limits."""

    rgb: tuple[int, int, int]
    x: float
    y: float
    size: float


def appearances(
    positions: Mapping[str, tuple[float, float]], nodes: Sequence[EntityRow], degrees: Mapping[str, int]
) -> Iterator[Appearance]:
    """Yield the appearance of node after node: the palette's colour, the shared place, the size by its importance."""
    room = 2 * max(1.0, sqrt(len(nodes) / ROOMY_NODES))
    measures = [_measure(node, degrees) for node in nodes]
    largest = max(measures, default=0)
    sizes = {measure: _size(measure, largest) for measure in set(measures)}
    colours = {kind: palette.load().of(kind).rgb for kind in {node.kind for node in nodes}}
    for node, measure in zip(nodes, measures, strict=True):
        x, y = positions[node.entity_id]
        # 0 - 0: no "-0.0"
        yield Appearance(colours[node.kind], x * room, 0.0 - y * room, sizes[measure])


def _measure(node: EntityRow, degrees: Mapping[str, int]) -> int:
    """Return what a node's size shows: how often a name stands, the edges of reply and proposal, else the letters."""
    if node.kind in HUB_KINDS:
        return degrees.get(node.entity_id, 0)
    return node.mentions or node.letter_count


def _size(measure: int, largest: int) -> float:
    if largest < 1:
        return SMALLEST
    return round(SMALLEST + (LARGEST - SMALLEST) * log(1 + measure) / log(1 + largest), 2)
