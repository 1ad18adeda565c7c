"""What became of each promise: the rows of tables/threads.csv, which `fuwen promises` and graph.ttl tell.

A thread is about one thing (or, unnamed, about one wording), and about one place: what two cities promise of the same
national plan are two promises. Silence is told apart from a refusal: a later letter of the same place that does not
name the thing says nothing about it.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ontology.identity import LEVEL_WORDS
from ontology.places import COUNTRY
from ontology.places import load as load_places

from ..relate.figures.likeness import LEAST_BIGRAMS, bigrams
from ..storage.lazy_sequence import LazySequence
from .claim_records import CommitmentRow, FigureRow, ThreadRow
from .graph_tables import EntityRow, LetterRow, SentenceRow
from .printed_names import LEAST_NAME, letters_printing
from .promise_bodies import bodies_of, may_tell
from .promise_courses import course_of, due_of, overdue_as_of
from .promise_measures import Measure, measures
from .promise_outcomes import any_outcome_word
from .promise_respects import (
    Respect,
    is_under_way_shortly,
    reports_shortly,
    respect_of,
    tells_result,
    without_cue,
    without_verbs,
)
from .promise_steps import THINGS, Step, Told, carried_out, promise_step, told_step, with_told
from .promise_titles import one_thing, with_other_names
from .promise_topics import paragraph_before, title_of
from .promise_wordings import Bodies, Retold, add_saying, retold, says

NONE = "none"
"""Stands in `reports_on` for a promise that takes up no earlier one."""
LEAST_SHARED = 5
"""Bigrams of a wording that is one promise in several letters: 征求意见 (3) is asked for on any matter."""
_CARRIED_KIND = "policy"
"""The kind of things that are carried out: what a platform or fund is supported in is something else."""
_QUOTED = re.compile(r"[“《]([^”》]{4,})[”》]")


def thread_rows(
    commitments: Sequence[CommitmentRow],
    told: Sequence[Told],
    letters: Iterable[LetterRow],
    entities: Iterable[EntityRow],
    texts: Mapping[str, str] | None = None,
    figures: Sequence[FigureRow] = (),
    sentences: Iterable[SentenceRow] = (),
) -> Sequence[ThreadRow]:
    """Return the rows of tables/threads.csv, sorted by id: every row of commitments.csv is in one or more.

    A row is made when it is asked for, so that those of a large build need not be in memory together.

    A thread without a promise is of a thing of which several letters say different things. `texts` by letter_id: a
    letter that prints the name of a thing speaks of it, even where the name was not seen. `figures` tell how far what
    is to be reached is, `sentences` what later letters say of a promise in its words.
    """
    letters = [*letters]
    texts = texts or {}
    places = _Places.of(letters)
    measured = measures(commitments, figures, places.homes)
    again = retold(commitments, sentences, Bodies.of(letters, places.homes), texts)
    found = _no_threads(entities, places, measured, _spoken_of(again), texts)
    found.add_promises(commitments, carried_out(told))
    found.add_told(told)
    found.add_retold(again)
    followed = {
        key: thread
        for key, thread in found.named.items()
        if thread.promises or (thread.related and _develops(thread.told))
    }
    printed = letters_printing({key[0]: found.names_of(key[0]) for key in followed}, texts)
    things, worded = found.things, found.worded
    ordered = sorted((_thread_id(key), key) for key in (*worded, *followed))

    def row(at: int) -> ThreadRow:
        _, key = ordered[at]
        if key in worded:
            return _row(worded[key], key, places)
        return _row(
            followed[key], key, places, _named_in(things[key[0]], printed.get(key[0], ()), key[1], places)
        )

    return LazySequence(len(ordered), row)


_Key = tuple[str, ...]
"""Thing or wording, place, and where it is a further one the stage of the thing: what makes a thread one."""


@dataclass(frozen=True, slots=True)
class _Thread:
    """What is said of one thing or in one wording, as it is found."""

    title: str
    about: list[str] = field(default_factory=list)
    """Mostly nothing or one thing: an empty set takes three times the room of a list."""
    promises: list[Step] = field(default_factory=list)
    told: list[Step] = field(default_factory=list)
    related: list[Step] = field(default_factory=list)
    """Those told by typed relations."""

    def add_about(self, thing_ids: Iterable[str]) -> None:
        """Add what the thread is about, once."""
        self.about.extend(one for one in thing_ids if one not in self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """Where letters come from: the place, else the department, else the letter itself."""

    homes: Mapping[str, str]
    """By letter_id."""
    replies: Mapping[str, str]
    """The dates of dated replies, by letter_id."""
    dates: Mapping[str, Mapping[frozenset[str], Sequence[str]]]
    """Of every place or department who replied, and when, sorted."""
    bodies: Mapping[str, frozenset[str]]
    """Who wrote each letter."""
    latest: str
    """The date of the latest reply."""

    @classmethod
    def of(cls, letters: Iterable[LetterRow]) -> _Places:
        """Return the places of these letters."""
        homes: dict[str, str] = {}
        replies: dict[str, str] = {}
        dates: dict[str, dict[frozenset[str], list[str]]] = {}
        bodies: dict[str, frozenset[str]] = {}
        for row in letters:
            home = row.jurisdiction or ("" if _says_no_place(row.department) else row.department)
            homes[row.letter_id] = home or row.letter_id
            own = dates.setdefault(home, {}) if home else {}
            if row.status == "reply" and row.reply_date:
                replies[row.letter_id] = row.reply_date
                bodies[row.letter_id] = bodies_of(row)
                insort(own.setdefault(bodies[row.letter_id], []), row.reply_date)
        latest = max(replies.values(), default="")
        return cls(homes=homes, replies=replies, dates=dates, bodies=bodies, latest=latest)

    def of_thing(self, thing: EntityRow, letter_id: str) -> str:
        """Return the place of a thread about a thing: empty for a local thing, of which there is only one."""
        return "" if thing.jurisdiction not in ("", COUNTRY) else self.homes.get(letter_id, letter_id)

    def named(self, letter_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the places, or departments, of these letters, sorted."""
        return tuple(sorted({self.homes.get(one, "") for one in letter_ids} & self.dates.keys()))

    def later(self, places: Iterable[str], letter_ids: Iterable[str], date: str) -> int:
        """Return how many replies of the places, by bodies that would tell what some letters promise, are later."""
        own = frozenset[str]().union(*(self.bodies.get(one, frozenset()) for one in letter_ids))
        return sum(
            len(dates) - bisect_right(dates, date)
            for place in places
            for body, dates in self.dates[place].items()
            if dates[-1] > date and may_tell(own, body)
        )


