"""Who promises: named in the clause, before it, by the words that announce a list, or the writer understood."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

import msgspec

from ...records import LinkedLetter
from ..clause_roles import any_clause_word, holds_word
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name, kind_class
from ..records import Basis
from ..status import clause_bounds, part_bounds
from ..typed.actors import Actors, actors_at, announcers
from ..understood import implied_actor
from .accounts import is_set_by_paper
from .builders import builder_of

_WHOLE = "全"
_ACTORS = frozenset({"organisation", "place"})


class Promiser(msgspec.Struct, frozen=True):
    """Who promises: a node id, empty where nobody is known, and on what basis; `along`: bodies that promise too."""

    actor: str = ""
    basis: Basis = ""
    along: tuple[str, ...] = ()


def promiser(linked: LinkedLetter, masked: MaskedSentence, at: int) -> Promiser:
    """Return who promises what stands at a place. Of several it is the writer, if among them, else the first.

    An organisation or a place promises, and a fund that will invest; a platform that opens is what was promised, not
    who did. Who carries out what a paper sets (《规划》提出，到2030年建成X) is not known, nor is a body of the writer's
    that stands for no entity (我委统计中心正在建设X).
    """
    acting = actors_at(masked, at)
    names = tuple(each for each in _promising(masked, acting.names, at) if not _is_scope(linked, each))
    if not (names and acting.basis == "named") and (found := _of_builder(masked, at)):
        return found
    if found := _of_names(linked, names, acting.basis):
        return Promiser() if _is_body_of(masked, acting.names, at) else found
    if is_set_by_paper(masked, at):
        return Promiser()
    if found := _of_names(linked, _announcing(masked, at, acting), "inherited"):
        return found
    implied = implied_actor(linked, masked, at)
    return Promiser(actor=implied, basis="implied") if implied else Promiser()


def _promising(masked: MaskedSentence, names: tuple[Name, ...], at: int) -> tuple[Name, ...]:
    """Those of the names that may promise what stands at a place: funds if they invest there."""
    _, end = clause_bounds(masked.text, at)
    invests = any(name.kind == "fund" for name in names) and holds_word("investing", masked.text, at, end)
    return tuple(name for name in names if name.kind in _ACTORS or (invests and name.kind == "fund"))


def _is_scope(linked: LinkedLetter, name: Name) -> bool:
    """Whether a name only says where a target holds: 到2026年，全市产值达到5亿元."""
    return name.kind == "place" and name.anaphor and linked.letter.text.startswith(_WHOLE, name.span.start)


def _of_builder(masked: MaskedSentence, at: int) -> Promiser | None:
    """Who builds what is being finished (由甲公司建设的乙园正在施工)."""
    builder = builder_of(masked, at)
    return Promiser(actor=builder.node_ids[0], basis="inherited") if builder and builder.node_ids else None


def _of_names(linked: LinkedLetter, names: tuple[Name, ...], basis: Basis) -> Promiser | None:
    known = {name.node_ids[0]: name for name in names if name.node_ids}
    if not known:
        return None
    actor = linked.issuer if linked.issuer in known else next(iter(known))
    along = tuple(one for one, name in known.items() if one != actor and name.kind != "place")
    return Promiser(actor=actor, basis=basis, along=along)


def _is_body_of(masked: MaskedSentence, names: tuple[Name, ...], at: int) -> bool:
    """Whether the last of the names only tells whose body acts: 我委统计中心, 我厅规划研究院."""
    last = bisect_left(masked.offsets, names[-1].span.start)
    return _body_pattern().match(masked.text, last + 1, at) is not None


def _announcing(masked: MaskedSentence, at: int, acting: Actors) -> tuple[Name, ...]:
    """Who says or announces what stands at a place where its own clauses name nobody who may promise.

    财政部认为，…，暂不宜新设; 我局将做好以下工作：一是….
    """
    start, _ = part_bounds(masked.text, at)
    said = _speaking_pattern().search(masked.text, start, at)
    if said:
        return (masked.names[said["who"]],)
    announcing = announcers(masked, at) if acting.basis else ()
    return tuple(name for name in announcing if name.kind in _ACTORS)


@cache
def _body_pattern() -> re.Pattern[str]:
    own = rf"[^，。；：、的{ANY_NAME}{ANY_PLACE}]{{2,12}}?{any_clause_word('own_body')}"
    return re.compile(rf"{own}{any_clause_word('adverb')}*(?=$|{any_clause_word('progressive')}|目前|已)")


@cache
def _speaking_pattern() -> re.Pattern[str]:
    organisation = kind_class("organisation")
    return re.compile(rf"(?:^|(?<=[，；。]))(?P<who>[{organisation}]){any_clause_word('speaking')}[，：]")
