"""How a number is told: as what was done, or as what was once promised, asked for, applied for, or done elsewhere.

加装电梯原定120部，实际完成93部: the first number is the promise again, the second what came of it. Read from the quote
of the figure alone. Precision before recall: an old target that is taken for what was done turns a promise upside
down.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal

from ontology.outcome_words import OutcomeRole
from ontology.places import load as load_places
from ontology.promise_words import PromiseRole, promise_words

from ...relate.status import CLAUSE_END
from ...tables.claim_records import FigureRow
from .outcomes import TIME
from .word_roles import any_outcome_word, any_promise_word, outcome_pattern

Count = Literal["done", "quoted", ""]
"""Done here; the target again, of which nothing or too little was done; or neither."""
_ACTS: tuple[PromiseRole, ...] = ("adding", "renewing", "removing")
"""Verbs of which one kind does not tell what was done of another."""
_WAYS: tuple[OutcomeRole, ...] = ("actual", "sure", "neutral", "result", "formed", "founding")
"""What stands before a number that only says that so many were done, in the order in which they are tried."""
_RANKS = {"国": 5, "省": 4, "市": 3, "州": 3, "县": 2, "区": 2, "镇": 1, "乡": 1}
_SHORT_PLACE = 4
"""Characters within which the name of a department says its place: 白石县城市管理局."""
_LEAST = 2
"""Characters that say what is counted: 台 alone does not."""


def counted_as(figure: FigureRow, home: str) -> Count:
    """Return how the number of a figure is told; `home` is the place of its letter."""
    at, behind = figure.number_start - figure.start, figure.number_end - figure.start
    if behind > len(figure.quote):
        return "done"
    begin, end = clause_around(figure.quote, at)
    before = "".join(figure.quote[begin:at].split())
    after = "".join(figure.quote[behind:end].split())
    body = _body_pattern().match(before)
    others = body is not None and bool(kinds_of_act(before[body.end("body") :]))
    others = others or bool(_of_others_pattern().search(before) or _asked_behind_pattern().search(after))
    if others or _lacking_pattern().search(before) or is_elsewhere(before, home):
        return ""
    following = "".join(figure.quote[end : _part_end(figure.quote, end)].split())
    failed = outcome_pattern("failed").search(after) or _failed_next_pattern().match(following)
    fulfilled = _fulfilled_pattern().search(after)
    if failed or (outcome_pattern("quoted").search(before + after) and not fulfilled):
        return "quoted"
    return "done"


def is_of_all_years(figure: FigureRow) -> bool:
    """Return whether a number sums up what was done over years (累计): no year's task is told by it."""
    return outcome_pattern("total").search(words_before(figure)) is not None


def is_added(figure: FigureRow) -> bool:
    """Return whether a number counts what came to what was there before (新增12家)."""
    return outcome_pattern("added").search(words_before(figure)) is not None


def tells_what_came(figure: FigureRow) -> bool:
    """Return whether the words before a number only say that so many were done: 实际只装了, 目前完成."""
    words = words_before(figure)
    rest = _ways_pattern().sub("", words)
    return rest != words and len(rest) <= _LEAST


def words_before(figure: FigureRow) -> str:
    """Return the words of the clause of a figure up to its number."""
    at = figure.number_start - figure.start
    begin, _ = clause_around(figure.quote, at) if at <= len(figure.quote) else (at, at)
    return "".join(figure.quote[begin:at].split())


def clause_around(text: str, at: int) -> tuple[int, int]:
    """Return where the clause around a place of a text begins and ends."""
    begin = max((mark.end() for mark in CLAUSE_END.finditer(text, 0, at)), default=0)
    end = CLAUSE_END.search(text, at)
    return begin, end.start() if end else len(text)


def _part_end(text: str, at: int) -> int:
    ends = [end for mark in "；。;" if (end := text.find(mark, at)) >= 0]
    return min(ends, default=len(text))


def is_elsewhere(before: str, home: str) -> bool:
    """Return whether a clause is about another place than the letter's: one it begins with, or a larger one (全省)."""
    places = load_places()
    wide = outcome_pattern("wide").search(before)
    if wide and places.level(home) and places.resolve(wide[0], within=home) != home:
        return True
    if wide and _rank(wide[0]) > _rank(home[:_SHORT_PLACE]) >= 0:
        return True
    bare = _beside_pattern().sub("", before)
    named = places.prefix(bare) if places.may_begin(bare) else None
    if not named or not places.is_full(named):
        return False
    place = places.resolve(named, within=home or None)
    return bool(home and place) and place != home


def _rank(place: str) -> int:
    """How large a place is by the first word of a level in it: 2 of 白石县; -1 where there is none."""
    return next((_RANKS[character] for character in place if character in _RANKS), -1)


@cache
def _of_others_pattern() -> re.Pattern[str]:
    """您建议配备12辆, 申报5万亩, 邻县加装130部."""
    others = any_outcome_word("requested", "applied", "elsewhere", "yearly")
    return re.compile(rf"{others}|^{any_outcome_word('supposed')}")


@cache
def _body_pattern() -> re.Pattern[str]:
    """经开区管委会去年新建14座: a clause of which another body is the subject."""
    body = rf"^(?!我|本|全|各)[^，。；\d]{{1,12}}(?P<body>{any_outcome_word('body')})"
    return re.compile(rf"{body}(?:{TIME}|{any_outcome_word('its_own')})")


def kinds_of_act(words: str) -> frozenset[str]:
    """Return whether words tell that things are added, renewed or removed."""
    return frozenset(role for role in _ACTS if any(verb in words for verb in promise_words()[role]))


@cache
def _asked_behind_pattern() -> re.Pattern[str]:
    """配备12辆的建议, 5万亩的申请."""
    return re.compile(rf"的{any_outcome_word('requested', 'applied')}")


@cache
def _lacking_pattern() -> re.Pattern[str]:
    """还差80部, 比目标少了27部."""
    return re.compile(rf"{any_outcome_word('lacking')}了?[近约]?$|[由从]{any_outcome_word('of_old')}?的?$")


@cache
def _fulfilled_pattern() -> re.Pattern[str]:
    """45处已全部建成: what was promised is there."""
    done = any_outcome_word("result", "formed", "fulfilled")
    return re.compile(
        rf"{any_outcome_word('sure')}[^，。；]*?(?:{done})|{any_outcome_word('result', 'fulfilled')}了?$"
    )


@cache
def _failed_next_pattern() -> re.Pattern[str]:
    """，一部也没装, ，因资金不到位没有实施: what follows says that it was not done, and of nothing else."""
    reason = rf"(?:，{any_outcome_word('circumstance')}[^，；。]*)*"
    cause = rf"(?:{any_outcome_word('circumstance')}[^，；。]*?)?"
    ways = rf"(?:{any_outcome_word('neutral', 'sure')}|{any_outcome_word('still')})*"
    return re.compile(rf"{reason}，{cause}{ways}{any_outcome_word('failed')}[^，。；]{{0,6}}(?:[，。；]|$)")


@cache
def _beside_pattern() -> re.Pattern[str]:
    return re.compile(rf"^{any_outcome_word('beside')}+的?")


@cache
def _ways_pattern() -> re.Pattern[str]:
    ways = "|".join(map(any_outcome_word, _WAYS))
    return re.compile(rf"^(?:{ways}|{any_promise_word('verb')}|了)+")
