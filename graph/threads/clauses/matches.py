"""Where a clause of a later letter holds the words of a promise: see `readings`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from ontology.promise_words import promise_words

from .numbers import other_number, share_of
from .runs import common_runs, longest_run
from .scan import classes_of
from .short_forms import CHANGING, LEAST_RUN, named_by_unit, names_of, short_form
from .topics import LEAST_TELLING, Topic, telling, without_light
from .units import OF_A_THING, is_rare, numbers_in, unit_of

_LEAST_PART = 0.75
"""Of the telling characters of a promise that stand in a clause which speaks of it."""
_LEAST_OWN = 0.6
"""The same, where its numbers stand there as well."""
_LEAST_CHUNK = 2
_WHOLE_NAME = 6
"""Characters of one run that are a name even where few of them tell it from others: 护学岗专项行动."""
_LEAST_TAIL = 3
"""Characters at the end of what is promised that say what is counted: 充电桩."""
_VALUES = re.compile(rf"{OF_A_THING}|元")
"""So are prices."""


class Match(NamedTuple):
    """The words of a promise at [start, end) of a clause."""

    start: int
    end: int
    between: tuple[str, ...]
    """The words between the parts of it."""
    again: bool
    """Whether a verb of the promise begins a part behind such words: 开放时间已延长到23时."""
    loose: bool = False
    """Whether it is only the number, and the thing that it counts."""
    numbers: tuple[str, str] | None = None
    """The number that was promised and that which is told of the same things, where they are not the same."""


def match_of(topic: Topic, clause: str) -> Match | None:
    """Return where a clause speaks of a topic, None where it does not, or of another of its sort."""
    found, short = _match_of_words(topic, clause), _short_match(topic, clause)
    return short if short and (found is None or short.end > found.end) else found


def _short_match(topic: Topic, clause: str) -> Match | None:
    """Where a clause speaks of a topic by a short form of its name, or counts in a unit that little is counted in."""
    numbers = other_number(topic, clause)
    share = share_of(topic, clause) if numbers else None
    if share:
        return Match(*share, (), again=False, numbers=numbers)
    if numbers and is_rare(unit_of(numbers[0])):
        counted = named_by_unit(topic, clause)
        return Match(*counted, (), again=False, numbers=numbers) if counted else None
    if _counts_in(topic, clause) is None:
        return None
    for name in names_of(topic):
        found = short_form(name, clause, topic.home)
        if found:
            return Match(*found, (), again=False)
    return None


def _may_match(topic: Topic, clause: str) -> bool:
    """Whether a clause has characters enough of a topic: most have not, and are not looked into any further."""
    held = _characters(clause)
    wanted = topic.telling()
    own = sum(character in held for piece in topic.pieces for character in piece)
    if wanted == 0 and topic.subject:
        title = topic.subject.startswith("《")
        return title or sum(character in held for character in topic.subject) >= LEAST_TELLING
    return own >= _LEAST_OWN * wanted or any(count in clause for count in topic.counts)


@lru_cache(maxsize=64)
def _characters(clause: str) -> frozenset[str]:
    return frozenset(clause)


def _match_of_words(topic: Topic, clause: str) -> Match | None:
    if not _may_match(topic, clause):
        return None
    spans: list[tuple[int, int]] = []
    told_own = 0
    for piece in topic.pieces:
        found = _piece(piece, clause)
        if found is None:
            continue
        spans += found
        told_own += telling("".join(clause[start:end] for start, end in found))
    numbers = other_number(topic, clause)
    counted = _counts_in(topic, clause)
    if counted is None and numbers is None:
        return None
    counted = counted or []
    told = told_own + 2 * len(counted)
    if numbers and any(act + piece in clause for act in topic.acts for piece in topic.pieces):
        told += 2  # 盘活土地512亩
    wanted = topic.telling()
    if topic.subject:
        subject = _subject_in(topic, clause)
        if (not subject and told < LEAST_TELLING) or (wanted and not told_own):
            return None
        spans += subject
        told += sum(end - start for start, end in subject)
    whole = any(end - start >= _WHOLE_NAME for start, end in spans)
    least = min(LEAST_TELLING, wanted) if whole else LEAST_TELLING
    if not spans or told < max(least, _LEAST_PART * wanted) or told_own < _LEAST_OWN * wanted:
        return _loose(topic, clause, counted)
    spans = sorted({*spans, *counted})
    pairs = [(one, two) for one, two in pairwise(spans) if two[0] > one[1]]
    gaps = [clause[one[1] : two[0]] for one, two in pairs if two not in counted]
    if any(
        "?" in classes_of(gap, topic) for gap in gaps if not gap.startswith("、")
    ):  # 兴业路、建业路等断头路
        return None
    between = tuple(clause[one[1] : two[0]] for one, two in pairs)
    acts = tuple(sorted(topic.acts, key=len, reverse=True))
    again = any(clause.startswith(acts, two[0]) for _, two in pairs)
    start = spans[0][0]
    if clause[start - 1 : start] in _levels() and clause[:start] in topic.what:
        start = 0  # 市福利院 of 市社会福利院
    return Match(start, max(end for _, end in spans), between, again, numbers=numbers)


def match_of_members(topic: Topic, clause: str) -> tuple[Match, bool] | None:
    """Return where a clause begins to tell of things of the list that a promise names, and whether it names them all.

    A short name is one of them only where another word of the promise stands in the clause too (沂水…项目库).
    """
    places = [(at, one) for one in topic.members if (at := clause.find(one)) >= 0]
    if not places:
        return None
    longest = max(len(one) for _, one in places)
    if longest < LEAST_TELLING and not _shares_more(topic, clause, [one for _, one in places]):
        return None
    start, end = min(at for at, _ in places), max(at + len(one) for at, one in places)
    return Match(start, end, (), again=False), len(places) == len(topic.members)


def _shares_more(topic: Topic, clause: str, members: Sequence[str]) -> bool:
    """Whether a clause has a further word of a promise than members of its list."""
    rest = topic.what
    for one in topic.members:
        rest = rest.replace(one, "，")
    for one in members:
        clause = clause.replace(one, "。")
    run = longest_run(rest, clause)
    if min(map(len, members)) >= _LEAST_TAIL:
        return run.size >= _LEAST_CHUNK
    return telling(rest[run.a : run.a + run.size]) >= _LEAST_TAIL


def _loose(topic: Topic, clause: str, counted: Sequence[tuple[int, int]]) -> Match | None:
    """Where a clause has the number of a promise and the thing that it counts, but not where or for whom."""
    tail = topic.pieces[-1][-_LEAST_TAIL:] if topic.pieces else ""
    at = clause.find(tail) if telling(tail) > 1 else -1
    for start, end in counted if at >= 0 else ():
        spans = sorted([(start, end), (at, at + len(tail))])
        gap = clause[spans[0][1] : spans[1][0]]
        if not gap or "?" not in classes_of(gap, topic):
            return Match(spans[0][0], spans[1][1], (gap,) if gap else (), again=False, loose=True)
    return None


def _subject_in(topic: Topic, clause: str) -> list[tuple[int, int]]:
    """The part of a subject that a clause holds: all of a title, else most of it in one run."""
    subject = topic.subject
    at = clause.find(subject.strip("《》"))
    if at >= 0:
        return [(at, at + len(subject.strip("《》")))]
    if subject.startswith("《"):
        return _short_title(subject.strip("《》"), clause)
    run = longest_run(subject, clause)
    whole = run.size >= LEAST_TELLING and (run.size >= _LEAST_PART * len(subject) or bool(topic.telling()))
    return [(run.b, run.b + run.size)] if whole else []


def _short_title(title: str, clause: str) -> list[tuple[int, int]]:
    """The title that a clause prints, where it is the end of one, or tells no more (《X管理办法》 of 《X办法》)."""
    printed = re.search(r"《([^《》]{5,})》", clause)
    if printed is None:
        return []
    bare = [without_light(one) for one in (title, printed[1])]
    same = title[-LEAST_RUN:] == printed[1][-LEAST_RUN:] and len(bare[1]) >= LEAST_TELLING
    if title.endswith(printed[1]) or (same and bare[0].endswith(bare[1])):
        return [(printed.start(), printed.end())]
    return []


@lru_cache(maxsize=4096)
def _piece(piece: str, clause: str) -> tuple[tuple[int, int], ...] | None:
    """Where a clause holds a run of words of a promise, None where it does not, or with other words within."""
    blocks = [block for block in common_runs(piece, clause) if block.size >= _LEAST_CHUNK]
    if not blocks:
        return None
    first = blocks[0]
    before = piece[: first.a].strip(_levels() + "级")
    if telling(before) and "?" in classes_of(before, None):
        return None
    last = blocks[-1]
    if 0 < telling(piece[last.a + last.size :]) < _LEAST_CHUNK:
        return None  # 垃圾分类房 is not 垃圾分类示范小区
    for one, two in pairwise(blocks):
        left_out = piece[one.a + one.size : two.a]
        cut = len(left_out) == 1 and left_out not in _levels()
        if telling(left_out) and (cut or CHANGING.search(left_out)):
            return None
    for block in blocks:
        if _cuts_number(clause, block.b, block.b + block.size):
            return None
    return tuple((block.b, block.b + block.size) for block in blocks)


def _cuts_number(clause: str, start: int, end: int) -> bool:
    """Whether a run begins or ends within a number: 6路 of 16路."""
    before, after = clause[start - 1 : start], clause[end : end + 1]
    return bool(
        (before and clause[start].isdigit() and (before.isdigit() or before in ".，"))
        or (after.isdigit() and clause[end - 1].isdigit())
    )


def _counts_in(topic: Topic, clause: str) -> list[tuple[int, int]] | None:
    """Where a clause has the numbers of a promise; None where it has another number of the same things."""
    same = [(each.start, each.end) for each in numbers_in(clause) if each.words in topic.counts]
    units = {unit_of(count) for count in topic.counts if not _VALUES.search(count)}
    others = {each.unit for each in numbers_in(clause) if each.words not in topic.counts}
    return None if not same and units & others else same


def is_changed(topic: Topic, clause: str) -> bool:
    """Return whether a clause sets another number of the same things beside that of the promise: 由28座调整为20座."""
    if not any(count in clause for count in topic.counts):
        return False
    units = {each.unit for each in numbers_in(clause) if each.words not in topic.counts}
    return not units.isdisjoint({unit_of(each) for each in topic.counts})


@cache
def _levels() -> str:
    """Characters behind the name of a place, which is often told without: 县城至石门镇公路."""
    return "".join(promise_words()["untold_level"])
