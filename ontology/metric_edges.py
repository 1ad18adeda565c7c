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
    "late",
    "deed",
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


@cache
def metric_edges() -> Mapping[Side, tuple[str, ...]]:
    """Return the words of each side, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("metric_edges.tsv", get_args(Side), "side")
