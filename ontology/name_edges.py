"""What words say at the edge of a name: seals in brackets behind it, joints before it, words it is torn out of."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

NameEdge = Literal[
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
    "owner",
    "verb_before",
    "well_done",
    "becoming",
    "no_body",
    "no_body_trait",
    "some_body",
    "acting",
    "forming",
    "any",
    "any_body",
    "left_behind",
    "class_name",
    "acting_class",
    "counted_class",
    "verb_or_noun",
    "new_product",
    "road",
    "planned",
    "before_bureau",
    "of_places_too",
    "somewhere",
    "with_a_sum",
    "before_plan",
    "not_new",
    "nearest",
    "state_end",
    "before_loan",
    "title",
    "goes_on",
    "place_drafts",
    "place_strives",
    "class_platform",
    "first_of_all",
    "limited_partnership",
    "twin_head",
    "no_office",
    "event_end",
    "clipped_class",
    "bare_end",
    "telling_head",
    "line",
    "before_own",
    "brand_of_de",
    "companies",
    "opens_row",
    "no_company",
]


@cache
def name_edges() -> Mapping[NameEdge, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("name_edges.tsv", get_args(NameEdge))
