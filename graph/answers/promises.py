"""What became of each promise: its statuses over the letters, in order of date (`fuwen promises`).

A thread is about one thing (or, unnamed, about one wording). Silence is told apart from a refusal: a later letter
of the same place that does not name the thing says nothing about it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from ..relate.figures.likeness import bigrams
from ..tables.claim_records import CommitmentRow
from ..tables.graph_tables import EdgeRow, EntityRow, EvidenceRow, LetterRow, MentionRow

Course = Literal["kept", "late", "missed", "refused", "back", "forward", "open", "done", "unclear"]
"""kept, late, missed, refused: a letter reports so, or a later one tells that it is done; back: a later letter only
promises what an earlier one had under way; forward: from planned to ongoing; open: still promised; done: only ever
done; unclear: a letter without a date says done."""

_ACHIEVED_BY = frozenset({"established", "issued", "designated_as", "hosts", "signed", "located_in"})
"""Relations whose target (of located_in: source) comes about by them."""
_CARRIED_OUT_BY = frozenset({"implements", "supports", "operates"})
"""Relations with a thing that is there: a promise to carry out a plan takes nothing back."""
_REPORTED: tuple[Course, ...] = ("refused", "missed", "late", "kept")
_THINGS = frozenset({"fund", "platform", "policy"})
_ORDER = {"planned": 0, "ongoing": 1, "done": 2}
_QUOTED = re.compile(r"[“《]([^”》]{4,})[”》]")
_WORDS_BEFORE = re.compile(r"[^，。；：、（）“”《》]{0,12}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What one letter says of the promised thing: status, outcome, the words before its name, and the sentence.

    `of_result` is False where a thing that is there is only to be carried out (全面完成《…行动方案》).
    """

    letter_id: str
    date: str
    status: str
    outcome: str
    words: str
    due: str
    sentence_id: str
    start: int
    end: int
    quote: str
    claim_id: str
    of_result: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One promise over the letters. `silent` are later letters of the same place that do not name the thing."""

    thread_id: str
    object_id: str
    title: str
    course: Course
    steps: tuple[Step, ...]
    last_mentioned: str
    silent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseTables:
    """The tables that promises are read from; every part may be any sequence of rows."""

    letters: Sequence[LetterRow]
    entities: Sequence[EntityRow]
    mentions: Sequence[MentionRow]
    edges: Sequence[EdgeRow]
    evidence: Sequence[EvidenceRow]
    commitments: Sequence[CommitmentRow] = field(default=())


def promise_threads(tables: PromiseTables, *, about: str = "", since: str = "") -> tuple[Thread, ...]:
    """Return the promise threads, those of several letters first, then by title.

    `about`: only threads whose thing or wording holds this text, in its name or an alias. `since`: only threads
    that a letter of this year (yyyy) or later speaks of; undated letters count as later.
    """
    entities = {row.entity_id: row for row in tables.entities}
    threads = [*_named_threads(tables, entities), *_unnamed_threads(tables.commitments)]
    chosen = [
        thread
        for thread in threads
        if (not about or _is_about(thread, entities.get(thread.object_id), about))
        and (not since or speaks_since(thread, since) or any(not step.date for step in thread.steps))
    ]
    return tuple(sorted(chosen, key=lambda thread: (-_letters_of(thread), thread.title, thread.thread_id)))


def speaks_since(thread: Thread, since: str) -> bool:
    """Whether a dated letter of this year (yyyy) or later speaks of it."""
    return any(step.date and step.date[: len(since)] >= since for step in thread.steps)


def history(thread: Thread) -> str:
    """Return the thread in one line: 2023-05 探索建设 → 2024-08 构建 → 2025-10 争取构建; 此后未再提及 (1)."""
    told: dict[str, list[str]] = {}
    for step in thread.steps:
        told.setdefault(step.date[:7] or "日期不详 undated", []).append(step.words or step.status)
    line = " → ".join(f"{date} {'、'.join(dict.fromkeys(words))}" for date, words in told.items())
    return line + (f"；此后未再提及 not mentioned since ({len(thread.silent)})" if thread.silent else "")


PROMISE_COLUMNS = (
    "promise",
    "course",
    "letter_id",
    "date",
    "status",
    "outcome",
    "due",
    "words",
    "quote",
    "start",
    "end",
)


def promise_rows(threads: Iterable[Thread]) -> Iterator[tuple[str, ...]]:
    """Yield one row per step (columns `PROMISE_COLUMNS`), and one with status `not_mentioned` per silent letter."""
    for thread in threads:
        for step in thread.steps:
            yield (
                thread.title,
                thread.course,
                step.letter_id,
                step.date,
                step.status,
                step.outcome,
                step.due,
                step.words,
                " ".join(step.quote.split()),
                str(step.start),
                str(step.end),
            )
        for letter_id in thread.silent:
            yield (thread.title, thread.course, letter_id, "", "not_mentioned", "", "", "", "", "", "")


def _named_threads(tables: PromiseTables, entities: Mapping[str, EntityRow]) -> Iterator[Thread]:
    steps: dict[str, list[Step]] = defaultdict(list)
    promised: set[str] = set()
    carried_out = _carried_out(tables)
    for row in tables.commitments:
        for object_id in row.object_ids:
            if object_id in entities and entities[object_id].kind in _THINGS:
                of_result = (object_id, row.letter_id, row.sentence_id) not in carried_out
                steps[object_id].append(_promise_step(row, of_result=of_result))
                promised.add(object_id)
    for object_id, step in _claim_steps(tables, entities):
        if not any(_same_statement(step, other) for other in steps[object_id]):
            steps[object_id].append(step)
    named_in = _letters_naming(tables.mentions)
    for object_id in sorted(steps):
        thread = _thread(object_id, entities[object_id].name, steps[object_id])
        statuses = {step.status for step in thread.steps}
        if object_id in promised or (len(statuses) > 1 and _letters_of(thread) > 1):
            yield _with_silence(thread, tables.letters, named_in.get(object_id, frozenset()))


def _same_statement(one: Step, two: Step) -> bool:
    return (one.letter_id, one.sentence_id, one.status) == (two.letter_id, two.sentence_id, two.status)


def _claim_steps(tables: PromiseTables, entities: Mapping[str, EntityRow]) -> Iterator[tuple[str, Step]]:
    """What typed relations tell of a thing: 成功设立X says that X is done. One step per sentence and status."""
    edges = {row.edge_id: row for row in tables.edges}
    ends = _mention_ends(tables.mentions)
    seen: set[tuple[str, str, str, str]] = set()
    for row in tables.evidence:
        edge = edges[row.edge_id]
        if edge.relation not in _ACHIEVED_BY or not row.status or row.start is None or row.end is None:
            continue
        thing = edge.source if edge.relation == "located_in" else edge.target
        key = (thing, row.letter_id, row.sentence_id, row.status)
        if thing not in entities or entities[thing].kind not in _THINGS or key in seen:
            continue
        seen.add(key)
        at = row.source_start if thing == edge.source else row.target_start
        yield thing, _claim_step(row, at, ends.get(row.letter_id, ()))


def _claim_step(row: EvidenceRow, at: int | None, ends: Sequence[int]) -> Step:
    start, end = row.start or 0, row.end or 0
    return Step(
        letter_id=row.letter_id,
        date=row.date,
        status=row.status,
        outcome="",
        words=_words_before(row, at, ends) or row.cue,
        due="",
        sentence_id=row.sentence_id,
        start=start,
        end=end,
        quote=row.quote,
        claim_id=row.evidence_id,
    )


def _words_before(row: EvidenceRow, at: int | None, ends: Sequence[int]) -> str:
    """The words right before the thing's name (成功设立), from the last mark or name on."""
    if at is None or row.start is None:
        return ""
    named = ends[bisect_right(ends, at) - 1] if ends and ends[0] <= at else 0
    begin = max(row.start, named)
    before = _WORDS_BEFORE.search(row.quote[begin - row.start : at - row.start].rstrip("“《"))
    return "".join(before[0].split()) if before else ""


