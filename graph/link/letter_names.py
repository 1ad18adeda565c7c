"""What one letter names: all that linking reads of a letter. It follows from the letter alone."""

from __future__ import annotations

import msgspec

from corpus.records import Letter

from ..records import Recognition
from .names import Identifier
from .occurrences import Occurrence, occurrences
from .persons import Named, proposers


class LetterNames(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """The names of a letter, and the people who signed its proposal; `home` and `date` are empty where unknown."""

    letter_id: str
    home: str
    date: str
    occurrences: tuple[Occurrence, ...]
    people: tuple[Named, ...]


def letter_names(letter: Letter, recognition: Recognition, identifier: Identifier) -> LetterNames:
    """Return what a letter names."""
    return LetterNames(
        letter_id=letter.letter_id,
        home=letter.header.home or "",
        date=letter.header.date,
        occurrences=tuple(occurrences(letter, recognition, identifier)),
        people=tuple(proposers(letter)),
    )
