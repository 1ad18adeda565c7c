"""What graph.svg shows of a large graph: its middle, the names that most letters name, with what ties them.

Rows of nodes and of edges are run through once, and no more of them is kept than is drawn.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from itertools import combinations
from typing import NamedTuple

from ..drawing.communities import grouped
from ..records import KINDS
from ..storage.narrow_records import only
from ..tables.graph_tables import EntityRow, GraphTables

LARGE = 3000
"""Above so many nodes (some 65 letters of 2,000 characters) a picture of all of them is a cloud of dots."""

NAMES_DRAWN = 150
"""So many labels can be read on a page of A4."""

OF_ONE_LETTER = 40
"""Names of one letter alone are drawn only where there would be fewer names than that."""

TIES_DRAWN = 300
"""More lines hide what they join."""

BEYOND_CHANCE = 2
"""Two names belong together where so many more letters name both than would if they had nothing to do with another."""

_DRAWN_KINDS = frozenset({*KINDS, "place"})


class Tie(NamedTuple):
    """Two drawn names that edges join, by their places in the selection: the letters of the strongest of these edges.

    `typed` is whether one of them says more than that both stand in a sentence.
    """

    one: int
    other: int
    letters: int
    typed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What is drawn: names, those of most letters first; ties, the strongest first; groups of names, by their places.

    `all_ties` is how many ties there are among the names, `pulls` how much two of them belong together. The first name
    of a group is that of most letters.
    """

    nodes: Sequence[EntityRow]
    ties: Sequence[Tie]
    all_ties: int
    pulls: Mapping[tuple[int, int], int]
    groups: Sequence[Sequence[int]]


def is_large(tables: GraphTables) -> bool:
    """Return whether the graph is too large for a picture of all its nodes."""
    return len(tables.entities) > LARGE


def selected(tables: GraphTables) -> Selection:
    """Return what is drawn of a large graph; the order of the rows does not matter."""
    nodes = _named_most(tables)
    ties = _ties(nodes, tables)
    pulls = _pulls(nodes, ties, len(tables.letters))
    near: list[dict[int, int]] = [{} for _ in nodes]
    for (one, other), weight in sorted(pulls.items()):
        near[one][other] = near[other][one] = weight
    groups = [sorted(group) for group in grouped(near)]
    return Selection(nodes=nodes, ties=ties[:TIES_DRAWN], all_ties=len(ties), pulls=pulls, groups=groups)


def _named_most(tables: GraphTables) -> list[EntityRow]:
    """Return the names that most letters name; a department is named by the letters it answers, too."""
    names = (row for row in tables.entities if row.kind in _DRAWN_KINDS)
    most = nsmallest(NAMES_DRAWN, names, key=lambda row: (-row.letter_count, -row.mentions, row.entity_id))
    return [row for place, row in enumerate(most) if row.letter_count > 1 or place < OF_ONE_LETTER]


def _ties(nodes: Sequence[EntityRow], tables: GraphTables) -> list[Tie]:
    """Return all ties among the names, the strongest first. What no letter says (a suggestion) ties nothing."""
    places = {node.entity_id: place for place, node in enumerate(nodes)}
    found: dict[tuple[int, int], Tie] = {}
    for edge in only(tables.edges, "source", "target", "directed", "letter_count"):
        one, other = places.get(edge.source), places.get(edge.target)
        if one is None or other is None or one == other or not edge.letter_count:
            continue
        ends = min(one, other), max(one, other)
        known = found.get(ends, Tie(*ends, 0, typed=False))
        found[ends] = Tie(*ends, max(known.letters, edge.letter_count), typed=known.typed or edge.directed)
    return sorted(found.values(), key=lambda tie: (-tie.letters, not tie.typed, tie))


def _pulls(nodes: Sequence[EntityRow], ties: Sequence[Tie], letters: int) -> Mapping[tuple[int, int], int]:
    """Return how much two names belong together: by their tie, and by the letters beyond chance that name both."""
    pulls: dict[tuple[int, int], int] = defaultdict(int)
    for tie in ties:
        pulls[tie.one, tie.other] += 2 * tie.letters
    named_in = [frozenset(node.letter_ids) for node in nodes]
    for one, other in combinations(range(len(nodes)), 2):
        both = len(named_in[one] & named_in[other])
        if both >= BEYOND_CHANCE:
            by_chance = len(named_in[one]) * len(named_in[other]) / max(1, letters)
            beyond = int(both - by_chance + 0.5)
            if beyond >= BEYOND_CHANCE:
                pulls[one, other] += beyond
    return pulls
