"""Short forms of names by which later letters speak of a thing: 埠西市场 of 埠西农贸市场.

A short form is made of runs of a name in their order, from its beginning (its place aside) to its end; a longer run
up to its end is one as well. What is left out must not tell the thing from another of its sort (二期, 新, 北).
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from corpus.numerals import ONE_TO_TEN
from ontology.promise_words import PromiseRole, alike_words, promise_words
from ontology.tsv import any_word

from .objects import without_home
from .runs import longest_run
from .topics import LEAST_TELLING, Topic, telling
from .word_roles import any_long_promise_word, any_promise_word, promise_pattern

LEAST_SHORT = 4
"""Characters of a short form."""
LEAST_RUN = 2
_LONG_END = 6
"""Characters at the end of a name that stand for all of it."""
CHANGING = re.compile(rf"[\d{ONE_TO_TEN}东西南北中前后上下左右新老大小]")
"""Characters that make another thing of a name where they are left out."""
_TAILS: tuple[PromiseRole, ...] = ("works", "prior", "vague")
_JOINING = re.compile("[、和与及至到-]")
"""Characters beside another name that is left out: 县城至石门公路 is no 县城公路."""


@lru_cache(maxsize=4096)
def short_form(name: str, clause: str, home: str) -> tuple[int, int] | None:
    """Return where a clause holds a short form of a name, or None. `home`: the place that need not be told."""
    clause = clause.replace("至", "到")
    for begin in _beginnings(name, home):
        for core in dict.fromkeys((_core(name)[begin:], name[begin:])):
            at = clause.find(core[:LEAST_RUN])
            while at >= 0:
                end = _end_of(core, name[begin:], clause, at)
                if end - at >= LEAST_SHORT and telling(clause[at:end]) >= LEAST_RUN:
                    return _behind_level(clause, at), end
                at = clause.find(core[:LEAST_RUN], at + 1)
    return _end_alone(_core(name, whole=False), clause)


def names_of(topic: Topic) -> tuple[str, ...]:
    """Return the names by which a promise may be told: its last run of words that tells something, else its subject."""
    own = [piece for piece in topic.pieces if telling(piece) > 1]
    if topic.telling() >= LEAST_TELLING:
        long = len(own) == 1 or (len(own[-1]) >= _LONG_END and not topic.members)
        return (own[-1],) if long else ()
    return (topic.subject,) if topic.subject and not own and not topic.subject.startswith("《") else ()


def named_by_unit(topic: Topic, clause: str) -> tuple[int, int] | None:
    """Return where a clause names what a promise counts by its last characters, or its last one and two others."""
    core = _core(topic.pieces[-1]) if topic.pieces else ""
    run = longest_run(core, clause)
    ends = [at + size for size in (LEAST_RUN, 1) if (at := clause.rfind(core[-size:])) >= 0] if core else []
    if (
        not ends
        or telling(core) < LEAST_RUN
        or run.size < LEAST_RUN
        or telling(core[run.a : run.a + run.size]) < 1
    ):
        return None
    return min(run.b, ends[0] - 1), max(run.b + run.size, ends[0])


@lru_cache(maxsize=4096)
def ends_of(name: str, home: str) -> tuple[tuple[str, ...], ...]:
    """Return strings all of which stand in a clause with a short form of a name, for each way to shorten it."""
    core, end = _core(name), _core(name, whole=False)
    tails = [
        core[-LEAST_RUN:],
        name[-LEAST_RUN:],
        *(other for one in _heads_of(name) for other in one.others),
    ]
    found: list[tuple[str, ...]] = [
        (core[begin : begin + LEAST_RUN], tail) for begin in _beginnings(name, home) for tail in tails
    ]
    if len(end) > _LONG_END:
        found.append((end[-_LONG_END:],))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=4096)
def _core(name: str, *, whole: bool = True) -> str:
    """A name without the words at its end that only say that it is built or planned: 兴龙农贸市场迁建项目."""
    core = name.replace("至", "到")
    tail = _tail_pattern("renewing") if whole else _tail_pattern()
    while (shorter := tail.sub("", core)) != core and len(shorter) >= LEAST_SHORT:
        core = shorter
    return core


@lru_cache(maxsize=4096)
def _beginnings(name: str, home: str) -> tuple[int, ...]:
    """Where a name begins: at its first character, and behind the places before it."""
    core = _core(name)
    own = len(core) - len(without_home(core, home))
    place = _place_pattern().match(core, own)
    vague = _vague_pattern().match(core, own)
    behind = (0, own, place.end() if place else 0, vague.end() if vague else 0)
    return tuple(dict.fromkeys(begin for begin in behind if len(core) - begin >= LEAST_SHORT))


def _behind_level(clause: str, at: int) -> int:
    """Where a short form begins whose level stands before it: 市综合应急救援大队."""
    return at - 1 if at and clause[at - 1] in promise_words()["place_level"] else at


def _end_of(core: str, name: str, clause: str, at: int) -> int:
    """Where the short form of a name that begins at a place of a clause ends; the place where there is none."""
    done = _run(core, 0, clause, at)
    end = at + done
    if not done:
        return at
    while True:
        if done == len(core):
            return end
        following = _behind(core, done, clause, end)
        if following < 0:
            return _with_other_head(name, done, clause, end, at)
        size = _run(core, following, clause, end)
        done, end = following + size, end + size


def _run(core: str, done: int, clause: str, end: int) -> int:
    size = 0
    most = min(len(core) - done, len(clause) - end)
    while size < most and core[done + size] == clause[end + size]:
        size += 1
    return size


def _behind(core: str, done: int, clause: str, end: int) -> int:
    """Where in a name the run begins with which a clause goes on, -1 where none may."""
    words = clause[end : end + LEAST_RUN]
    found = core.find(words, done) if len(words) == LEAST_RUN else -1
    return found if found >= 0 and _may_go(core[done:found]) else -1


def _may_go(left_out: str) -> bool:
    """Whether what a short form leaves out tells its thing from no other."""
    bare = promise_pattern("unchanging").sub("", left_out)  # 中小微企业, 小镇, whatever their characters say
    return not (CHANGING.search(bare) or _JOINING.search(bare))


def _with_other_head(name: str, done: int, clause: str, end: int, at: int) -> int:
    """Where a clause goes on with another word for what a thing is (监测平台 of 监测系统); `at` where it does not."""
    for head in _heads_of(name):
        other = head.pattern.match(clause, end)
        if other and done <= head.start and _may_go(name[done : head.start]):
            return other.end()
    return at


def _end_alone(core: str, clause: str) -> tuple[int, int] | None:
    for begin in range(1, len(core) - _LONG_END + 1):
        at = clause.find(core[begin:])
        if at >= 0 and _may_go(core[:begin]):
            return at, at + len(core) - begin
    return None


class _Head(NamedTuple):
    """What a name ends with, from `start` on, and the words that say the same."""

    start: int
    others: tuple[str, ...]
    pattern: re.Pattern[str]


@lru_cache(maxsize=4096)
def _heads_of(name: str) -> tuple[_Head, ...]:
    return tuple(
        _Head(len(name) - len(head), group, re.compile(any_word(group)))
        for group in alike_words("head")
        for head in group
        if name.endswith(head)
    )


@cache
def _tail_pattern(*more: PromiseRole) -> re.Pattern[str]:
    return re.compile(rf"的?{any_long_promise_word(*_TAILS, *more)}$")


@cache
def _vague_pattern() -> re.Pattern[str]:
    """城市 of 城市慢行系统: a word before a name that may go untold."""
    return re.compile(f"(?:{any_promise_word('vague')})+")


@cache
def _place_pattern() -> re.Pattern[str]:
    level = any_promise_word("place_level")
    return re.compile(rf"(?:[^，。；]{{1,3}}?{level}|{level}级?)+")
