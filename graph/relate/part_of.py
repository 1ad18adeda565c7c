"""A part that is named after its whole: a tribunal whose name begins with its court's. Never a merge, always inferred.

Source: research on linking, rule R5: of the names in the five letters that begin with another name, all were parts.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from ontology.identity import IdentityKnowledge

from ..link.names import core
from ..records import Claim, Entity

MIN_WHOLE = 4
"""A whole's name of fewer characters (区委, 团委) begins too many others."""
_KINDS = frozenset({"organisation", "platform", "fund"})


def part_of_claims(
    entities: Iterable[Entity], knowledge: IdentityKnowledge, proposed: Set[frozenset[str]] = frozenset()
) -> list[Claim]:
    """Return part → whole for every entity whose name begins with another one's; only the longest such whole counts.

    A body that governs what it is named after (管委会) is no part of it, a legal form (有限公司) makes no part, and
    what may be one thing or follow each other (`proposed`, pairs of entity ids) is not part and whole.
    """
    owners = _owners(entities)
    claims = []
    for name, part in sorted(owners.items()):
        whole = _longest_prefix(name, owners, knowledge.completing_forms)
        governs = whole is not None and name[len(whole) :].startswith(knowledge.governing_tails)
        if whole is not None and not governs and not _is_one(owners[whole], part, proposed):
            claims.append(
                Claim(
                    source=part,
                    relation="part_of",
                    target=owners[whole],
                    origin="derived",
                    rule="name_prefix",
                    score=0.8,
                    certainty="inferred",
                    note=f"{name} begins with {whole}",
                )
            )
    return claims


def _owners(entities: Iterable[Entity]) -> dict[str, str]:
    """Return the names that mean exactly one entity."""
    found: dict[str, set[str]] = {}
    for entity in entities:
        if entity.kind in _KINDS:
            for name in (entity.name, *entity.aliases):
                found.setdefault(core(name), set()).add(entity.entity_id)
    return {name: next(iter(ids)) for name, ids in found.items() if len(ids) == 1 and len(name) >= MIN_WHOLE}


def _is_one(whole: str, part: str, proposed: Set[frozenset[str]]) -> bool:
    return whole == part or frozenset((whole, part)) in proposed


def _longest_prefix(name: str, owners: dict[str, str], forms: Set[str]) -> str | None:
    ends = range(len(name) - 2, MIN_WHOLE - 1, -1)
    return next((name[:end] for end in ends if name[:end] in owners and name[end:] not in forms), None)
