"""Decisions that are applied and look like a slip: two kinds made one thing, a name given that another thing has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from corpus.records import Issue

from ..records import Entity
from .census import KeyFacts
from .decisions import Decision, problem
from .names import NameKey, core
from .verdicts import Verdicts

_CODE = "doubtful_decision"
_HINT = "nothing to do if it is meant so; else correct or delete the row"


def doubtful(
    verdicts: Verdicts,
    facts: Mapping[NameKey, KeyFacts],
    entities: Sequence[Entity],
    entity_of: Mapping[NameKey, str],
) -> tuple[Issue, ...]:
    """Return a warning for every decision that was applied and is probably not what its author meant."""
    return (*_of_two_kinds(verdicts, facts), *_taken_names(verdicts, entities, entity_of))


def _of_two_kinds(verdicts: Verdicts, facts: Mapping[NameKey, KeyFacts]) -> tuple[Issue, ...]:
    """A `same` of what letters never take for one kind, unless a retype settles the kind."""
    retyped = verdicts.singles.get("retype", {})
    issues = [
        problem(
            one.decision,
            _CODE,
            "other_name",
            one.decision.other_name,
            f"joins {left.kind} {one.decision.name} with {right.kind} {one.decision.other_name}; it was applied",
            _HINT,
        )
        for one in verdicts.pairs.get("same", ())
        if (left := facts[one.left]).kinds.keys().isdisjoint((right := facts[one.right]).kinds)
        and one.left not in retyped
        and one.right not in retyped
    ]
    return tuple(dict.fromkeys(issues))


def _taken_names(
    verdicts: Verdicts, entities: Sequence[Entity], entity_of: Mapping[NameKey, str]
) -> tuple[Issue, ...]:
    """A `rename` to a name that another thing of the same place has."""
    renamed = verdicts.singles.get("rename", {})
    if not renamed:
        return ()
    by_id = {one.entity_id: one for one in entities}
    bearers = _bearers({core(row.value) for rows in renamed.values() for row in rows}, entities)
    return tuple(
        dict.fromkeys(
            _taken(row, other)
            for key, rows in renamed.items()
            for row in rows
            for other in bearers.get(core(row.value), ())
            if key in entity_of and _are_two(by_id[entity_of[key]], other)
        )
    )


def _bearers(wanted: set[str], entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for one in entities:
        for name in wanted.intersection(map(core, (one.name, *one.aliases))):
            found.setdefault(name, []).append(one)
    return found


def _are_two(one: Entity, other: Entity) -> bool:
    """Whether two are different things that a reader could take for one: bodies of two places may share a name."""
    places = {one.jurisdiction, other.jurisdiction} - {""}
    return one.entity_id != other.entity_id and len(places) < 2


def _taken(row: Decision, other: Entity) -> Issue:
    text = f"is the name of another thing, too ({other.entity_id}); both have it now"
    return problem(row, _CODE, "value", row.value, text, "if they are one thing, write a same row instead")
