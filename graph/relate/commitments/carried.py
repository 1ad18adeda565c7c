"""Promises whose plan stands before them: behind a clause that only says with whom or in how long, or behind ；并.

我们将会同甲局，分三年补齐缺口; 将争取三年内补充教师900名；并出台X.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ontology.cues import CommitmentCue
from ontology.time_words import YEARS_OF_WORK

from ..clause_roles import any_clause_word
from ..masking import ANY_NAME
from ..status import clause_bounds, clause_marks, find_cues, firm_statuses, part_bounds
from .clauses import Clause, clauses, says_something
from .verbs import holds_verb
from .words import says_no_promise

_THEN = "[在于待][^，。；：]{2,24}(?:后|时|前|中)"
"""When something is done: 在项目竣工后, 待细则出台后, 在工作中."""
_LONGEST_CUE = 2
"""Characters of a cue that is no verb of its own: 将, 争取."""


def behind_circumstance(text: str, clause: Clause, cue: CommitmentCue, at: int) -> Iterator[Clause]:
    """Yield the clause that says what is promised where that of a cue says no more than with whom, or in how long.

    None where the next clause tells what was done, or where there is none in the same part of the sentence.
    """
    if cue.status != "planned" or cue.outcome or not text.startswith("，", clause.end):
        return
    behind = at + len(cue.cue) if len(cue.cue) <= _LONGEST_CUE else at
    if not _circumstance_pattern().fullmatch(text, behind, clause.end):
        return
    following = next((each for each in clauses(text) if each.start == clause.end + 1), None)
    if following is None:
        return
    words = text[following.start : following.end]
    if says_no_promise(words) or not says_something(words):
        return
    if not ("done" in firm_statuses(text, following.start, following.end) or "了" in words):
        yield following


def only_says_then(words: str) -> bool:
    """Return whether words are nothing but the act before or in which something is done: 于方案获批后."""
    return re.fullmatch(_THEN, words) is not None


def with_its_verb(text: str, clause: Clause, at: int) -> Clause:
    """Return a clause that only says for whom, from `at` on (将对新企业), with the one that says what (，给予奖励).

    So one that only says when or upon what (确保汛情发生后，有序转移; 待测绘完成，报批后即可实施), and one that ends in
    an open bracket.
    """
    opened = text.rfind("（", clause.start, clause.end)
    open_still = opened >= 0 and text.find("）", opened, clause.end) < 0
    closed = text.find("）", clause.end) + 1 if open_still else 0
    if closed:
        end = min((each for each in clause_marks(text) if each >= closed), default=len(text))
        clause = Clause(clause.start, end, clause.number, clause.cues)
    if _upon_pattern().fullmatch(text, at, clause.end) and text.startswith("，", clause.end):
        end = clause_bounds(text, clause.end + 1)[1]
        return Clause(clause.start, end, clause.number, clause.cues)
    whom = _for_whom_pattern().fullmatch(text, at, clause.end)
    if whom is None or holds_verb(whom["whom"].rpartition("的")[2]):
        return clause
    following = next((each for each in clauses(text) if each.start == clause.end + 1), None)
    if following is None or text[clause.end] != "，" or not _granting_pattern().match(text, following.start):
        return clause
    return Clause(clause.start, following.end, clause.number, clause.cues)


def plan_before(text: str, at: int) -> str:
    """Return the word that makes a plan of the part before that which 并 goes on with (将…；并出台X), else nothing."""
    start, _ = part_bounds(text, at)
    if start == 0 or not text.startswith("；并", start - 1):
        return ""
    before, end = part_bounds(text, start - 1)
    cues = [each for each in find_cues(text, before, end) if not each.cue.weak]
    planned = [each for each in cues if each.cue.status == "planned"]
    return planned[0].cue.cue if planned and len(planned) == len(cues) else ""


def carried(cue: CommitmentCue) -> CommitmentCue:
    """Return the cue of a clause before as that of the verb which its plan governs."""
    return replace(cue, position="governed")


@cache
def _upon_pattern() -> re.Pattern[str]:
    """确保汛情发生后, 待测绘工作完成: all of a clause from its cue on."""
    ready = any_clause_word("ready")
    return re.compile(rf"(?:确保|保障|保证)[^，。；：]{{2,20}}(?:后|时)|待[^，。；：]{{2,24}}{ready}")


@cache
def _for_whom_pattern() -> re.Pattern[str]:
    """将对新落户的企业, 下一步为参训人员: all of a clause."""
    lead = rf"(?:{any_clause_word('lead', 'adverb', 'future')}|将|拟)*"
    whom = rf"(?!{any_clause_word('no_whom')})(?:{any_clause_word('for_whom')})"
    return re.compile(rf"{lead}{whom}(?P<whom>[^，。；：]{{2,40}})")


@cache
def _granting_pattern() -> re.Pattern[str]:
    """给予奖励, 按每月300元给予补助, 一次性奖补5万元: the beginning of a clause."""
    measure = rf"(?:{any_clause_word('by_measure')}[^，。；：]{{0,16}}?)?"
    return re.compile(rf"{measure}(?:{any_clause_word('granted')})")


@cache
def _circumstance_pattern() -> re.Pattern[str]:
    """会同有关部门, 联合甲局, 用两年左右时间, 牵头, 在项目竣工后."""
    party = rf"(?:{any_clause_word('party')}|[{ANY_NAME}])"
    along = rf"(?:{any_clause_word('joint')}|{any_clause_word('assisting')})[^，。；：]*{party}"
    ways = rf"(?:{any_clause_word('adverb')})*"
    return re.compile(rf"{ways}(?:{along}|用{YEARS_OF_WORK}|{_THEN})")
