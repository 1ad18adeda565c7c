"""Numbers that are no facts: what members ask for, how many proposals are answered, 两省 of two that were named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ontology.clause_words import clause_words
from ontology.quantity_words import figure_words
from ontology.tsv import any_word

from ..clause_roles import any_clause_word
from ..lists import AND, MARK
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence
from ..status import clause_bounds, part_bounds
from ..times import only_says_when
from .left_edges import TERRITORY
from .quantity import Quantity
from .ranks import is_linking, ranks
from .word_patterns import any_figure_word, figure_pattern

_LIST_OF_ACTORS = re.compile(
    rf"(?:^|[，。；：在由])[{ANY_PLACE}{ANY_NAME}](?:{AND}[{ANY_PLACE}{ANY_NAME}])+$"
)
"""A list that a clause begins with: 甲、乙(两省)."""
_DIGITS = frozenset("0123456789")

_RATED = re.compile("及?以[上下]|[\u4e00-\u9fff]")
"""Behind a voltage: what is made for it."""
_GRADES = frozenset("一二三四五")
"""The classes of surface water (GB 3838), which letters print in words or in Roman numerals."""


def told_as_facts(masked: MaskedSentence, counted: Sequence[Quantity]) -> tuple[Quantity, ...]:
    """Return the quantities of a sentence that the letter itself counts."""
    if not counted:
        return ()
    text = masked.text
    if _may_ask().search(text):
        heads = masked.sentence.zone == "heading" or _is_heading().fullmatch(text)
        counted = [each for each in counted if not (heads or _is_asked(text, each.start))]
    return tuple(
        each for each in counted if not (_counts_proposals(text, each) or _counts_those_named(text, each))
    )


def asks(masked: MaskedSentence, at: int) -> bool:
    """Return whether what stands at a place of a sentence is part of what somebody asks for: 您建议打造全国首个X."""
    return bool(_may_ask().search(masked.text)) and _is_asked(masked.text, at)


def _is_asked(text: str, number: int) -> bool:
    """Whether a number is part of what somebody asks for or advises: 您建议给予3000元补助, 关于“设立100亿元基金”."""
    opened = text.rfind("“", 0, number)
    if opened >= 0 and text.find("”", opened, number) < 0 and _before_quotation().search(text, 0, opened):
        return True
    part, end = part_bounds(text, number)
    about = text.find("关于", part, number)
    if about >= 0 and _ends_in_asking().search(text, number, end) and not _goes_on(text, about, number):
        return True
    asked = [found.end() for found in _asking().finditer(text) if found.end() <= number]
    if not asked:
        return False
    if figure_pattern("telling_of").match(text, asked[-1]):
        own = asked[-1] >= clause_bounds(text, number)[0]
        return own and _ends_in_asking().match(text, number, clause_bounds(text, number)[1]) is not None
    return not _goes_on(text, asked[-1], number)


def _goes_on(text: str, start: int, number: int) -> bool:
    """Whether the letter speaks for itself again between `start` and a number: …，我局已…, …，目前…."""
    while start < number:
        begin, end = clause_bounds(text, start)
        at = max(begin, start)
        if text[at - 1 : at] == "。" or (begin >= start and _answering().match(text, begin)):
            return True
        if _done().search(text, at, min(end, number)):
            return True
        start = end + 1
    return False


def _counts_proposals(text: str, quantity: Quantity) -> bool:
    """Whether a number only says how many proposals the letter answers: 两件提案内容相近, 您提出的三条建议."""
    named = _petition().match(text, quantity.end)
    if named is None:
        return False
    return bool(
        figure_pattern("petitioned").match(text, named.end()) or _pointing().search(text, 0, quantity.start)
    )


def _counts_those_named(text: str, quantity: Quantity) -> bool:
    """Whether a numeral in words only sums up those named before it: 甲、乙两省, 两省每年各出资, …，今年两省共招生….

    Behind a verb it counts them: 走遍五市.
    """
    if quantity.unit_of.dimension != TERRITORY or text[quantity.start] in _DIGITS:
        return False
    start, _ = clause_bounds(text, quantity.start)
    before = text[start : quantity.start]
    if not before or before in clause_words()["pointing"] or only_says_when(before):
        return True
    return bool(
        _LIST_OF_ACTORS.search(text, 0, quantity.start) or _acting_together().match(text, quantity.end)
    )


def counts_nothing(text: str, quantity: Quantity) -> bool:
    """Return whether a number is part of what is told of another thing: of what grade it is, how long it holds a rank.

    Such a number is no figure, but a time before it holds on behind it.
    """
    return _is_grade(text, quantity) or _is_of_rank(text, quantity) or _is_rating(text, quantity)


def _is_grade(text: str, quantity: Quantity) -> bool:
    """Whether a number says of what grade water is: 劣五类, 水质稳定达到三类; 水质监测覆盖5类水体 counts kinds."""
    if quantity.unit_of.unit != "类" or text[quantity.start : quantity.end - 1] not in _GRADES:
        return False
    start, _ = clause_bounds(text, quantity.start)
    graded = any(word in text[start : quantity.start] for word in figure_words("graded"))
    before = text.endswith(figure_words("grading"), start, quantity.start)
    return graded and (before or text.startswith(figure_words("grade_tail"), quantity.end))


def _is_of_rank(text: str, quantity: Quantity) -> bool:
    """Whether a number only says for how many years running something holds a rank: 连续43年居全国首位."""
    if quantity.unit_of.unit != "年" or not text.endswith("连续", 0, quantity.start):
        return False
    return any(
        quantity.end == each.start or is_linking(text[quantity.end : each.start])
        for each in ranks(text)
        if quantity.end <= each.start
    )


def _is_rating(text: str, quantity: Quantity) -> bool:
    """Whether a number only says of what rating the thing behind it is (10kV线路12条); 电压达到10kV tells one."""
    return quantity.unit_of.dimension == "voltage" and _RATED.match(text, quantity.end) is not None


@cache
def _may_ask() -> re.Pattern[str]:
    """What every sentence holds that asks for something: most hold none."""
    words = (*clause_words()["wished"], *figure_words("begging"), *figure_words("quoting"))
    return re.compile(any_word(("关于", *words)))


@cache
def _is_heading() -> re.Pattern[str]:
    """（三）关于设立100亿元母基金。: a heading within its paragraph."""
    return re.compile(rf"\s*(?:{MARK})*关于[^，。；：]*。?\s*")


@cache
def _before_quotation() -> re.Pattern[str]:
    """Before the “ of what is asked for: 关于, 您提出的."""
    spoken = rf"(?:{any_figure_word('quoting')}|{any_clause_word('wished')})中?"
    return re.compile(rf"(?:关于|{spoken})(?:{any_figure_word('quoting')}|的)?[，：]?$")


@cache
def _ends_in_asking() -> re.Pattern[str]:
    return re.compile(rf"[^。；]*?的[”]?{any_clause_word('asked')}")


@cache
def _asking() -> re.Pattern[str]:
    """您建议, and 建议 where it begins a clause."""
    begging = rf"(?!{any_figure_word('not_begging')}){any_figure_word('begging')}(?![的书案，。、\d])"
    begins = rf"(?:^|(?<=[，。；：、])){MARK}?{begging}"
    wished = rf"{any_clause_word('wished')}(?!的{any_clause_word('asked')})"
    return re.compile(rf"{wished}|{begins}")


@cache
def _answering() -> re.Pattern[str]:
    """What the letter itself begins a clause with: 我局, 目前, 经研究, a body or place by name."""
    return re.compile(rf"(?:{MARK})?(?:{any_figure_word('answering')}|[{ANY_NAME}{ANY_PLACE}])")


@cache
def _done() -> re.Pattern[str]:
    return re.compile(rf"(?<!为){any_figure_word('reporting')}")


@cache
def _acting_together() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：、]{{0,3}}?{any_figure_word('together')}")


@cache
def _petition() -> re.Pattern[str]:
    return re.compile(rf"[^，。；：]{{0,4}}?{any_figure_word('petition')}")


@cache
def _pointing() -> re.Pattern[str]:
    return re.compile(rf"{any_figure_word('petitioning')}[这的]?$")
