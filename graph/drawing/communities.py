"""Which nodes belong together: a number for every node, 0 for the largest group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter

from ..tables.graph_tables import EdgeRow, EntityRow

LOUVAIN_NODES = 2000
"""Up to so many nodes networkx finds communities by modularity; it takes a minute for 50,000."""

ROUNDS = 8
"""Label propagation settles in a few rounds; nodes that keep swinging between two groups are stopped."""


def communities(entities: Iterable[EntityRow], edges: Iterable[EdgeRow]) -> Mapping[str, int]:
    """Return the community of every node by its id, numbered from 0 by falling size.

    Louvain (Blondel et al. 2008) on small graphs, label propagation (Raghavan et al. 2007) on large ones, both in a
    fixed order over all edges, which count by their weight. A node without edges is a community of its own.
    """
    nodes = sorted(entity.entity_id for entity in entities)
    number = {node: place for place, node in enumerate(nodes)}
    groups = grouped(_neighbours(number, edges))
    return {nodes[member]: place for place, group in enumerate(groups) for member in sorted(group)}


def grouped(neighbours: Sequence[Mapping[int, int]]) -> list[set[int]]:
    """Return the communities of nodes that are known by their numbers, the largest first.

    `neighbours` holds, for every node, the weight of what joins it to each of its neighbours.
    """
    find = _louvain if len(neighbours) <= LOUVAIN_NODES else _propagate
    return sorted(find(neighbours), key=lambda group: (-len(group), min(group)))


def _neighbours(number: Mapping[str, int], edges: Iterable[EdgeRow]) -> Sequence[dict[int, int]]:
    """Return, for every node, its neighbours and the summed weight of the edges to them; loops are left out."""
    neighbours: list[dict[int, int]] = [{} for _ in number]
    ends = [(edge.edge_id, number.get(edge.source), number.get(edge.target), edge.weight) for edge in edges]
    for _, source, target, weight in sorted(ends, key=itemgetter(0)):
        if source is not None and target is not None and source != target:
            of_source, of_target = neighbours[source], neighbours[target]
            of_source[target] = of_target[source] = of_source.get(target, 0) + max(1, weight)
    return neighbours


def _louvain(neighbours: Sequence[Mapping[int, int]]) -> Iterable[set[int]]:
    import networkx  # noqa: PLC0415  (a quarter of a second that other commands need not wait for)

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(range(len(neighbours)))
    graph.add_weighted_edges_from(
        (here, there, weight)
        for here, near in enumerate(neighbours)
        for there, weight in near.items()
        if here < there
    )
    found: Iterable[set[int]] = networkx.community.louvain_communities(graph, seed=0)
    return found


def _propagate(neighbours: Sequence[Mapping[int, int]]) -> Iterable[set[int]]:
    """Return the groups in which every node carries the label that weighs most among its neighbours.

    A node is looked at again only once a neighbour has another label: until then it would keep its own.
    """
    labels = list(range(len(neighbours)))
    unsettled = bytearray(map(bool, neighbours))
    for _ in range(ROUNDS):
        changed = 0
        for node, near in enumerate(neighbours):
            if unsettled[node]:
                unsettled[node] = False
                label = _heaviest(labels, node, near)
                if label != labels[node]:
                    labels[node] = label
                    changed += 1
                    for other in near:
                        unsettled[other] = True
        if changed * 200 < len(neighbours):
            break
    groups: dict[int, set[int]] = defaultdict(set)
    for node, label in enumerate(labels):
        groups[label].add(node)
    return groups.values()


def _heaviest(labels: Sequence[int], node: int, near: Mapping[int, int]) -> int:
    """Return the label that weighs most among the neighbours: its own if that is one of several, else the least."""
    weights: dict[int, int] = {}
    for other, weight in near.items():
        label = labels[other]
        weights[label] = weights.get(label, 0) + weight
    heaviest = max(weights.values())
    if weights.get(labels[node]) == heaviest:
        return labels[node]
    return min([label for label, weight in weights.items() if weight == heaviest])
