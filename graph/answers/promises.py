"""What became of each promise, for people: its steps over the letters, in order of date (`fuwen promises`).

Which promises are one, and how they went, stands in threads.csv (graph.threads.rows); here its claims are
looked up, with the words and sentences that a reader wants to see.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter

from ..link.name_keys import core
from ..relate.figures.likeness import bigrams
from ..relate.records import THINGS
from ..tables.claim_records import CommitmentRow, ThreadRow
from ..tables.graph_tables import EntityRow, EvidenceRow, GraphTables, LetterRow, MentionRow
from ..tables.stored_tables import rows_where
from ..terminal import width
from ..threads.bodies import bodies_of, may_tell
from ..threads.measures import reaching
from ..threads.sayings import SAID
from ..threads.steps import NAMED, OF_SOURCE, UNDATED, said_in

_LettersByPlace = Mapping[str, Sequence[tuple[str, LetterRow]]]
_ARROW = " → "
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
_LONGEST_WORDS = 40
"""Characters of a sentence in a history."""
_WORDS_BEFORE = re.compile(r"[^，。；：、（）“”《》,;:()!?]{0,12}$")
"""Up to a mark, full or half width."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadStep:
    """What one letter says of the promised thing: status, outcome, the words before its name, and the sentence."""

    letter_id: str
    date: str
    status: str
    outcome: str
    words: str
    due: str
    start: int
    end: int
    quote: str
    claim_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One promise over the letters. `silent` are later letters of the same places that do not name the thing.

    `object_id` is the thing, empty for a wording that names none. `due`, `overdue_as_of`: as in `ThreadRow`.
    """

    thread_id: str
    object_id: str
    title: str
    course: str
    steps: tuple[ThreadStep, ...]
    silent: tuple[str, ...] = ()
    due: str = ""
    overdue_as_of: str = ""


def promise_threads(tables: GraphTables, *, about: str = "", since: str = "") -> tuple[Thread, ...]:
    """Return the promise threads, those of several letters first, then by title.

    `about`: only threads whose thing or wording holds this text, in its name or an alias. `since`: only threads
    that a letter of this year (yyyy) or later speaks of; undated letters count as later.
    """
    entities = {row.entity_id: row for row in tables.entities}
    claims = claimed_steps(tables)
    letters = _by_place(tables.letters)
    threads = [_thread(row, claims, entities, letters) for row in tables.threads]
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
    return _ARROW.join(_told(thread)) + _behind(thread)


def history_lines(thread: Thread, widest: int) -> tuple[str, ...]:
    """Return the thread in one line, or step by step where a line is wider than `widest` columns."""
    line = history(thread)
    if width(line) <= widest:
        return (line,)
    first, *others = _told(thread)
    lines = (first, *(f"{_ARROW.lstrip()}{step}" for step in others))
    behind = _behind(thread).lstrip("；")
    return (*lines, behind) if behind else lines


def _told(thread: Thread) -> list[str]:
    """What is said of the thing, month by month."""
    told: dict[str, list[str]] = {}
    for step in thread.steps:
        told.setdefault(step.date[:7] or "日期不详 undated", []).append(step.words or step.status)
    return [f"{date} {'、'.join(dict.fromkeys(words))}" for date, words in told.items()]


def _behind(thread: Thread) -> str:
    """What is told behind the steps: until when it was due, where that is over, and who says no more of it."""
    overdue = (
        f"；应于{thread.due}，截至{thread.overdue_as_of}未见完成 due {thread.due}, "
        f"not told as done as of {thread.overdue_as_of}"
        if thread.overdue_as_of
        else ""
    )
    silent = f"；此后未再提及 not mentioned since ({len(thread.silent)})" if thread.silent else ""
    return overdue + silent


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


def claimed_steps(tables: GraphTables) -> dict[str, ThreadStep]:
    """Return what the promises, evidence, figures and sentences of the threads say, by the id of each."""
    claims = {row.commitment_id: _promise_step(row) for row in tables.commitments}
    return claims | _told_steps(tables) | _counted_steps(tables) | _worded_steps(tables)


def steps_of(row: ThreadRow, claims: Mapping[str, ThreadStep]) -> tuple[ThreadStep, ...]:
    """Return the steps of a thread that are among the claims, in order of date; undated ones last."""
    ids = (*row.commitment_ids, *row.evidence_ids, *row.figure_ids)
    steps = [claims[claim_id] for claim_id in ids if claim_id in claims]
    steps += [
        replace(claims[one], status=status, outcome=outcome, words=_part_about(row.title, claims[one].quote))
        for one, said in zip(row.sentence_ids, row.sentences_say, strict=True)
        if one in claims
        for status, outcome in [SAID.get(said, ("", ""))]
    ]
    return tuple(
        sorted(steps, key=lambda step: (step.date or UNDATED, step.letter_id, step.start, step.claim_id))
    )


def _thread(
    row: ThreadRow,
    claims: Mapping[str, ThreadStep],
    entities: Mapping[str, EntityRow],
    letters: _LettersByPlace,
) -> Thread:
    things = [one for one in row.about_ids if one in entities and entities[one].kind in THINGS]
    return Thread(
        thread_id=row.thread_id,
        object_id=next(iter(things), ""),
        title=row.title,
        course=row.course,
        steps=steps_of(row, claims),
        silent=tuple(_silent(row, letters)) if row.silent_letters else (),
        due=row.due,
        overdue_as_of=row.overdue_as_of,
    )


def _by_place(letters: Iterable[LetterRow]) -> _LettersByPlace:
    """Return the dates of the replies of every place with the replies, in order of date."""
    found: dict[str, list[tuple[str, LetterRow]]] = defaultdict(list)
    for row in letters:
        if row.status == "reply":
            found[row.jurisdiction or row.department].append((row.reply_date, row))
    return {place: sorted(dated, key=itemgetter(0)) for place, dated in found.items()}


def _silent(thread: ThreadRow, letters: _LettersByPlace) -> list[str]:
    """Return the later letters of the same bodies of the same places, which do not name the thing."""
    dated_letters = (row for dated in letters.values() for _, row in dated)
    own = frozenset(
        body for row in dated_letters if row.letter_id in thread.letter_ids for body in bodies_of(row)
    )
    later = (
        dated[bisect_right(dated, thread.last_mentioned, key=itemgetter(0)) :]
        for place in thread.places
        if (dated := letters.get(place))
    )
    return sorted({row.letter_id for some in later for _, row in some if may_tell(own, bodies_of(row))})


def _told_steps(tables: GraphTables) -> dict[str, ThreadStep]:
    """Return the steps that stand in evidence.csv, by evidence_id: 成功设立X says that X is done."""
    wanted = {evidence_id for row in tables.threads for evidence_id in row.evidence_ids}
    evidence = [*rows_where(tables.evidence, ("evidence_id",), wanted)]
    edges = rows_where(tables.edges, ("edge_id",), {row.edge_id for row in evidence})
    relations = {row.edge_id: row.relation for row in edges}
    ends = _mention_ends(rows_where(tables.mentions, ("letter_id",), {row.letter_id for row in evidence}))
    return {
        row.evidence_id: _said_step(row)
        if relations[row.edge_id] == NAMED
        else _told_step(row, relations[row.edge_id], ends.get(row.letter_id, ()))
        for row in evidence
    }


def _counted_steps(tables: GraphTables) -> dict[str, ThreadStep]:
    """Return the steps that stand in figures.csv, by figure_id: how far what is to be reached is (中试平台 82家)."""
    threads = [row for row in tables.threads if row.figure_ids]
    told = {one for row in threads for one in row.figure_ids}
    promised = {one for row in threads for one in row.commitment_ids}
    commitments = [*rows_where(tables.commitments, ("commitment_id",), promised)]
    letters = {row.letter_id for row in commitments}
    figures = [*rows_where(tables.figures, ("figure_id", "letter_id"), told | letters)]
    reached = reaching(threads, commitments, figures)
    return {
        row.figure_id: ThreadStep(
            letter_id=row.letter_id,
            date=row.date,
            status="done" if row.figure_id in reached else "ongoing",
            outcome="",
            words=f"{row.metric} {row.value}{row.unit}".strip(),
            due="",
            start=row.start,
            end=row.end,
            quote=row.quote,
            claim_id=row.figure_id,
        )
        for row in figures
        if row.figure_id in told
    }


def _worded_steps(tables: GraphTables) -> dict[str, ThreadStep]:
    """Return the steps that stand in sentences.csv, by sentence_id; what they say is told by their thread."""
    wanted = {sentence_id for row in tables.threads for sentence_id in row.sentence_ids}
    dates = {row.letter_id: row.reply_date for row in tables.letters}
    return {
        row.sentence_id: ThreadStep(
            letter_id=row.letter_id,
            date=dates.get(row.letter_id, ""),
            status="",
            outcome="",
            words="",
            due="",
            start=row.start,
            end=row.end,
            quote=row.text,
            claim_id=row.sentence_id,
        )
        for row in rows_where(tables.sentences, ("sentence_id",), wanted)
        if wanted
    }


def _part_about(title: str, sentence: str) -> str:
    """The part of a sentence that has most in common with the title of its thread, shortened where it is long."""
    words = bigrams(title)
    parts = [part for part in re.split("[。；]", "".join(sentence.split())) if part]
    part = max(parts, key=lambda part: len(words & bigrams(part)), default="")
    return part if len(part) <= _LONGEST_WORDS else part[: _LONGEST_WORDS - 1] + "…"


def _said_step(row: EvidenceRow) -> ThreadStep:
    said = said_in(row)
    return _step(row, said.status, said.outcome, said.words) if said else _step(row, "", "", "")


def _told_step(row: EvidenceRow, relation: str, ends: Sequence[int]) -> ThreadStep:
    at = row.source_start if relation in OF_SOURCE else row.target_start
    return _step(row, row.status, "", _words_before(row, at, ends) or row.cue)


def _step(row: EvidenceRow, status: str, outcome: str, words: str) -> ThreadStep:
    return ThreadStep(
        letter_id=row.letter_id,
        date=row.date,
        status=status,
        outcome=outcome,
        words=words,
        due="",
        start=row.start or 0,
        end=row.end or 0,
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


def _promise_step(row: CommitmentRow) -> ThreadStep:
    return ThreadStep(
        letter_id=row.letter_id,
        date=row.date,
        status=row.status,
        outcome=row.outcome,
        words=row.what,
        due=row.due,
        start=row.start,
        end=row.end,
        quote=row.quote,
        claim_id=row.commitment_id,
    )


def _letters_of(thread: Thread) -> int:
    return len({step.letter_id for step in thread.steps})


def _is_about(thread: Thread, entity: EntityRow | None, text: str) -> bool:
    names = (thread.title, *(entity.aliases if entity else ()), entity.short_name if entity else "")
    wanted = core(text)
    return any(wanted in core(said) for said in (*names, *(step.words for step in thread.steps)))
