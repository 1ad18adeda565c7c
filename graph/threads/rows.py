"""What became of each promise: the rows of tables/threads.csv, which `fuwen promises` and graph.ttl tell.

Silence is told apart from a refusal: a later letter of the same place that does not name the thing says nothing about
it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ..storage.spool import Shelf
from ..tables.claim_records import CommitmentRow, FigureRow, ThreadRow
from ..tables.graph_tables import EntityRow, LetterRow, SentenceRow
from .courses import course_of, due_of, overdue_as_of
from .later_letters import Bodies
from .measures import measures
from .parts import BUCKETS, Opening, Part, Parts
from .places import Places
from .printed_names import letters_printing
from .retelling import LetterGroup, Retelling, letter_groups, retold
from .sayings import Sayings, says
from .steps import Step, Told, with_told
from .things import Things, thing_letters

NONE = "none"
"""Stands in `reports_on` for a promise that takes up no earlier one."""


def _here(groups: Sequence[LetterGroup]) -> Iterator[Sequence[Retelling]]:
    return map(retold, groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What threads are made with: the `shelf` on which steps wait, and who has `retold` done, group after group."""

    shelf: Shelf = field(default_factory=Shelf)
    retell: Callable[[Sequence[LetterGroup]], Iterable[Sequence[Retelling]]] = _here


def thread_rows(
    commitments: Sequence[CommitmentRow],
    told: Sequence[Told],
    letters: Iterable[LetterRow],
    entities: Sequence[EntityRow],
    texts: Mapping[str, str] | None = None,
    figures: Sequence[FigureRow] = (),
    sentences: Sequence[SentenceRow] = (),
    means: Means | None = None,
) -> Sequence[ThreadRow]:
    """Return the rows of tables/threads.csv, sorted by id: every row of commitments.csv is in one or more.

    A thread without a promise is of a thing of which several letters say different things. `texts` by letter_id: a
    letter that prints the name of a thing speaks of it, even where the name was not seen. `figures` tell how far what
    is to be reached is, `sentences` what later letters say of a promise in its words. The steps of a large build are
    not in memory together. Raises `ExportError` where the temporary folder is full.
    """
    letters, texts, means = [*letters], texts or {}, means or Means()
    places = Places.of(letters)
    groups = letter_groups(commitments, sentences, Bodies.of(letters, places.homes), texts)
    again = _again(means.retell(groups))
    measured = measures(commitments, figures, places.homes)
    things = Things.of(entities, places)
    parts = Parts(things, measured, again, texts, means.shelf)
    parts.add_promises(commitments, told)
    parts.add_told(told)
    del again, measured
    return means.shelf.rows(ThreadRow, _rows(parts, things, places, texts))


def _again(found: Iterable[Sequence[Retelling]]) -> Mapping[str, Retelling]:
    """What is said of each promise in all groups, by its commitment_id."""
    again: dict[str, Retelling] = {}
    for one in (one for some in found for one in some):
        before = again.get(one.promise)
        again[one.promise] = (
            one._replace(first=before.first, sayings=before.sayings + one.sayings) if before else one
        )
    return again


@dataclass(frozen=True, slots=True)
class _Thread:
    """What is said of one thing or in one wording."""

    thread_id: str
    opening: Opening
    about: frozenset[str]
    promises: list[Step] = field(default_factory=list)
    told: list[Step] = field(default_factory=list)
    related: list[Step] = field(default_factory=list)
    """Those told by typed relations."""
    linked: set[str] = field(default_factory=set)
    """Claims of other threads that are steps of this one by what later letters say."""
    withdrawn_with: tuple[str, ...] = ()
    """A thread of a wording is none where all these claims, its only ones, are linked to others."""

    def is_followed(self) -> bool:
        """Return whether there is something to follow: a promise, or a thing of which letters say different things."""
        return bool(self.promises) or (bool(self.related) and _develops(self.told))

    def is_withdrawn(self, linked: set[str]) -> bool:
        """Return whether all that is promised is linked to other threads."""
        return bool(self.withdrawn_with) and linked.issuperset(self.withdrawn_with)


def _threads(parts: Iterable[Part]) -> list[_Thread]:
    """Return the threads of a bucket, by id."""
    by_thread: dict[str, list[Part]] = {}
    for part in parts:
        by_thread.setdefault(part.thread_id, []).append(part)
    return [_thread(own) for _, own in sorted(by_thread.items())]


def _thread(parts: Sequence[Part]) -> _Thread:
    opening = next(part.opening for part in parts if part.opening)
    promised = [part for part in parts if part.step.promised]
    told = [part.step for part in parts if not part.step.promised]
    sayings = Sayings([part.step for part in promised], [*opening.counted, *told], named=opening.named)
    spoken = [(part.step, part.retelling) for part in promised if part.retelling]
    # what keeps what is to come is told before how far what is under way is
    for step, one in sorted(
        spoken, key=lambda one: (one[0].status != "planned", one[1].first, one[1].promise)
    ):
        for saying in one.sayings:
            sayings.add(step.claim_id, saying)
    elsewhere = not (opening.thing or sayings.told or spoken) and all(part.alone for part in promised)
    return _Thread(
        thread_id=parts[0].thread_id,
        opening=opening,
        about=frozenset(one for part in parts for one in part.about) | {opening.thing} - {""},
        promises=sayings.promises,
        told=sayings.told,
        related=[part.step for part in parts if part.related],
        linked=sayings.linked,
        withdrawn_with=tuple(part.step.claim_id for part in promised) if elsewhere else (),
    )


def _develops(told: Iterable[Step]) -> bool:
    statuses, letters = {step.status for step in told}, {step.letter_id for step in told}
    return len(statuses) > 1 and len(letters) > 1


def _linked(parts: Parts) -> set[str]:
    """The claims that are steps of other threads than their own: of those that later letters speak of again."""
    found: set[str] = set()
    for some in map(parts.of, range(BUCKETS)):
        spoken = {part.thread_id for part in some if part.retelling}
        for thread in _threads(part for part in some if part.thread_id in spoken):
            found |= thread.linked
    return found


def _rows(parts: Parts, things: Things, places: Places, texts: Mapping[str, str]) -> Iterator[ThreadRow]:
    """Yield the rows, bucket by bucket. What is linked across threads is found before."""
    linked = _linked(parts)
    printed = letters_printing({one: things.names_of(one) for one in sorted(parts.followed)}, texts)
    for bucket in range(BUCKETS):
        for thread in _threads(parts.of(bucket)):
            if thread.is_followed() and not thread.is_withdrawn(linked):
                about, named_in = thread.opening, None
                if about.thing:
                    thing, letters = things.known[about.thing], printed.get(about.thing, ())
                    named_in = thing_letters(thing, letters, about.place, places)
                yield _row(thread, places, named_in)


def _row(thread: _Thread, places: Places, named_in: Sequence[str] | None) -> ThreadRow:
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
        thread_id=thread.thread_id,
        course=course,
        title=thread.opening.title,
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
