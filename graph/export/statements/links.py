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
        start, end = _numbered(here, self._numbers, self._nodes), _numbered(there, self._numbers, self._nodes)
        while len(self._last) < len(self._nodes):
            self._last.append(-1)
        number = _numbered(predicate, self._properties, self._names)
        self._link(start, number, end)
        if mirrored:
            self._link(end, number, start)

    def _link(self, start: int, number: int, end: int) -> None:
        self._property.append(number)
        self._there.append(end)
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


def _numbered(value: str, numbers: dict[str, int], values: list[str]) -> int:
    """Return the number of a value, which is its place among the values; a new one is added."""
    number = numbers.get(value)
    if number is None:
        number = numbers[value] = len(values)
        values.append(value)
    return number