def _mention_ends(mentions: Iterable[MentionRow]) -> Mapping[str, Sequence[int]]:
    ends: dict[str, list[int]] = defaultdict(list)
    for row in mentions:
        ends[row.letter_id].append(row.end)
    return {letter_id: sorted(found) for letter_id, found in ends.items()}


def _carried_out(tables: PromiseTables) -> frozenset[tuple[str, str, str]]:
    """(thing, letter, sentence) where a thing is only carried out or supported, not brought about."""
    edges = {row.edge_id: row for row in tables.edges}
    found: dict[bool, set[tuple[str, str, str]]] = {True: set(), False: set()}
    for row in tables.evidence:
        edge = edges[row.edge_id]
        if edge.relation in _CARRIED_OUT_BY | _ACHIEVED_BY:
            key = (edge.target, row.letter_id, row.sentence_id)
            found[edge.relation in _CARRIED_OUT_BY].add(key)
    return frozenset(found[True] - found[False])


def _promise_step(row: CommitmentRow, *, of_result: bool = True) -> Step:
    return Step(
        letter_id=row.letter_id,
        date=row.date,
        status=row.status,
        outcome=row.outcome,
        words=row.what,
        due=row.due,
        sentence_id=row.sentence_id,
        start=row.start,
        end=row.end,
        quote=row.quote,
        claim_id=row.commitment_id,
        of_result=of_result,
    )


