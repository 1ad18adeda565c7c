"""What a recogniser is: anything that reads one letter and says which names stand in it."""

from __future__ import annotations

from typing import Protocol

from corpus.records import Letter

from ..records import Recognition


class Recogniser(Protocol):
    """Finds names in one letter, without state between letters; must pickle and be deterministic.

    Third parties register theirs as an entry point of the group `fuwen.recognisers`: a callable without
    arguments that returns one.
    """

    @property
    def name(self) -> str:
        """The name by which it is chosen, and that its mentions carry."""
        ...

    def recognise(self, letter: Letter) -> Recognition:
        """Return the names in `letter`, each with score, reason and spans into `letter.text`."""
        ...
