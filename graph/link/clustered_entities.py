"""Clusters of keys as entities: which key leads, the name of the entity, its kind, its jurisdiction and its id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from corpus.records import Issue
from ontology.organisation_kinds import subkind_of

from ..both_languages import both
from ..records import KINDS, Entity, Kind
from ..storage.spool import Shelf
from .census import KeyFacts
from .clusters import Clusters
from .identifiers import Group, IdBook, IdRow, Minted, mint
from .name_keys import NameKey, core
from .verdicts import Verdicts, decided, overruled

_WHY_KEPT = {
    True: ("它办理或参与答复，作 ", "it takes part in the answer to a letter and was kept as "),
    False: ("取多数，作 ", "the majority was kept, "),
}
"""What is said of the kind that a thing of two kinds has, by whether a header names it."""

Keys = tuple[NameKey, ...]
"""All keys of one thing, sorted unless it is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusteredEntities:
    """The clusters with names and ids: hidden ones have no entity, and their keys no id in `entity_of`.

    `ids` is the book with what was minted for them; `issues` tell of decisions that contradict and of two kinds.
    """

    entity_of: Mapping[NameKey, str]
    entities: Sequence[Entity]
    ids: IdBook
    issues: tuple[Issue, ...]


def clustered_entities(
    facts: Mapping[NameKey, KeyFacts], clusters: Clusters, verdicts: Verdicts, minted: IdBook, shelf: Shelf
) -> ClusteredEntities:
    """Return the clusters as entities; `minted` are the ids of earlier builds, which stay. `facts` are sorted.

    Entities and ids are kept on the shelf: a large corpus names millions of things, few of them in several ways.
    """
    leads = _leads(facts, clusters, minted)
    hidden = {leads.get(key, key) for key in verdicts.singles.get("hide", {})}
    things = [key for key in facts if leads.get(key, key) == key]
    rows = mint(minted, (_group(lead, clusters.members(lead), facts, verdicts) for lead in things))
    shown = [lead for lead in things if lead not in hidden]
    return ClusteredEntities(
        entity_of={key: rows[lead].id for key in facts if (lead := leads.get(key, key)) not in hidden},
        entities=shelf.kept(
            Entity, (_entity(rows[lead].id, lead, clusters.members(lead), facts, verdicts) for lead in shown)
        ),
        ids=IdBook(rows=shelf.kept(IdRow, rows.values())),
        issues=(
            *_contradictions(things, clusters, verdicts),
            *_kind_issues(things, clusters, facts, verdicts),
        ),
    )


def _leads(facts: Mapping[NameKey, KeyFacts], clusters: Clusters, ids: IdBook) -> dict[NameKey, NameKey]:
    """Return the leading key of every joined key: the one minted first, else the one with the fullest name."""
    leads: dict[NameKey, NameKey] = {}
    minted = Minted(ids)
    for members in sorted(set(clusters.joined.values())):
        fullest = min(members, key=lambda key: (-len(facts[key].fullest), key))
        leads.update(dict.fromkeys(members, minted.leading(members, fullest)))
    return leads


def _group(lead: NameKey, members: Keys, facts: Mapping[NameKey, KeyFacts], verdicts: Verdicts) -> Group:
    """Return what an id is minted from: the letters' own name, since a rename may be undone, and the lead first."""
    keys = members if len(members) == 1 else (lead, *(key for key in members if key != lead))
    return _kind(members, facts, verdicts), _full_name(members, facts), keys


def _contradictions(things: Iterable[NameKey], clusters: Clusters, verdicts: Verdicts) -> Iterator[Issue]:
    """Yield an issue for every row about a thing that another row about it overrules."""
    for lead in things if verdicts.singles else ():
        for verdict in ("retype", "rename"):
            yield from overruled(verdict, clusters.members(lead), verdicts)


def _kind(members: Keys, facts: Mapping[NameKey, KeyFacts], verdicts: Verdicts) -> Kind:
    """Return the kind that people gave a thing, else the one that most letters take it for."""
    retyped = decided("retype", members, verdicts)
    return next((one for one in KINDS if one == retyped), None) or _majority(members, facts)


def _majority(members: Keys, facts: Mapping[NameKey, KeyFacts]) -> Kind:
    """Return the kind that most mentions have; what a header names is an organisation."""
    if len(members) == 1:
        return facts[members[0]].kind
    if any(facts[key].in_header for key in members):
        return "organisation"
    votes: Counter[Kind] = Counter()
    for key in members:
        votes.update(facts[key].kinds)
    return min(votes, key=lambda one: (-votes[one], one))


def _name(members: Keys, facts: Mapping[NameKey, KeyFacts], verdicts: Verdicts) -> str:
    return decided("rename", members, verdicts) or _full_name(members, facts)


def _full_name(members: Keys, facts: Mapping[NameKey, KeyFacts]) -> str:
    """Return the fullest name of a thing with these keys."""
    if len(members) == 1:
        return facts[members[0]].fullest
    return max((facts[key].fullest for key in members), key=lambda one: (len(core(one)), one))


def _entity(
    entity_id: str, lead: NameKey, members: Keys, facts: Mapping[NameKey, KeyFacts], verdicts: Verdicts
) -> Entity:
    kind, name = _kind(members, facts, verdicts), _name(members, facts, verdicts)
    known = [facts[key] for key in members]
    told = subkind_of(name) if kind == "organisation" else ""
    forms = {form for one in known for form in (*one.forms, one.fullest)}
    return Entity(
        entity_id=entity_id,
        kind=kind,
        subkind=next((one.subkind for one in known if one.subkind), told),
        name=name,
        aliases=tuple(sorted(forms - {name, ""})),
        jurisdiction=facts[lead].jurisdiction
        or next((one.jurisdiction for one in known if one.jurisdiction), ""),
    )


def _kind_issues(
    things: Iterable[NameKey], clusters: Clusters, facts: Mapping[NameKey, KeyFacts], verdicts: Verdicts
) -> tuple[Issue, ...]:
    """An issue for every thing that letters take for two kinds: a header decides, else the majority."""
    issues = []
    for members in map(clusters.members, things):
        kinds = {seen for key in members for seen in facts[key].kinds}
        if len(kinds) > 1:
            letters = sorted({letter for key in members for letter in facts[key].letters})
            kept = _kind(members, facts, verdicts)
            zh, en = _WHY_KEPT[any(facts[key].in_header for key in members)]
            issues.append(
                Issue(
                    source="",
                    letter_id=letters[0],
                    severity="info",
                    code="two_kinds",
                    where="entities.csv",
                    value=_name(members, facts, verdicts),
                    message=both(f"{zh}{kept}", f"is taken for {' and '.join(sorted(kinds))}; {en}{kept}"),
                    hint="a retype row in decisions.csv settles it",
                )
            )
    return tuple(issues)