def _unnamed_threads(commitments: Iterable[CommitmentRow]) -> Iterator[Thread]:
    """Promises that name nothing: one thread per wording."""
    grouped: dict[tuple[str, ...], list[CommitmentRow]] = defaultdict(list)
    for row in commitments:
        if not row.object_ids:
            grouped[_wording(row)].append(row)
    for rows in grouped.values():
        yield _thread("", rows[0].what, [_promise_step(row) for row in rows])


def _wording(row: CommitmentRow) -> tuple[str, ...]:
    """What the same promise has in common in several letters: its quoted words, else its bigrams without the cue."""
    quoted = tuple(_QUOTED.findall(row.what))
    if quoted:
        return quoted
    bare = row.what
    for cue in reversed(row.cue.split("/")):
        bare = bare.removeprefix(cue)
    return tuple(sorted(bigrams(bare)))


def _thread(object_id: str, title: str, steps: Sequence[Step]) -> Thread:
    ordered = tuple(
        sorted(steps, key=lambda step: (step.date or "9999", step.letter_id, step.start, step.claim_id))
    )
    return Thread(
        thread_id=f"promise/{object_id or ordered[0].claim_id}",
        object_id=object_id,
        title=title,
        course=_course(ordered),
        steps=ordered,
        last_mentioned=ordered[-1].date,
    )


def _course(steps: Sequence[Step]) -> Course:
    """How the promise went; what a letter itself reports (late, missed) counts before what the statuses tell."""
    outcomes = {step.outcome for step in steps}
    reported = next((outcome for outcome in _REPORTED if outcome in outcomes), None)
    if reported:
        return reported
    if all(step.status == "done" for step in steps):
        return "done"
    if any(not step.date and step.status == "done" for step in steps):
        return "unclear"
    return _course_of_ranks(_ranks_by_date(steps))


def _ranks_by_date(steps: Iterable[Step]) -> list[int]:
    """The furthest status of each dated letter (planned 0, ongoing 1, done 2), in order of date."""
    by_date: dict[str, int] = {}
    for step in steps:
        if step.date and step.of_result and step.status in _ORDER:
            by_date[step.date] = max(by_date.get(step.date, 0), _ORDER[step.status])
    return [by_date[date] for date in sorted(by_date)]


def _course_of_ranks(ranks: Sequence[int]) -> Course:
    if any(later < earlier for earlier, later in pairwise(ranks)):
        return "back"
    if not ranks or ranks[-1] < _ORDER["done"]:
        return "forward" if ranks and ranks[-1] > ranks[0] else "open"
    return "kept" if ranks[0] < ranks[-1] else "done"


def _with_silence(thread: Thread, letters: Sequence[LetterRow], named_in: frozenset[str]) -> Thread:
    """Add the later dated letters of the same places that do not name the thing at all."""
    places = {row.jurisdiction for row in letters if row.letter_id in named_in and row.jurisdiction}
    dates = [row.reply_date for row in letters if row.letter_id in named_in and row.reply_date]
    last = max(dates, default="")
    silent = tuple(
        row.letter_id
        for row in letters
        if last and row.status == "reply" and row.reply_date > last and row.jurisdiction in places
    )
    return Thread(
        thread_id=thread.thread_id,
        object_id=thread.object_id,
        title=thread.title,
        course=thread.course,
        steps=thread.steps,
        last_mentioned=last or thread.last_mentioned,
        silent=silent,
    )


def _letters_naming(mentions: Iterable[MentionRow]) -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in mentions:
        for entity_id in row.entity_ids:
            found[entity_id].add(row.letter_id)
    return {entity_id: frozenset(letter_ids) for entity_id, letter_ids in found.items()}


def _letters_of(thread: Thread) -> int:
    return len({step.letter_id for step in thread.steps})


def _is_about(thread: Thread, entity: EntityRow | None, text: str) -> bool:
    names = (thread.title, *(entity.aliases if entity else ()), entity.short_name if entity else "")
    return any(text in name for name in names) or any(text in step.words for step in thread.steps)
