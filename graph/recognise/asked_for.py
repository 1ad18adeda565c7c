"""Leaves out what is only asked for: 您建议设立市级某某基金, 关于设立某某基金的建议 name nothing that there is.

A name that the letter states elsewhere as well is kept: then it is there, or it will be.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from corpus.records import Span
from ontology.clause_words import clause_words
from ontology.name_edges import name_edges
from ontology.tsv import any_word

from .finding import Finding

_BEFORE = 60
"""Characters before a name in which a wish may begin."""
_INNER_END = 3
"""Characters of the shortest name behind a verb that was taken for its beginning (甲村新建|水厂)."""
_ENDS = r"，。；：,.;:\n《》"
_OPEN = f"[^{_ENDS}]"
"""A character that does not end the clause of a wish."""
_CLOSES = '”」』"！？!?\\s'
"""What ends a heading or a quotation beside that."""
_SUM = r"(?:[0-9.]+[亿万]?元)?"
"""What may stand between a verb of founding and a name, before a level."""


def without_wishes(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without those that are only asked for."""
    asked = [is_asked_for(text, finding.span) for finding in findings]
    stated = {_name(text, one) for one, wish in zip(findings, asked, strict=True) if not wish}
    return [one for one, wish in zip(findings, asked, strict=True) if not wish or _name(text, one) in stated]


def is_asked_for(text: str, span: Span) -> bool:
    """Return whether a wish, or what says what is answered, stands with a verb of founding right before a name.

    The verb may have been taken for a part of the name: 您建议在甲村新建水厂. What is told to fare so or so is there.
    """
    before = text[max(0, span.start - _BEFORE) : span.start]
    if not before.endswith(_ends_of_founding()) or _already().search(before):
        return False
    answered = bool(_answered().match(text, span.end))
    if _topic().search(before):
        return answered
    wish = _wish().search(before)
    if not wish or _there().match(text, span.end) or (wish["of"] and not answered):
        return False
    inner = _inner().match(text, span.start, span.end - _INNER_END)
    return bool(_founded().search(before, wish.end("wish"))) or (
        inner is not None and before.endswith(name_edges()["asked_where"])
    )


def _name(text: str, finding: Finding) -> str:
    return text[finding.span.start : finding.span.end]


@cache
def _wish() -> re.Pattern[str]:
    """Return the pattern of a wisher whose clause is still open at the end, and who was not followed."""
    unheeded = "".join(f"(?<!{word})" for word in name_edges()["heeded"])
    open_still = rf"(?!{any_word(name_edges()['afterwards'])})(?P<of>的?){_OPEN}*\Z"
    return re.compile(rf"{unheeded}(?P<wish>{any_word(clause_words()['wished'])}){open_still}")


@cache
def _topic() -> re.Pattern[str]:
    """Return the pattern of a verb of founding that says, right before a name, what is answered (关于设立)."""
    undecided = "".join(f"(?<!{word})" for word in name_edges()["decider"])
    return re.compile(rf"{undecided}{any_word(clause_words()['topic'])}{_OPEN}{{0,12}}?{_founded().pattern}")


@cache
def _founded() -> re.Pattern[str]:
    """Return the pattern of a verb of founding at the end that does not say by itself that the thing is there."""
    words = name_edges()
    verbs = any_word({*clause_words()["founding"]} - {*words["stands"]})
    becomes = rf"{any_word(words['turned'])}{_OPEN}{{1,12}}{any_word(words['stands'])}"
    return re.compile(rf"(?:{verbs}|{becomes}){_SUM}{any_word(words['level'])}{{0,8}}\Z")


@cache
def _ends_of_founding() -> tuple[str, ...]:
    """Return what may stand right before a name that is asked for; most names stand behind something else."""
    words = name_edges()
    return (*clause_words()["founding"], *words["stands"], *words["level"], *words["asked_where"], "元")


@cache
def _already() -> re.Pattern[str]:
    """Return the pattern of a verb of founding at the end that tells what was done: 已设立, 已于去年设立."""
    return re.compile(rf"{any_word(name_edges()['already'])}(?:于{_OPEN}{{1,10}})?{_founded().pattern}")


@cache
def _answered() -> re.Pattern[str]:
    """Return the pattern of what stands behind a name that is a topic: 的建议, the clause's end, a further topic."""
    words = name_edges()
    stated = any_word({*words["decided"], *words["there"]})
    noun, more = rf"(?:(?!{stated})[^的{_ENDS}]){{0,4}}?", rf"(?:(?!{stated}){_OPEN}){{0,40}}?"
    end = rf"(?:{any_word(words['asked_end'])}|[{_ENDS}{_CLOSES}]|\Z)"
    return re.compile(rf"(?:{noun}|{any_word(words['listed'])}{more}){end}")


@cache
def _there() -> re.Pattern[str]:
    """Return the pattern of what says, behind a name, how the thing fares: 但使用率低, 建设进度慢, 已开工."""
    return re.compile(rf"{_OPEN}{{0,2}}{any_word(name_edges()['there'])}")


@cache
def _inner() -> re.Pattern[str]:
    """Return the pattern of a place and a verb of founding: no name holds 新建 behind a place."""
    return re.compile(rf".{{2,6}}?{any_word(name_edges()['asked_verb'])}")
