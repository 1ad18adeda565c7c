"""What statements say of a node wherever it is named: its token, its kind and its names, in some 170 bytes.

Rows of their own take a kilobyte each, and a province has millions of nodes.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from sys import intern

from ...storage.digest_counts import DigestCounts
from ...storage.narrow_records import only
from ...storage.packed_texts import PackedTexts
from ...tables.graph_tables import EntityRow
from .. import foremost
from . import terms

_UNKNOWN = -1


class Nodes(Container[str]):
    """The nodes that have a row, numbered in the order of the rows; those that edges alone know come behind them."""

    def __init__(self, rows: Sequence[EntityRow], base: str) -> None:
        self._base = base
        self._tokens, self._names, self._short_names = PackedTexts(), PackedTexts(), PackedTexts()
        self._kinds: list[str] = []
        for row in only(rows, "entity_id", "kind", "name", "short_name"):
            self._tokens.append(terms.node(row.entity_id, base))
            self._names.append(row.name)
            self._short_names.append(row.short_name)
            self._kinds.append(intern(row.kind))
        numbered = ((row.entity_id, at) for at, row in enumerate(only(rows, "entity_id")))
        # a dict is found in a tenth of the time, and takes ten times the memory
        self._numbers = dict(numbered) if len(rows) <= foremost.ROOM.nodes else DigestCounts(numbered)
        self._further: dict[str, int] = {}

    def __contains__(self, node_id: object) -> bool:
        return isinstance(node_id, str) and self._at(node_id) != _UNKNOWN

    def __len__(self) -> int:
        return len(self._tokens)

    def find(self, node_id: str) -> int | None:
        """Return the number of a node, if it has one."""
        number = self._at(node_id)
        return self._further.get(node_id) if number == _UNKNOWN else number

    def number(self, node_id: str) -> int:
        """Return the number of a node; one that has none is given the next."""
        number = self.find(node_id)
        if number is None:
            number = self._further[node_id] = len(self._tokens)
            self._tokens.append(terms.node(node_id, self._base))
        return number

    def token(self, number: int) -> str:
        """Return the token of a node by its number."""
        return self._tokens[number]

    def kind(self, node_id: str) -> str:
        """Return the kind of a node, empty where it has no row."""
        number = self._at(node_id)
        return "" if number == _UNKNOWN else self._kinds[number]

    def name(self, node_id: str, otherwise: str) -> str:
        """Return the name of a node."""
        number = self._at(node_id)
        return otherwise if number == _UNKNOWN else self._names[number]

    def short_name(self, node_id: str) -> str:
        """Return a name for labels: the short name, else the name, else the id."""
        number = self._at(node_id)
        return node_id if number == _UNKNOWN else self._short_names[number] or self._names[number]

    def _at(self, node_id: str) -> int:
        return self._numbers.get(node_id, _UNKNOWN)