def _says_no_place(department: str) -> bool:
    """Return whether a department names its level alone: 市财政局 of two letters are two, 市中区教育局 says where."""
    return department.startswith(LEVEL_WORDS) and not load_places().prefix(department)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Threads:
    """The threads as they grow: of things, and of wordings that name none."""

    places: _Places
    things: Mapping[str, EntityRow]
    names: Mapping[str, Sequence[str]]
    """The ids of things by name."""
    same: Mapping[str, str]
    """The thing of which another is only a further name: as of `one_thing`."""
    measured: Mapping[str, Measure]
    """What promises of a number count, by commitment_id."""
    texts: Mapping[str, str]
    spoken_of: frozenset[str]
    """The promises that later letters speak of, and those that do so, by commitment_id."""
    of_promise: dict[str, list[_Thread]] = field(default_factory=lambda: defaultdict(list))
    """The threads of each of them."""
    named: dict[_Key, _Thread] = field(default_factory=dict)
    worded: dict[_Key, _Thread] = field(default_factory=dict)

    def add_promises(
        self, commitments: Iterable[CommitmentRow], carried: frozenset[tuple[str, str, str]]
    ) -> None:
        """Add rows of commitments.csv; `carried`: (thing, letter, sentence) where it is only carried out."""
        before: CommitmentRow | None = None
        said: list[tuple[str, Respect]] = []
        for row in commitments:
            goes_on = before is not None and before.sentence_id == row.sentence_id
            said = self._promised(row, said if goes_on else ())
            for thing, respect in said:
                of_whole = not respect.stage  # relations carry out or support the thing, not a stage to come
                may_be_carried = of_whole and (respect.brings or self.things[thing].kind == _CARRIED_KIND)
                of_result = not may_be_carried or (thing, row.letter_id, row.sentence_id) not in carried
                step = promise_step(row, of_result=of_result, brings=respect.brings or bool(row.outcome))
                self._promise(self._of_thing(thing, row.letter_id, respect.stage), step)
            if not said:
                self._promise(self._of_wording(row), promise_step(row))
            before = row

    def _promise(self, thread: _Thread, step: Step) -> None:
        thread.promises.append(step)
        if step.claim_id in self.spoken_of:
            self.of_promise[step.claim_id].append(thread)

    def _promised(
        self, row: CommitmentRow, before: Sequence[tuple[str, Respect]]
    ) -> list[tuple[str, Respect]]:
        """The things that a promise is about; one that it only stands beside (加快形成新质生产力) is none.

        `before`: those of the promise before it in its sentence, whose stage it goes on with.
        """
        stages = {thing: respect.stage for thing, respect in before}
        found = []
        for one in row.object_ids:
            if one in self.things:
                respect = respect_of(row.what, self.names_of(one))
                stage = respect.stage if respect.named else stages.get(one, "")
                goes_on = is_under_way_shortly(row, self.names_of(one))
                if respect.about or goes_on or reports_shortly(row):
                    brings = respect.brings or (goes_on and not respect.named)
                    found.append((one, respect._replace(stage=stage, brings=brings)))
        if not found and tells_result(row):
            return [(one, respect) for one, respect in before if respect.brings]
        return found or [(one, respect_of(row.what, self.names_of(one))) for one in self._printed(row)]

    def _printed(self, row: CommitmentRow) -> Sequence[str]:
        """The thing of the same place whose name is the object of a promise, where it was not seen to be one."""
        words = without_verbs(row)
        for end in range(len(words), LEAST_NAME - 1, -1):
            for one in self.names.get(words[:end], ()):
                home = self.places.homes.get(row.letter_id)
                if home in {self.places.homes.get(letter_id) for letter_id in self.things[one].letter_ids}:
                    return (one,)
        return ()

    def names_of(self, thing_id: str) -> tuple[str, ...]:
        """The names of a thing."""
        thing = self.things[thing_id]
        return (thing.name, *thing.aliases, thing.short_name)

    def add_told(self, told: Iterable[Told]) -> None:
        """Add what sentences tell of things; what gives up the plan of a thing gives up the thing."""
        plans = self._plans()
        for one in told:
            if not (one.achieved and one.status and one.thing in self.things):
                continue
            of_plan = plans.get(one.thing, ()) if one.outcome else ()
            for thing in (one.thing, *of_plan):
                thread, step = self._of_thing(thing, one.letter_id, one.stage), told_step(one)
                thread.told.append(step)
                if not one.in_words:
                    thread.related.append(step)

    def add_retold(self, told: Mapping[str, Sequence[Retold]]) -> None:
        """Add what later letters say of promises in their words, where no name or number says it."""
        linked: set[str] = set()
        for promise, sayings in sorted(told.items(), key=lambda one: not self._is_planned(one[0])):
            for thread in self.of_promise[promise]:
                for one in sayings:
                    linked |= add_saying(
                        promise, thread.promises, thread.told, one, named=thread.title in self.names
                    )
        for key, thread in [*self.worded.items()]:
            promised = [step.claim_id for step in thread.promises]
            elsewhere = all(one in linked and len(self.of_promise[one]) == 1 for one in promised)
            if promised and elsewhere and not thread.told and not any(one in told for one in promised):
                del self.worded[key]

    def _is_planned(self, promise: str) -> bool:
        """Whether a promise is of what is to come: what keeps it is told before how far what is under way is."""
        steps = (step for thread in self.of_promise[promise] for step in thread.promises)
        return any(step.claim_id == promise and step.status == "planned" for step in steps)

    def _plans(self) -> Mapping[str, Sequence[str]]:
        """The things by the plan that bears their name: X by X建设计划."""
        bare = {thing.entity_id: _plan_pattern().sub("", thing.name) for thing in self.things.values()}
        return {
            one: self.names[name]
            for one, name in bare.items()
            if name != self.things[one].name and name in self.names
        }

    def _of_thing(self, told_of: str, letter_id: str, stage: str) -> _Thread:
        thing_id = self.same.get(told_of, told_of)
        thing = self.things[thing_id]
        place = self.places.of_thing(thing, letter_id)
        key = (thing_id, place, stage) if stage else (thing_id, place)
        if key not in self.named:
            self.named[key] = _Thread(thing.name + stage, [thing_id])
        self.named[key].add_about([told_of])
        return self.named[key]

    def _of_wording(self, row: CommitmentRow) -> _Thread:
        measure = self.measured.get(row.commitment_id)
        if measure is not None:
            return self._of_measure(row, measure)
        wording, shared = _wording(row)
        key = wording, self.places.homes.get(row.letter_id, row.letter_id) if shared else row.letter_id
        if key not in self.worded:
            self.worded[key] = _Thread(self._title(row))
        self.worded[key].add_about(row.object_ids)
        return self.worded[key]

    def _title(self, row: CommitmentRow) -> str:
        return title_of(row, paragraph_before(self.texts.get(row.letter_id, ""), row.start))

    def _of_measure(self, row: CommitmentRow, measure: Measure) -> _Thread:
        if measure.key not in self.worded:
            self.worded[measure.key] = _Thread(self._title(row), told=list(measure.steps()))
        self.worded[measure.key].add_about(row.object_ids)
        return self.worded[measure.key]


