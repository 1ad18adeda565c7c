"""The shared positions, computed when they are first asked for: a process that draws nothing computes no layout."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from msgspec import structs

from ..storage.narrow_records import only
from ..tables.graph_tables import EntityRow, GraphTables

Place = tuple[float, float]


class Placement(Mapping[str, Place]):
    """Node id → (x, y), as `layout.positions` gives them. Of a part of a graph its own `letters` alone have a place."""

    def __init__(self, tables: GraphTables, letters: Collection[str] | None = None) -> None:
        self._tables = tables
        self.letters = letters

    def __getitem__(self, node_id: str) -> Place:
        return self._places[node_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    @cached_property
    def _places(self) -> Mapping[str, Place]:
        from .layout import positions  # noqa: PLC0415 (a build that draws nothing does without)

        return positions(self._nodes(), only(self._tables.edges, "source", "target"))

    def _nodes(self) -> Iterable[EntityRow]:
        letters = self.letters
        if letters is None:
            return self._tables.entities
        return (_within(row, letters) for row in self._tables.entities)


def _within(row: EntityRow, letters: Collection[str]) -> EntityRow:
    """Return a node as if it were named in these letters alone."""
    own = tuple(letter_id for letter_id in row.letter_ids if letter_id in letters)
    return row if own == row.letter_ids else structs.replace(row, letter_ids=own)


def in_tables(places: Mapping[str, Place], tables: GraphTables) -> Mapping[str, Place]:
    """Return the positions of a graph whose rows are kept elsewhere now: they are computed from there."""
    return Placement(tables, places.letters) if isinstance(places, Placement) else places
