"""The shared positions, computed when they are first asked for: a process that draws nothing computes no layout."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from ..storage.narrow_records import only
from ..tables.graph_tables import GraphTables

Place = tuple[float, float]


class Placement(Mapping[str, Place]):
    """Node id → (x, y), as `layout.positions` gives them."""

    def __init__(self, tables: GraphTables) -> None:
        self._tables = tables

    def __getitem__(self, node_id: str) -> Place:
        return self._places[node_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        from .layout import positions  # noqa: PLC0415 (a build that draws nothing does without)

        return positions(self._tables.entities, only(self._tables.edges, "source", "target"))


def in_tables(places: Mapping[str, Place], tables: GraphTables) -> Mapping[str, Place]:
    """Return the positions of a graph whose rows are kept elsewhere now: they are computed from there."""
    return Placement(tables) if isinstance(places, Placement) else places
