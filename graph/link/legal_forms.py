"""A name with and without the legal form that completes it: 杭城数科集团 and 杭城数科集团有限公司."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ontology.identity import IdentityKnowledge
from ontology.places import COUNTRY

from .census import KeyFacts
from .name_keys import NameKey, core

_GROUP, _HOLDING = "集团", "控股"
_COMPANY, _LIMITED = "公司", ("有限公司", "有限责任公司")
_KINDS = frozenset({"organisation", "fund"})
MIN_NAME = 4
"""Characters of the shortest name without its place: shorter ones are short for too many."""


def legal_form_pairs(
    facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge
) -> Iterator[tuple[NameKey, NameKey, bool]]:
    """Yield short and long keys of one place, and whether the long one is the only one: a group may have two firms.

    Of organisations only those whose short name says that they are a firm: 某某研究院 may have a company of its name.
    """
    firms = (*map(core, knowledge.legal_forms), *knowledge.firm_ends)
    forms = sorted(knowledge.completing_forms)
    for key, known in facts.items():
        if len(key.core) < MIN_NAME:
            continue
        firm = key.core.endswith(firms)
        if not (firm or "fund" in known.kinds) or known.kind not in (_KINDS if firm else {"fund"}):
            continue
        group = key.core.endswith(_GROUP)
        longs = [
            NameKey(key.scope, key.core + form) for form in forms if group or not form.startswith(_HOLDING)
        ]
        placed = key.scope and key.scope != COUNTRY
        if placed and group:  # 市财金集团 and 市财金控股集团有限公司
            stem = f"{key.core.removesuffix(_GROUP)}{_HOLDING}{_GROUP}"
            longs += [NameKey(key.scope, stem + form) for form in ("", *forms)]
        if placed and key.core.endswith(_COMPANY):  # 市融资担保公司
            stem = key.core.removesuffix(_COMPANY)
            longs += [NameKey(key.scope, stem + form) for form in _LIMITED]
        found = [long for long in longs if long in facts]
        for long in found:
            yield key, long, len(found) == 1 and facts[long].kind == known.kind