def _no_threads(
    entities: Iterable[EntityRow],
    places: _Places,
    measured: Mapping[str, Measure],
    spoken_of: frozenset[str],
    texts: Mapping[str, str],
) -> _Threads:
    """Return what threads are to be about, as yet without any."""
    known = {row.entity_id: row for row in entities if row.kind in THINGS}
    same = one_thing(known.values(), lambda letter_id: places.homes.get(letter_id, letter_id))
    things = with_other_names(known, same)
    names: dict[str, list[str]] = defaultdict(list)
    for thing in things.values():
        names[thing.name].append(thing.entity_id)
    return _Threads(
        places=places,
        things=things,
        names=names,
        same=same,
        measured=measured,
        texts=texts,
        spoken_of=spoken_of,
    )


def _spoken_of(again: Mapping[str, Sequence[Retold]]) -> frozenset[str]:
    claims = (row.commitment_id for told in again.values() for one in told for row in one.claims)
    return frozenset((*again, *claims))


def _wording(row: CommitmentRow) -> tuple[str, bool]:
    """Return what the same promise has in common in several letters, and whether it says enough to be the same there.

    It is the quoted words, else the bigrams without the cue and the verbs before its object: 争取构建X, 不再建设X.
    """
    quoted = _QUOTED.findall(row.what)
    if quoted:
        return "”".join(quoted), True
    found, of_object = bigrams(without_cue(row)), bigrams(without_verbs(row))
    told = " ".join(sorted(of_object if len(of_object) >= LEAST_BIGRAMS else found))
    return told or row.what, len(found) >= LEAST_SHARED


