"""Clauses with a cue that tell something else: when a thing was done, what a paper holds, what was once planned."""

from __future__ import annotations

import re
from functools import cache

from ontology.cues import CommitmentCue

from ...records import LinkedLetter
from ..clause_roles import any_clause_word
from ..figures.periods import lies_ahead, periods
from ..masking import MaskedSentence, kind_class
from ..status import clause_bounds, firm_statuses, part_bounds
from ..typed.actors import actors_at, lead_pattern
from .clause_cues import PLANS
from .clauses import Clause
from .frames import COMPLETED

_BODY = kind_class("organisation", "place")
_POLICY = kind_class("policy")
_LONG_AGO = 2
"""Years before the letter: what was planned then is no plan of the letter."""
_TIME_REACH = 2
_WHILE = re.compile("[^，。；：]{4,}(?:后|时|期间|过程中|之际)(?=，)")
_WITHIN = "在"
_PURPOSE = "为"
_DRAWN_UP = re.compile("拟制(?![定订作])")
"""正在拟制《X》, where 拟 plans nothing."""
_AWAITING = "待"
_ONLY_THEN = re.compile("，[方才][可能]")
"""待列入来年清单，方可动工: what must come first."""
_INTENDING = "拟"
"""What was intended then; a plan for several years (计划用三年) may go on."""


def is_told_otherwise(
    linked: LinkedLetter, masked: MaskedSentence, clause: Clause, cue: CommitmentCue, at: int
) -> bool:
    """Return whether a clause whose `cue` stands at a place promises nothing by what stands around it."""
    text = masked.text
    if cue.outcome:
        return cue.outcome == "refused" and _causing_pattern().match(text, clause.start) is not None
    if _good_for_pattern().search(text, clause.start, at):
        return True
    if _is_in_brackets(text, at) or _says_while(text, clause, cue, at) or _is_judged(text, clause, at):
        return True
    if cue.position in PLANS:
        done = _since_done_pattern().match(text, clause.end) is not None
        return done or _comes_of_condition(text, clause, at)
    if cue.position == "soft":
        return _is_purpose(text, clause) or _is_behind_paper(text, clause) or _is_contents(text, at)
    return (
        _is_part_of_report(text, clause, cue, at)
        or _is_said_by_others(linked, masked, at)
        or _is_of_long_ago(text, clause, at, linked.letter.header.date)
    )


