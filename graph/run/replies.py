"""The reply letters among all that was read, by letter_id."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Letter, Reading

from ..storage.lazy_sequence import LazySequence
from ..tables.graph_tables import LetterRow


class Replies(LazySequence[Letter]):
    """A view of readings, which may be on disk: the letters with status `reply`, by letter_id.

    `rows` are the readings' rows of letters.csv, in the same order.
    """

    def __init__(self, readings: Sequence[Reading], rows: Sequence[LetterRow]) -> None:
        self._readings = readings
        self._order = sorted(
            (row.letter_id, place)
            for place, row in enumerate(rows)
            if row.letter_id and row.status == "reply"
        )
        super().__init__(len(self._order), self._letter)

    @property
    def letter_ids(self) -> list[str]:
        """The ids, sorted."""
        return [letter_id for letter_id, _ in self._order]

    def _letter(self, at: int) -> Letter:
        letter_id, place = self._order[at]
        letter = self._readings[place].letter
        if letter is None:
            raise TypeError(f"{letter_id}: its reading has lost the letter")
        return letter
