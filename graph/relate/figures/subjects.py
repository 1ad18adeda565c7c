"""What a figure is about: the entities of its clause, else what the nearest clause before it speaks of.

A metric that only things of one kind have (首期规模: a fund; ontology/lexicon/metric_subjects.tsv) looks for such a
thing alone: none is better than a wrong one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec

from corpus.records import Letter
from ontology.clause_words import ClauseRole, clause_words
from ontology.metric_subjects import MetricSubject, metric_subjects
from ontology.relation_words import relation_words
from ontology.tsv import any_word

from ..lists import PLAIN_AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name, kind_class
from ..status import ITEM_MARK, PART_MARKS, clause_bounds, part_bounds
from ..typed.actors import lead_pattern
from .quantity import Quantity
from .respective import is_told_of_each, told_apart

_LIST = re.compile(rf"[{ANY_NAME}](?:(?:（[^（）]*）)?{PLAIN_AND}?[{ANY_NAME}])*")
_COUNTED = re.compile(rf"等[^，。；：{ANY_NAME}]{{0,16}}?\d")
_PLACE = re.compile(f"[{ANY_PLACE}]")
_FUND = kind_class("fund")
_LONGEST_LEAD = 24
"""Characters from the start of a clause within which a place stands that it tells of."""
_DIGIT = re.compile(r"\d")
_BESIDE: tuple[ClauseRole, ...] = ("serving", "joint", "agent", "means")
_OF_PAPERS = frozenset({"ceiling", "paid"})
"""The roles of amounts that a paper may be the source of which other numbers follow."""


class _Listed(msgspec.Struct, frozen=True):
    """Names that stand in one list at [start, end) of a masked text."""

    names: tuple[Name, ...]
    start: int
    end: int


class _Clause(msgspec.Struct, frozen=True):
    """A clause from `start` on, `back` clauses before the number's own, with its lists of names, the last first."""

    start: int
    back: int
    lists: tuple[_Listed, ...]


def subjects(
    letter: Letter,
    masked: MaskedSentence,
    counted: Sequence[Quantity],
    quantity: Quantity,
    *,
    metric: str,
    role: str,
) -> tuple[str, ...]:
    """Return the node ids of what a quantity, one of those `counted` in its sentence, is about, in text order."""
    start, end = clause_bounds(masked.text, quantity.start)
    own = [
        name
        for name in masked.names_in(start, end)
        if name.kind != "place" and not _gives_it(masked, quantity, name)
    ]
    wanted = _wanted(metric, quantity)
    if behind := fund_behind(masked, quantity):
        return behind.node_ids
    if wanted and (fitting := _of_kind(letter, masked, quantity, wanted)):
        return _ids(fitting)
    apart = told_apart(masked, counted, quantity)
    if apart and apart.kind != "place":
        return apart.node_ids
    if apart is None and own and is_told_of_each(masked, quantity):
        return ()
    if own or wanted or _is_of_place(letter, masked, start):
        return _ids(_told_of(masked, quantity, own, (start, end)))
    return _ids(_nearest(letter, masked, quantity, role))


def _gives_it(masked: MaskedSentence, quantity: Quantity, name: Name) -> bool:
    """Whether a name behind an amount says who gives it: 一期60亿元由甲公司认缴."""
    if quantity.unit_of.dimension != "money":
        return False
    at = bisect_left(masked.offsets, name.span.start)
    return at >= quantity.end and _giver_pattern().fullmatch(masked.text, quantity.end, at + 1) is not None


def fund_behind(masked: MaskedSentence, quantity: Quantity) -> Name | None:
    """Return the fund that stands right behind an amount: 设立总规模30亿元的X基金, 设立2000亿元X再贷款."""
    if quantity.unit_of.dimension != "money":
        return None
    found = _fund_behind().match(masked.text, quantity.end)
    return masked.names[found["fund"]] if found else None


def _told_of(
    masked: MaskedSentence, quantity: Quantity, own: Sequence[Name], clause: tuple[int, int]
) -> Sequence[Name]:
    """The names of a clause that its number is said of: all in a list that it counts (甲、乙2家), no mere examples.

    甲园引进乙公司、丙公司等企业73家 is said of 甲园; of nobody known where only examples are named.
    """
    lists = [_listed(masked, match) for match in _LIST.finditer(masked.text, *clause)]
    for listed in lists:
        if listed.end == quantity.start and len(listed.names) == quantity.amount:
            return listed.names
    examples = [name for each in lists if _COUNTED.match(masked.text, each.end) for name in each.names]
    return [name for name in own if name not in examples]


def _wanted(metric: str, quantity: Quantity) -> list[MetricSubject]:
    """What a metric can only be said of, of all that it ends in a word of; empty for most."""
    if not metric.endswith(_metric_words()):
        return []
    dimensions = {"any", quantity.unit_of.dimension}
    return [each for each in metric_subjects() if each.dimension in dimensions and metric.endswith(each.word)]


def _of_kind(
    letter: Letter, masked: MaskedSentence, quantity: Quantity, wanted: Sequence[MetricSubject]
) -> tuple[Name, ...]:
    """The last names before a number that its metric can be said of; beyond ；, only where no other is named."""
    lists = (listed for clause in _before(masked, quantity, parts=True) for listed in clause.lists)
    found = [
        each for each in lists if _fits(letter, each.names[-1], wanted) and not _is_site(masked.text, each)
    ]
    part, _ = part_bounds(masked.text, quantity.start)
    if found and (found[0].start >= part or len({each.names[-1].node_ids for each in found}) == 1):
        return tuple(name for name in found[0].names if _fits(letter, name, wanted))
    return ()