@cache
def _plan_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_outcome_word('noun')}+$")


def _develops(told: Iterable[Step]) -> bool:
    statuses, letters = {step.status for step in told}, {step.letter_id for step in told}
    return len(statuses) > 1 and len(letters) > 1


def _thread_id(key: _Key) -> str:
    return "t" + hashlib.sha256("|".join(key).encode(errors="surrogatepass")).hexdigest()[:12]


def _row(thread: _Thread, key: _Key, places: _Places, named_in: Sequence[str] | None = None) -> ThreadRow:
    """The row of a thread; `named_in`: the letters that name its thing, None where it has none."""
    steps = with_told(thread.promises, thread.told)
    promises = [step for step in steps if step.promised]
    letter_ids = tuple(dict.fromkeys([step.letter_id for step in steps]))
    dates = [step.date for step in steps if step.date]
    worded = [step.letter_id for step in steps if step.worded]
    speaking = letter_ids if named_in is None else [*named_in, *worded]
    where = places.named(speaking)
    last = max([places.replies.get(one, "") for one in speaking], default="")
    course, due = course_of(steps), due_of(promises)
    untold = "" if due and _speaks_after(steps, last, due) else due
    retold_by = [step for step in steps if step.worded]
    return ThreadRow(
        thread_id=_thread_id(key),
        course=course,
        title=thread.title,
        about_ids=tuple(sorted(thread.about)),
        places=where,
        commitment_ids=tuple([step.claim_id for step in promises]),
        reports_on=_taken_up(promises),
        evidence_ids=tuple(
            [step.claim_id for step in steps if not (step.promised or step.counted or step.worded)]
        ),
        figure_ids=tuple([step.claim_id for step in steps if step.counted]),
        letter_ids=letter_ids,
        first_date=dates[0] if dates else "",
        last_date=dates[-1] if dates else "",
        last_mentioned=last,
        silent_letters=places.later(where, letter_ids, last) if named_in is not None and last else None,
        due=due,
        overdue_as_of=overdue_as_of(course, untold, places.latest),
        sentence_ids=tuple([step.claim_id for step in retold_by]),
        sentences_say=tuple([says(step) for step in retold_by]),
    )


def _speaks_after(steps: Sequence[Step], last: str, due: str) -> bool:
    """Whether a letter speaks of the promise when it was due already, in words that are not understood.

    Then nothing is known of how it went; one that promises it again, or has it under way, tells that it is not there.
    """
    understood = {step.letter_id for step in steps if step.status}
    unread = [step.date for step in steps if step.letter_id not in understood]
    told = max((step.date for step in steps), default="")
    return any(date[: len(due)] > due for date in unread) or (last > told and last[: len(due)] > due)


def _named_in(thing: EntityRow, printed: Collection[str], place: str, places: _Places) -> Sequence[str]:
    """Return the letters that name a thing: those of the thread's place, where it has one, else of the thing's."""
    homes = {place} if place else {places.homes.get(one) for one in thing.letter_ids}
    unseen = (
        one for one in sorted(printed) if one not in thing.letter_ids and places.homes.get(one) in homes
    )
    return [*(one for one in thing.letter_ids if not place or places.homes.get(one) == place), *unseen]


def _taken_up(promises: Iterable[Step]) -> tuple[str, ...]:
    """Return for each promise, in order, the last one of an earlier date, or `NONE`.

    2024 is no earlier than 2024-05: which letter came first is not known.
    """
    found = []
    earlier = latest = NONE
    date = ""
    for step in promises:
        if date and not step.date.startswith(date):
            earlier = latest
        found.append(earlier if step.date else NONE)
        date, latest = step.date, step.claim_id
    return tuple(found)
