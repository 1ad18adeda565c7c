"""What stands beside a cue in its clause: what the cue needs there, or a form that promises nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from ontology.cues import CommitmentCue, Position, commitment_cues
from ontology.quantity_words import bounds
from ontology.tsv import any_word

from ..clause_roles import any_clause_word, clause_pattern
from ..status import ITEM_MARK
from .clauses import says_something

_WITHIN: Mapping[str, Position] = {
    "studied": "studied",
    "means": "means",
    "power": "power",
    "intent": "intent",
    "early": "early",
    "delayed": "delayed",
}
"""Needs of which a word must stand somewhere behind the cue, in its clause."""
_ASKED_ELSEWHERE = frozenset({"", "asked"})
"""Needs that nothing behind the cue meets."""
_DOING: tuple[Position, ...] = ("dated", "governed")
_HEADING_MARKS = "：:。；，)）】]》 \u3000"
_TIME = re.compile("(?<!全)年|月|季度|近期|本周|下周")


def has_needed(cue: CommitmentCue, rest: str) -> bool:
    """Return whether what a cue needs stands behind it: words of one kind, or enough to be what is promised."""
    if cue.needs in _WITHIN:
        return has_any(rest, _WITHIN[cue.needs])
    if cue.needs == "condition":
        return bool(_condition_pattern().search(rest))
    if cue.needs == "pending":
        return rest.rstrip("。").endswith(_pending())
    if cue.needs == "doing":
        return _tells_doing(rest)
    return (
        cue.needs in _ASKED_ELSEWHERE
        or says_something(rest)
        or (cue.status == "planned" and is_bare_act(rest))
    )


def is_bare_act(rest: str) -> bool:
    """Return whether a word of plans has no more behind it than what is done with a thing named before (近期将印发)."""
    return clause_pattern("bare_act").fullmatch(rest) is not None


def is_bare_act_in_time(rest: str) -> bool:
    """Return whether it has no more behind it than that and when: 拟于2025年上线运行, 力争年底前投用."""
    return _timed_act_pattern().fullmatch(rest) is not None


def _tells_doing(rest: str) -> bool:
    """Whether a verb of plans or results stands behind a cue, or a time, and not a number alone."""
    if _level_pattern().match(rest):
        return False
    return any(has_any(rest, doing) for doing in _DOING) or bool(_TIME.search(rest))


def says_no_promise(words: str) -> bool:
    """Return whether a clause, by its form, thanks, says what is answered or announced, or who (暂不具备条件的)."""
    return has_any(words, "ending") or words.endswith("的") or bool(_topic_pattern().match(words))


def has_any(text: str, position: Position) -> bool:
    """Return whether a cue of a position stands in a text."""
    return bool(_any_cue(position).search(text))


def sums_up_proposal(heading: str) -> bool:
    """Return whether a heading announces what was proposed (提案内容：), not what became of it (建议内容落实情况)."""
    return heading.rstrip(_HEADING_MARKS).endswith(_proposed()) and not has_any(heading, "handled")


def tells_account(heading: str) -> bool:
    """Return whether a heading announces what was done (一、已开展的主要工作): those below it promise nothing."""
    return clause_pattern("account_heading").search(heading) is not None and not has_any(heading, "heading")


def speaks_of_promise(text: str) -> bool:
    """Return whether a sentence tells of what was promised before: 去年承诺的X, 上年答复中提出的X."""
    return end_of_promise(text) >= 0


def end_of_promise(text: str) -> int:
    """Return where the words end that tell of an earlier promise, -1 where none do."""
    found = _promise_pattern().search(text) if clause_pattern("promised").search(text) else None
    return found.end() if found else -1


@cache
def _timed_act_pattern() -> re.Pattern[str]:
    time = r"[\d年月日季度初中下旬上半底末前内今明后左右]*"
    return re.compile(rf"[于在到]?{time}(?:正式|全面|全部|基本)?{any_clause_word('bare_act')}")


@cache
def _promise_pattern() -> re.Pattern[str]:
    earlier = rf"{any_clause_word('earlier')}[^，。；：]{{0,24}}?"
    replied = r"\d{4}年(?:我[局委厅办部])?(?:答复|面复|办复|办理)[^。；：]{0,30}?"
    return re.compile(rf"(?:{earlier}|{replied}){any_clause_word('promised')}")


@cache
def _proposed() -> tuple[str, ...]:
    return tuple(cue.cue for cue in commitment_cues("proposed"))


@cache
def waiting_cues() -> frozenset[str]:
    """Return the words that tell of a thing handed in elsewhere: 已报省政府审定."""
    return frozenset(cue.cue for cue in commitment_cues("anywhere") if cue.needs == "pending")


@cache
def _pending() -> tuple[str, ...]:
    return tuple(cue.cue for cue in commitment_cues("pending"))


@cache
def _any_cue(position: Position) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(cue.cue) for cue in commitment_cues(position)))


@cache
def _topic_pattern() -> re.Pattern[str]:
    """关于您提出的设立X的建议: what is answered; 主要做好三件事: what is announced. Neither is promised."""
    answered = rf"{any_clause_word('about')}[^，。；：]*?{any_clause_word('answered')}"
    several = r"(?:以下|[两二三四五六七八九几])(?:件|项|个|点)?(?:方面)?的?"
    announced = rf"[^，。；：]*?{several}(?:{any_clause_word('listed')}|方面[^，。；：]{{0,6}})"
    named = r"关于[^，。；：我将拟]*"
    return re.compile(rf"(?:{ITEM_MARK.pattern})?(?:{answered}|{announced}|{named})$")


@cache
def _level_pattern() -> re.Pattern[str]:
    """预计达到200万头, 预计将超过30%: a number alone is what comes; 预计约8月完工 is a time."""
    words = (each.word for each in bounds("before").values() if each.bound in {"exact", "over"})
    return re.compile(rf"(?:[将可]|全年|今年)*{any_word(words)}+\d[\d.,]*(?![\d.,月日年])")


@cache
def _condition_pattern() -> re.Pattern[str]:
    """不属于补助范围, 不具备施工条件; not who does not (不属于补助范围的农户)."""
    return re.compile(rf"(?:{_any_cue('condition').pattern})(?!的)")
