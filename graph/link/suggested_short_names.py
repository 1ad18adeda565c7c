"""Pairs of keys of which one may be a short form of the other: companies by their beginnings, titles without a year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from ontology.identity import IdentityKnowledge
from ontology.places import PlaceTable

from .census import KeyFacts
from .editions import is_revision
from .name_keys import NameKey
from .rules import company_core

_SHORTEST, _SHORTEST_FIRM = 3, 2
"""Characters of the shortest beginning; a firm (华为公司) says by itself that it is one."""
_COMPANY, _FORMS = "公司", ("有限", "责任", "股份", "集团")
_REMARK = re.compile(r"(?:\d{4}-)?\d{4}年(?P<edition>.{0,4})$")
"""A year or years behind a title, without the brackets that keys do not keep."""


def company_beginnings(
    facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge, places: PlaceTable
) -> Iterator[tuple[NameKey, NameKey]]:
    """Yield 本源量子 and 本源量子计算科技（合肥）有限公司: the only company whose name begins so."""
    bodies = [key for key, known in facts.items() if known.kind == "organisation"]
    branch = knowledge.part_tails["branch"]
    wholes = [key for key in bodies if not key.core.endswith(branch)]
    cores = {key: core for key in wholes if (core := company_core(key.core, knowledge, places))}
    begun: dict[str, list[NameKey]] = {}
    for key, core in cores.items():
        for text in {core[:end] for end in range(_SHORTEST_FIRM, len(core))}:
            begun.setdefault(text, []).append(key)
    for key in bodies:
        stem = key.core.removesuffix(_COMPANY)
        found = [one for one in begun.get(stem, ()) if one != key]
        if len(found) == 1 and _may_be_short(facts[key], stem, knowledge):
            yield key, found[0]


def _may_be_short(known: KeyFacts, stem: str, knowledge: IdentityKnowledge) -> bool:
    """Return whether a name may be a company's in short: no institution, nothing listed, no company's full name."""
    name = known.key.core
    whole = tuple(ending for ending, _ in knowledge.scopes["organisation"] if ending != "*")
    return (
        len(stem) >= (_SHORTEST if stem == name else _SHORTEST_FIRM)
        and not stem.endswith((*whole, *_FORMS))
        and not stem.startswith(knowledge.national_marks)
        and not known.subkind
        and name not in knowledge.unnamed_bodies
    )


def titles_without_years(facts: Mapping[NameKey, KeyFacts]) -> Iterator[tuple[NameKey, NameKey]]:
    """Yield 某某行动计划 and the only 某某行动计划（2021—2025年） of its place, unless that is a later edition."""
    dated: dict[NameKey, list[NameKey]] = {}
    for key, known in facts.items():
        remark = _REMARK.search(key.core) if known.kind == "policy" else None
        if remark and remark.start() and not is_revision(key.core[: remark.start()], remark["edition"]):
            dated.setdefault(NameKey(key.scope, key.core[: remark.start()]), []).append(key)
    for bare, found in dated.items():
        if len(found) == 1 and bare in facts and facts[bare].kind == "policy":
            yield bare, found[0]
