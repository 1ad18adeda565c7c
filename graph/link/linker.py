"""Mentions to entities: keys from names, certain merges, decisions; suggestions stay suggestions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.records import Issue

from ..knowledge import Knowledge
from ..records import Entity, Link
from ..storage.collection import no_cycle_search
from ..storage.spool import Shelf
from .census import KeyFacts, by_surface, census
from .clustered_entities import clustered_entities
from .clusters import Clusters, Merge, cluster
from .curation import Curation
from .doubtful import doubtful
from .identifiers import IdBook
from .letter_links import LetterLinks, Links
from .letter_names import LetterNames
from .name_keys import NameKey, core
from .occurrences import Occurrence
from .persons import Named, People, people
from .rules import automatic_merges
from .splits import Splits, split_apart
from .suggestion import Suggestion
from .suggestions import suggest
from .verdicts import PairVerdict, Verdicts, apply, circles, circular, joined, refusals

_NOT_APPLIED = frozenset({"bad_decision", "contradicting_decision"})
_LETTERS_TOGETHER = 16
"""Letters whose occurrences or links are written to disk together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """Who is who. `links` by mention_id; `header` by letter_id, then ref (department, joint.0, contact_unit …).

    `suggestions` and `relations` (part_of, successor decisions) name entity ids. `people`: the id that a deputy or
    member would have, and the name, of all whom a decision made one with another, by the id that stands for both.
    """

    links: LetterLinks = field(repr=False)
    header: Mapping[str, Mapping[str, str]] = field(repr=False)
    entities: Sequence[Entity] = field(repr=False)
    suggestions: Sequence[tuple[str, str, Suggestion]] = field(default=(), repr=False)
    relations: tuple[tuple[str, str, PairVerdict], ...] = ()
    ids: IdBook = field(default_factory=IdBook, repr=False)
    people: Mapping[str, Mapping[str, str]] = field(default_factory=dict, repr=False)
    issues: tuple[Issue, ...] = ()

    def of_header(self, letter_id: str) -> Mapping[str, str]:
        """Return the entities that one letter's header names, by ref (department, joint.0, proposer.1 …)."""
        return self.header.get(letter_id, {})

    def without_suggestions(self) -> Linking:
        """Return the linking without what has become claims and issues by then: suggestions, decisions and issues."""
        return replace(self, suggestions=(), relations=(), issues=())


@no_cycle_search()
def link(
    letters: Iterable[LetterNames],
    *,
    knowledge: Knowledge,
    curation: Curation,
    shelf: Shelf | None = None,
) -> Linking:
    """Return the linking of a whole corpus. The order of letters and decisions does not matter.

    `shelf` is where what hangs on every mention is kept. Only names, not mentions, are held in memory together.
    """
    shelf = shelf or Shelf()
    places, rules = knowledge.places, knowledge.identity
    named = _everything_named(letters, shelf)
    splits = split_apart(named, curation.decisions, places)
    facts = census(splits.applied(named))
    surfaces = by_surface(facts) if curation.decisions else {}
    verdicts = splits.added_to(apply(curation.decisions, surfaces, places))
    aliases = _alias_keys(splits.applied(named), facts)
    merges = (*_decided_merges(verdicts), *automatic_merges(facts, aliases, named.homes, rules, places))
    different = [(one.left, one.right) for one in verdicts.pairs.get("different", ())]
    clusters = cluster(merges, different)
    found = clustered_entities(facts, clusters, verdicts, curation.ids, shelf)
    refused = circular(verdicts, found.entity_of)
    proposed = _suggestions(suggest(facts, named.dates, rules, places), found.entity_of, verdicts)
    who = people(named.people, curation.decisions)
    links, header = _resolved(named, splits, found.entity_of, clusters, shelf)
    merged_people = _lead_people(header, named.people, who)
    return Linking(
        links=links,
        header=header,
        entities=found.entities,
        suggestions=shelf.kept(tuple[str, str, Suggestion], (*proposed, *who.suggestions)),
        relations=_relations(verdicts, found.entity_of, frozenset(refused)),
        ids=found.ids,
        people=merged_people,
        issues=_once(
            (
                *curation.issues,
                *verdicts.issues,
                *refusals(verdicts, clusters.refused),
                *joined(verdicts, found.entity_of),
                *circles(refused),
                *who.issues,
                *found.issues,
            ),
            doubtful(verdicts, facts, found.entities, found.entity_of, places),
        ),
    )


def _once(told: tuple[Issue, ...], doubts: Iterable[Issue]) -> tuple[Issue, ...]:
    """Return every issue once, without doubts about decision rows that, as another issue says, were not applied."""
    passed_over = {_row(issue) for issue in told if issue.code in _NOT_APPLIED}
    doubted = (issue for issue in doubts if _row(issue) not in passed_over)
    return tuple(dict.fromkeys((*told, *doubted)))


def _row(issue: Issue) -> tuple[str, str]:
    return issue.source, issue.where.partition(",")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """What the letters name, letter by letter; jurisdictions and dates by letter_id."""

    letters: Sequence[tuple[Occurrence, ...]] = field(repr=False)
    homes: Mapping[str, str] = field(repr=False)
    dates: Mapping[str, str] = field(repr=False)
    people: Sequence[Named] = field(repr=False)

    def __iter__(self) -> Iterator[Occurrence]:
        """Yield all occurrences; may be run through again."""
        return (one for letter in self.letters for one in letter)


