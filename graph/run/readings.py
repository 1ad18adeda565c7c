"""What became of the inputs: a short record of each in memory, the letters themselves where the shelf keeps them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import corpus
from corpus.records import Issue, Reading

from ..storage.lazy_sequence import LazySequence
from ..storage.packed_rows import PackedRows, packed_rows
from ..storage.spool import Shelf
from ..tables.graph_tables import LetterRow
from ..tables.letter_rows import letter_row
from .replies import Replies


@dataclass(frozen=True, slots=True, kw_only=True)
class InputRecord:
    """What is remembered of an input: its row of letters.csv, and all issues of the file and of the letter in it."""

    row: LetterRow
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadInput:
    """One reading where it was made: as bytes, with what it is compared by and what is remembered of it."""

    reading: PackedRows = field(repr=False)
    key: corpus.ReadingKey = field(repr=False)
    record: InputRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """All inputs in the order in which they were read, duplicates marked; and the replies among them, by letter_id."""

    records: tuple[InputRecord, ...]
    letters: Replies

    @property
    def rows(self) -> list[LetterRow]:
        """The rows of letters.csv, in the order of the records."""
        return [record.row for record in self.records]

    @property
    def issues(self) -> list[Issue]:
        """Every issue once, of files and of the letters in them."""
        return list(dict.fromkeys(issue for record in self.records for issue in record.issues))


def as_read(reading: Reading) -> ReadInput:
    """Return a reading as it is handed on."""
    return ReadInput(reading=packed_rows([reading]), key=corpus.reading_key(reading), record=_record(reading))


def settled(found: Iterable[ReadInput], shelf: Shelf) -> Readings:
    """Return all readings with later ones of the same letter marked, and every other letter under its final id."""
    kept = shelf.records(Reading, 1)
    keys, records = [], []
    for one in found:
        one.reading.add_to(kept, Reading)
        keys.append(one.key)
        records.append(one.record)
    places = {key.source: place for place, key in enumerate(keys)}

    def text_of(source: str) -> str:
        letter = kept[places[source]].letter
        return corpus.told_of(letter) if letter else ""

    settlement = corpus.settlement(keys, text_of)
    for place, key in enumerate(keys):
        if settlement.changes(key):
            records[place] = _record(settlement.settled(kept[place]))
    readings: Sequence[Reading] = LazySequence(len(kept), lambda place: settlement.settled(kept[place]))
    return Readings(
        records=tuple(records),
        letters=Replies(readings if shelf.on_disk else list(readings), [record.row for record in records]),
    )


def _record(reading: Reading) -> InputRecord:
    letter = reading.letter
    return InputRecord(row=letter_row(reading), issues=(*reading.issues, *(letter.issues if letter else ())))
