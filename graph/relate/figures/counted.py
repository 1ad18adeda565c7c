"""The noun phrase behind a classifier, which says what is counted: 11个部门, 5个以竹编为主打产品的村落, 六大产业."""

from __future__ import annotations

import re
from functools import cache

from corpus.records import Letter
from ontology.metric_edges import metric_edges
from ontology.quantity_words import bounds
from ontology.tsv import any_word

from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence
from ..status import clause_bounds
from .quantity import Quantity
from .right_edges import stopping, stops
from .word_patterns import any_figure_word, figure_pattern

_BEHIND = re.compile(
    r"(?:[1-5]A级(?:以上)?)?(?:“[^，。；：“”]{1,12}”)?(?:[大中小]（[\d一二三四]）(?=[型类]))?"
    r"(?:[^，。；：！？、（）()“”\d的]{2,12}“[^，。；：“”]{1,12}”(?=[^，。；：！？、（）()“”\d的]{2}))?"
    r"[^，。；：！？、（）()“”\d的]{2,24}(?:、[^，。；：！？、（）()“”\d的]{2,12})*"
)
_NAMED = re.compile(rf"(?:[{ANY_NAME}]|“[^，。；：“”]{{2,12}}”)(?=[，。；：、！？）]|$)")
"""A name or a quotation alone is what its classifier counts: 发布一支X，…; 建成412个“共享菜园”，…."""
_BEFORE_TIME = frozenset("于在到从自至由")
"""What stands between what is counted and a time: 6家企业于2018年2月."""
_WITHIN = "内"
"""五年内: behind a number of years, no part of what they count."""
_BEFORE_NUMBER = ("首批", "首期")
"""What the next number behind it is told of: 6个领域首批19个场景."""
_BEFORE_TITLE = frozenset("任为叫称")
"""What stands between those who are counted and what they are called: 4位县领导任“总河长”."""
_GRAND = "大"
_BY_THIS = "此"
"""What ends an adverb that is no noun: 528人据此取得证书."""
_FOR = "为向给"
_TAKEN = re.compile("[为对向给与和同把将被在于从让使助由]")
"""Before a number: those counted are not who acts (为9家企业提供担保)."""


def counted_behind(text: str, start: int, quantity: Quantity) -> tuple[int, int] | None:
    """Return the range of the noun phrase right behind a classifier, None where a verb or a mark stands there."""
    if quantity.unit_of.unit == _GRAND and (grand := _grand_pattern().match(text, start)):
        return grand.span()
    if short := _short_pattern().match(text, start) or figure_pattern("respect").match(text, start):
        return short.span()
    if quantity.unit_of.dimension == "duration" and text.startswith(_WITHIN, start):
        start += len(_WITHIN)
    if state := _state_pattern().match(text, start):
        start = state.end()
    match = _BEHIND.match(text, start)
    if match is None:
        named = _NAMED.match(text, start)
        return named.span() if named else None
    described = text[match.end() : match.end() + 1] == "的"
    clause = described and (_BEHIND.match(text, match.end() + 1) or _NAMED.match(text, match.end() + 1))
    if clause and _describes(match[0]):
        return clause.span()
    end = next(stops(text, start, match.end()), match.end())
    if _served_before(text, quantity) and (served := _served_pattern().search(text, start + 2, end)):
        end = served.start()
    if text[end : end + 1].isdigit():
        first = next((word for word in _BEFORE_NUMBER if text.endswith(word, start, end)), "")
        end -= len(first) or text[end - 1] in _BEFORE_TIME
    if text.startswith("“", end) and text[end - 1] in _BEFORE_TITLE:
        end -= 1
    return (start, end) if end - start > 1 else None


def _describes(words: str) -> bool:
    """Whether words behind a classifier only say which of what follows 的 are meant: 5个以竹编为主打产品的村落."""
    told = words.startswith(metric_edges()["clause"]) and not words.startswith(tuple(bounds("after")))
    return told or words.endswith(metric_edges()["quality"])


def counted_as(letter: Letter, masked: MaskedSentence, noun: tuple[int, int], quantity: Quantity) -> str:
    """Return a noun phrase that is counted as printed, behind what is told that those counted do, if anything.

    5所院校开设养老专业: 开设养老专业的院校; 为9家企业提供担保: 企业, which do not provide it.
    """
    said, text = masked.printed(letter, *noun), masked.text
    if _is_taken(text, quantity):
        had = _had_pattern().match(text, noun[1])
        return f"{masked.printed(letter, *had.span('deed'))}的{said}" if had else said
    deed = _deed_pattern().match(text, noun[1])
    if deed is None:
        return said
    done = masked.printed(letter, *deed.span("deed"))
    return done if said.endswith(_BY_THIS) else f"{done}的{said}"


def _is_taken(text: str, quantity: Quantity) -> bool:
    """Whether those counted do not act, as words before the number say: 为9家企业."""
    clause, _ = clause_bounds(text, quantity.start)
    return _TAKEN.search(text, clause, quantity.start) is not None


def _served_before(text: str, quantity: Quantity) -> bool:
    """Whether something is done for those counted, as the word right before the number or what bounds it says."""
    return text.endswith(_serving(), 0, quantity.start)


@cache
def _serving() -> tuple[str, ...]:
    """为, 为近, 向超过: words that tell for whom something is done, with what bounds their number."""
    return tuple(f"{word}{near}" for word in _FOR for near in ("", *bounds("before")))


@cache
def _served_pattern() -> re.Pattern[str]:
    """What is done for those counted: 为9家企业|办理退税."""
    return re.compile(any_figure_word("served"))


@cache
def _short_pattern() -> re.Pattern[str]:
    """A noun of one character that is told with its like (县（市、区）), or that nothing else stands behind."""
    whole, short = (any_word(metric_edges()[side]) for side in ("whole", "short"))
    return re.compile(
        f"(?!{whole})(?:{short})(?:（(?:(?:{short})、?)+）(?:{short})?|(?=[，。；：、）的]|$|(?!{whole})(?:{stopping()})))"
    )


@cache
def _grand_pattern() -> re.Pattern[str]:
    """What 六大 counts ends in a noun that is counted so, whatever it goes on with: 六大产业集群科技创新“合伙人”."""
    return re.compile(f"[^，。；：、的]{{0,6}}?{any_word(metric_edges()['grand'])}+")


@cache
def _state_pattern() -> re.Pattern[str]:
    """What says of the things counted how far they are: 4家已建成中试平台."""
    return re.compile(f"{any_word(metric_edges()['state'])}的?(?=[^，。；：、的]{{2}})")


@cache
def _had_pattern() -> re.Pattern[str]:
    """What those counted get done, up to the next number: 为38家企业|授信(7亿元), 兑现补助资金."""
    had = any_figure_word("had")
    return re.compile(rf"(?P<deed>{had}[^，。；：、的了\d]{{0,8}})(?=[，。；\d]|$)")


@cache
def _deed_pattern() -> re.Pattern[str]:
    """What those counted do, up to the end of the clause; at a place, also up to the next number."""
    deeds, more = any_word(metric_edges()["deed"]), r"[^，。；：、的了\d]{0,16}"
    return re.compile(rf"(?P<deed>{deeds}{more}(?=[，。；]|$)|在[{ANY_PLACE}]{more}(?=[，。；\d]|$))")
