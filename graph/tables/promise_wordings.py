"""Later letters that speak of a promise without a name, found by its words: see `promise_clauses`.

Only letters of the same body, or to the same proposer in the same place: others would not have told.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from .claim_records import CommitmentRow
from .graph_tables import LetterRow, SentenceRow
from .promise_anchors import anchors
from .promise_bodies import same_line
from .promise_clauses import Reading, Verdict, read_alone, read_sentence
from .promise_steps import UNDATED, Step, promise_step
from .promise_topics import LEAST_TELLING, Topic, paragraph_before, topic_of

_STATUS: Mapping[Verdict, str] = {
    "done": "done",
    "dropped": "done",
    "ongoing": "ongoing",
    "undone": "planned",
    "planned": "planned",
    "mentioned": "",
}
SAID: Mapping[str, tuple[str, str]] = {
    "done": ("done", ""),
    "refused": ("done", "refused"),
    "ongoing": ("ongoing", ""),
    "undone": ("planned", ""),
    "planned": ("planned", ""),
}
"""Status and outcome of what `ThreadRow.sentences_say` holds; a mention says neither."""


class Retold(NamedTuple):
    """What a sentence of a later letter says of a promise, and the rows of commitments.csv that say it, if any do."""

    step: Step
    claims: tuple[CommitmentRow, ...]
    begun: bool = False
    """Whether no more came about than the beginning that was promised: the thing itself is not there."""


class Bodies(NamedTuple):
    """Who wrote the letters, by letter_id: their place with their department, and whom they answer."""

    places: Mapping[str, str]
    departments: Mapping[str, str]
    proposers: Mapping[str, frozenset[str]]
    dates: Mapping[str, str]

    @classmethod
    def of(cls, letters: Iterable[LetterRow], homes: Mapping[str, str]) -> Bodies:
        """Return the bodies of these letters; `homes`: the place of each, or what stands for one."""
        rows = [row for row in letters if row.letter_id and row.status == "reply" and row.reply_date]
        return cls(
            {row.letter_id: homes[row.letter_id] for row in rows},
            {row.letter_id: row.department for row in rows},
            {row.letter_id: frozenset(row.proposers or row.addressees) for row in rows},
            {row.letter_id: row.reply_date for row in rows},
        )

    def later(self) -> Mapping[str, Sequence[str]]:
        """Return the later letters that would tell what became of the promises of each."""
        by_place: dict[str, list[str]] = defaultdict(list)
        for one in self.dates:
            by_place[self.places[one]].append(one)
        return dict(chain.from_iterable(map(self._later_in, by_place.values())))

    def _later_in(self, letters: Iterable[str]) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield each letter of a place with the later ones by bodies of its line of work, or to its proposers.

        Bodies are compared, not letters: a city has hundreds of them and tens of thousands of letters.
        """
        by_body: dict[str, list[str]] = defaultdict(list)
        by_proposer: dict[str, list[str]] = defaultdict(list)
        for one in letters:
            by_body[self.departments[one]].append(one)
            for proposer in self.proposers[one]:
                by_proposer[proposer].append(one)
        known = sorted(filter(None, by_body))
        same = {body: [other for other in known if same_line(body, other)] for body in known}
        for one in letters:
            of_body = (by_body[other] for other in same.get(self.departments[one], ()))
            of_proposer = (by_proposer[proposer] for proposer in sorted(self.proposers[one]))
            told_by = dict.fromkeys(chain(*of_body, *of_proposer))
            yield one, [other for other in told_by if self.dates[other] > self.dates[one]]


