"""Clusters of keys as entities: which key leads, the name of the entity, its kind, its jurisdiction and its id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from corpus.records import Issue
from ontology.organisation_kinds import subkind_of

from ..records import KINDS, Entity, Kind
from .census import KeyFacts
from .clusters import Clusters
from .identifiers import IdBook, Minted, mint
from .name_keys import NameKey, core
from .verdicts import Verdicts, decided, overruled


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusteredEntities:
    """The clusters with names and ids: hidden ones have no entity, and their keys no id in `entity_of`.

    `ids` is the book with what was minted for them; `issues` tell of decisions that contradict and of two kinds.
    """

    entity_of: Mapping[NameKey, str]
    entities: tuple[Entity, ...]
    ids: IdBook
    issues: tuple[Issue, ...]


def clustered_entities(
    facts: Mapping[NameKey, KeyFacts], clusters: Clusters, verdicts: Verdicts, minted: IdBook
) -> ClusteredEntities:
    """Return the clusters as entities; `minted` are the ids of earlier builds, which stay."""
    leads = _leads(facts, clusters, minted)
    hidden = {leads[key] for key in verdicts.singles.get("hide", {})}
    described = {
        lead: _describe(lead, clusters.members[lead], facts, verdicts) for lead in sorted(set(leads.values()))
    }
    contradictions = [
        issue
        for lead in described
        for verdict in ("retype", "rename")
        for issue in overruled(verdict, clusters.members[lead], verdicts)
    ]
    groups = (
        (one.kind, _full_name(clusters.members[lead], facts), (lead, *_others(lead, clusters)))
        for lead, one in described.items()
    )  # ids are made of the letters' own names: a rename undone or found again must not change them
    ids = mint(minted, groups)
    by_key = ids.by_key
    shown = [lead for lead in described if lead not in hidden]
    return ClusteredEntities(
        entity_of={key: by_key[lead].id for key, lead in leads.items() if lead not in hidden},
        entities=tuple(
            _entity(by_key[lead].id, described[lead], clusters.members[lead], facts) for lead in shown
        ),
        ids=ids,
        issues=(*contradictions, *_kind_issues(described, clusters, facts)),
    )


def _leads(facts: Mapping[NameKey, KeyFacts], clusters: Clusters, ids: IdBook) -> dict[NameKey, NameKey]:
    """Return the leading key of every key: the one minted first, else the one with the fullest name."""
    leads: dict[NameKey, NameKey] = {}
    minted = Minted(ids)
    for members in sorted(set(clusters.members.values())):
        fullest = members[0]
        if len(members) > 1:
            fullest = min(members, key=lambda key: (-len(facts[key].fullest), key))
        lead = minted.leading(members, fullest)
        leads.update(dict.fromkeys(members, lead))
    return leads


def _others(lead: NameKey, clusters: Clusters) -> tuple[NameKey, ...]:
    return tuple(key for key in clusters.members[lead] if key != lead)


class _Described(NamedTuple):
    """What a thing is, as the letters and people's decisions say."""

    kind: Kind
    name: str
    jurisdiction: str
    subkind: str


def _describe(
    lead: NameKey,
    members: tuple[NameKey, ...],
    facts: Mapping[NameKey, KeyFacts],
    verdicts: Verdicts,
) -> _Described:
    """Return what the thing with these keys is."""
    votes: dict[Kind, int] = {}
    for key in members:
        for kind, count in facts[key].kinds.items():
            votes[kind] = votes.get(kind, 0) + count
    majority = min(votes, key=lambda one: (-votes[one], one))
    retyped = decided("retype", members, verdicts)
    kind = next((one for one in KINDS if one == retyped), majority)
    name = decided("rename", members, verdicts) or _full_name(members, facts)
    jurisdiction = facts[lead].jurisdiction or next(
        (facts[key].jurisdiction for key in members if facts[key].jurisdiction), ""
    )
    told = subkind_of(name) if kind == "organisation" else ""
    subkind = next((facts[key].subkind for key in members if facts[key].subkind), told)
    return _Described(kind, name, jurisdiction, subkind)


def _full_name(members: Sequence[NameKey], facts: Mapping[NameKey, KeyFacts]) -> str:
    """Return the fullest name of a thing with these keys."""
    if len(members) == 1:
        return facts[members[0]].fullest
    return max((facts[key].fullest for key in members), key=lambda one: (len(core(one)), one))


def _entity(
    entity_id: str,
    described: _Described,
    members: tuple[NameKey, ...],
    facts: Mapping[NameKey, KeyFacts],
) -> Entity:
    forms = {form for key in members for form in (*facts[key].forms, facts[key].fullest)}
    return Entity(
        entity_id=entity_id,
        kind=described.kind,
        subkind=described.subkind,
        name=described.name,
        aliases=tuple(sorted(forms - {described.name, ""})),
        jurisdiction=described.jurisdiction,
    )


def _kind_issues(
    described: Mapping[NameKey, _Described],
    clusters: Clusters,
    facts: Mapping[NameKey, KeyFacts],
) -> tuple[Issue, ...]:
    """An issue for every thing that letters take for two kinds: the majority decides."""
    issues = []
    for lead, one in described.items():
        kinds = {seen for key in clusters.members[lead] for seen in facts[key].kinds}
        if len(kinds) > 1:
            letters = sorted({letter for key in clusters.members[lead] for letter in facts[key].letters})
            issues.append(
                Issue(
                    source="",
                    letter_id=letters[0],
                    severity="info",
                    code="two_kinds",
                    where="entities.csv",
                    value=one.name,
                    message=f"is taken for {' and '.join(sorted(kinds))}; the majority, {one.kind}, was kept",
                    hint="a retype row in decisions.csv settles it",
                )
            )
    return tuple(issues)
