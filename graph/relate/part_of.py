"""A part that is named after its whole: a tribunal whose name begins with its court's. Never a merge, always inferred.

Source: research on linking, rule R5: of the names in the five letters that begin with another name, all were parts.
Names of other letters showed what a part needs besides: a whole that is a body, behind it the name of a unit, and for
short names (省商务厅) the same place.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set

from ontology import bodies
from ontology.identity import IdentityKnowledge
from ontology.places import COUNTRY, PlaceTable
from ontology.places import load as load_places

from ..both_languages import both
from ..link.name_keys import core
from ..records import Claim, Entity

MIN_WHOLE = 4
"""A whole's name of fewer characters (区委, 团委) begins too many others."""
_KINDS = frozenset({"organisation", "platform", "fund"})
_BRACKETED = re.compile("[（(][^（）()]{2,8}[）)]$")
_COMPANY = "公司"
_COMPANIES = ("集团", _COMPANY)


def part_of_claims(
    entities: Collection[Entity], knowledge: IdentityKnowledge, proposed: Set[frozenset[str]] = frozenset()
) -> list[Claim]:
    """Return part → whole for every entity whose name begins with another one's; only the longest such whole counts.

    A body that governs what it is named after (管委会) is no part of it, a legal form (有限公司) makes no part, and
    what may be one thing or follow each other (`proposed`, pairs of entity ids) is not part and whole.
    """
    named = _Named(entities, knowledge, load_places())
    found: dict[tuple[str, str], Claim] = {}
    for name, part in named.every():
        whole = named.whole(name, part)
        if whole is None or frozenset((whole[1].entity_id, part.entity_id)) in proposed:
            continue
        ends = (part.entity_id, whole[1].entity_id)
        note = both(f"{name}以{whole[0]}开头", f"{name} begins with {whole[0]}")
        found.setdefault(ends, _claim(*ends, note=note))
    return list(found.values())


def _claim(part: str, whole: str, note: str) -> Claim:
    return Claim(
        source=part,
        relation="part_of",
        target=whole,
        origin="derived",
        rule="name_prefix",
        score=0.8,
        certainty="inferred",
        note=note,
    )


class _Named:
    """The things by each of their names, and what makes one the whole of another."""

    def __init__(
        self, entities: Collection[Entity], knowledge: IdentityKnowledge, places: PlaceTable
    ) -> None:
        self._knowledge, self._tails, self._places = knowledge, knowledge.part_tails, places
        self._by_name = _by_name(entities)

    def every(self) -> Iterable[tuple[str, Entity]]:
        """Yield the names that mean one thing in its place alone, sorted, with that thing."""
        central = bodies.load().names
        for name, entities in sorted(self._by_name.items()):
            if name not in central:
                yield from ((name, one) for one in entities if _alone(one, entities))

    def whole(self, name: str, part: Entity) -> tuple[str, Entity] | None:
        """Return the longest name that a part's begins with and whose it is, None where that is not its whole."""
        printed = self._longest_prefix(name)
        if printed is None:
            return None
        near = [one for one in self._by_name[printed] if self._is_near(printed, one, part)]
        if len(near) != 1 or near[0].entity_id == part.entity_id:
            return None
        tail = _without_bracket(name, part)[len(printed) :]
        return (printed, near[0]) if self._is_unit(printed, near[0], tail) else None

    def _longest_prefix(self, name: str) -> str | None:
        forms = self._knowledge.completing_forms
        wholes = (end for end in _ends(name) if name[:end] in self._by_name and name[end:] not in forms)
        return next((name[:end] for end in wholes), None)

    def _is_near(self, printed: str, whole: Entity, part: Entity) -> bool:
        """Whether the place of a whole allows the part: the same for 省商务厅, one within the other for full names."""
        same = whole.jurisdiction == part.jurisdiction
        if self._knowledge.level(printed) is not None:
            return same and bool(whole.jurisdiction)
        if same or self._places.compatible(whole.jurisdiction, part.jurisdiction):
            return True
        return not (whole.jurisdiction and part.jurisdiction) and not self._is_local(printed, whole)

    def _is_local(self, printed: str, whole: Entity) -> bool:
        """Whether a name without a place means another thing in another place: 人民医院."""
        local = self._knowledge.scope(whole.kind, printed) == "jurisdiction"
        return local and whole.jurisdiction != COUNTRY and self._places.prefix(printed) is None

    def _is_unit(self, printed: str, whole: Entity, tail: str) -> bool:
        """Whether what stands behind a whole's name is the name of one of its units."""
        tails = self._tails
        title = not tail and whole.kind == "platform" and printed.startswith(tails["conferred"])
        if title or tail.startswith(tails["runs_on"]) or tail.endswith(tails["never"]):
            return False
        governing = self._knowledge.governing_tails
        if tail.startswith(governing) or (whole.kind == "platform" and tail.endswith(governing)):
            return False
        if whole.kind == "fund":
            return not tail or tail.endswith(tails["fund"])
        if tail.endswith(tails["branch"]) or (tail.endswith(_COMPANY) and self._places.prefix(tail)):
            return True
        if printed.endswith(_COMPANIES) and tail.endswith(_COMPANY):
            return True
        return printed.endswith(tails["whole"]) and (not tail or tail.endswith(tails["part"]))


def _without_bracket(name: str, part: Entity) -> str:
    """Return 某某大学深海研究院 for 某某大学深海研究院（青岛）, which says where the unit is."""
    printed = next((one for one in (part.name, *part.aliases) if core(one) == name), name)
    return core(_BRACKETED.sub("", printed))


def _by_name(entities: Collection[Entity]) -> Mapping[str, Sequence[Entity]]:
    """Return the things by name, of the names that begin with another one and of those others: few of a corpus."""
    wanted = _beginning_alike({name for _, name in _names(entities)})
    found: dict[str, dict[str, Entity]] = {}
    for entity, name in _names(entities):
        if name in wanted:
            found.setdefault(name, {})[entity.entity_id] = entity
    return {name: tuple(ids.values()) for name, ids in found.items()}


def _names(entities: Iterable[Entity]) -> Iterator[tuple[Entity, str]]:
    for entity in entities:
        if entity.kind in _KINDS:
            names = map(core, (entity.name, *entity.aliases))
            yield from ((entity, name) for name in names if len(name) >= MIN_WHOLE)


def _beginning_alike(names: Set[str]) -> Set[str]:
    """Return the names that begin with another of them, and those others."""
    found: set[str] = set()
    for name in names:
        if wholes := [name[:end] for end in _ends(name) if name[:end] in names]:
            found.update(wholes, (name,))
    return found


def _ends(name: str) -> range:
    """Return where the name of a whole may end in a part's, the longest first."""
    return range(len(name) - 2, MIN_WHOLE - 1, -1)


def _alone(entity: Entity, namesakes: Sequence[Entity]) -> bool:
    """Whether a thing shares its name with none of the same place."""
    return sum(one.jurisdiction == entity.jurisdiction for one in namesakes) == 1