def retold(
    commitments: Sequence[CommitmentRow],
    sentences: Iterable[SentenceRow],
    bodies: Bodies,
    texts: Mapping[str, str],
) -> Mapping[str, list[Retold]]:
    """Return what later letters say of each promise in its words, by commitment_id."""
    later = {one: others for one, others in bodies.later().items() if others}
    topics = _topics(commitments, later, bodies.places, texts)
    found: dict[str, list[Retold]] = defaultdict(list)
    if not topics:
        return found
    asked: dict[str, set[str]] = defaultdict(set)
    for promising in {letter_id for letter_id, _ in topics.values()}:
        for other in later[promising]:
            asked[other].add(promising)
    speaking = [*_speaking(topics, sentences, asked)]
    quoted = {sentence.sentence_id for sentence, _, _ in speaking}
    claims: dict[str, list[CommitmentRow]] = defaultdict(list)
    for row in commitments:
        if row.sentence_id in quoted:
            claims[row.sentence_id].append(row)
    for sentence, following, ids in speaking:
        for one in sorted(ids):
            told = _told(topics[one][1], sentence, following, bodies.dates[sentence.letter_id], claims)
            if told and _says_enough(topics[one][1], told):
                found[one].append(told)
    return found


def _says_enough(topic: Topic, told: Retold) -> bool:
    """Whether it matters that a sentence speaks of a promise: it tells of it, or makes one again that is definite."""
    again = told.step.status == "planned" and topic.is_named()
    return again or topic.is_definite() or _tells(told)


def _tells(one: Retold) -> bool:
    """Whether a sentence says more than that the promise is spoken of, or made, again."""
    told = one.step.status not in {"", "planned"} or one.step.undone
    return told or any(row.outcome or row.status == "ongoing" for row in one.claims)


def add_saying(promise: str, promises: list[Step], told: list[Step], one: Retold, *, named: bool) -> set[str]:
    """Add what a letter says of a promise to the steps of its thread; return the claims that are steps of it now.

    Where a thing is `named`, a letter that tells of it by its name needs no words.
    """
    known = {step.sentence_id for step in (*promises, *told)}
    letters = {step.letter_id for step in (*promises, *told)}
    failed = one.step.undone or bool(one.step.outcome)
    if (named and one.step.letter_id in letters) or (one.step.sentence_id in known and not failed):
        return set()
    reported = [row for row in one.claims if row.outcome]
    again = [
        row
        for row in one.claims
        if row.status == one.step.status or (not one.step.status and not row.outcome)
    ]
    linked = [
        row
        for row in reported or ([] if failed else again)
        if row.commitment_id not in {step.claim_id for step in promises}
    ]
    promises += [promise_step(row) for row in linked]
    if not linked and not reported:
        brings = any(step.brings for step in promises if step.claim_id == promise)
        of_more = one.begun and any(step.claim_id != promise for step in promises)
        status = "ongoing" if of_more and one.step.status == "done" else one.step.status
        told.append(one.step._replace(brings=brings, status=status))
    return {row.commitment_id for row in linked}


def says(step: Step) -> str:
    """Return what a sentence says of a promise, in one word."""
    if step.outcome or step.undone:
        return step.outcome or "undone"
    return step.status or "mentioned"


def _topics(
    commitments: Iterable[CommitmentRow],
    later: Mapping[str, Sequence[str]],
    homes: Mapping[str, str],
    texts: Mapping[str, str],
) -> dict[str, tuple[str, Topic]]:
    """The letters of the promises that later ones may tell of, and what these are about, by commitment_id."""
    found = {}
    for row in commitments:
        if row.outcome or row.status == "done" or row.letter_id not in later:
            continue
        before = paragraph_before(texts.get(row.letter_id, ""), row.start)
        topic = topic_of(row, before, homes[row.letter_id])
        long = any(len(piece) > LEAST_TELLING for piece in topic.pieces)
        if long or topic.telling() + 2 * len(topic.counts) + len(topic.subject) >= LEAST_TELLING:
            found[row.commitment_id] = (row.letter_id, topic)
    return found


