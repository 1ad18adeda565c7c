"""The object in the words before a number: what is counted, without who does what with it.

甲园区引入乙公司、丙公司等企业73家 counts 企业; 对创新联合体最高给予200万元支持 is 创新联合体支持.
"""

from __future__ import annotations

import re
from functools import cache

from ontology.metric_edges import Side, metric_edges
from ontology.quantity_words import bounds, figure_words
from ontology.tsv import any_word

from ..masking import ANY_NAME, ANY_PLACE, kind_class
from .money_nouns import source_pattern
from .word_patterns import any_figure_word, awarded, recipient

_LIST_END = re.compile(
    rf"(?:、.*|[{ANY_NAME}{ANY_PLACE}])(?<![高平同中初均优劣对])等(?:{any_word(metric_edges()['means'])}|地(?![区铁方下块]))?(?![级次距])(?=..)"
)
"""Behind 甲、乙等: what they are examples of."""
_TOLD = re.compile(r"\d.*已(?=...)")
"""Behind another number and what is told of it: 2.4万平方米载体已签约入驻企业."""
_BEFORE_OBJECT = (("等", _LIST_END), ("已", _TOLD))
"""What the object stands behind, each with a character that few phrases hold."""
_BODY = kind_class("organisation")
_FAR = 60
"""Characters before an amount within which it is said whom it is given to."""
_LONG = 24
"""Recipients with more characters are told by their noun alone."""
_DIGIT = re.compile(r"\d")


def object_start(text: str, start: int, end: int) -> int:
    """Return where the object begins in [start, end), the words before a number, or `start`."""
    described = _described_pattern().match(text, start, end)
    start = described.end() if described else start
    begun = _begun_pattern().match(text, start, end)
    paid = _source_pattern().match(text, start, end)
    start = paid.end() if paid and not text.startswith(_bare_money(), paid.end()) else start
    having = _having_pattern().match(text, start, end)
    start = having.end() if having else start
    for word in metric_edges()["given"]:  # 对企业给予: behind it stands what is given
        at = text.rfind(word, start, end - 2)
        start = at + len(word) if at >= 0 else start
    for mark, pattern in _BEFORE_OBJECT:
        found = pattern.search(text, start, end) if text.find(mark, start, end) >= 0 else None
        start = found.end() if found else start
    verbs = [found.end() for found in _verb_pattern().finditer(text, start, end - 2)] if begun else []
    return verbs[-1] if verbs else start


def award(text: str, begin: int, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return who or what is given an amount at [start, end) of a part from `begin` on, and what it is given as.

    对X最高给予30万元一次性奖励: the ranges of X, which may be empty, and 奖励; 对X，一次性奖励30万元: X, 一次性奖励.
    None where nothing is given.
    """
    given = _award_pattern().match(text, end) or _awarded_pattern().search(text, begin, start)
    if given is None:
        return None
    named = [
        found.span("whom") for found in _recipient_pattern().finditer(text, max(begin, start - _FAR), start)
    ]
    whom = named[-1] if named else (start, start)
    head = text.rfind("的", *whom)
    if head >= 0 and (whom[1] - whom[0] > _LONG or _DIGIT.search(text, *whom)):
        whom = (head + 1, whom[1])
    return whom, given.span("award")


def _words(side: Side) -> str:
    return any_word(metric_edges()[side])


@cache
def _described_pattern() -> re.Pattern[str]:
    """由甲管理的(乙基金规模): who made or runs what is counted is no part of it."""
    return re.compile(rf"由?[{_BODY}][^，。；：的]{{1,24}}的(?=[{ANY_NAME}])")


@cache
def _source_pattern() -> re.Pattern[str]:
    """市财政安排, 中央财政累计下达我省, 省财政对: whose money it is and what is done with it."""
    verb = rf"(?:{any_figure_word('reporting', 'recurring')}|预算)*(?:{_words('bare')})+了?[{ANY_PLACE}]?"
    return re.compile(rf"{source_pattern().pattern}(?:{verb}|对)(?=[{ANY_NAME}]|[^，。；：、的\d]{{2}})")


@cache
def _bare_money() -> tuple[str, ...]:
    return figure_words("pointed")


@cache
def _having_pattern() -> re.Pattern[str]:
    """小岭村现有: who has what is counted, unless that is known by name or a rate (每千人拥有床位)."""
    owner = f"[^，。；：、的每{ANY_NAME}]{{0,12}}?"
    return re.compile(
        rf"{owner}(?!{_words('whole')}){_words('having')}(?=[^，。；：、的\d]{{2}}(?![^，。]{{0,12}}的))"
    )


@cache
def _begun_pattern() -> re.Pattern[str]:
    """What begins with somebody who acts, or with words that say where, by whom or with whom."""
    return re.compile(rf"[{ANY_NAME}{ANY_PLACE}]|{_words('beginning')}")


@cache
def _verb_pattern() -> re.Pattern[str]:
    """A verb that what is counted stands behind."""
    return re.compile(rf"(?!{_words('whole')}){_words('verb')}[了过]?(?![的率者和与及])")


@cache
def _award_pattern() -> re.Pattern[str]:
    """Behind an amount: 奖励, 的一次性补助, 给予担保费补贴, 标准给予资助."""
    range_to = r"(?:[至到—–~～、-]\d[\d.,]*(?:[万亿]*元|[%％])?)?"
    more = r"(?:[、和及与]\d[\d.,]*[万亿]*元)*"
    between = rf"{range_to}{more}(?:的|标准|{any_figure_word('giving', 'shared')})*"
    ceiling = rf"(?:、?{any_word(bounds('before'))}[\d.,]+[万亿]*元的?)?"  # 按费用20%给予最高500万元补贴
    return re.compile(
        rf"{between}{ceiling}(?P<award>[^，。；：、\d的]{{0,6}}?{any_figure_word('award')})(?=[，。；：、）]|$)"
    )


@cache
def _awarded_pattern() -> re.Pattern[str]:
    """Before an amount, and behind who is given it: (对X，)每人一次性奖励."""
    return re.compile(rf"(?<=，)(?P<award>{awarded()})了?$")


@cache
def _recipient_pattern() -> re.Pattern[str]:
    """对X按…给予, 对X，给予: who or what something is given to."""
    giving = any_figure_word("shared", "giving", "payment")
    return re.compile(rf"{recipient('whom', '，。；：')}的?(?:，|(?={giving}))")
