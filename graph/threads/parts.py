"""Of which threads it is what letters say: every saying becomes a part of one, in the bucket of that thread.

A thread is about one thing (or, unnamed, about one wording), and about one place: what two cities promise of the same
national plan are two promises.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import msgspec

from ..relate.figures.likeness import LEAST_BIGRAMS, bigrams
from ..storage.buckets import Buckets
from ..storage.spool import Shelf
from ..tables.claim_records import CommitmentRow
from .clauses.respects import Respect, without_cue, without_verbs
from .clauses.topics import paragraph_before, title_of
from .measures import Measure
from .retelling import Retelling
from .steps import Step, Told, carried_out, promise_step, told_step
from .things import Things

BUCKETS = 64
"""Each takes some hundred KB of a thousand letters."""
LEAST_SHARED = 5
"""Bigrams of a wording that is one promise in several letters: 征求意见 (3) is asked for on any matter."""
_DIGITS = 12
"""Hex digits of the id of a thread."""
_QUOTED = re.compile(r"[“《]([^”》]{4,})[”》]")
_Key = tuple[str, ...]
"""Thing or wording, place, and where it is a further one the stage of the thing: what makes a thread one."""


class Opening(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """What a thread is about: its thing and place where it has one, else both empty. `named`: its title is a name.

    `counted`: the figures that tell how far what is to be reached is, as steps.
    """

    title: str
    thing: str = ""
    place: str = ""
    named: bool = False
    counted: tuple[Step, ...] = ()


class Part(msgspec.Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """A step of a thread, the first of which brings its opening along; `about`: the things of which it is told.

    `related`: told by a typed relation. Of a promise `alone` says that it is in no other thread, `retelling` what later
    letters say of it.
    """

    thread_id: str
    step: Step
    about: tuple[str, ...]
    related: bool = False
    alone: bool = False
    retelling: Retelling | None = None
    opening: Opening | None = None


class Parts:
    """The parts of all threads, in buckets: every thread of one has a smaller id than any of the next."""

    def __init__(
        self,
        things: Things,
        measured: Mapping[str, Measure],
        retold: Mapping[str, Retelling],
        texts: Mapping[str, str],
        shelf: Shelf,
    ) -> None:
        """Take what promises of a number count, and what later letters say of promises, both by commitment_id."""
        self._things = things
        self._measured = measured
        self._retold = retold
        self._texts = texts
        self._buckets: Buckets[Part] = Buckets(Part, BUCKETS, shelf)
        self._opened: dict[int, str] = {}
        """The status of the first step of each thread."""
        self.followed: set[str] = set()
        """The things that are promised, or of which different things are told: of others there is nothing to follow."""

    def of(self, bucket: int) -> list[Part]:
        """Return the parts of a bucket, those of each thread in the order in which they came."""
        return self._buckets.of(bucket)

    def add_promises(self, commitments: Iterable[CommitmentRow], told: Sequence[Told]) -> None:
        """Add rows of commitments.csv; `told` as for `add_told`.

        Raises `ExportError` where the temporary folder is full.
        """
        carried = carried_out(told)
        before: CommitmentRow | None = None
        said: list[tuple[str, Respect]] = []
        for row in commitments:
            goes_on = before is not None and before.sentence_id == row.sentence_id
            said = self._things.promised(row, said if goes_on else ())
            for thing, respect in said:
                may_be_carried = self._things.may_be_carried(thing, respect)
                of_result = not may_be_carried or (thing, row.letter_id, row.sentence_id) not in carried
                step = promise_step(row, of_result=of_result, brings=respect.brings or bool(row.outcome))
                self._add_of_thing(thing, respect.stage, step, alone=len(said) == 1)
            if not said:
                self._add_worded(row)
            before = row

    def add_told(self, told: Iterable[Told]) -> None:
        """Add what sentences tell of things; what gives up the plan of a thing gives up the thing.

        Raises `ExportError` where the temporary folder is full.
        """
        plans = self._things.plans()
        for one in told:
            if not (one.achieved and one.status and one.thing in self._things.known):
                continue
            of_plan = plans.get(one.thing, ()) if one.outcome else ()
            for thing in (one.thing, *of_plan):
                self._add_of_thing(thing, one.stage, told_step(one), related=not one.in_words)

    def _add_of_thing(
        self, told_of: str, stage: str, step: Step, *, related: bool = False, alone: bool = False
    ) -> None:
        thing = self._things.same.get(told_of, told_of)
        place = self._things.place_of(thing, step.letter_id)

        def opening() -> Opening:
            title = self._things.known[thing].name + stage
            return Opening(title=title, thing=thing, place=place, named=title in self._things.ids)

        key = (thing, place, stage) if stage else (thing, place)
        self._add(key, step, (told_of,), opening, thing=thing, related=related, alone=alone)

    def _add_worded(self, row: CommitmentRow) -> None:
        """Add a promise that names no thing."""
        measure = self._measured.get(row.commitment_id)

        def opening() -> Opening:
            title = title_of(row, paragraph_before(self._texts.get(row.letter_id, ""), row.start))
            counted = tuple(measure.steps()) if measure else ()
            return Opening(title=title, named=title in self._things.ids, counted=counted)

        key = self._of_wording(row) if measure is None else measure.key
        self._add(key, promise_step(row), row.object_ids, opening, alone=True)

    def _of_wording(self, row: CommitmentRow) -> _Key:
        wording, shared = _wording(row)
        return wording, self._things.places.home(row.letter_id) if shared else row.letter_id

    def _add(
        self,
        key: _Key,
        step: Step,
        about: tuple[str, ...],
        opening: Callable[[], Opening],
        *,
        thing: str = "",
        related: bool = False,
        alone: bool = False,
    ) -> None:
        """Add a part; what opens its thread is made where it is the first."""
        digits = hashlib.sha256("|".join(key).encode(errors="surrogatepass")).hexdigest()[:_DIGITS]
        number = int(digits, 16)
        part = Part(
            thread_id=f"t{digits}",
            step=step,
            about=about,
            related=related,
            alone=alone,
            retelling=self._retold.get(step.claim_id) if step.promised else None,
            opening=None if number in self._opened else opening(),
        )
        if thing and (step.promised or self._opened.get(number, step.status) != step.status):
            self.followed.add(thing)
        self._opened.setdefault(number, step.status)
        self._buckets.add(number * BUCKETS // 16**_DIGITS, part)


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
