"""The input of every writer: the tables, the letters' texts and the shared positions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from ontology.topics import Topic

from ..tables.external_ids import ExternalId
from ..tables.graph_tables import GraphTables
from .foremost import Size

Told = TypeVar("Told")


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One build, ready to be written.

    `texts` maps letter_id to the letter's text (the offsets' text), `positions` a node id to (x, y), both in
    [-1000, 1000], y downwards; `corpus_hash` is 12 hex digits over the inputs, the same for the same letters.
    """

    tables: GraphTables
    texts: Mapping[str, str]
    positions: Mapping[str, tuple[float, float]]
    base: str
    version: str
    corpus_hash: str
    merged: Mapping[str, str] = field(default_factory=dict)
    """Ids that ids.csv minted and that now stand for another entity: old id → id."""
    external_ids: Mapping[str, Sequence[ExternalId]] = field(default_factory=dict)
    """Ids in other catalogues by entity id, from external_ids.tsv."""
    topics: tuple[Topic, ...] = ()
    """The user's own, from topics.tsv."""
    room: Size | None = None
    """What files for graph programs may hold, the foremost nodes and edges of a larger graph; None: everything."""
    _told: dict[Any, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    def once(self, tell: Callable[[Publication], Told]) -> Told:
        """Return what `tell` says of this publication: it is asked once, and the answer kept for other writers."""
        if tell not in self._told:
            self._told[tell] = tell(self)
        found: Told = self._told[tell]
        return found


class Writer(Protocol):
    """One output format: a function in a file of its own under graph/export."""

    def __call__(self, publication: Publication, folder: Path, **options: object) -> tuple[Path, ...]:
        """Write the format into `folder` and return the paths written, sorted. Raises `ExportError`."""
        ...
