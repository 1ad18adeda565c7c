"""Which things promises are about, and sentences tell of: a thing goes by all of its names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from sys import intern

from ontology.places import COUNTRY

from ..relate.records import THINGS
from ..storage.narrow_records import only
from ..tables.claim_records import CommitmentRow
from ..tables.graph_tables import EntityRow
from .clauses.respects import (
    Respect,
    is_under_way_shortly,
    reports_shortly,
    respect_of,
    tells_result,
    without_verbs,
)
from .clauses.word_roles import any_outcome_word
from .places import Places
from .printed_names import LEAST_NAME
from .titles import one_thing, with_other_names

_CARRIED_KIND = "policy"
"""The kind of things that are carried out: what a platform or fund is supported in is something else."""
_COLUMNS = ("entity_id", "kind", "name", "short_name", "aliases", "jurisdiction", "letter_ids")


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """The things that may be promised."""

    places: Places
    known: Mapping[str, EntityRow]
    """By entity_id, each with its other names and the letters that use those."""
    ids: Mapping[str, tuple[str, ...]]
    """By name."""
    same: Mapping[str, str]
    """The thing of which another is only a further name: as of `one_thing`."""

    @classmethod
    def of(cls, entities: Sequence[EntityRow], places: Places) -> Things:
        """Return those of the entities that may be promised."""
        own = {row.entity_id: _shared(row) for row in only(entities, *_COLUMNS) if row.kind in THINGS}
        same = one_thing(own.values(), places.home)
        known = with_other_names(own, same)
        ids: dict[str, tuple[str, ...]] = {}
        for thing in known.values():
            ids[thing.name] = (*ids.get(thing.name, ()), thing.entity_id)
        return cls(places=places, known=known, ids=ids, same=same)

    def names_of(self, thing_id: str) -> tuple[str, ...]:
        """Return the names of a thing."""
        thing = self.known[thing_id]
        return (thing.name, *thing.aliases, thing.short_name)

    def place_of(self, thing_id: str, letter_id: str) -> str:
        """Return the place of a thread about a thing: empty for a local thing, of which there is only one."""
        local = self.known[thing_id].jurisdiction not in ("", COUNTRY)
        return "" if local else self.places.home(letter_id)

    def may_be_carried(self, thing_id: str, respect: Respect) -> bool:
        """Return whether a promise may be no more than to carry out a thing; relations tell of none of its stages."""
        return not respect.stage and (respect.brings or self.known[thing_id].kind == _CARRIED_KIND)

    def promised(
        self, row: CommitmentRow, before: Sequence[tuple[str, Respect]]
    ) -> list[tuple[str, Respect]]:
        """Return what a promise is about; what it only stands beside (加快形成新质生产力) is not.

        `before`: those of the promise before it in its sentence, whose stage it goes on with.
        """
        stages = {thing: respect.stage for thing, respect in before}
        found = []
        for one in row.object_ids:
            if one in self.known:
                respect = respect_of(row.what, self.names_of(one))
                stage = respect.stage if respect.named else stages.get(one, "")
                goes_on = is_under_way_shortly(row, self.names_of(one))
                if respect.about or goes_on or reports_shortly(row):
                    brings = respect.brings or (goes_on and not respect.named)
                    found.append((one, respect._replace(stage=stage, brings=brings)))
        if not found and tells_result(row):
            return [(one, respect) for one, respect in before if respect.brings]
        return found or [(one, respect_of(row.what, self.names_of(one))) for one in self._printed(row)]

    def _printed(self, row: CommitmentRow) -> Sequence[str]:
        """The thing of the same place whose name is the object of a promise, where it was not seen to be one."""
        words = without_verbs(row)
        home = self.places.homes.get(row.letter_id)
        for end in range(len(words), LEAST_NAME - 1, -1):
            for one in self.ids.get(words[:end], ()):
                if any(home == self.places.homes.get(letter_id) for letter_id in self.known[one].letter_ids):
                    return (one,)
        return ()

    def plans(self) -> Mapping[str, Sequence[str]]:
        """Return the things by the plan that bears their name: X by X建设计划."""
        found: dict[str, Sequence[str]] = {}
        for thing in self.known.values():
            bare = _plan_pattern().sub("", thing.name)
            if bare != thing.name and bare in self.ids:
                found[thing.entity_id] = self.ids[bare]
        return found


def _shared(row: EntityRow) -> EntityRow:
    """A thing without what is not asked of it; things of the same letters share their ids."""
    return EntityRow(
        entity_id=row.entity_id,
        kind=intern(row.kind),
        name=row.name,
        short_name=row.short_name,
        aliases=row.aliases,
        jurisdiction=intern(row.jurisdiction),
        letter_ids=tuple(map(intern, row.letter_ids)),
        iri="",
    )


@cache
def _plan_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_outcome_word('noun')}+$")


def thing_letters(thing: EntityRow, printed: Iterable[str], place: str, places: Places) -> Sequence[str]:
    """Return the letters that name a thing: those of the thread's place, where it has one, else of the thing's."""
    own = frozenset(thing.letter_ids)
    homes = {place} if place else {places.homes.get(one) for one in own}
    unseen = (one for one in sorted(printed) if one not in own and places.homes.get(one) in homes)
    return [*(one for one in thing.letter_ids if not place or places.homes.get(one) == place), *unseen]
