"""The rows of a table letter by letter, read when they are asked for: they may be on disk."""

from __future__ import annotations

from array import array
from collections.abc import KeysView, Sequence
from typing import Generic, Protocol, TypeVar

from .narrow_records import only


class _OfLetter(Protocol):
    @property
    def letter_id(self) -> str: ...


Row = TypeVar("Row", bound=_OfLetter)


class RowsOfLetters(Generic[Row]):
    """The rows of each letter of a table. They mostly stand together there, and need not."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._runs: dict[str, array[int]] = {}
        """Where the rows of a letter begin and end, run after run."""
        last = ""
        for at, row in enumerate(only(rows, "letter_id")):
            if row.letter_id != last or not at:
                last = row.letter_id
                self._runs.setdefault(last, array("Q")).extend((at, at))
            self._runs[last][-1] = at + 1

    @property
    def letter_ids(self) -> KeysView[str]:
        """The letters that have rows, in the order of their first ones."""
        return self._runs.keys()

    def of(self, letter_id: str) -> list[Row]:
        """Return the rows of a letter, in their order; none where it has none."""
        runs = self._runs.get(letter_id, ())
        return [row for at in range(0, len(runs), 2) for row in self._rows[runs[at] : runs[at + 1]]]
