import random
from collections import Counter
from operator import ne

import pytest
from publications import edge, node

from graph.drawing.communities import LOUVAIN_NODES, ROUNDS, _propagate, communities


def cliques(count, size=6):
    """Return nodes and edges of `count` groups in which everyone knows everyone, joined in a row by single edges."""
    nodes = [node(f"e/{group:04}-{member}") for group in range(count) for member in range(size)]
    ends = [
        (f"e/{group:04}-{one}", f"e/{group:04}-{other}")
        for group in range(count)
        for one in range(size)
        for other in range(one)
    ]
    ends += [(f"e/{group:04}-0", f"e/{group + 1:04}-1") for group in range(count - 1)]
    return nodes, [edge(source, "co_mention", target, directed=False) for source, target in ends]


@pytest.mark.parametrize("count", [2, 5, LOUVAIN_NODES // 6 + 20])
def test_groups_that_know_each_other_are_found(count):
    nodes, edges = cliques(count)
    found = communities(nodes, edges)
    for group in range(count):
        assert len({found[f"e/{group:04}-{member}"] for member in range(2, 6)}) == 1
    assert len(set(found.values())) > count / 4


def test_the_largest_group_is_number_zero_and_every_node_has_one():
    nodes, edges = cliques(2)
    lone = node("e/lone")
    found = communities([*nodes, lone], edges[: 15 + 3])
    assert set(found) == {each.entity_id for each in [*nodes, lone]}
    assert found["e/0000-3"] == 0
    assert found["e/lone"] == max(found.values())


def test_the_order_of_the_rows_changes_nothing():
    nodes, edges = cliques(6)
    assert communities(nodes[::-1], edges[::-1]) == communities(nodes, edges)


def test_nothing_has_no_community():
    assert communities([], []) == {}


def test_labels_spread_as_if_every_node_were_looked_at_in_every_round():
    chance = random.Random(5)  # noqa: S311  (the same graph every time, no secret)
    for _ in range(20):
        neighbours = [{} for _ in range(400)]
        for _ in range(900):
            one, other = chance.sample(range(390), 2)  # ten nodes stay alone
            neighbours[one][other] = neighbours[other][one] = chance.randint(1, 3)
        assert sorted(map(sorted, _propagate(neighbours))) == sorted(map(sorted, patient(neighbours)))


def patient(neighbours):
    """Return the groups of label propagation that looks at every node in every round."""
    labels = list(range(len(neighbours)))
    for _ in range(ROUNDS):
        before = list(labels)
        for node_number, near in enumerate(neighbours):
            weights = Counter()
            for other, weight in near.items():
                weights[labels[other]] += weight
            best = [label for label in weights if weights[label] == max(weights.values())]
            if best and labels[node_number] not in best:
                labels[node_number] = min(best)
        if sum(map(ne, before, labels)) * 200 < len(neighbours):
            break
    return [[at for at, each in enumerate(labels) if each == label] for label in set(labels)]
