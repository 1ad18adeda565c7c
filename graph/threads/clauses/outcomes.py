"""What a sentence that names a thing says became of it, read around the name: X已于2023年4月正式启用, 不再建设X.

Read from the quote alone, so that whoever has the row can tell it again. Precision before recall: the words between
the name and its verb are all known ones (ontology/lexicon/outcome_words.tsv).
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from daachorse import CharwiseDoubleArrayAhoCorasick

from ontology.outcome_words import OutcomeRole, outcome_words
from ontology.time_words import time_expression

from ...relate.figures.periods import lies_ahead
from ...relate.masking import ANY_NAME
from ...relate.status import find_cues, is_untrue, part_bounds, read_status
from .word_roles import any_outcome_word, outcome_pattern

_NAME = ANY_NAME[0]
"""Stands for the name in a text, as in masked sentences."""
_FULL_WIDTH = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？"}
_HALF_WIDTH = re.compile(r"[,;:()!?]")
_REACH = 40
"""Characters before a name in which its verb begins."""
_OPENING = re.compile(r"[“《「]$")
_CLOSING = re.compile(r"[”》」]?(?:（[^）]*）)?[”》」]?")
TIME = time_expression()
_STAGE_WORDS = re.compile("^第|(?:工程|项目)$")
_END = r"(?=[，。；：、！]|$)"


class Said(NamedTuple):
    """What became of a thing, or of a further `stage` of it: done, or given up (`outcome` refused), in which words.

    `undone`: it is still a plan (X尚未设立), which is a failure only where it was due. `joined`: it works together with
    another thing now (X已与Y互联互通), which brings about neither.
    """

    status: str
    outcome: str
    words: str
    stage: str = ""
    undone: bool = False
    joined: bool = False


def said_of(quote: str, start: int, end: int, date: str) -> Said | None:
    """Return what a sentence says became of what it names at [start, end), or None; `date` is the reply's.

    None too where it only supposes it (如X获批，…).
    """
    if not _any_word().find("".join(quote.split())):
        return None
    before, after = _OPENING.sub("", _plain(quote[:start])), _plain(quote[end:])
    staged = _stage_pattern().match(after, _closed(after))
    after = after[staged.end() if staged else _closed(after) :]
    text, behind = before + _NAME + after, len(before) + 1
    if _supposed_pattern().search(text, 0, behind - 1):
        return None
    found = _subject_pattern().match(text, behind) or _undone_pattern().match(text, behind)
    if found is None and _object_ends().match(text, behind):
        begin = max(0, behind - _REACH)
        found = _not_brought_pattern().search(text, begin, behind - 1)
        if not found and _said_words().search(text, begin, behind - 1):
            found = _object_pattern().search(text, begin, behind - 1)
    found = found or _joined_pattern().match(text, behind)
    found = found or _joined_with_pattern().search(text, max(0, behind - _REACH))
    said = _read(text, found, date) if found else None
    if said and _NAME in said.words:
        said = said._replace(words=said.words.replace(_NAME, "".join(quote[start:end].split())))
    return said._replace(stage=_plain_stage(staged["later"])) if said and staged else said


def stage_of(after: str) -> str:
    """Return which further stage of a thing the words right behind its name speak of (二期), or the empty string."""
    after = _plain(after)
    found = _stage_pattern().match(after, _closed(after))
    return _plain_stage(found["later"]) if found else ""


def joins(what: str) -> bool:
    """Return whether the words of a promise let two things work together (X与Y互联互通)."""
    return outcome_pattern("joined").search("".join(what.split())) is not None


def _plain_stage(words: str) -> str:
    """二期 of 第二期, 二期工程, 二期项目."""
    return _STAGE_WORDS.sub("", words) or words


def _read(text: str, found: re.Match[str], date: str) -> Said | None:
    """Return what the words say, unless they are denied, planned or told of a time ahead."""
    at, end = found.span("said")
    if "undone" in found.re.groupindex:
        return None if is_untrue(text, at) else Said("planned", "", _words(found), undone=True)
    if "joined" in found.re.groupindex:
        return Said("done", "", _words(found), joined=True) if _is_so(text, at, end, date) else None
    if found["dropped"]:
        denied = _denied_pattern().search(text, 0, found.start())
        return None if denied else Said("done", "refused", _words(found))
    sure = found["sure"] or found["said"].endswith("了")
    bare = found["formed"] and not (sure or found["past"])
    if bare or not _is_so(text, at, end, date, sure=bool(sure), past=bool(found["past"])):
        return None
    return Said("done", "", _words(found))


def _is_so(text: str, at: int, end: int, date: str, *, sure: bool = False, past: bool = False) -> bool:
    """Whether what is told at [at, end) is neither ahead nor untrue nor, unless words say that it is so, planned."""
    part, _ = part_bounds(text, at)
    if lies_ahead(text[part:end], date) or is_untrue(text, at):
        return False
    return sure or not _is_planned(text, part, at, date if past else "")


def _is_planned(text: str, part: int, at: int, date: str) -> bool:
    """Whether a bare result at a place is part of a plan; one with a time of a letter whose `date` is known is not."""
    planned = any(each.cue.status != "done" for each in find_cues(text, part, at))
    return read_status(text, (at, at), "done").status != "done" or (planned and not date)


def _words(found: re.Match[str]) -> str:
    """The words beside the name, from the last comma before the verb on: 已于2023年4月正式启用."""
    words = found.string[found.start() : found.end("said")]
    behind = words.rfind("，", 0, found.start("said") - found.start()) + 1
    return words[behind:]


def _plain(text: str) -> str:
    return _HALF_WIDTH.sub(_full_width, "".join(text.split()))


def _full_width(mark: re.Match[str]) -> str:
    return _FULL_WIDTH[mark[0]]


def _closed(after: str) -> int:
    closed = _CLOSING.match(after)
    return closed.end() if closed else 0


@cache
def _any_word() -> CharwiseDoubleArrayAhoCorasick:
    """Finds what a sentence holds one of that says anything."""
    words = outcome_words()
    roles: tuple[OutcomeRole, ...] = ("result", "formed", "dropped", "undone", "waiting", "joined")
    return CharwiseDoubleArrayAhoCorasick(sorted({word for role in roles for word in words[role]}))


@cache
def _stage_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_outcome_word('head')}?(?:的|项目)?(?P<later>{any_outcome_word('later')})")


@cache
def _supposed_pattern() -> re.Pattern[str]:
    """如, 若, 一旦 in the clause before the name; 如 of 例如 supposes nothing."""
    return re.compile(rf"(?<![例比诸正]){any_outcome_word('supposed')}[^，。；：、]{{0,8}}$")


def _ways() -> str:
    """What may stand between the name and its verb; `sure` and `past` where it says that it is so.

    Repetitions are bounded here and below: words that are sums of others would be tried in every way.
    """
    past = rf"(?P<past>(?:于|在)?{TIME}，?)"
    return rf"(?:(?P<sure>{any_outcome_word('sure')})|{past}|{any_outcome_word('neutral')}){{0,8}}"


def _verb() -> str:
    """One or more results in a row (建成并投入使用), or words that give up, and nothing that they are done to."""
    and_sure = rf"(?:并|、|和|且)?{any_outcome_word('sure')}{{0,2}}"
    result = any_outcome_word("result")
    done = rf"(?:{result}|(?P<formed>{any_outcome_word('formed')}))(?:{and_sure}{result}){{0,3}}"
    dropped = rf"(?P<dropped>{any_outcome_word('dropped')})"
    return rf"(?P<said>(?:{done}|{dropped}{any_outcome_word('act')}?)了?)"


@cache
def _subject_pattern() -> re.Pattern[str]:
    """X项目已于2023年4月正式启用; X因条件不成熟，已终止设立; X总投资3亿元，于2023年4月建成."""
    clauses = rf"(?:{any_outcome_word('circumstance')}[^，。；：]*，){{0,3}}"
    return re.compile(
        rf"{any_outcome_word('head')}?{any_outcome_word('noun')}{{0,4}}?{clauses}{_ways()}{_verb()}(?:{_END}|[并且])"
    )


@cache
def _said_words() -> re.Pattern[str]:
    """What every match of `_object_pattern` holds one of."""
    return outcome_pattern("result", "formed", "dropped")


@cache
def _object_pattern() -> re.Pattern[str]:
    """已于2023年获批设立X, 成功组建规模10亿元的X, 决定取消X."""
    return re.compile(rf"{_ways()}{_verb()}(?:[^，。；：、]{{0,14}}的)?$")


@cache
def _object_ends() -> re.Pattern[str]:
    return re.compile(rf"{any_outcome_word('noun')}{{0,4}}(?:[，。；：、！]|等|[和与及并]|$)")


@cache
def _joined_pattern() -> re.Pattern[str]:
    """X平台已与Y实现数据互通, X目前已和Y全面对接; not X将与Y对接."""
    head = rf"{any_outcome_word('head')}?"
    ways = rf"(?:{any_outcome_word('neutral')}|{TIME}){{0,4}}"
    said = rf"(?P<said>{any_outcome_word('sure')}[^，。；：、]{{0,30}}?{_joining()})"
    return re.compile(rf"{head}(?:之?间)?{ways}{said}了?{_END}")


@cache
def _joined_with_pattern() -> re.Pattern[str]:
    """已与省级X平台实现数据互通, with the name in the middle."""
    head = rf"{any_outcome_word('head')}?(?:之?间)?"
    before = rf"{any_outcome_word('sure')}[^，。；：、]{{0,4}}[与和同跟][^，。；：、]{{0,8}}"
    return re.compile(rf"(?P<said>{before}{_NAME}{head}{_joining()})了?{_END}")


def _joining() -> str:
    what = rf"{any_outcome_word('sure', 'shared')}{{0,3}}"
    return rf"(?:实现|完成|达成)?了?{what}(?P<joined>{any_outcome_word('joined')})"


def _not_yet() -> str:
    """Words that say that a thing is not there yet, and what it is not: 至今未能如期上线, 尚未完成工商注册."""
    ways = rf"(?:{any_outcome_word('sure', 'neutral')}|{TIME}){{0,4}}"
    result = any_outcome_word("result", "formed", "act", "begun")
    return rf"(?P<undone>{any_outcome_word('undone')}{ways}{result}{{1,3}})"


@cache
def _undone_pattern() -> re.Pattern[str]:
    """X因出资方案调整尚未设立, 受X影响至今未能上线, X仍在征求意见; not X尚未设立分支机构."""
    clauses = rf"(?:{any_outcome_word('circumstance')}[^，。；：]*，){{0,3}}"
    cause = rf"(?:{any_outcome_word('circumstance')}[^，。；：]{{0,30}}?)?"
    ways = rf"(?:{any_outcome_word('neutral')}|{TIME}){{0,4}}"
    waiting = rf"(?P<waiting>{any_outcome_word('waiting')}[^，。；：、]{{1,12}})"
    nouns = rf"{any_outcome_word('head')}?的?{any_outcome_word('noun')}{{0,4}}?"
    said = rf"(?P<said>{_not_yet()}{any_outcome_word('noun')}{{0,2}}|{waiting})"
    return re.compile(rf"{nouns}{clauses}{cause}{ways}{said}(?:{_END}|[但并])")


@cache
def _not_brought_pattern() -> re.Pattern[str]:
    """至今未出台X, 尚未完成X."""
    return re.compile(rf"(?P<said>{_not_yet()})(?:[^，。；：、]{{0,14}}的)?$")


@cache
def _denied_pattern() -> re.Pattern[str]:
    """A word before that gives up nothing: 不得取消, 如需终止."""
    return re.compile(rf"{any_outcome_word('denying')}[^，。；：]{{0,4}}$")
