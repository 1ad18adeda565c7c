"""Metrics that are incomplete without the thing they measure: 规模30亿元 behind 设立甲基金 counts 甲基金规模."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from corpus.records import Letter
from ontology.area_words import area_words
from ontology.metric_edges import metric_edges
from ontology.quantity_words import FigureRole, figure_words
from ontology.relation_words import making_words
from ontology.tsv import any_word

from ...records import LinkedLetter
from ..clause_roles import holds_word
from ..masking import ANY_NAME, MaskedSentence, Name
from ..records import OF_ANOTHER, Figure
from ..status import clause_bounds, part_bounds
from ..typed.actors import lead_pattern
from .quantity import Quantity

_SHORTEST, _LONGEST = 2, 16
"""Characters of what a measure may be of, as the number before tells it."""
_ROLES: Mapping[str, tuple[FigureRole, ...]] = {
    "fund": ("bare_metric",),
    "platform": ("bare_metric", "bare_of_site", "bare_of_works", "attribute"),
    "policy": ("bare_metric", "bare_of_site", "bare_of_works"),
    "organisation": ("bare_of_body", "bare_of_site", "bare_of_works", "attribute"),
}
"""Which bare words things of a kind have."""


def with_fund(linked: LinkedLetter, masked: MaskedSentence, figure: Figure, fund: Name) -> Figure:
    """Return a figure whose metric names the fund behind its amount: 设立总规模30亿元的甲基金 counts 甲基金总规模.

    Its measure may stand between the two (组建30亿元规模的甲基金).
    """
    printed = "".join(fund.printed(linked.letter).split())
    told = max(
        (word for word in figure_words("bare_metric") if figure.metric.endswith(word)), key=len, default=""
    )
    if told:
        return msgspec.structs.replace(figure, metric=printed + told)
    scale = _scale_pattern().match(masked.text, bisect_left(masked.offsets, figure.span.end))
    if scale is None:
        return figure
    size = {"metric": printed + scale[0], "amount_role": "fund_size", "payer": "", "payee": ""}
    return msgspec.structs.replace(figure, **size)


def with_thing(linked: LinkedLetter, masked: MaskedSentence, figure: Figure) -> Figure:
    """Return a figure whose metric names its thing, as it is printed, where the metric is nothing but a bare word.

    Only where it is about one thing that its sentence names as what it tells of; of a fund only what funds have, of
    another thing only up to the first number behind it (投资项目12个，总投资30亿元 is the projects').
    """
    if figure.metric not in _bare_words() or len(figure.about) != 1:
        return figure
    named = [name for name in masked.names.values() if name.node_ids == figure.about]
    before = [name for name in named if name.span.end <= figure.span.start]
    if not before or not _may_have(linked.letter, masked, before[-1], figure):
        return figure
    printed = "".join(before[-1].printed(linked.letter).split())
    return msgspec.structs.replace(figure, metric=printed + figure.metric)


def of_earlier(masked: MaskedSentence, figure: Figure, found: Sequence[Figure], quantity: Quantity) -> Figure:
    """Return a figure of a bare measure with what the last figure in its part tells of, unless another is named."""
    earlier = next((each for each in reversed(found) if each.amount_role not in OF_ANOTHER), None)
    if earlier is None:
        return figure
    part, _ = part_bounds(masked.text, quantity.start)
    last = bisect_left(masked.offsets, earlier.span.end)
    clause, _ = clause_bounds(masked.text, last)
    listed = [each for each in found if each.span.start >= masked.offsets[clause]]
    works = figure.metric in figure_words("bare_of_works")
    of_all = works and len(listed) > 1  # 公园3个、绿道8公里，总投资3亿元
    parted = holds_word("part", masked.text, clause, last)
    named = any(name in masked.names for name in masked.text[last : quantity.start])
    return _with_subject(figure, earlier, apart=named or of_all or parted or last < part)


def _with_subject(figure: Figure, before: Figure, *, apart: bool) -> Figure:
    """A figure whose metric is a bare measure or what was done with what the number before it counts.

    脐橙产量9.8万吨，产值5.9亿元 tells of 脐橙产值, 湿地64处，面积700公顷 of 湿地面积, 发现隐患64处，已整改58处 of
    整改隐患, 甲县种稻3万亩，乙县2万亩 of 种稻. `apart`: something else is named between the two, or a new part of the
    sentence begins.
    """
    if figure.scope and figure.metric == figure.scope and figure.unit == before.unit:
        return msgspec.structs.replace(figure, metric=before.metric)
    if apart:
        return figure
    same = figure.metric in figure_words("finished") and figure.unit == before.unit
    if not same and figure.metric not in figure_words("attribute"):
        return figure
    thing = _thing(before)
    if thing.startswith(figure.metric):
        return figure  # 产量增加5万吨，达到80万吨: the metric stands in it already
    said = figure.metric + thing if same else thing + figure.metric
    return msgspec.structs.replace(figure, metric=said) if thing else figure


def _thing(before: Figure) -> str:
    """What a figure tells of: its metric without the measure that it ends in; of money only where it ends in one."""
    told = next((word for word in figure_words("attribute") if before.metric.endswith(word)), "")
    if not told and before.type != "count":
        return ""
    thing = _done_pattern().sub("", before.metric.removesuffix(told))
    if thing.endswith(figure_words("no_owner")):
        return ""  # 惠及居民9万户，总建筑面积…; 年加工能力5万吨，产值…
    return thing if _SHORTEST <= len(thing) <= _LONGEST else ""


def ends_bare(metric: str) -> bool:
    """Return whether a metric ends in such a word, so that only its thing tells what is counted."""
    return metric.endswith(tuple(_bare_words()))


def _may_have(letter: Letter, masked: MaskedSentence, name: Name, figure: Figure) -> bool:
    """Whether a thing can have the metric: bodies have budgets (惠及, 余额), funds no area, companies no plants."""
    words = (word for role in _ROLES.get(name.kind, ()) for word in figure_words(role))
    if name.anaphor or figure.metric not in words or not _is_told_of(masked, name):
        return False
    own = figure.metric in figure_words("bare_of_body")
    if (
        not own
        and figure.metric in figure_words("attribute")
        and name.printed(letter).endswith(area_words()["body"])
    ):
        return False
    behind = bisect_left(masked.offsets, name.span.end)
    number = bisect_left(masked.offsets, figure.span.start)
    clause, _ = clause_bounds(masked.text, number)
    if name.kind == "organisation" and clause < behind and not masked.text.startswith(figure.metric, behind):
        return False
    return name.kind == "fund" or not any(map(str.isdigit, masked.text[behind:number]))


def _is_told_of(masked: MaskedSentence, name: Name) -> bool:
    """Whether a sentence tells of a name: a clause begins with it, it is made (设立X), or measured in brackets."""
    at = bisect_left(masked.offsets, name.span.start)
    start, _ = clause_bounds(masked.text, at)
    made = _made_pattern().search(masked.text, start, at) is not None or masked.text.startswith("（", at + 1)
    return made or lead_pattern().fullmatch(masked.text, start, at) is not None


@cache
def _scale_pattern() -> re.Pattern[str]:
    return re.compile(any_word(figure_words("bare_metric")))


@cache
def _done_pattern() -> re.Pattern[str]:
    """What is done with a thing, before its name: 新增床位, 排查隐患; 改建工程 is a thing."""
    verbs = (*metric_edges()["doing"], *figure_words("finished"))
    return re.compile(f"^{any_word(verbs)}(?=..)")


@cache
def _made_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_word(making_words())}[^，。；：{ANY_NAME}]{{0,4}}$")


@cache
def _bare_words() -> frozenset[str]:
    return frozenset(word for roles in _ROLES.values() for role in roles for word in figure_words(role))