def _is_part_of_report(text: str, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a clause tells which things are reported (登记需要加固的…情况), what is drawn up, or what comes first."""
    first = cue.cue.startswith(_AWAITING) and _ONLY_THEN.match(text, clause.end) is not None
    if _is_of_condition(text, clause, at):
        return True
    described = at > clause.start and _described_pattern().fullmatch(text, at, clause.end) is not None
    return first or described or _DRAWN_UP.match(text, at) is not None


def _is_of_condition(text: str, clause: Clause, at: int) -> bool:
    """Whether a place lies in a condition, or in what others do under it: 如果放开退货，甲区这样的新区将最先受益."""
    part, _ = part_bounds(text, at)
    supposed = [each.start() for each in _condition_pattern().finditer(text, part, at)]
    if not supposed:
        return False
    return clause.start <= supposed[-1] or _own_pattern().fullmatch(text, clause.start, at) is None


def _comes_of_condition(text: str, clause: Clause, at: int) -> bool:
    """Whether a clause only tells what a condition brings, and nobody will: 如果按新标准执行，每年需增加支出."""
    part, _ = part_bounds(text, at)
    if not _condition_pattern().search(text, part, at):
        return False
    return _willing_pattern().search(text, clause.start, at + 1) is None


def _is_in_brackets(text: str, at: int) -> bool:
    """Whether a place stands in a bracket that tells more of a thing: 新设甲站（人员4名，拟从乙局划入）."""
    opened = text.rfind("（", 0, at)
    closed = text.find("）", opened) if opened > 0 else -1
    return closed > at  # one that nothing closes tells of no thing


def _says_while(text: str, clause: Clause, cue: CommitmentCue, at: int) -> bool:
    """Whether a clause only says when something else was done: 建设用房后，再次…; 在争取复航时，省政府决定…."""
    if not _WHILE.match(text, clause.start, clause.end + 1):
        return False
    within = text.startswith(_WITHIN, clause.start) and at > clause.start
    return within or cue.position == "soft"


def _is_judged(text: str, clause: Clause, at: int) -> bool:
    """Whether a clause is only the subject of what is judged: 谋划推进X，促进Y，十分必要."""
    part, stop = part_bounds(text, clause.start)
    judged = _judged_pattern().search(text, clause.end, stop)
    return judged is not None and "将" not in text[part : at + 1]


def _is_purpose(text: str, clause: Clause) -> bool:
    """Whether a bare verb says what for something was done: 为贯彻X，落实Y，省政府印发了Z."""
    part, stop = part_bounds(text, clause.start)
    return text.startswith(_PURPOSE, part) and COMPLETED.search(text, clause.end, stop) is not None


def _is_behind_paper(text: str, clause: Clause) -> bool:
    """Whether a bare verb tells what came with a paper that is out: 出台《X》，构建“246”格局."""
    part, stop = part_bounds(text, clause.start)
    if "planned" in firm_statuses(text, part, stop):
        return False
    return part < clause.start and _papers_out().match(text, part, clause.start) is not None


def _is_contents(text: str, at: int) -> bool:
    """Whether a sentence tells what a paper holds: 主要内容为：建设X，建设Y."""
    part, _ = part_bounds(text, at)
    return "内容" in text[part:at] and _contents_pattern().search(text, part, at) is not None


def _is_said_by_others(linked: LinkedLetter, masked: MaskedSentence, at: int) -> bool:
    """Whether what is planned is what another body's paper said: 甲部印发了《X》，提出下一阶段将开展Y."""
    text = masked.text
    part, _ = part_bounds(text, at)
    said = _saying_pattern().search(text, part, at)
    if said is None or not COMPLETED.search(text, part, said.start()):
        return False
    names = actors_at(masked, said.start() - 1).names
    return bool(names) and all(linked.issuer not in name.node_ids and not name.anaphor for name in names)


def _is_of_long_ago(text: str, clause: Clause, at: int, reply_date: str) -> bool:
    """Whether the part of a plan begins with a year long over, and names no time ahead: 2015年单位调整时，拟新设X."""
    if not (reply_date and text.startswith(_INTENDING, at)):
        return False
    part, stop = part_bounds(text, at)
    if part == clause.start or not text[part : part + _TIME_REACH + 1].strip():
        return False
    told = periods(text[part : clause_bounds(text, part)[1]], reply_date)
    if not told or told[0].start > _TIME_REACH or told[0].goes_on or not told[0].last:
        return False
    long_ago = int(told[0].last[:4]) <= int(reply_date[:4]) - _LONG_AGO
    goes_on = _next_pattern().search(text, part, at) or lies_ahead(text[part:stop], reply_date)
    return long_ago and not goes_on


@cache
def _described_pattern() -> re.Pattern[str]:
    """登记需要加固的山塘情况: which of a kind are told of."""
    return re.compile(rf"需要?[^，。；：]*的[^，。；：的]{{0,8}}{any_clause_word('reported')}")


@cache
def _causing_pattern() -> re.Pattern[str]:
    """致使乡村病房不能开放: what came of a thing is no refusal."""
    return re.compile(rf"(?:从而|进而)?{any_clause_word('causing')}")


@cache
def _papers_out() -> re.Pattern[str]:
    issued = any_clause_word("promulgating")
    return re.compile(
        rf"{lead_pattern().pattern}{issued}(?:实施)?了?[^，。；：{_POLICY}]{{0,8}}《?[{_POLICY}]"
    )


@cache
def _contents_pattern() -> re.Pattern[str]:
    return re.compile("内容(?:为|是|有|包括|包含)")


@cache
def _saying_pattern() -> re.Pattern[str]:
    return re.compile(rf"，(?:并|其中)?{any_clause_word('quoting')}(?=[^，。；：]*$)")


@cache
def _judged_pattern() -> re.Pattern[str]:
    return re.compile(rf"，[^，。；]{{0,3}}{any_clause_word('judging')}的?(?=[，。；]|$)")


@cache
def _condition_pattern() -> re.Pattern[str]:
    """What a promise depends on, where a clause begins with it: 如果筹到善款，我局将给予救助."""
    lead = rf"(?:{any_clause_word('lead')}){{0,2}}"
    return re.compile(rf"(?:^|(?<=[，；：。])){lead}{any_clause_word('supposing')}")


@cache
def _good_for_pattern() -> re.Pattern[str]:
    """将有助于|丰富课余生活: what comes of a thing; but 在有利于群众的前提下推进."""
    return re.compile(rf"{any_clause_word('conducive')}[^的]*\Z")


@cache
def _since_done_pattern() -> re.Pattern[str]:
    """，现已完成4个, ，目前已建成: how many of what was planned stand; but ，目前已完成立项, 已完成投资300万元."""
    number = r"\d[\d.]*(?![\d.]|[余多]?[万亿]?元|[%％])"
    done = rf"{any_clause_word('in_use')}(?=[，。；]|$)"
    return re.compile(rf"{any_clause_word('since_done')}[^，。；：]*?(?:{number}|{done})")


@cache
def _willing_pattern() -> re.Pattern[str]:
    return re.compile(rf"[将会{_BODY}]|{any_clause_word('self')}")


@cache
def _own_pattern() -> re.Pattern[str]:
    """Nothing, or the writer or a body, before what is promised: 我们(将), 甲局也(将)."""
    return re.compile(rf"(?:{any_clause_word('lead')})*(?:[{_BODY}]|{any_clause_word('self')})?[也就会才]?")


@cache
def _next_pattern() -> re.Pattern[str]:
    return re.compile(any_clause_word("next"))
