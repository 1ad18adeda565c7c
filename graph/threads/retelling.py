"""What later letters say of promises in their words, group of letters by group: see `clauses.readings`.

A group brings all rows along that are read for it, so that it may be read anywhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial
from typing import NamedTuple

import msgspec

from ..storage.lazy_sequence import LazySequence
from ..storage.narrow_records import only
from ..storage.rows_of_letters import RowsOfLetters
from ..tables.claim_records import CommitmentRow
from ..tables.graph_tables import SentenceRow
from .clauses.finder import Finder
from .clauses.readings import Reading, Verdict, read_alone, read_sentence
from .clauses.topics import LEAST_TELLING, Topic, paragraph_before, topic_of
from .later_letters import Bodies, LaterLetters
from .steps import UNDATED, Step, promise_step

_STATUS: Mapping[Verdict, str] = {
    "done": "done",
    "dropped": "done",
    "ongoing": "ongoing",
    "undone": "planned",
    "planned": "planned",
    "mentioned": "",
}
_TOGETHER = 256
"""Later letters of a group: each brings some 30 KB along."""
_STANDING = ("letter_id", "status", "outcome")


class PromisingLetter(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """The promises of a letter of which later ones may tell; `paragraphs`: of each sentence, up to it."""

    home: str
    promises: tuple[CommitmentRow, ...]
    paragraphs: tuple[str, ...]


class LaterLetter(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A letter that may tell of promises. `number`: its place among all; `asked`: of which letters of the group."""

    number: int
    date: str
    asked: tuple[int, ...]
    sentences: tuple[SentenceRow, ...]
    commitments: tuple[CommitmentRow, ...]


