"""Metrics that say nothing without their thing: 规模30亿元 behind 设立甲基金 counts 甲基金规模."""

from __future__ import annotations

from functools import cache

import msgspec

from ontology.quantity_words import figure_words

from ...records import LinkedLetter
from ..masking import MaskedSentence, Name
from ..records import Figure


def with_thing(linked: LinkedLetter, masked: MaskedSentence, figure: Figure) -> Figure:
    """Return a figure whose metric names its thing, as it is printed, where the metric is nothing but a bare word.

    Only where it is about one thing that its sentence names; of organisations only what no place has (注册资本).
    """
    if figure.metric not in _bare_words() or len(figure.about) != 1:
        return figure
    named = [name for name in masked.names.values() if name.node_ids == figure.about]
    before = [name for name in named if name.span.end <= figure.span.start]
    if not before or not _may_have(before[-1], figure.metric):
        return figure
    full = before[-1].full
    printed = "".join(linked.letter.text[full.start : full.end].split())
    return msgspec.structs.replace(figure, metric=printed + figure.metric)


def ends_bare(metric: str) -> bool:
    """Return whether a metric ends in such a word, so that only its thing tells what is counted."""
    return metric.endswith(tuple(_bare_words()))


def _may_have(name: Name, metric: str) -> bool:
    """Whether such a thing can have the metric; bodies have budgets and ranges of their own (惠及, 余额)."""
    return not name.anaphor and (name.kind != "organisation" or metric in figure_words("bare_of_body"))


@cache
def _bare_words() -> frozenset[str]:
    return frozenset((*figure_words("bare_metric"), *figure_words("bare_of_body")))
