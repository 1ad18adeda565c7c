"""Documents whose title says that a body of the state put them out: 水利部办公厅关于印发某某指南的通知."""

from __future__ import annotations

from typing import Final

from ontology.bodies import CentralBodies
from ontology.name_edges import name_edges
from ontology.places import PlaceTable

_ABOUT: Final = "关于"
_SHORTEST: Final = 3
_LONGEST: Final = 16


def is_of_the_state(title: str, central: CentralBodies, places: PlaceTable) -> bool:
    """Return whether a title, without blanks, begins with a central body and says what it is about.

    An office of the body in a place (财政部某某监管局关于) is no body of the state.
    """
    issuer = title.partition(_ABOUT)[0]
    if issuer == title:
        return False
    ends = range(min(len(issuer), _LONGEST), _SHORTEST - 1, -1)
    end = next((end for end in ends if central.official(issuer[:end])), 0)
    official = central.official(issuer[:end]) or ""
    return official.endswith(name_edges()["state_end"]) and not places.prefix(issuer[end:])
