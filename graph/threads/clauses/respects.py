"""In which respect a promise speaks of a thing: that it comes about, a further stage of it, or something done with it.

设立X is kept by a letter that says X is there; 推动X与某集团共建研究院 is not, and 推进X二期建设 by one of that stage.
"""

from __future__ import annotations

import re
from collections.abc import Set
from functools import cache, lru_cache
from typing import NamedTuple

from ontology.clause_words import clause_words
from ontology.outcome_words import OutcomeRole, outcome_words
from ontology.tsv import any_word

from ...relate.status import CLAUSE_END
from ...tables.claim_records import CommitmentRow
from .outcomes import TIME, stage_of
from .word_roles import any_outcome_word, outcome_pattern

_QUOTED = "“《「”》」"
_CLOSING = "”》」"
_BARE = 4
"""Characters of a verb and an adverb without an object."""
_WAYS: tuple[OutcomeRole, ...] = ("sure", "neutral", "founding")
"""What may stand before the result in words that tell nothing else."""
_NEAR = 8
"""Characters behind a name within which its verb stands: X正在加快建设."""


class Respect(NamedTuple):
    """`about`: the words name the thing, or go on with what was said of it; `brings`: it is to come about."""

    about: bool
    brings: bool
    stage: str
    named: bool = True


def respect_of(what: str, names: tuple[str, ...]) -> Respect:
    """Return in which respect the words of a promise speak of the thing with these names."""
    words = "".join(what.split())
    at, end = _place(words, names)
    if at < 0:
        timed = bool(_timed_pattern().match(words))
        brings = bool(outcome_pattern("result").search(words)) or (
            timed and bool(_formed_pattern().search(words))
        )
        about = brings or timed
        return Respect(about=about, brings=brings, stage="", named=False)
    before, after = words[:at].rstrip(_QUOTED), words[end:]
    stage = stage_of(after)
    if stage:
        return Respect(about=True, brings=True, stage=stage)
    return Respect(about=True, brings=_brings(before, after.lstrip(_CLOSING)), stage="")


def tells_result(row: CommitmentRow) -> bool:
    """Return whether a promise without an object only says until when that before it is kept: 2022年底前完成注册."""
    return not row.object_ids and _only_result_pattern().match(without_cue(row)) is not None


def reports_shortly(row: CommitmentRow) -> bool:
    """Return whether a report without the name of its thing has no other object: 推迟至3月; not 对X不予支持."""
    return bool(row.outcome) and (row.outcome != "refused" or len(without_cue(row)) <= _BARE)


def is_under_way_shortly(row: CommitmentRow, names: tuple[str, ...]) -> bool:
    """Return whether the words only say that the thing that its sentence begins with is under way.

    X已完成选址，目前正在组织施工; not 停车场正在扩建, which has a subject of its own.
    """
    progressive = clause_words()["progressive"]
    if row.status != "ongoing" or not row.what.startswith(progressive) or len(without_cue(row)) > 2 * _BARE:
        return False
    at, _ = _place("".join(row.quote.split()), names)
    return 0 <= at <= _BARE


def without_cue(row: CommitmentRow) -> str:
    """Return the words of a promise without the cue that they begin with."""
    words = "".join(row.what.split())
    for cue in reversed(row.cue.split("/")):
        words = words.removeprefix(cue)
    return words


def without_verbs(row: CommitmentRow) -> str:
    """Return the words of a promise from its object on: 长三角检测平台 of 争取构建长三角检测平台."""
    return _verbs_pattern().sub("", without_cue(row))


def _brings(before: str, after: str) -> bool:
    """Whether the words around a name let the thing come about: 设立规模10亿元的X, X正在加快建设."""
    if _followed_pattern().match(after):
        return True
    clause = before[max((mark.end() for mark in CLAUSE_END.finditer(before)), default=0) :]
    founded = _founded_pattern().search(clause)
    return founded is not None and _object_ends_pattern().match(after) is not None


@lru_cache(maxsize=4096)
def _place(words: str, names: tuple[str, ...]) -> tuple[int, int]:
    """Where the longest of the names stands in the words."""
    for name in sorted(names, key=lambda name: (-len(name), name)):
        at = words.find(name) if name else -1
        if at >= 0:
            return at, at + len(name)
    return -1, -1


@cache
def _verbs_pattern() -> re.Pattern[str]:
    return re.compile(rf"^{any_outcome_word('founding', 'dropped')}+")


@cache
def _only_result_pattern() -> re.Pattern[str]:
    ways = rf"{_any_simple(*_WAYS)}|{TIME}|[前内]"
    return re.compile(rf"(?:{ways})*(?:{_any_simple('result')})+(?:[，。；：、]|$)")


def _any_simple(*roles: OutcomeRole) -> str:
    words = frozenset(word for role in roles for word in outcome_words()[role])
    return any_word(_simple(words))


def _simple(words: Set[str]) -> frozenset[str]:
    """The words that are no row of others of them (正在: 正, 在): repeated, those say the same, and `re` tries less."""
    rows = re.compile(f"{any_word(words)}+?")
    return frozenset(
        word
        for word in words
        if not any(rows.fullmatch(word, 0, at) and rows.fullmatch(word, at) for at in range(1, len(word)))
    )


@cache
def _timed_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_outcome_word('timed')}|{TIME})")


@cache
def _formed_pattern() -> re.Pattern[str]:
    """力争2023年底前印发, 计划于6月完成注册: how a clause without a name ends that lets its thing come about."""
    verbs = any_outcome_word("formed", "act", "begun")
    return re.compile(rf"(?:{verbs})[。；]?$")


def _verb() -> str:
    return any_outcome_word("result", "founding", "dropped")


@cache
def _followed_pattern() -> re.Pattern[str]:
    """X建设, X正在加快建设, X未能如期出台; not X牵头组建联盟, where the verb has an object."""
    between = rf"(?:(?!{any_outcome_word('aside')})[^，。；：、])"
    ways = rf"{any_outcome_word('sure', 'neutral')}{{0,8}}{between}{{0,{_NEAR}}}?"
    return re.compile(rf"{ways}{_verb()}{{1,2}}{any_outcome_word('noun')}{{0,4}}(?:[，。；：、]|$)")


@cache
def _founded_pattern() -> re.Pattern[str]:
    """A verb that founds, up to the name: its own words and other things of a list may stand between."""
    between = rf"(?:[^，。；：]*、)?(?:(?!{any_outcome_word('aside')})[^，。；：、])*"
    return re.compile(rf"{_verb()}{between}$")


@cache
def _object_ends_pattern() -> re.Pattern[str]:
    """What follows a name that is the object of its clause, alone or in a list; not 推动X与某集团共建研究院."""
    nouns = rf"(?:{any_outcome_word('noun')}|等[^，。；：、]{{0,6}})*"
    others = rf"(?:[、和与及“《](?:(?!{_verb()})[^，。；：])+{nouns})?"
    return re.compile(rf"(?:（[^）]*）)?[{_CLOSING}]?{nouns}{others}(?:[，。；：]|$)")
