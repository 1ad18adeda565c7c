"""Duplicates: byte-identical files, and the same reply in another layout. Decided on light keys, memory stays flat."""

from __future__ import annotations

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from .identity import letter_ids, proposal_key, renamed
from .records import Header, Issue, Letter, Offsets, Reading
from .shapes import fold
from .sketches import bands, likeness, sketch
from .versions import told_apart

ALIKE = 0.8
"""Share of shingles that two layouts of one numbered reply have at least in common."""
SAME = 0.9
"""The same where no number says that they answer one proposal: boilerplate alone stays far below."""
BUCKET = 32
"""Letters kept under one band: time stays linear even where a template fills thousands of letters."""
_NUMBER = re.compile("（?第?[A-Za-z0-9-]+号）?")
_TOLD = ("title", "session", "department", "reply_date", "document_number")
_OF_ONE_LETTER = ("session", "department", "document_number")
"""What no other layout of a letter prints otherwise, however alike the letters of a template are."""
_TOLD_SEVERAL = ("proposal_titles", "addressees")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingKey:
    """What is compared of a reading: hash, letter_id, place, body, proposals, facts, and a bottom-k sketch of its text.

    `facts`: `field basis` → value of what the letter prints of itself. `sketch`: the smallest hashes of the text's
    6-character shingles, white space and width of marks aside (Broder 1997).
    """

    source: str
    status: str
    sha256: str
    letter_id: str
    place: str
    body: str
    proposals: tuple[str, ...]
    facts: Mapping[str, str]
    sketch: Offsets


@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicate:
    """A source whose letter another source, which tells more of it or stands first, already has."""

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
        place=(letter.header.home or "") if letter else "",
        body=letter.header.body.value if letter and letter.header.body else "",
        proposals=proposal_key(letter.header) if letter else (),
        facts=_printed_facts(letter.header) if letter else {},
        sketch=sketch(letter.text) if letter else array("I"),
    )


