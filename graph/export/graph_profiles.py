"""Which part of the graph a file for a graph program holds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from ..records import KINDS
from ..tables.graph_tables import EdgeRow, EntityRow, GraphTables
from .sorted_rows import by_edge_id, by_entity_id

Profile = Literal["full", "entities", "letters"]
PROFILES: tuple[Profile, ...] = get_args(Profile)
FULL: Profile = "full"


def select(tables: GraphTables, profile: Profile) -> tuple[Sequence[EntityRow], Sequence[EdgeRow]]:
    """Return nodes and edges, each sorted by id.

    `full` is everything; `entities` the four kinds without places and letters, and what joins them; `letters` the
    replies with the names in them, no name joined to a name.
    """
    nodes = by_entity_id(tables.entities)
    edges = by_edge_id(tables.edges)
    if profile == FULL:
        return nodes, edges
    names = {node.entity_id for node in nodes if node.kind in KINDS and not node.is_place}
    if profile == "entities":
        kept = names
        edges = [edge for edge in edges if edge.source in names and edge.target in names]
    else:
        replies = {node.entity_id for node in nodes if node.kind == "reply"}
        kept = names | replies
        edges = [
            edge
            for edge in edges
            if (edge.source in names and edge.target in replies)
            or (edge.source in replies and edge.target in names)
        ]
    return [node for node in nodes if node.entity_id in kept], edges
