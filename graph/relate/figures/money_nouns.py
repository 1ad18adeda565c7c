"""What money is called whose own words only say that it is given: 安排3亿元专项资金; 设立X资金，累计下达3亿元."""

from __future__ import annotations

import re
from functools import cache

from ontology.clause_words import clause_words
from ontology.metric_edges import metric_edges
from ontology.money_sources import money_payers, money_sources
from ontology.quantity_words import bounds, figure_words
from ontology.tsv import any_word

from ..lists import AND
from ..masking import ANY_PLACE, kind_class
from ..typed.actors import lead_pattern
from .right_edges import stopping
from .word_patterns import any_figure_word

_BODY, _FUND = kind_class("organisation"), kind_class("fund")
_COUNTRY = ("中央", "国家")
_TREASURY = "财政"
_LONGEST = 30
"""Characters that the name of money has at most."""
_FOREIGN_PLACE = re.compile(
    r"(?:[^，。；：、的]{1,6}?(?:省|自治区|市|县|区)[、和]?){1,6}(?!财政|级|[厅局委办]|人民|政府)(?=...)"
)


def is_bare(text: str, start: int, end: int, *, by_whom: bool = False) -> bool:
    """Return whether the words in [start, end) only say that money is given, when, and to which place.

    With `by_whom` they may begin with bodies that give it: 甲银行设立.
    """
    giver = _giver_pattern().match(text, start, end) if by_whom else None
    return _bare_pattern().fullmatch(text, giver.end() if giver else start, end) is not None


def names_source(text: str, start: int, end: int) -> bool:
    """Return whether the words in [start, end) say whose money it is: 市财政安排."""
    return source_pattern().search(text, start, end) is not None


def names_payer(text: str, start: int, end: int) -> bool:
    """Return whether the last words in [start, end) for whose money it is name a level of government."""
    found = list(source_pattern().finditer(text, start, end))
    if not found:
        return False
    payer = money_payers()[found[-1][0]]
    return money_sources()[found[-1][0]] != "none" or payer.startswith(_COUNTRY) or _TREASURY in payer


def noun_behind(text: str, end: int) -> tuple[int, int] | None:
    """Return where the money is named that stands right behind an amount which ends at `end`: 3亿元专项资金."""
    found = _behind_pattern().match(text, end)
    return found.span("noun") if found else None


def noun_before(text: str, clause: int) -> tuple[int, int] | None:
    """Return where the clause before the one that begins at `clause` ends in the name of money: 设立X资金，…."""
    if clause == 0 or text[clause - 1] != "，":
        return None
    start = max(text.rfind(mark, 0, clause - 1) for mark in "，。；：") + 1
    if not _ends_in_money().search(text, start, clause - 1):
        return None
    verbs = [found.end() for found in _verb_pattern().finditer(text, start, clause - 2)]
    lead = lead_pattern().match(text, start, clause - 2)
    begin = verbs[-1] if verbs else lead.end() if lead else start
    return (begin, clause - 1) if 1 <= clause - 1 - begin <= _LONGEST else None


def of_no_place(metric: str) -> str:
    """Return the name of money without the place that it begins with: the next amount is another place's."""
    found = _FOREIGN_PLACE.match(metric)
    return metric[found.end() :] if found else metric


@cache
def _bare_pattern() -> re.Pattern[str]:
    """安排, 市财政下达甲县, 由省财政按每村: who gives, to whom, and by which measure."""
    place = f"[{ANY_PLACE}](?:{AND}[{ANY_PLACE}])*"
    said = any_word((*metric_edges()["bare"], *money_sources(), *bounds("before")))
    each = any_word(word for word in metric_edges()["right"] if word.startswith("每"))
    return re.compile(
        rf"(?:{place}|{said}|由|分\d+[批次期]|按(?:{each})?|{any_figure_word('together', 'reporting', 'recurring')})*"
    )


@cache
def _giver_pattern() -> re.Pattern[str]:
    return re.compile(rf"[{_BODY}](?:{AND}[{_BODY}])*(?=.)")


@cache
def source_pattern() -> re.Pattern[str]:
    """Return the expression that finds the words for whose money it is, the longest first: 中央财政."""
    return re.compile(any_word(money_sources()))


@cache
def _behind_pattern() -> re.Pattern[str]:
    """Right behind an amount, up to a mark or a word that says for what it is; no verb begins it."""
    verbs = any_word((*metric_edges()["act"], *metric_edges()["bare"]))
    noun = rf"(?:[{_FUND}]|(?!{stopping()}|{verbs})[^，。；：、的\d（）]{{0,14}}?{_money()})"
    noun = rf"(?:{noun}|(?<=作为)[^，。；：的\d（）]{{0,24}}?{_money()})"
    return re.compile(rf"(?:的|作为)?(?P<noun>{noun})(?=[，。；：、）]|$|{stopping()}|支持)")


@cache
def _ends_in_money() -> re.Pattern[str]:
    return re.compile(rf"(?:{_money()}|[{_FUND}])$")


@cache
def _verb_pattern() -> re.Pattern[str]:
    """What the name of money stands behind: 安排, 出台了; no word that such a name holds."""
    nouns = {*metric_edges()["money"]}
    words = (
        each
        for each in (*metric_edges()["bare"], *metric_edges()["verb"], *metric_edges()["act"])
        if each not in nouns
    )
    return re.compile(rf"{any_word(words)}了?")


def _money() -> str:
    return any_word(metric_edges()["money"])


def part_of_money(said: str, whole: str) -> str:
    """Return what money is whose words only tell its rank: 中央, of 上级资金: 中央资金; else nothing."""
    levels = clause_words()["money_level"]
    if said not in levels or not whole.endswith(figure_words("pointed")):
        return ""
    of = next((level for level in levels if whole.startswith(level)), "")
    return said + whole.removeprefix(of)
