"""Counts over all edges of a graph, made in one pass before any edge is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..storage.narrow_records import only
from ..tables.graph_tables import EdgeRow


@dataclass(frozen=True, slots=True, kw_only=True)
class EdgeCounts:
    """Counts over edges.

    `degrees`: by node id, how many edges it has; a loop counts twice. `relations` are those that occur. `kinds`: by
    edge_id, the kinds of edges that cannot bear their relation's name. Gephi merges edges of the same ends and kind,
    and fails where one kind joins a pair with and without direction.
    """

    degrees: Mapping[str, int]
    relations: frozenset[str]
    kinds: Mapping[str, str]

    @classmethod
    def of(cls, edges: Sequence[EdgeRow]) -> EdgeCounts:
        """Return the counts of these edges; of several that Gephi would merge the first keeps its name."""
        degrees: dict[str, int] = defaultdict(int)
        directions: dict[str, set[bool]] = defaultdict(set)
        seen: dict[tuple[str, bool, str, str], int] = {}
        repeated: list[tuple[EdgeRow, int]] = []
        names: dict[str, str] = {}  # rows that were on disk have strings of their own
        for edge in only(edges, "edge_id", "source", "relation", "target", "directed"):
            source, target = ends(edge)
            source, target = names.setdefault(source, source), names.setdefault(target, target)
            degrees[source] += 1
            degrees[target] += 1
            directions[edge.relation].add(edge.directed)
            key = names.setdefault(edge.relation, edge.relation), edge.directed, source, target
            count = seen[key] = seen.get(key, 0) + 1
            if count > 1:
                repeated.append((edge, count))
        both = {relation for relation, found in directions.items() if len(found) > 1}
        kinds = {edge.edge_id: _kind(edge, both) for edge in edges if edge.relation in both} if both else {}
        kinds |= {edge.edge_id: f"{_kind(edge, both)}-{count}" for edge, count in repeated}
        return cls(degrees=degrees, relations=frozenset(directions), kinds=kinds)


def _kind(edge: EdgeRow, both: set[str]) -> str:
    return edge.relation if edge.directed or edge.relation not in both else f"{edge.relation}-symmetric"


def ends(edge: EdgeRow) -> tuple[str, str]:
    """Return source and target of an edge; of one without direction the ends in order."""
    if edge.directed or edge.source <= edge.target:
        return edge.source, edge.target
    return edge.target, edge.source
