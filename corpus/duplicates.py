"""Duplicates: byte-identical files, and the same reply in another layout. Decided on light keys, memory stays flat."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .identity import proposal_key
from .records import Issue, Reading

SHINGLE = 6
SKETCH = 96
ALIKE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingKey:
    """What is compared of a reading: hash, letter_id, body asked, proposals, and a bottom-k sketch of its text.

    `sketch` are the smallest hashes of the text's 6-character shingles, white space aside (Broder 1997).
    """

    source: str
    status: str
    sha256: str
    letter_id: str
    body: str
    proposals: tuple[str, ...]
    sketch: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A source whose letter another source, first in sort order, already has."""

    source: str
    first: str
    identical: bool


def reading_key(reading: Reading) -> ReadingKey:
    """Return the key of a reading, a few hundred bytes."""
    letter = reading.letter
    return ReadingKey(
        source=reading.source,
        status=reading.status,
        sha256=reading.sha256,
        letter_id=letter.letter_id if letter else "",
        body=letter.header.body.value if letter and letter.header.body else "",
        proposals=proposal_key(letter.header) if letter else (),
        sketch=sketch(letter.text) if letter else (),
    )


def sketch(text: str) -> tuple[int, ...]:
    """Return the sorted bottom-k sketch of a text: equal for equal texts, alike for alike ones."""
    data = "".join(text.split()).encode("utf-32-le")
    width = 4 * SHINGLE
    hashes = {zlib.crc32(data[at : at + width]) for at in range(0, max(1, len(data) - width + 1), 4)}
    return tuple(sorted(hashes)[:SKETCH])


def likeness(left: Sequence[int], right: Sequence[int]) -> float:
    """Return the estimated share (0-1) of shingles that two sketches' texts have in common."""
    union = sorted({*left, *right})[:SKETCH]
    both = {*left} & {*right}
    return sum(value in both for value in union) / len(union) if union else 0.0


def find_duplicates(keys: Iterable[ReadingKey]) -> tuple[Duplicate, ...]:
    """Return the duplicates among readings with status reply, sorted by source.

    Byte-identical inputs, or the same proposal, the same body and nearly the same text.
    """
    by_hash: dict[tuple[str, str], str] = {}
    by_proposal: dict[str, list[ReadingKey]] = {}
    found: list[Duplicate] = []
    for key in sorted(keys, key=lambda key: key.source):
        if key.status != "reply":
            continue
        part = key.source.rpartition("#")[2] if "#" in key.source else ""
        first = by_hash.setdefault((key.sha256, part), key.source)
        if first != key.source:
            found.append(Duplicate(source=key.source, first=first, identical=True))
            continue
        twin = _twin(key, by_proposal)
        if twin is not None:
            found.append(Duplicate(source=key.source, first=twin, identical=False))
            continue
        for number in _numbers(key):
            by_proposal.setdefault(number, []).append(key)
    return tuple(found)


def _numbers(key: ReadingKey) -> set[str]:
    return {proposal.rpartition("-")[2] for proposal in key.proposals}


def _twin(key: ReadingKey, by_proposal: dict[str, list[ReadingKey]]) -> str | None:
    for number in sorted(_numbers(key)):
        for other in by_proposal.get(number, []):
            if key.body in (other.body, "") and likeness(key.sketch, other.sketch) >= ALIKE:
                return other.source
    return None


def as_duplicate(reading: Reading, duplicate: Duplicate) -> Reading:
    """Return the reading with status duplicate, an issue that names the first, and no letter."""
    how = "byte for byte the same file as" if duplicate.identical else "the same reply in another layout as"
    issue = Issue(
        source=reading.source,
        letter_id=reading.letter.letter_id if reading.letter else "",
        severity="warning",
        code="duplicate" if duplicate.identical else "same_reply",
        where="file",
        value=duplicate.first,
        message=f"{how} {duplicate.first}; counted once",
        hint="remove one of the two, or leave them: only the first is used",
    )
    return replace(reading, status="duplicate", letter=None, issues=(*reading.issues, issue))


def mark_duplicates(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Return the readings, later ones of the same letter marked as duplicates of the first in sort order."""
    found = {duplicate.source: duplicate for duplicate in find_duplicates(map(reading_key, readings))}
    return tuple(
        as_duplicate(reading, found[reading.source]) if reading.source in found else reading
        for reading in readings
    )