def _everything_named(letters: Iterable[LetterNames], shelf: Shelf) -> _Named:
    found = shelf.records(tuple[Occurrence, ...], _LETTERS_TOGETHER)
    homes: dict[str, str] = {}
    dates: dict[str, str] = {}
    named: list[Named] = []
    for one in letters:
        found.append(one.occurrences)
        homes[one.letter_id] = one.home
        if one.date:
            dates[one.letter_id] = one.date
        named += one.people
    return _Named(letters=found, homes=homes, dates=dates, people=named)


def _header(letter: Iterable[Occurrence], entity_of: Mapping[NameKey, str]) -> dict[str, str]:
    """Return the entities that one letter's header names, by ref."""
    return {
        found.ref: entity_of[found.identity.key]
        for found in letter
        if found.identity is not None and found.identity.key in entity_of and not found.is_mention
    }


def _relations(
    verdicts: Verdicts, entity_of: Mapping[NameKey, str], refused: frozenset[PairVerdict]
) -> tuple[tuple[str, str, PairVerdict], ...]:
    """Return part_of and successor as people decided them, between entities that the letters name."""
    return tuple(
        (entity_of[one.left], entity_of[one.right], one)
        for verdict in ("part_of", "successor")
        for one in verdicts.pairs.get(verdict, ())
        if one not in refused
        and one.left in entity_of
        and one.right in entity_of
        and entity_of[one.left] != entity_of[one.right]
    )


def _decided_merges(verdicts: Verdicts) -> tuple[Merge, ...]:
    """Return the merges of people, in an order that does not depend on that of their rows."""
    found = (
        Merge(
            left=one.left,
            right=one.right,
            rule="decision",
            score=1.0,
            reason=f"{one.decision.by}: {one.decision.why}",
        )
        for one in verdicts.pairs.get("same", ())
    )
    return tuple(sorted(found, key=lambda merge: (merge.left, merge.right, merge.reason)))


def _alias_keys(
    every: Iterable[Occurrence], facts: Mapping[NameKey, KeyFacts]
) -> dict[NameKey, frozenset[NameKey]]:
    """Return for every alias's own key (what it would be undefined) the keys it was defined for."""
    meant: dict[str, set[NameKey]] = {}
    for occurrence in every:
        identity = occurrence.identity
        if identity is not None and identity.rule == "defined_alias":
            meant.setdefault(core(occurrence.surface), set()).add(identity.key)
    found = {key: frozenset(meant[key.core] - {key}) for key in facts if key.core in meant}
    return {key: targets for key, targets in found.items() if targets}


def _resolved(
    named: _Named, splits: Splits, entity_of: Mapping[NameKey, str], clusters: Clusters, shelf: Shelf
) -> tuple[LetterLinks, dict[str, dict[str, str]]]:
    """Return the links of all mentions, and the entities that headers name by letter_id and ref."""
    links = shelf.records(Links, _LETTERS_TOGETHER)
    header: dict[str, dict[str, str]] = {}
    for letter_id, letter in zip(named.homes, named.letters, strict=True):
        found = list(splits.applied(letter))
        links.append(_links(found, entity_of, clusters))
        if in_header := _header(found, entity_of):
            header[letter_id] = in_header
    return LetterLinks(list(named.homes), links), header


def _lead_people(
    header: dict[str, dict[str, str]], named: Iterable[Named], who: People
) -> dict[str, dict[str, str]]:
    """Replace in the headers each person who was merged into another by that one; return them as `Linking.people`."""
    merged: dict[str, dict[str, str]] = {}
    for letter_id, ref, person in named:
        lead = who.lead.get(person.person_id, person.person_id)
        if lead != person.person_id:
            header.setdefault(letter_id, {})[ref] = lead
            merged.setdefault(lead, {})[person.person_id] = person.name
    return merged


def _links(letter: Iterable[Occurrence], entity_of: Mapping[NameKey, str], clusters: Clusters) -> Links:
    """Return a link for every mention of a letter, by id.

    A clipped mention stands for several entities, an open anaphor for none.
    """
    found: dict[str, list[Occurrence]] = {}
    for occurrence in letter:
        if occurrence.is_mention:
            found.setdefault(occurrence.ref, []).append(occurrence)
    return {mention_id: _link(mention_id, parts, entity_of, clusters) for mention_id, parts in found.items()}


def _link(
    mention_id: str, parts: Sequence[Occurrence], entity_of: Mapping[NameKey, str], clusters: Clusters
) -> Link:
    identity = parts[0].identity
    targets = dict.fromkeys(
        entity_of[part.identity.key] for part in parts if part.identity and part.identity.key in entity_of
    )
    merge = clusters.merged_by.get(identity.key) if identity else None
    rule, score = (
        (merge.rule, merge.score)
        if merge
        else (identity.rule, identity.score)
        if identity
        else ("unresolved", 0.0)
    )
    return Link(
        mention_id=mention_id,
        entity_ids=tuple(targets),
        rule=rule,
        score=score,
        certainty="asserted" if all(part.certain for part in parts) else "inferred",
    )


def _suggestions(
    suggestions: Iterable[Suggestion], entity_of: Mapping[NameKey, str], verdicts: Verdicts
) -> tuple[tuple[str, str, Suggestion], ...]:
    """Return suggestions between entities; what is decided (also `unsure`) is not proposed again."""
    settled = {
        frozenset((entity_of.get(one.left), entity_of.get(one.right)))
        for verdict in ("same", "different", "part_of", "successor", "unsure")
        for one in verdicts.pairs.get(verdict, ())
    }
    found: dict[tuple[str, str], tuple[str, str, Suggestion]] = {}
    for one in suggestions:
        left, right = entity_of.get(one.left), entity_of.get(one.right)
        if left and right and left != right and frozenset((left, right)) not in settled:
            pair = (min(left, right), max(left, right))
            found.setdefault(pair, (left, right, one))
    return tuple(found[pair] for pair in sorted(found))