def _speaking(
    topics: Mapping[str, tuple[str, Topic]],
    sentences: Iterable[SentenceRow],
    asked: Mapping[str, set[str]],
) -> Iterable[tuple[SentenceRow, SentenceRow | None, set[str]]]:
    """Yield the sentences that may speak of promises, the one behind each, and the ids of the promises.

    `asked`: the letters whose promises a later letter may tell of, by its letter_id.
    """
    found_by = _Finder.of(topics)
    waiting: tuple[SentenceRow, set[str]] | None = None
    for sentence in sentences:
        if waiting:
            yield waiting[0], sentence if sentence.letter_id == waiting[0].letter_id else None, waiting[1]
            waiting = None
        wanted = asked.get(sentence.letter_id)
        if not wanted or sentence.zone == "heading":
            continue
        ids = found_by.promises("".join(sentence.text.split()), wanted)
        waiting = (sentence, ids) if ids else None
    if waiting:
        yield waiting[0], None, waiting[1]


class _Way(NamedTuple):
    """One way to speak of a promise, found by one of its strings.

    `number` among the promise's ways, `least` of its strings that it takes, and `others` that stand there as well.
    """

    promise: str
    number: int
    least: int
    others: tuple[str, ...]


class _Finder(NamedTuple):
    """Finds the promises that a sentence may speak of, by the strings of their anchors."""

    automaton: CharwiseDoubleArrayAhoCorasick
    ways: Sequence[Mapping[str, Sequence[_Way]]]
    """Of each string, by the letters of the promises."""

    @classmethod
    def of(cls, topics: Mapping[str, tuple[str, Topic]]) -> _Finder:
        """Return what finds the promises of these topics: by the rarest string of a way that takes all of its own."""
        ways = [
            (letter_id, one, number, way)
            for one, (letter_id, topic) in topics.items()
            for number, way in enumerate(anchors(topic))
        ]
        times = Counter(string for _, _, _, way in ways for string in way.strings)
        by_string: dict[str, dict[str, list[_Way]]] = defaultdict(dict)
        for letter_id, one, number, way in ways:
            whole = way.least == len(way.strings)
            found_by = (
                (min(way.strings, key=lambda string: (times[string], string)),) if whole else way.strings
            )
            others = tuple(string for string in way.strings if string not in found_by)
            for string in found_by:
                found = _Way(one, number, len(found_by) if whole else way.least, others)
                by_string[string].setdefault(letter_id, []).append(found)
        strings = sorted(by_string)
        return cls(CharwiseDoubleArrayAhoCorasick(strings), [by_string[one] for one in strings])

    def promises(self, text: str, wanted: set[str]) -> set[str]:
        """Return the promises of the `wanted` letters of which enough strings of one way stand in a text."""
        held: Counter[tuple[str, int, int]] = Counter()
        for string in {string for _, _, string in self.automaton.find_overlapping(text)}:
            for way in _of_letters(self.ways[string], wanted):
                if all(other in text for other in way.others):
                    held[way.promise, way.number, way.least] += 1
        return {promise for (promise, _, least), times in held.items() if times >= least}


def _of_letters(ways: Mapping[str, Sequence[_Way]], wanted: set[str]) -> Iterator[_Way]:
    """Yield what is of the letters wanted: of many letters a string stands in thousands, of which few are asked."""
    fewer, more = (wanted, ways) if len(wanted) < len(ways) else (ways, wanted)
    for letter_id in fewer:
        if letter_id in more:
            yield from ways[letter_id]


def _told(
    topic: Topic,
    sentence: SentenceRow,
    following: SentenceRow | None,
    date: str,
    claims: Mapping[str, Sequence[CommitmentRow]],
) -> Retold | None:
    found = read_sentence(topic, sentence.text, date)
    if found is None:
        return None
    reading, start, end = found
    alone = read_alone(following.text) if following and reading.verdict == "mentioned" else None
    if alone and following:
        return Retold(_step(Reading(alone), following, date), ())
    own = tuple(row for row in claims.get(sentence.sentence_id, ()) if _is_told_by(row, sentence, start, end))
    if own and reading.verdict == "done" and any(row.status == "planned" for row in own):
        reading = Reading("planned")
    begun = topic.begins and reading.verdict == "done" and not _is_finished(topic, sentence.text, date)
    return Retold(_step(reading, sentence, date), own, begun)


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
