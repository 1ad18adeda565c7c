"""Where letters come from, and who of a place would have spoken of a promise since: silence is no refusal."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ontology.identity import LEVEL_WORDS
from ontology.places import load as load_places

from ..tables.graph_tables import LetterRow
from .bodies import bodies_of, may_tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where letters come from: the place, else the department, else the letter itself."""

    homes: Mapping[str, str]
    """By letter_id."""
    replies: Mapping[str, str]
    """The dates of dated replies, by letter_id."""
    dates: Mapping[str, Mapping[frozenset[str], Sequence[str]]]
    """Of every place or department who replied, and when, sorted."""
    bodies: Mapping[str, frozenset[str]]
    """Who wrote each letter."""
    latest: str
    """The date of the latest reply."""
    telling: dict[tuple[str, str], frozenset[frozenset[str]]] = field(default_factory=dict, repr=False)
    """The bodies of a place that may tell what one body promised, as they are found."""

    @classmethod
    def of(cls, letters: Iterable[LetterRow]) -> Places:
        """Return the places of these letters."""
        homes: dict[str, str] = {}
        replies: dict[str, str] = {}
        dates: dict[str, dict[frozenset[str], list[str]]] = {}
        bodies: dict[str, frozenset[str]] = {}
        for row in letters:
            home = row.jurisdiction or ("" if _says_no_place(row.department) else row.department)
            homes[row.letter_id] = home or row.letter_id
            own = dates.setdefault(home, {}) if home else {}
            if row.status == "reply" and row.reply_date:
                replies[row.letter_id] = row.reply_date
                bodies[row.letter_id] = bodies_of(row)
                insort(own.setdefault(bodies[row.letter_id], []), row.reply_date)
        latest = max(replies.values(), default="")
        return cls(homes=homes, replies=replies, dates=dates, bodies=bodies, latest=latest)

    def home(self, letter_id: str) -> str:
        """Return the place of a letter, the letter itself where it is not known."""
        return self.homes.get(letter_id, letter_id)

    def named(self, letter_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the places, or departments, of these letters, sorted."""
        return tuple(sorted({self.homes.get(one, "") for one in letter_ids} & self.dates.keys()))

    def later(self, places: Iterable[str], letter_ids: Iterable[str], date: str) -> int:
        """Return how many replies of the places, by bodies that would tell what some letters promise, are later."""
        own = frozenset[str]().union(*(self.bodies.get(one, frozenset()) for one in letter_ids))
        return sum(
            len(dates) - bisect_right(dates, date)
            for place in places
            for dates in map(self.dates[place].__getitem__, self._telling(place, own))
            if dates[-1] > date
        )

    def _telling(self, place: str, own: frozenset[str]) -> Iterable[frozenset[str]]:
        """The bodies of a place that may tell what any of some promised, all where who promised it is not known."""
        if not own:
            return self.dates[place]
        for one in own:
            if (place, one) not in self.telling:
                alone = frozenset([one])
                found = (body for body in self.dates[place] if may_tell(alone, body))
                self.telling[place, one] = frozenset(found)
        return frozenset[frozenset[str]]().union(*(self.telling[place, one] for one in own))


def _says_no_place(department: str) -> bool:
    """Return whether a department names its level alone: 市财政局 of two letters are two, 市中区教育局 says where."""
    return department.startswith(LEVEL_WORDS) and not load_places().prefix(department)
