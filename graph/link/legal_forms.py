"""A name with and without the legal form that completes it: 杭城数科集团 and 杭城数科集团有限公司."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ontology.identity import IdentityKnowledge

from .census import KeyFacts
from .name_keys import NameKey, core

_KINDS = frozenset({"organisation", "fund"})
MIN_NAME = 4
"""Characters of the shortest name without its place: shorter ones are short for too many."""


def legal_form_pairs(
    facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge
) -> Iterator[tuple[NameKey, NameKey, bool]]:
    """Yield short and long keys of one place, and whether the long one is the only one: a group may have two firms.

    Of organisations only those whose short name says that they are a firm: 某某研究院 may have a company of its name.
    """
    firms = tuple(map(core, knowledge.legal_forms))
    forms = sorted(knowledge.completing_forms)
    for key, known in facts.items():
        if len(key.core) < MIN_NAME:
            continue
        firm = key.core.endswith(firms)
        if not (firm or "fund" in known.kinds) or known.kind not in (_KINDS if firm else {"fund"}):
            continue
        longs = [NameKey(key.scope, key.core + form) for form in forms]
        found = [long for long in longs if long in facts]
        for long in found:
            yield key, long, len(found) == 1 and facts[long].kind == known.kind
