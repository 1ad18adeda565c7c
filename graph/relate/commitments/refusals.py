"""What a refusal says: that a thing is not done. A reason before it refuses nothing (因条件不成熟，未能设立X)."""

from __future__ import annotations

import re
from functools import cache

from ontology.clause_words import clause_words
from ontology.cues import CommitmentCue

from ..clause_roles import any_clause_word, clause_pattern, holds_word
from ..status import part_bounds
from .accounts import is_of_people, is_reason
from .clauses import Clause, clauses
from .words import has_any


def refuses_nothing(text: str, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Return whether a refusal is a reason, or tells what people cannot do, or which of its kind a thing is.

    由于条件不具备，…; 老人无力承担; 条件不成熟的地区. Nor is refused what hinders people (不再设置户籍限制),
    or what is only warned of (不能把老城变成商业街).
    """
    in_reason = cue.needs == "condition" and is_reason(text, clause.start, clause.end)
    behind = at + len(cue.cue)
    if text.startswith(clause_words()["legal_refusal"], at) or _is_of_a_class(text, clause):
        return True
    if _is_warned_of(text, clause, cue, behind) or _sets_hindrance(text, clause, at, behind):
        return True
    of_kind = text.startswith("的", behind) or _of_reasons().search(text, behind, clause.end) is not None
    return (
        in_reason or of_kind or is_bare_reason(text, clause, cue, at) or is_of_people(text, clause.start, at)
    )


def _is_warned_of(text: str, clause: Clause, cue: CommitmentCue, behind: int) -> bool:
    """Return whether a cue warns of what stands behind it; who is not able or waits refuses (暂无法把该地变成公园)."""
    if not holds_word("warning", cue.cue, 0, len(cue.cue)) or holds_word(
        "unable", text, clause.start, clause.end
    ):
        return False
    turned = _turned_pattern().match(text, behind, clause.end)
    return turned is not None or holds_word("warned", text, behind, clause.end)


def _sets_hindrance(text: str, clause: Clause, at: int, behind: int) -> bool:
    """Return whether a cue refuses to set what hinders people: the verb ends the cue, or stands right behind it."""
    if not text.endswith(clause_words()["hindrance"], behind, clause.end):
        return False
    verb = clause_pattern("setting").search(text, at, clause.end)
    return verb is not None and verb.start() <= behind


def _is_of_a_class(text: str, clause: Clause) -> bool:
    """Return whether the clause before says to which of its kind a refusal applies (对考核不合格的项目，不再安排)."""
    return _classing_pattern().search(text, 0, clause.start) is not None


def is_bare_reason(text: str, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Return whether a refusal's clause only says why, and what is refused for that follows (因条件不成熟，暂不…).

    Words of a condition that is not met are a reason whatever follows (因条件不成熟，正在研究替代方案); those that
    refuse by themselves only before another refusal (因财政暂不安排资金，未能开工).
    """
    if not text.startswith("，", clause.end):
        return False
    if not holds_word("reason", text, clause.start, at, unless="not_reason"):
        return False
    if _denied_pattern().search(text, at + len(cue.cue), clause.end):
        return False  # 因条件不成熟未能设立X
    unmet = (
        cue.needs == "condition"
        or has_any(cue.cue, "condition")
        or cue.cue.endswith(clause_words()["meeting"])
    )
    return unmet or not_done_behind(text, clause) is not None


def not_done_behind(text: str, reason: Clause) -> Clause | None:
    """Return the clause right behind a reason that tells what was not done for it; None where it tells none."""
    _, stop = part_bounds(text, reason.end)
    following = next((each for each in clauses(text) if reason.end < each.start < each.end <= stop), None)
    if following is None or not _denied_pattern().search(text, following.start, following.end):
        return None
    return following


def tells_not_done(text: str, start: int, end: int) -> bool:
    """Return whether text[start:end] ends in telling that a thing is not done, or does not get on (…推进缓慢).

    An attribute tells that of something else, and a plight is to be helped (破解资金难以落实的问题).
    """
    return _not_done_pattern().search(text, start, end) is not None


@cache
def _classing_pattern() -> re.Pattern[str]:
    """What the writer is asked for is no class: 对您提出的项目，…."""
    asker = rf"(?![^，。；]*{any_clause_word('asker')})"
    return re.compile(
        rf"(?:^|(?<=[，。；：])){any_clause_word('classing')}{asker}[^，。；]*的{any_clause_word('classed')}，$"
    )


@cache
def _turned_pattern() -> re.Pattern[str]:
    """Right behind the cue what would become of a thing: (不宜)变成走过场, (不能)把老街变成停车场; 将 asks for it."""
    return re.compile(rf"(?:把[^，。；：]*?)?{any_clause_word('turned')}")


@cache
def _of_reasons() -> re.Pattern[str]:
    """解释了不能办的原因."""
    return re.compile(f"的{any_clause_word('reasoned')}$")


@cache
def _unrealised() -> str:
    return rf"(?!{any_clause_word('not_unrealised')}){any_clause_word('unrealised')}"


@cache
def _denied_pattern() -> re.Pattern[str]:
    """Any word that tells so: 未列入计划, 没开工, 难以实施."""
    return re.compile(rf"{_unrealised()}|(?!{any_clause_word('not_unrealised')})(?<!有)[未没]")


@cache
def _not_done_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!有){_unrealised()}(?:(?!{any_clause_word('plight')})[^，。；：的])*$")
