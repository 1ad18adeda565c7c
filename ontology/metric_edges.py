"""Words at the edges of phrases that name what a number counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

Side = Literal[
    "left",
    "right",
    "stop",
    "clause",
    "whole",
    "doing",
    "act",
    "tail",
    "verb",
    "beginning",
    "state",
    "short",
    "per",
    "repeated",
    "grand",
    "bare",
    "money",
    "means",
    "self",
    "total",
    "given",
    "having",
    "quality",
]
_SIDES: tuple[Side, ...] = get_args(Side)


def metric_edges(side: Side) -> tuple[str, ...]:
    """Return the words of this side, longest first (the sides: head of the file). Raises `LexiconError`."""
    return _metric_edges()[side]


@cache
def _metric_edges() -> Mapping[Side, tuple[str, ...]]:
    return words_by_role("metric_edges.tsv", _SIDES, "side")
