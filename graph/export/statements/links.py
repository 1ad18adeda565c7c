"""Which node leads where by which property: the direct triples of a graph, in fewer than twenty bytes each."""

from __future__ import annotations

from array import array

from .nodes import Nodes

_NONE = -1


class Links:
    """Properties and the nodes they lead to, by node: numbers in arrays, since most edges are found from both ends.

    What leads from one node is a chain: each link knows the place of the one before it.
    """

    def __init__(self, nodes: Nodes) -> None:
        self._nodes = nodes
        self._last = array("q", [_NONE]) * len(nodes)  # by node: the place of its last link
        self._properties: dict[str, int] = {}
        self._names: list[str] = []  # of the properties
        self._property = array("H")
        self._there = array("I")
        self._before = array("q")

    def add(self, here: str, predicate: str, there: str, *, mirrored: bool = False) -> None:
        """Add a link from one node to another, and the same back where it is `mirrored`."""
        start, end = self._node(here), self._node(there)
        number = self._properties.get(predicate)
        if number is None:
            number = self._properties[predicate] = len(self._names)
            self._names.append(predicate)
        self._link(start, number, end)
        if mirrored:
            self._link(end, number, start)

    def _node(self, node_id: str) -> int:
        number = self._nodes.number(node_id)
        if number == len(self._last):  # a node without a row
            self._last.append(_NONE)
        return number

    def _link(self, start: int, number: int, end: int) -> None:
        self._before.append(self._last[start])
        self._last[start] = len(self._property)
        self._property.append(number)
        self._there.append(end)

    def of(self, node_id: str) -> list[tuple[str, str]]:
        """Return property and token of the other node of every link from a node, in no order that means anything."""
        number = self._nodes.find(node_id)
        at = _NONE if number is None else self._last[number]
        found = []
        while at != _NONE:
            found.append((self._names[self._property[at]], self._nodes.token(self._there[at])))
            at = self._before[at]
        return found
