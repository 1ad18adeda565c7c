"""Departments that follow each other: names that overlap, one seen before the other, and reforms that are listed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ontology.department_heads import department_heads
from ontology.identity import IdentityKnowledge
from ontology.places import COUNTRY

from ..both_languages import both
from .census import KeyFacts
from .name_keys import NameKey
from .suggestion import Suggestion, neighbours


def reorganisations(
    facts: Mapping[NameKey, KeyFacts], dates: Mapping[str, str], knowledge: IdentityKnowledge
) -> Iterator[Suggestion]:
    """Yield a department and the one that a listed reform put in its place, where the new one is not seen first."""
    old = {name for name, _, _ in knowledge.reorganised}
    for key in (key for key in facts if key.core in old and key.scope != COUNTRY and facts[key].jurisdiction):
        for name, follower, year in knowledge.reorganised:
            new = NameKey(key.scope, follower)
            if name == key.core and new in facts and not _seen_first(facts[new], facts[key], dates):
                reason = both(
                    f"{year}年机构改革：{name}→{follower}", f"reform of {year}: {name} → {follower}"
                )
                yield Suggestion(
                    left=key, right=new, relation="succeeded_by", rule="reform", score=0.7, reason=reason
                )


def _seen_first(one: KeyFacts, other: KeyFacts, dates: Mapping[str, str]) -> bool:
    first = [min((dates[at] for at in known.letters if dates.get(at)), default="") for known in (one, other)]
    return all(first) and first[0] < first[1]


def renamings(
    facts: Mapping[NameKey, KeyFacts], dates: Mapping[str, str], knowledge: IdentityKnowledge
) -> Iterator[Suggestion]:
    """Yield two departments of one place with overlapping names, the one last seen before the other was first seen.

    Not the central bodies: they are listed, and all of them begin alike; nor the parties, which follow nobody.
    """
    parties = tuple({party.name for party in knowledge.parties.values()})
    blocks: dict[tuple[str, str], list[NameKey]] = {}
    for key, known in facts.items():
        local = known.jurisdiction and key.scope != COUNTRY and not key.core.startswith(parties)
        if local and known.kind == "organisation" and key.core.endswith(department_heads()["renamed"]):
            blocks.setdefault((key.scope, key.core[-1]), []).append(key)
    for keys in blocks.values():
        for left, right in neighbours(keys):
            yield from _renaming(facts[left], facts[right], dates)


def _renaming(left: KeyFacts, right: KeyFacts, dates: Mapping[str, str]) -> Iterator[Suggestion]:
    spans = [sorted(dates[one] for one in known.letters if dates.get(one)) for known in (left, right)]
    if not all(spans):
        return
    earlier, later = (left, right) if spans[0][0] <= spans[1][0] else (right, left)
    last, first = (spans[0][-1], spans[1][0]) if earlier is left else (spans[1][-1], spans[0][0])
    if earlier.key.core.startswith(later.key.core) or later.key.core.startswith(earlier.key.core):
        return  # 交通运输局坪山管理局 is a branch of 交通运输局
    common = set(left.key.core[:-1]) & set(right.key.core[:-1])
    if last < first and len(common) >= 2 and left.key.core[:2] == right.key.core[:2]:
        shared = "".join(dict.fromkeys(char for char in earlier.key.core if char in common))
        reason = both(
            f"前者最后见于 {last}，后者最早见于 {first}；两名都有{shared}",
            f"last seen {last}, first seen {first}; both have {shared} in their names",
        )
        yield Suggestion(
            left=earlier.key,
            right=later.key,
            relation="succeeded_by",
            rule="renaming",
            score=0.6,
            reason=reason,
        )
