"""Places: a node for every jurisdiction and all that lies above it, so that what lies within one can be asked for.

Codes and levels come from the national list of divisions (ontology/places.py); ids are those of entities.csv.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ontology import places

from ...relate.nodes import place_id
from ...tables.graph_tables import EntityRow
from .block import filled
from .terms import node, plain

_KIND = "place"
_PLACES_KEPT = 1 << 12


def further_places(rows: Iterable[EntityRow], base: str) -> list[EntityRow]:
    """Return rows for the places that `rows` lie in and those above them, as far as they have none there, by id.

    They are in no table: those count what the letters name, and a province may be named in none.
    """
    there, names = set(), set()
    for row in rows:
        names.add(row.jurisdiction)
        if row.is_place:
            there.add(row.entity_id)
            names.add(row.name)
    wanted = {above for name in names for above in (*places.load().ancestors(name), name)}
    by_id = {place_id(name): name for name in sorted(wanted)}
    return [_row(entity_id, by_id[entity_id], base) for entity_id in sorted({*by_id} - there - {f"{_KIND}/"})]


def _row(entity_id: str, name: str, base: str) -> EntityRow:
    place = places.load().known(name)
    return EntityRow(
        entity_id=entity_id,
        kind=_KIND,
        subkind=place.level if place else "",
        name=name,
        short_name=place.name if place else name,
        jurisdiction=name,
        is_place=True,
        iri=base + entity_id,
    )


def place_statements(name: str, base: str) -> str:
    """Return code and next larger place of a division; nothing for a name that the list does not have."""
    place = places.load().known(name)
    if place is None:
        return ""
    above = place.chain[-2:-1]
    return filled(
        ("fuwen:divisionCode", place.code and plain(place.code)),
        ("fuwen:withinPlace", node(place_id(above[0]), base) if above else ""),
    )


@lru_cache(_PLACES_KEPT)
def jurisdiction_statements(name: str, base: str) -> str:
    """Return in which place something is, by name and by node. A name without any letter has no node."""
    place = place_id(name)
    return filled(
        ("fuwen:jurisdiction", name and plain(name)),
        ("fuwen:inPlace", "" if place == f"{_KIND}/" else node(place, base)),
    )
