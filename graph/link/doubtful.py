"""Decisions that are applied and look like a slip.

Two kinds made one thing, a name given that another thing has, what answers letters made no organisation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from corpus.records import Issue
from ontology.places import PlaceTable

from ..both_languages import both
from ..records import Entity
from .census import KeyFacts
from .decisions import Decision, problem
from .name_keys import NameKey, core
from .verdicts import Verdicts

_CODE = "doubtful_decision"
_HINT = "nothing to do if it is meant so; else correct or delete the row"


def doubtful(
    verdicts: Verdicts,
    facts: Mapping[NameKey, KeyFacts],
    entities: Sequence[Entity],
    entity_of: Mapping[NameKey, str],
    places: PlaceTable,
) -> tuple[Issue, ...]:
    """Return a warning for every decision that was applied and is probably not what its author meant."""
    return (
        *_of_two_kinds(verdicts, facts),
        *_of_headers(verdicts, facts),
        *_taken_names(verdicts, entities, entity_of, places),
    )


def _of_two_kinds(verdicts: Verdicts, facts: Mapping[NameKey, KeyFacts]) -> tuple[Issue, ...]:
    """A `same` of what letters never take for one kind, unless a retype settles the kind."""
    retyped = verdicts.singles.get("retype", {})
    issues = [
        problem(
            one.decision,
            _CODE,
            "other_name",
            one.decision.other_name,
            both(
                f"把 {one.decision.name}（{left.kind}）与 {one.decision.other_name}（{right.kind}）并为一件",
                f"joins {left.kind} {one.decision.name} with {right.kind} {one.decision.other_name}; it was applied",
            ),
            f"a retype row settles which kind it is; {_HINT}",
        )
        for one in verdicts.pairs.get("same", ())
        if (left := facts[one.left]).kinds.keys().isdisjoint((right := facts[one.right]).kinds)
        and one.left not in retyped
        and one.right not in retyped
    ]
    return tuple(dict.fromkeys(issues))


def _of_headers(verdicts: Verdicts, facts: Mapping[NameKey, KeyFacts]) -> Iterator[Issue]:
    """A `retype` to another kind of what signs, asks or takes part in the answer to a letter."""
    for key, rows in sorted(verdicts.singles.get("retype", {}).items()):
        if key not in facts or not facts[key].in_header:
            continue
        for row in rows:
            if row.value != "organisation":
                en = f"makes a {row.value} of what takes part in the answer to a letter; it was applied"
                text = both(f"把办理或参与答复的单位改成了 {row.value}", en)
                yield problem(row, _CODE, "value", row.value, text, _HINT)


def _taken_names(
    verdicts: Verdicts, entities: Sequence[Entity], entity_of: Mapping[NameKey, str], places: PlaceTable
) -> tuple[Issue, ...]:
    """A `rename` of several things, or to a name that another thing of the same place has."""
    renamed = _renamed(verdicts, entities, entity_of)
    if not renamed:
        return ()
    bearers = _bearers({core(row.value) for row in renamed}, entities)
    found: list[Issue] = []
    for row, things in renamed.items():
        given = {one.entity_id for one in things}
        if len(given) > 1:
            found.append(_given(row, sorted(given)))
        others = (one for one in bearers.get(core(row.value), ()) if one.entity_id not in given)
        found += (
            _taken(row, other) for other in others if any(_may_be_one(one, other, places) for one in things)
        )
    return tuple(found)


def _renamed(
    verdicts: Verdicts, entities: Sequence[Entity], entity_of: Mapping[NameKey, str]
) -> dict[Decision, list[Entity]]:
    """Return the things that each `rename` names."""
    by_id = {one.entity_id: one for one in entities} if "rename" in verdicts.singles else {}
    found: dict[Decision, list[Entity]] = {}
    for key, rows in verdicts.singles.get("rename", {}).items():
        for row in rows if key in entity_of else ():
            found.setdefault(row, []).append(by_id[entity_of[key]])
    return found


def _bearers(wanted: set[str], entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    found: dict[str, list[Entity]] = {}
    for one in entities:
        for name in wanted.intersection(map(core, (one.name, *one.aliases))):
            found.setdefault(name, []).append(one)
    return found


def _may_be_one(one: Entity, other: Entity, places: PlaceTable) -> bool:
    """Whether a reader could take two things for one: bodies of two places may share a name."""
    known = one.jurisdiction and other.jurisdiction
    return not known or places.compatible(one.jurisdiction, other.jurisdiction)


def _given(row: Decision, ids: Sequence[str]) -> Issue:
    listed = ", ".join(ids)
    text = both(
        f"有 {len(ids)} 件事物（{listed}）都改用了这个名称",
        f"is given to {len(ids)} things ({listed}); all have it now",
    )
    hint = (
        "if they are one thing, write a same row, too; else fill in jurisdiction, so that the row means one"
    )
    return problem(row, _CODE, "value", row.value, text, hint)


def _taken(row: Decision, other: Entity) -> Issue:
    text = both(
        f"所改的名称已属于另一件事物（{other.entity_id}），现在两者同名",
        f"is the name of another thing, too ({other.entity_id}); both have it now",
    )
    return problem(row, _CODE, "value", row.value, text, "if they are one thing, write a same row instead")
