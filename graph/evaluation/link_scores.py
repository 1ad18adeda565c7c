"""Entities built against entities annotated, over the names whose span both sides have: B³, wrong merges, splits.

Sources: Bagga and Baldwin 1998 (B³); Amigó, Gonzalo, Artiles and Verdejo 2009 (extended to overlapping clusters).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence

from ..tables.graph_tables import EntityRow
from .gold import GoldEntity
from .mention_scores import Match
from .pairing import Named
from .records import Confusion, LinkScores

Labels = list[frozenset[Hashable]]


def link_scores(
    matches: Sequence[Match], gold: Mapping[str, GoldEntity], entities: Mapping[str, EntityRow]
) -> LinkScores:
    """Return the linking scores. `entities`: the build's by id."""
    pairs = [pair for one in matches for pair in one.same]
    linked = [(ours, theirs) for ours, theirs in pairs if ours.entity_ids]
    keys: Labels = [frozenset(ours.entity_ids) for ours, _ in linked]
    answers: Labels = [
        frozenset(theirs.entity_ids or (("unlinked", number),)) for number, (_, theirs) in enumerate(linked)
    ]
    annotated = {one for match in matches for name in match.gold for one in name.entity_ids}
    present, right = _present(linked, gold, entities)
    single = _single(linked)
    gold_names = {key: entity.names[0] for key, entity in gold.items()}
    built_names = {key: row.name for key, row in entities.items()}
    return LinkScores(
        mentions=len(linked),
        precision=b_cubed(answers, keys),
        recall=b_cubed(keys, answers),
        wrong_merges=_confusions(
            ((built, one, name) for one, built, name in single), built_names, gold_names
        ),
        splits=_confusions(single, gold_names, built_names),
        entities=len(annotated),
        present=len(present),
        right_kind=len(right),
        guessed=sum(
            bool(ours.anaphor and not ours.entity_ids and theirs.entity_ids) for ours, theirs in pairs
        ),
    )


def b_cubed(ours: Labels, theirs: Labels) -> float | None:
    """Return the B³ precision of clustering `ours` against `theirs`; swapped, the recall. None for no items.

    An item may be in several clusters: of the clusters that two items share in `ours`, at most as many as they share
    in `theirs` are right.
    """
    if not ours:
        return None
    members: dict[Hashable, set[int]] = {}
    for item, labels in enumerate(ours):
        for label in labels:
            members.setdefault(label, set()).add(item)
    total = 0.0
    for item, labels in enumerate(ours):
        near = set().union(*(members[label] for label in labels))
        shares = (
            min(len(labels & ours[other]), len(theirs[item] & theirs[other])) / len(labels & ours[other])
            for other in sorted(near)
        )
        total += sum(shares) / len(near)
    return total / len(ours)


def _present(
    linked: Iterable[tuple[Named, Named]], gold: Mapping[str, GoldEntity], entities: Mapping[str, EntityRow]
) -> tuple[set[str], set[str]]:
    """Return the annotated entities found and linked at least once, and those of them that have the right kind."""
    present: set[str] = set()
    right: set[str] = set()
    for ours, theirs in linked:
        if theirs.entity_ids:
            present.update(ours.entity_ids)
            kinds = {entities[one].kind for one in theirs.entity_ids if one in entities}
            right.update(one for one in ours.entity_ids if one not in gold or gold[one].kind in kinds)
    return present, right


def _single(linked: Iterable[tuple[Named, Named]]) -> list[tuple[str, str, str]]:
    """Return (annotated entity, built entity, name) of the names that stand for one entity on both sides."""
    return [
        (ours.entity_ids[0], theirs.entity_ids[0], ours.name)
        for ours, theirs in linked
        if len(ours.entity_ids) == 1 and len(theirs.entity_ids) == 1
    ]


def _confusions(
    triples: Iterable[tuple[str, str, str]], names: Mapping[str, str], others: Mapping[str, str]
) -> tuple[Confusion, ...]:
    """Return every thing that is several things of the other side. `triples`: (one, other, name as written)."""
    found: dict[str, dict[str, set[str]]] = {}
    for one, other, name in triples:
        found.setdefault(one, {}).setdefault(other, set()).add(name)
    return tuple(
        Confusion(
            one=one,
            name=names.get(one, one),
            names={
                f"{others.get(other, other)} ({other})": tuple(sorted(found[one][other]))
                for other in sorted(found[one])
            },
        )
        for one in sorted(found)
        if len(found[one]) > 1
    )
