"""Who promises: named in the clause, before it, by the words that announce a list, or the writer understood."""

from __future__ import annotations

import re
from functools import cache

from ...records import LinkedLetter
from ..clause_roles import any_of
from ..masking import MaskedSentence, Name, kind_class
from ..records import Basis
from ..status import part_bounds
from ..typed.actors import Actors, actors_at, announcers
from ..understood import implied_actor
from .accounts import is_set_by_paper

_ACTORS = frozenset({"organisation", "place"})


def promiser(linked: LinkedLetter, masked: MaskedSentence, at: int) -> tuple[str, Basis]:
    """Return the node id of who promises what stands at a place, and on what basis; both empty where nobody is known.

    An organisation or a place promises; a platform that opens is what was promised, not who did. Who carries out what
    a paper sets (《规划》提出，到2030年建成X) is not known.
    """
    acting = actors_at(masked, at)
    if found := _first(acting.names):
        return found, acting.basis
    if is_set_by_paper(masked, at):
        return "", ""
    if found := _first(_announcing(masked, at, acting)):
        return found, "inherited"
    implied = implied_actor(linked, masked, at)
    return (implied or "", "implied" if implied else "")


def _first(names: tuple[Name, ...]) -> str:
    return next((name.node_ids[0] for name in names if name.kind in _ACTORS and name.node_ids), "")


def _announcing(masked: MaskedSentence, at: int, acting: Actors) -> tuple[Name, ...]:
    """Who says or announces what stands at a place where its own clauses name nobody who may promise.

    财政部认为，…，暂不宜新设; 我局将做好以下工作：一是….
    """
    start, _ = part_bounds(masked.text, at)
    said = _speaking_pattern().search(masked.text, start, at)
    if said:
        return (masked.names[said["who"]],)
    return announcers(masked, at) if acting.basis else ()


@cache
def _speaking_pattern() -> re.Pattern[str]:
    organisation = kind_class("organisation")
    return re.compile(rf"(?:^|(?<=[，；。]))(?P<who>[{organisation}])(?:{any_of('speaking')})[，：]")
