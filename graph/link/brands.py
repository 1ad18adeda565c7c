"""A brand with and without the noun that says what it is: “湘科通” and 湘科通平台, 鄂融通 and 湖北省“鄂融通”平台."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ontology.identity import IdentityKnowledge
from ontology.places import PlaceTable

from ..recognise.words import is_coined
from .census import KeyFacts
from .name_keys import NameKey

MIN_BRAND = 3
"""Characters of the shortest brand: shorter words (科创, 政采) stand before many heads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BrandPair:
    """A brand alone and with its head. `certain`: of one place, in quotes somewhere, with a head that is no channel."""

    bare: NameKey
    long: NameKey
    head: str
    certain: bool


def brand_pairs(
    facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge, places: PlaceTable
) -> Iterator[BrandPair]:
    """Yield every brand that stands alone somewhere with every name of its kind and place that adds a head to it."""
    alone: dict[str, list[NameKey]] = {}
    for key in facts:
        alone.setdefault(key.core, []).append(key)
    heads = tuple(head.head for head in knowledge.brand_heads)
    for long, known in facts.items():
        if not long.core.endswith(heads):
            continue
        scope, name = _placed(long, places)
        for head in knowledge.brand_heads:
            brand = name.removesuffix(head.head)
            if head.kind != known.kind or brand == name or len(brand) < MIN_BRAND:
                continue
            for bare in alone.get(brand, ()):
                if known.kind in facts[bare].kinds and _of_one_place(bare.scope, scope, places):
                    certain = head.certain and facts[bare].quoted and bare.scope == long.scope
                    certain = certain and is_coined(brand)  # “智慧城市” is many things
                    yield BrandPair(bare=bare, long=long, head=head.head, certain=certain)


def _placed(key: NameKey, places: PlaceTable) -> tuple[str, str]:
    """Return the scope and the name of a key without its place, which a name valid everywhere may begin with."""
    printed = places.prefix(key.core) if not key.scope else None
    place = places.resolve(printed) if printed else None
    return (place, key.core[len(printed) :]) if place and printed else (key.scope, key.core)


def _of_one_place(bare: str, long: str, places: PlaceTable) -> bool:
    return bare == long or places.compatible(bare, long)
