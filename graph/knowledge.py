"""All knowledge that the stages read, loaded once: places, central bodies, rules of identity."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology import bodies, identity, places
from ontology.bodies import CentralBodies
from ontology.identity import IdentityKnowledge
from ontology.places import PlaceTable


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The loaded tables of `ontology/` that more than one stage needs."""

    places: PlaceTable
    bodies: CentralBodies
    identity: IdentityKnowledge


@cache
def load() -> Knowledge:
    """Return the shipped knowledge. Raises `LexiconError` naming file, row, column and value."""
    return Knowledge(places=places.load(), bodies=bodies.load(), identity=identity.load())
