"""What a scored pair of ends states: its relation between nodes, told alike whoever is understood to act."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from ontology.relation_words import relation_ends

from ...records import LinkedLetter
from ..masking import MaskedSentence, Name
from ..understood import implied_actor
from .scene import KIND_LETTERS, Unit
from .weighing import Pair

Statement = tuple[str, str, str]
"""A relation with both of its ends."""
Node = tuple[str, Name | None]
"""A node and the name that stands for it, None where it is understood."""
_ACTOR = ""


def statement(linked: LinkedLetter, relation: str, source: str, target: str) -> Statement:
    """Return a statement as compared with others: place and issuer are one, cooperation has no direction."""
    actors = (linked.issuer, linked.place)
    one, two = (_ACTOR if end in actors else end for end in (source, target))
    first, second = sorted((one, two)) if relation == "cooperates_with" else (one, two)
    return relation, first, second


def related_nodes(linked: LinkedLetter, masked: MaskedSentence, pair: Pair) -> Iterator[tuple[Node, Node]]:
    """Yield the nodes that a pair relates: every source with every target.

    In a list that acts together the first with every other; of a list of several kinds only what can stand at that end.
    """
    kinds = relation_ends()[pair.relation]
    understood = linked.place
    if pair.relation != "located_in" and None in (pair.source, pair.target):
        understood = implied_actor(linked, masked, pair.units[1].start)
    if pair.source is pair.target:
        first, *others = _nodes(understood, pair.source, kinds.sources) or (None,)
        if first:
            yield from ((first, other) for other in others)
        return
    sources = _nodes(understood, pair.source, kinds.sources)
    targets = _nodes(understood, pair.target, kinds.targets)
    for source, target in product(sources, targets):
        if source[0] != target[0]:
            yield source, target


def _nodes(understood: str | None, unit: Unit | None, kinds: str) -> list[Node]:
    if unit is not None:
        return [
            (node_id, name)
            for name in unit.names
            if KIND_LETTERS[name.kind] in kinds
            for node_id in name.node_ids
        ]
    return [(understood, None)] if understood else []