def _printed_facts(header: Header) -> dict[str, str]:
    """Return `field basis` → value of the facts that stand in the letter itself."""
    found = [(name, fact) for name in _TOLD if (fact := getattr(header, name))]
    found += [(name, fact) for name in _TOLD_SEVERAL for fact in getattr(header, name)]
    values: dict[str, str] = {}
    for name, fact in found:
        if fact.span is not None:
            key = f"{name} {fact.basis}"
            value = _NUMBER.sub("", fold(fact.value)) if name == "title" else fold(fact.value)
            values[key] = f"{values[key]}、{value}" if key in values else value
    return values


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A source whose letter is nearly that of another source, but for numbers or names; both are letters."""

    source: str
    first: str
    says: str
    instead_of: str


TextOf = Callable[[str], str]
"""What the letter of a source says (versions.told_of)."""


def _compared(keys: Iterable[ReadingKey], text_of: TextOf | None) -> Iterator[Duplicate | Version]:
    """Yield the duplicates and the versions among readings with status reply, those that tell most first (`_rank`).

    Duplicates are byte-identical inputs; the same proposal, the same body and nearly the same text; or, where one of
    two prints no number, the same text and no fact that contradicts. With `text_of`, texts that say other numbers or
    names are versions. Which of two versions holds nobody can tell but a reader, so that neither is dropped: their
    figures are told as contradicting each other, with both letters as evidence.
    """
    by_hash: dict[tuple[str, str], str] = {}
    by_proposal: dict[str, list[ReadingKey]] = {}
    by_band: dict[tuple[int, ...], list[ReadingKey]] = {}
    for key in sorted(keys, key=_rank):
        if key.status != "reply":
            continue
        part = key.source.rpartition("#")[2] if "#" in key.source else ""
        first = by_hash.setdefault((key.sha256, part), key.source)
        if first != key.source:
            yield Duplicate(source=key.source, first=first, identical=True)
            continue
        twin = _twin(key, by_proposal) or _twin_without_number(key, by_band)
        version = _version(key.source, twin, text_of) if twin and text_of else None
        if version is not None:
            yield version
        elif twin is not None:
            yield Duplicate(source=key.source, first=twin, identical=False)
            continue
        for number in _numbers(key):
            by_proposal.setdefault(number, []).append(key)
        for band in bands(key.sketch):
            bucket = by_band.setdefault(band, [])
            if len(bucket) < BUCKET:
                bucket.append(key)


def _rank(key: ReadingKey) -> tuple[int, bool, str]:
    """Return what sorts the copies of one letter: most facts of its head first, PDF last, then by name.

    A scan may lack its first page, and PDF has no cells: what another copy tells as well must not be lost with it.
    """
    told = {name.partition(" ")[0] for name in key.facts}
    known = len(told) + bool(key.place) + bool(key.proposals)
    return -known, key.source.partition("#")[0].lower().endswith(".pdf"), key.source


def _version(source: str, first: str, text_of: TextOf) -> Version | None:
    """Return in what one source says something else than the other, None where they say the same."""
    differing = told_apart(text_of(first), text_of(source))
    return differing and Version(source=source, first=first, says=differing[1], instead_of=differing[0])


def _numbers(key: ReadingKey) -> set[str]:
    return {proposal.rpartition("-")[2] for proposal in key.proposals}


def _twin(key: ReadingKey, by_proposal: dict[str, list[ReadingKey]]) -> str | None:
    for number in sorted(_numbers(key)):
        for other in by_proposal.get(number, []):
            if _is_another(key, other):
                continue
            if key.body in (other.body, "") and likeness(key.sketch, other.sketch) >= ALIKE:
                return other.source
    return None


def _twin_without_number(key: ReadingKey, by_band: Mapping[tuple[int, ...], list[ReadingKey]]) -> str | None:
    """Return the source of the same reply where one of the two prints no number, None where there is none."""
    compared: set[str] = set()
    for band in bands(key.sketch):
        for other in by_band.get(band, []):
            if other.source in compared or (key.proposals and other.proposals):
                continue
            compared.add(other.source)
            if likeness(key.sketch, other.sketch) >= SAME and not _contradict(key, other):
                return other.source
    return None


def _is_another(left: ReadingKey, right: ReadingKey) -> bool:
    """Return whether letters to proposals of one number are of two places, sessions or issuers, or numbered apart."""
    apart = left.place and right.place and left.place != right.place
    if apart and not (left.place.startswith(right.place) or right.place.startswith(left.place)):
        return True
    names = [name for name in left.facts.keys() & right.facts.keys() if name.startswith(_OF_ONE_LETTER)]
    return _differ(left, right, names)


def _contradict(left: ReadingKey, right: ReadingKey) -> bool:
    """Return whether two letters print different values of one fact in the same place."""
    if left.body and right.body and left.body != right.body:
        return True
    return _is_another(left, right) or _differ(left, right, left.facts.keys() & right.facts.keys())


def _differ(left: ReadingKey, right: ReadingKey, both: Iterable[str]) -> bool:
    """Return whether two letters print one of these facts so that neither value holds the other."""
    return any(
        left.facts[name] not in right.facts[name] and right.facts[name] not in left.facts[name]
        for name in both
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What all readings together say of each: duplicates, versions, and the final id of every other letter.

    All by source.
    """

    duplicates: Mapping[str, Duplicate]
    ids: Mapping[str, str]
    versions: Mapping[str, Version]

    def changes(self, key: ReadingKey) -> bool:
        """Return whether a reading does not stay as it was read."""
        told = key.source in self.duplicates or key.source in self.versions
        return told or self.ids.get(key.source, "") != key.letter_id

    def settled(self, reading: Reading) -> Reading:
        """Return a reading marked as duplicate, or with its letter under its final id."""
        if reading.source in self.duplicates:
            return _as_duplicate(reading, self.duplicates[reading.source])
        if reading.letter is None:
            return reading
        letter = renamed(reading.letter, self.ids[reading.source])
        if version := self.versions.get(reading.source):
            letter = replace(letter, issues=(*letter.issues, _other_version(letter, version)))
        # the issues of a reply are those of its letter, which name it by its final id
        issues = letter.issues if reading.status == "reply" else reading.issues
        return replace(reading, letter=letter, issues=issues)


def settlement(keys: Sequence[ReadingKey], text_of: TextOf | None = None) -> Settlement:
    """Return what follows from the keys of all readings, which themselves need not be in memory together."""
    told = tuple(_compared(keys, text_of))
    found = {one.source: one for one in told if isinstance(one, Duplicate)}
    ids = letter_ids(
        (key.source, key.letter_id, key.sha256) for key in keys if key.letter_id and key.source not in found
    )
    versions = {one.source: one for one in told if isinstance(one, Version)}
    return Settlement(duplicates=found, ids=ids, versions=versions)


def _other_version(letter: Letter, version: Version) -> Issue:
    """Return the issue that says in what a letter differs from another one that is nearly the same."""
    message = "is nearly the same reply as another file, but other numbers or names stand in it (value); both were read"
    return Issue(
        source=version.source,
        letter_id=letter.letter_id,
        severity="warning",
        code="other_version",
        where="file",
        value=f"{version.first}: {version.instead_of} / {version.says}",
        message=message,
        hint="find out which of the two holds and remove the other one",
    )


def _as_duplicate(reading: Reading, duplicate: Duplicate) -> Reading:
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
        hint="remove one of the two, or leave them: only the one named here is used",
    )
    return replace(reading, status="duplicate", letter=None, issues=(*reading.issues, issue))
