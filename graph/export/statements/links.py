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
        """Return the number of a node, which is its place among the nodes; a new one is added."""
        number = self._numbers.get(node_id)
        if number is None:
            number = self._numbers[node_id] = len(self._nodes)
            self._nodes.append(node_id)
            self._last.append(-1)
        return number

    def _link(self, start: int, number: int, end: int) -> None:
        self._before.append(self._last[start])
        self._last[start] = len(self._property)
        self._property.append(number)
        self._there.append(end)

    def of(self, node_id: str) -> list[tuple[str, str]]:
        """Return property and node id of every link from a node, in no order that means anything."""
        number = self._numbers.get(node_id)
        at = -1 if number is None else self._last[number]
        found = []
        while at >= 0:
            found.append((self._names[self._property[at]], self._nodes[self._there[at]]))
            at = self._before[at]
        return found
