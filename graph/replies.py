"""The reply letters among all that was read, by letter_id."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Letter, Reading

from .lazy_sequence import LazySequence


class Replies(LazySequence[Letter]):
    """A view of readings, which may be on disk: the letters with status `reply`, by letter_id."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._order = sorted(
            (one.letter.letter_id, place)
            for place, one in enumerate(readings)
            if one.letter is not None and one.status == "reply"
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