def _fits(letter: Letter, name: Name, wanted: Sequence[MetricSubject]) -> bool:
    printed = letter.text[name.span.start : name.span.end]
    return any(
        each.kind == name.kind and (not each.name_ends or printed.endswith(each.name_ends)) for each in wanted
    )


def _nearest(letter: Letter, masked: MaskedSentence, quantity: Quantity, role: str) -> tuple[Name, ...]:
    """The last names of the nearest clause before that speaks of any; who only acts along, where nobody else does."""
    along: tuple[Name, ...] = ()
    for clause in _before(masked, quantity):
        counts = _is_of_place(letter, masked, clause.start)
        for listed in clause.lists:
            if _is_counted(masked.text, listed):
                counts = not _opens(masked.text, clause, listed)
            elif counts and not _opens(masked.text, clause, listed):
                continue
            elif not _is_aside(masked.text, listed, quantity, clause.back, role):
                if not _is_beside(masked.text, listed):
                    return listed.names
                along = along or listed.names
        if counts:
            break
    return along


def _before(masked: MaskedSentence, quantity: Quantity, *, parts: bool = False) -> Iterator[_Clause]:
    """The clauses up to a number, the nearest first: of its part and item, with `parts` of the whole sentence."""
    text, end, back = masked.text, quantity.start, 0
    start, _ = clause_bounds(text, end)
    while True:
        matches = reversed(list(_LIST.finditer(text, start, end)))
        yield _Clause(start, back, tuple(_listed(masked, match) for match in matches))
        if start == 0 or (not parts and (text[start - 1] in PART_MARKS or ITEM_MARK.match(text, start))):
            return
        start, end = clause_bounds(text, start - 1)
        back += 1


def _listed(masked: MaskedSentence, match: re.Match[str]) -> _Listed:
    names = tuple(masked.names[one] for one in match[0] if one in masked.names)
    return _Listed(names, match.start(), match.end())


def _is_counted(text: str, listed: _Listed) -> bool:
    """Whether a list only names some of what its clause counts: A、B等企业73家, A、B2家平台."""
    several = len(listed.names) > 1 and text[listed.end : listed.end + 1].isdigit()
    return several or _COUNTED.match(text, listed.end) is not None


def _opens(text: str, clause: _Clause, listed: _Listed) -> bool:
    """Whether a list is the subject that its clause begins with."""
    lead = lead_pattern().match(text, clause.start)
    return listed.start == (lead.end() if lead else clause.start)


def _is_beside(text: str, listed: _Listed) -> bool:
    """Whether a list is of those who act along, by whose means or for whom something is done."""
    start, _ = clause_bounds(text, listed.start)
    begun = _begun_pattern().search(text, start, listed.start)
    return text.endswith(_beside_words(), 0, listed.start) or begun is not None


def _is_aside(text: str, listed: _Listed, quantity: Quantity, back: int, role: str) -> bool:
    """Whether a list says where, or means the writer, or is a paper issued before other numbers."""
    if _is_site(text, listed) or all(name.anaphor for name in listed.names):
        return True
    start, _ = clause_bounds(text, quantity.start)
    counted = back > 1 and _DIGIT.search(text, listed.end, start)
    return bool(counted) and role not in _OF_PAPERS and _is_issued(text, listed)


def _is_site(text: str, listed: _Listed) -> bool:
    """Whether a list only says where something is or stands: 选址甲新城，占地120亩."""
    words = clause_words()
    return text.endswith((*words["locating"], *words["standing_in"]), 0, listed.start)


def _is_issued(text: str, listed: _Listed) -> bool:
    """Whether a list stands behind a verb that only puts papers out: 发布《指引》, 印发《办法》."""
    return any(text[listed.start - size : listed.start] in _issuing_words() for size in (2, 4))


def _is_of_place(letter: Letter, masked: MaskedSentence, start: int) -> bool:
    """Whether a clause tells of the whole place: 2024年全市PCT申请843件."""
    if not _PLACE.search(masked.text, start, start + _LONGEST_LEAD):
        return False
    lead = lead_pattern().match(masked.text, start)
    at = lead.end() if lead else start
    name = masked.names.get(masked.text[at : at + 1])
    return (
        name is not None
        and name.kind == "place"
        and letter.text.startswith(clause_words()["whole"], name.span.start)
    )


def _ids(names: Sequence[Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(node_id for name in names for node_id in name.node_ids))


@cache
def _begun_pattern() -> re.Pattern[str]:
    """对白鹭镇卫生院、: a list that began with what nobody knows by name."""
    return re.compile(rf"{any_word(_beside_words())}(?:[^，。；、的]{{2,16}}、)+$")


@cache
def _giver_pattern() -> re.Pattern[str]:
    """由甲、乙: from an amount on, up to one of those who give it."""
    return re.compile(rf"由[{ANY_NAME}](?:{PLAIN_AND}?[{ANY_NAME}])*")


@cache
def _fund_behind() -> re.Pattern[str]:
    return re.compile(rf"(?:总?规模)?的?[《“]?(?P<fund>[{_FUND}])")


@cache
def _metric_words() -> tuple[str, ...]:
    return tuple({each.word: None for each in metric_subjects()})


@cache
def _beside_words() -> tuple[str, ...]:
    return tuple(word for role in _BESIDE for word in clause_words()[role])


@cache
def _issuing_words() -> frozenset[str]:
    return frozenset(word for word, told in relation_words().items() if "issued" in told)
