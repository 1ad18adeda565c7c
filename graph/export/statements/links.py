"""Which node leads where by which property: the direct triples of a graph, in fewer than twenty bytes each."""

from __future__ import annotations

from array import array


class Links:
    """Properties and the nodes they lead to, by node: numbers in arrays, since most edges are found from both ends.

    What leads from one node is a chain: each link knows the place of the one before it.
    """

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._nodes: list[str] = []
        self._last = array("q")  # by node: the place of its last link, -1 where it has none
        self._properties: dict[str, int] = {}
        self._names: list[str] = []  # of the properties
        self._property = array("H")
        self._there = array("I")
        self._before = array("q")

    def add(self, here: str, predicate: str, there: str) -> None:
        """Add a link from one node to another."""
        start = self._number(here)
        self._property.append(self._property_number(predicate))
        self._there.append(self._number(there))
        self._before.append(self._last[start])
        self._last[start] = len(self._before) - 1

    def of(self, node_id: str) -> list[tuple[str, str]]:
        """Return property and node id of every link from a node, in no order that means anything."""
        number = self._numbers.get(node_id)
        at = -1 if number is None else self._last[number]
        found = []
        while at >= 0:
            found.append((self._names[self._property[at]], self._nodes[self._there[at]]))
            at = self._before[at]
        return found

    def _property_number(self, predicate: str) -> int:
        number = self._properties.get(predicate)
        if number is None:
            number = self._properties[predicate] = len(self._names)
            self._names.append(predicate)
        return number

    def _number(self, node_id: str) -> int:
        number = self._numbers.get(node_id)
        if number is None:
            number = self._numbers[node_id] = len(self._nodes)
            self._nodes.append(node_id)
            self._last.append(-1)
        return number
