"""Short forms of a document's title: without its place, or without words that say nothing of what it is about."""

from __future__ import annotations

from ontology.identity import IdentityKnowledge
from ontology.places import COUNTRY, PlaceTable

from ..recognise.titles_again import short_forms


class ShortTitles:
    """Tells whether a letter of one place (`home`, canonical; None where unknown) shortens a title."""

    def __init__(self, home: str | None, knowledge: IdentityKnowledge, places: PlaceTable) -> None:
        self._home, self._knowledge, self._places = home, knowledge, places

    def shortens(self, short: str, full: str) -> bool:
        """Return whether `short` is `full` without its own place, or that in one of its `short_forms`.

        The place must be one that the letter's is part of: what another city has is named with its place.
        """
        if self._places.prefix(short):
            return False
        return any(short in short_forms(form) for form in self._forms(full))

    def _forms(self, full: str) -> tuple[str, ...]:
        """Return a title without the place, or the mark of the country, that it begins with; none of other places."""
        printed = self._places.prefix(full) or ""
        if printed:
            place = self._places.resolve(printed, within=self._home)
            return (
                (full[len(printed) :],) if self._home and place in self._places.ancestors(self._home) else ()
            )
        mark = next((one for one in self._knowledge.national_marks if full.startswith(one)), "")
        return (full[len(mark) :],) if not mark or self._home == COUNTRY else ()
