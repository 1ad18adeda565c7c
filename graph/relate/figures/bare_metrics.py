"""Metrics that say nothing without their thing: 规模30亿元 behind 设立甲基金 counts 甲基金规模."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache

import msgspec

from ontology.quantity_words import FigureRole, figure_words
from ontology.relation_words import making_words
from ontology.tsv import any_word

from ...records import LinkedLetter
from ..masking import ANY_NAME, MaskedSentence, Name
from ..records import Figure
from ..status import clause_bounds
from ..typed.actors import lead_pattern

_ROLES: Mapping[str, tuple[FigureRole, ...]] = {
    "fund": ("bare_metric",),
    "platform": ("bare_metric", "bare_of_site", "bare_of_works"),
    "policy": ("bare_metric", "bare_of_site", "bare_of_works"),
    "organisation": ("bare_of_body", "bare_of_site"),
}
"""Which bare words things of a kind have."""


def with_thing(linked: LinkedLetter, masked: MaskedSentence, figure: Figure) -> Figure:
    """Return a figure whose metric names its thing, as it is printed, where the metric is nothing but a bare word.

    Only where it is about one thing that its sentence names as what it tells of; of a fund only what funds have, of
    another thing only up to the first number behind it (投资项目12个，总投资30亿元 is the projects').
    """
    if figure.metric not in _bare_words() or len(figure.about) != 1:
        return figure
    named = [name for name in masked.names.values() if name.node_ids == figure.about]
    before = [name for name in named if name.span.end <= figure.span.start]
    if not before or not _may_have(masked, before[-1], figure):
        return figure
    printed = "".join(before[-1].printed(linked.letter).split())
    return msgspec.structs.replace(figure, metric=printed + figure.metric)


def ends_bare(metric: str) -> bool:
    """Return whether a metric ends in such a word, so that only its thing tells what is counted."""
    return metric.endswith(tuple(_bare_words()))


def _may_have(masked: MaskedSentence, name: Name, figure: Figure) -> bool:
    """Whether a thing can have the metric: bodies have budgets and ranges of their own (惠及, 余额), funds no area."""
    words = (word for role in _ROLES.get(name.kind, ()) for word in figure_words(role))
    if name.anaphor or figure.metric not in words or not _is_told_of(masked, name):
        return False
    behind = bisect_left(masked.offsets, name.span.end)
    number = bisect_left(masked.offsets, figure.span.start)
    return name.kind == "fund" or not any(map(str.isdigit, masked.text[behind:number]))


def _is_told_of(masked: MaskedSentence, name: Name) -> bool:
    """Whether a sentence tells of a name: a clause begins with it, it is made (设立X), or measured in brackets."""
    at = bisect_left(masked.offsets, name.span.start)
    start, _ = clause_bounds(masked.text, at)
    made = _made_pattern().search(masked.text, start, at) is not None or masked.text.startswith("（", at + 1)
    return made or lead_pattern().fullmatch(masked.text, start, at) is not None


@cache
def _made_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_word(making_words())}[^，。；：{ANY_NAME}]{{0,4}}$")


@cache
def _bare_words() -> frozenset[str]:
    return frozenset(word for roles in _ROLES.values() for role in roles for word in figure_words(role))
