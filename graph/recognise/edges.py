"""What words say at the edge of a name: seals in brackets behind it, joints before it, words it is torn out of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from ontology.tsv import words_by_role

Role = Literal[
    "seal",
    "office",
    "office_word",
    "partner_head",
    "centre",
    "gives",
    "granted",
    "treasury",
    "central",
    "counted",
    "asked_where",
    "asked_verb",
    "heeded",
    "decided",
    "decider",
    "asked_end",
    "listed",
    "there",
    "stands",
    "turned",
    "already",
    "afterwards",
    "level",
    "brand_noun",
    "app_noun",
    "way_noun",
    "brand_end",
]
_ROLES: tuple[Role, ...] = get_args(Role)


@cache
def edge_words() -> Mapping[Role, tuple[str, ...]]:
    """Return the words of name_edges.tsv by role, the longest first."""
    return words_by_role("name_edges.tsv", _ROLES)
