"""Which later letters would tell what became of the promises of a letter, in groups that are read together.

Only letters of the same body, or to the same proposer in the same place: others would not have told.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from ..tables.graph_tables import LetterRow
from .bodies import same_line

FEW = 16
"""Letters of a group at least, where there are as many: what finds their promises is made once for all of them."""
MOST = 256
"""Letters of a group at most: each takes some 30 KB while its promises are looked for."""


class Bodies(NamedTuple):
    """Who wrote the letters, by letter_id: their place with their department, and whom they answer."""

    places: Mapping[str, str]
    departments: Mapping[str, str]
    proposers: Mapping[str, frozenset[str]]
    dates: Mapping[str, str]

    @classmethod
    def of(cls, letters: Iterable[LetterRow], homes: Mapping[str, str]) -> Bodies:
        """Return the bodies of these letters; `homes`: the place of each, or what stands for one."""
        rows = [row for row in letters if row.letter_id and row.status == "reply" and row.reply_date]
        return cls(
            {row.letter_id: homes[row.letter_id] for row in rows},
            {row.letter_id: row.department for row in rows},
            {row.letter_id: frozenset(row.proposers or row.addressees) for row in rows},
            {row.letter_id: row.reply_date for row in rows},
        )


class LaterLetters:
    """Which letters would tell what became of the promises of each: found when asked, for there may be thousands."""

    def __init__(self, bodies: Bodies) -> None:
        self._bodies = bodies
        by_place: dict[str, list[str]] = defaultdict(list)
        for one, place in bodies.places.items():
            by_place[place].append(one)
        self._places = {place: _Place.of(letters, bodies) for place, letters in by_place.items()}

    def of(self, letter_id: str) -> Sequence[str]:
        """Return the letters later than a dated reply by bodies of its line of work, or to its proposers."""
        return self._places[self._bodies.places[letter_id]].later(letter_id, self._bodies)

    def groups(self, promising: Collection[str]) -> Iterator[Sequence[str]]:
        """Yield the letters that promise something of which later ones would tell, in groups told of by the same."""
        waiting: list[str] = []
        for known in self._places.values():
            for row in known.rows():
                for one in (one for body in row for _, one in known.by_body[body] if one in promising):
                    if self.of(one):
                        waiting.append(one)
                    if len(waiting) >= MOST:
                        yield waiting
                        waiting = []
                if len(waiting) >= FEW:
                    yield waiting
                    waiting = []
        if waiting:
            yield waiting


_Dated = list[tuple[str, str]]
"""Dates and ids of letters, in this order."""


class _Place(NamedTuple):
    """The letters of a place by who wrote them and whom they answer."""

    by_body: Mapping[str, _Dated]
    by_proposer: Mapping[str, _Dated]
    same: Mapping[str, Sequence[str]]
    """The bodies of the line of work of each: they are compared, not their letters, of which a city has thousands."""

    @classmethod
    def of(cls, letters: Iterable[str], bodies: Bodies) -> _Place:
        by_body: dict[str, _Dated] = defaultdict(list)
        by_proposer: dict[str, _Dated] = defaultdict(list)
        for date, one in sorted((bodies.dates[one], one) for one in letters):
            by_body[bodies.departments[one]].append((date, one))
            for proposer in bodies.proposers[one]:
                by_proposer[proposer].append((date, one))
        known = sorted(filter(None, by_body))
        same = {body: [other for other in known if same_line(body, other)] for body in known}
        return cls(by_body, by_proposer, same)

    def rows(self) -> Iterator[Sequence[str]]:
        """Yield the bodies in rows, each of one line of work with one before it.

        What their letters promise is told by the same ones, which are read once where they stand together.
        """
        left = dict.fromkeys(sorted(self.by_body))
        while left:
            row = [next(iter(left))]
            for body in row:
                left.pop(body, None)
                row += [other for other in self.same.get(body, ()) if other in left and other not in row]
            yield row

    def later(self, letter_id: str, bodies: Bodies) -> Sequence[str]:
        """Return the letters later than one by bodies of its line of work, or to its proposers."""
        of_bodies = (self.by_body[body] for body in self.same.get(bodies.departments[letter_id], ()))
        of_proposers = (self.by_proposer[proposer] for proposer in bodies.proposers[letter_id])
        date = bodies.dates[letter_id]
        found: set[str] = set()
        for dated in chain(of_bodies, of_proposers):
            found.update(one for _, one in dated[bisect_right(dated, (date, _LAST)) :])
        return sorted(found)


_LAST = "\U0010ffff"
"""Sorts behind every letter_id."""
