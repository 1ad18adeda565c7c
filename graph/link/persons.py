"""Deputies and members: one name in one body and term is one person, in another term another one until people decide.

A row of decisions.csv with the kind `person` (same, different, unsure) speaks of all people of its names and places:
nothing but the term, which a row does not hold, tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import NamedTuple

from corpus.identity import proposal_key
from corpus.records import Issue, Letter
from corpus.shapes import hides_name
from corpus.slug import slug
from ontology.assemblies import assembly_names

from ..both_languages import both
from .clusters import Merge, cluster
from .decisions import PERSON, Decision, problem
from .name_keys import NameKey, core
from .occurrences import is_body
from .suggestion import Suggestion

_SAME_BODY, _OTHER_BODY = 0.6, 0.4
"""How likely one name in two terms is one person: in one body, and in the congress and the committee of a place."""


class Person(NamedTuple):
    """A proposer by id; `term` sorts and may be unknown (-1)."""

    jurisdiction: str
    name: str
    body: str
    term: int
    person_id: str

    @property
    def key(self) -> NameKey:
        """What clusters and suggestions know the person by."""
        return NameKey(scope=self.person_id, core=core(self.name))


class Named(NamedTuple):
    """Where a letter's header names a person."""

    letter_id: str
    ref: str
    person: Person


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """What follows from names and decisions: `lead` by the id of every person that is one with another."""

    lead: Mapping[str, str] = field(default_factory=dict, repr=False)
    suggestions: tuple[tuple[str, str, Suggestion], ...] = ()
    issues: tuple[Issue, ...] = ()


def person_id(letter: Letter, name: str) -> str:
    """Return the id of a deputy or member: the same name in the same body and term is the same person.

    Where body or jurisdiction is unknown, or the site hides a part of the name (李*), the letter's id takes their
    place.
    """
    header = letter.header
    if header.body is None or header.jurisdiction is None or hides_name(name):
        return f"person/{letter.letter_id}-{slug(name)}"
    term = header.term if header.term is not None else "x"
    return f"person/{slug(header.jurisdiction)}-{header.body.value}-{term}-{slug(name)}"


def proposers(letter: Letter) -> Iterator[Named]:
    """Yield the people of known body and place among a letter's proposers, where it says to what proposal."""
    header = letter.header
    if header.body is None or header.jurisdiction is None or not proposal_key(header, letter.letter_id):
        return
    term = -1 if header.term is None else header.term
    for place, fact in enumerate(header.proposers):
        if not (is_body(fact.value) or hides_name(fact.value)):
            identity = person_id(letter, fact.value)
            person = Person(header.jurisdiction, fact.value, header.body.value, term, identity)
            yield Named(letter.letter_id, f"proposer.{place}", person)


def people(named: Iterable[Named], decisions: Iterable[Decision]) -> People:
    """Return who is who among all proposers. The order of letters and rows does not matter."""
    everyone = sorted({one.person for one in named})
    issues: list[Issue] = []
    joined: dict[Merge, Decision] = {}
    apart: list[tuple[NameKey, NameKey]] = []
    settled: set[frozenset[str]] = set()
    for row in decisions:
        if row.kind == PERSON:
            pairs = _pairs(row, everyone, issues)
            settled.update(frozenset((left.person_id, right.person_id)) for left, right in pairs)
            if row.verdict == "same":
                joined |= {_merge(left, right, row): row for left, right in pairs}
            elif row.verdict == "different":
                apart += ((left.key, right.key) for left, right in pairs)
    merges = sorted(joined, key=lambda merge: (merge.left, merge.right, merge.reason))
    clusters = cluster(merges, apart)
    refused = both(
        "会把另一行裁定为不同的两人并为一人，未采用",
        "would make one person of two that a row says are different; nothing was done",
    )
    issues += (
        problem(row, "contradicting_decision", "verdict", "same", refused)
        for row in dict.fromkeys(joined[merge] for merge in clusters.refused)
    )
    first = {one.key: place for place, one in enumerate(everyone)}
    lead = {
        one.person_id: everyone[min(first[key] for key in clusters.joined[one.key])].person_id
        for one in everyone
        if one.key in clusters.joined
    }
    return People(lead=lead, suggestions=tuple(_suggested(everyone, settled, lead)), issues=tuple(issues))


def _pairs(row: Decision, everyone: Sequence[Person], issues: list[Issue]) -> list[tuple[Person, Person]]:
    """Return the pairs of people that a row speaks of; none, and an issue, where it means nobody."""
    left = _meant(row.name, row.jurisdiction, everyone)
    right = _meant(row.other_name, row.other_jurisdiction, everyone)
    meant = sorted({*left, *right})
    text = "names no two people who made proposals; nothing was done"
    if not left or not right or len(meant) < 2:
        issues.append(problem(row, "stale_decision", "name", row.name, text))
        return []
    stated = row.jurisdiction and row.other_jurisdiction
    if any(len({one.jurisdiction for one in side}) > 1 for side in ((left, right) if stated else (meant,))):
        text = "is the name of people of several places; write jurisdiction in full; nothing was done"
        issues.append(problem(row, "ambiguous_decision", "name", row.name, text))
        return []
    return [pair for pair in combinations(meant, 2) if row.verdict == "same" or _is_across(pair, left, right)]


def _is_across(pair: tuple[Person, Person], left: Sequence[Person], right: Sequence[Person]) -> bool:
    one, other = pair
    return (one in left and other in right) or (other in left and one in right)


def _meant(name: str, jurisdiction: str, everyone: Iterable[Person]) -> list[Person]:
    return [
        one
        for one in everyone
        if core(one.name) == core(name) and (not jurisdiction or one.jurisdiction.endswith(jurisdiction))
    ]


def _merge(left: Person, right: Person, row: Decision) -> Merge:
    return Merge(left=left.key, right=right.key, rule="decision", score=1.0, reason=f"{row.by}: {row.why}")


def _suggested(
    everyone: Sequence[Person], settled: set[frozenset[str]], lead: Mapping[str, str]
) -> Iterator[tuple[str, str, Suggestion]]:
    """Yield everyone with the first one of that name in that place: n people are n - 1 questions."""
    first: dict[tuple[str, str], Person] = {}
    for one in everyone:
        other = first.setdefault((one.jurisdiction, core(one.name)), one)
        left, right = (lead.get(each.person_id, each.person_id) for each in (other, one))
        if left == right or frozenset((other.person_id, one.person_id)) in settled:
            continue
        found = Suggestion(
            left=other.key,
            right=one.key,
            relation="same_as",
            rule="homonym",
            score=_SAME_BODY if one.body == other.body else _OTHER_BODY,
            reason=both(
                f"同为{one.jurisdiction}的提案人：{_term(other)[0]}和{_term(one)[0]}",
                f"one name among the proposers of {one.jurisdiction}: {_term(other)[1]} and {_term(one)[1]}",
            ),
        )
        yield left, right, found


def _term(one: Person) -> tuple[str, str]:
    body = assembly_names()[one.body]
    if one.term < 0:
        return f"届次不详的{body}", f"{body} of no known term"
    return f"第{one.term}届{body}", f"{body} term {one.term}"