class LetterGroup(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """Letters that promise something, and the later ones that may tell of it, in their order."""

    promising: tuple[PromisingLetter, ...]
    later: tuple[LaterLetter, ...]


class Retold(NamedTuple):
    """What a sentence of a later letter says of a promise, and what its own promises there say, if it makes any."""

    step: Step
    claims: tuple[Step, ...]
    begun: bool = False
    """Whether no more came about than the beginning that was promised: the thing itself is not there."""


class Retelling(NamedTuple):
    """What later letters say of one promise; `first`: which letter is the first, and which of its sentences."""

    promise: str
    first: tuple[int, int]
    sayings: tuple[Retold, ...]


def letter_groups(
    commitments: Sequence[CommitmentRow],
    sentences: Sequence[SentenceRow],
    bodies: Bodies,
    texts: Mapping[str, str],
) -> Sequence[LetterGroup]:
    """Return the groups in which promises are looked for, each with its rows when it is asked for.

    What is said of a promise may be in several groups; they stand in the order of their later letters.
    """
    promises, told = RowsOfLetters(commitments), RowsOfLetters(sentences)
    numbers = {letter_id: number for number, letter_id in enumerate(told.letter_ids)}
    known = LaterLetters(bodies)

    # groups of the same letters follow each other
    asked_of = lru_cache(maxsize=1)(partial(_asked_of, known, numbers))

    def group(at: int) -> LetterGroup:
        letters, first = groups[at]
        return LetterGroup(
            promising=tuple(
                _promising(promises.of(one), texts.get(one, ""), bodies.places[one]) for one in letters
            ),
            later=tuple(
                LaterLetter(
                    number=numbers[one],
                    date=bodies.dates[one],
                    asked=tuple(places),
                    sentences=tuple(told.of(one)),
                    commitments=tuple(promises.of(one)),
                )
                for one, places in asked_of(letters)[first : first + _TOGETHER]
            ),
        )

    open_ = {row.letter_id for row in only(commitments, *_STANDING) if _is_open(row)}
    groups = [
        (letters, first)
        for letters in map(tuple, known.groups(open_))
        for first in range(0, len(asked_of(letters)), _TOGETHER)
    ]
    return LazySequence(len(groups), group)


def _asked_of(
    known: LaterLetters, numbers: Mapping[str, int], letters: Sequence[str]
) -> Sequence[tuple[str, list[int]]]:
    """Return the later letters, by number, and of which of some letters each is asked."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(letters):
        for other in known.of(one):
            found[other].append(place)
    return sorted(
        ((one, places) for one, places in found.items() if one in numbers), key=lambda one: numbers[one[0]]
    )


def _is_open(row: CommitmentRow) -> bool:
    return not row.outcome and row.status != "done"


def _promising(rows: Sequence[CommitmentRow], text: str, home: str) -> PromisingLetter:
    promises = tuple(filter(_is_open, rows))
    paragraphs = tuple(paragraph_before(text, row.start) for row in promises)
    return PromisingLetter(home=home, promises=promises, paragraphs=paragraphs)


def retold(group: LetterGroup) -> tuple[Retelling, ...]:
    """Return what the later letters of a group say of each promise in its words, in the order in which they do."""
    topics = _topics(group.promising)
    finder = Finder.of(topics) if topics else None
    found: dict[str, list[Retold]] = defaultdict(list)
    first: dict[str, tuple[int, int]] = {}
    for letter in group.later if finder else ():
        wanted = frozenset(letter.asked)
        for at, sentence in enumerate(letter.sentences):
            if finder is None or sentence.zone == "heading":
                continue
            for one in sorted(finder.promises("".join(sentence.text.split()), wanted)):
                told = _told(topics[one][1], letter, at)
                if told and _says_enough(topics[one][1], told):
                    first.setdefault(one, (letter.number, at))
                    found[one].append(told)
    return tuple(Retelling(one, first[one], tuple(sayings)) for one, sayings in found.items())


def _topics(letters: Sequence[PromisingLetter]) -> dict[str, tuple[int, Topic]]:
    """The letters of the promises that later ones may tell of, and what these are about, by commitment_id."""
    found = {}
    for number, letter in enumerate(letters):
        for row, before in zip(letter.promises, letter.paragraphs, strict=True):
            topic = topic_of(row, before, letter.home)
            long = any(len(piece) > LEAST_TELLING for piece in topic.pieces)
            if long or topic.telling() + 2 * len(topic.counts) + len(topic.subject) >= LEAST_TELLING:
                found[row.commitment_id] = (number, topic)
    return found


def _says_enough(topic: Topic, told: Retold) -> bool:
    """Whether it matters that a sentence speaks of a promise: it tells of it, or makes one again that is definite."""
    again = told.step.status == "planned" and topic.is_named()
    return again or topic.is_definite() or _tells(told)


def _tells(one: Retold) -> bool:
    """Whether a sentence says more than that the promise is spoken of, or made, again."""
    told = one.step.status not in {"", "planned"} or one.step.undone
    return told or any(claim.outcome or claim.status == "ongoing" for claim in one.claims)


def _told(topic: Topic, letter: LaterLetter, at: int) -> Retold | None:
    """What one of the sentences of a letter says of a topic; a list may say it in the sentence behind."""
    sentence = letter.sentences[at]
    found = read_sentence(topic, sentence.text, letter.date)
    if found is None:
        return None
    reading, start, end = found
    behind = letter.sentences[at + 1] if at + 1 < len(letter.sentences) else None
    alone = read_alone(behind.text) if behind and reading.verdict == "mentioned" else None
    if alone and behind:
        return Retold(_step(Reading(alone), behind, letter.date), ())
    claims = (row for row in letter.commitments if row.sentence_id == sentence.sentence_id)
    own = tuple(promise_step(row) for row in claims if _is_told_by(row, sentence, start, end))
    if reading.verdict == "done" and any(claim.status == "planned" for claim in own):
        reading = Reading("planned")
    begun = topic.begins and reading.verdict == "done" and not _is_finished(topic, sentence.text, letter.date)
    return Retold(_step(reading, sentence, letter.date), own, begun)


def _is_finished(topic: Topic, sentence: str, date: str) -> bool:
    """Whether a sentence tells that more came about than the beginning that was promised."""
    found = read_sentence(topic._replace(begins=False), sentence, date)
    return found is not None and found[0].verdict == "done"


def _is_told_by(row: CommitmentRow, sentence: SentenceRow, start: int, end: int) -> bool:
    """Whether a claim stands in the clause at [start, end) of a sentence without its white space, or reports behind it.

    比原定晚了半个月 has no subject of its own.
    """
    lost = len(sentence.text) - len(sentence.text.lstrip())
    begin = row.clause_start - sentence.start - lost
    if begin < end and row.clause_end - sentence.start - lost > start:
        return True
    behind = "".join(sentence.text.split())[end : max(end, begin)]
    return (
        bool(row.outcome) and begin >= end and not any(mark in behind for mark in "；。") and len(behind) <= 1
    )


def _step(reading: Reading, sentence: SentenceRow, date: str) -> Step:
    """What a reading says, as a step of the promise's thread."""
    return Step(
        order=date or UNDATED,
        letter_id=sentence.letter_id,
        start=sentence.start,
        claim_id=sentence.sentence_id,
        date=date,
        status=_STATUS[reading.verdict],
        sentence_id=sentence.sentence_id,
        outcome="refused" if reading.verdict == "dropped" else "",
        promised=False,
        undone=reading.verdict == "undone",
        when=reading.when if reading.verdict == "done" else "",
        worded=True,
    )
