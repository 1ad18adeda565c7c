"""What became of each promise, for people: its steps over the letters, in order of date (`fuwen promises`).

Which promises are one, and how they went, stands in threads.csv (graph.threads.rows); what each letter says of one is
looked up by `promise_steps`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from ..link.name_keys import core
from ..relate.records import THINGS
from ..tables.claim_records import ThreadRow
from ..tables.graph_tables import EntityRow, GraphTables, LetterRow
from ..terminal import width
from ..threads.bodies import bodies_of, may_tell
from .promise_steps import ThreadStep, claimed_steps, steps_of

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


def _letters_of(thread: Thread) -> int:
    return len({step.letter_id for step in thread.steps})


def _is_about(thread: Thread, entity: EntityRow | None, text: str) -> bool:
    names = (thread.title, *(entity.aliases if entity else ()), entity.short_name if entity else "")
    wanted = core(text)
    return any(wanted in core(said) for said in (*names, *(step.words for step in thread.steps)))
