"""Words at the edges of phrases that name what a number counts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast, get_args

from .tsv import read_tsv

Side = Literal["left", "right", "stop", "clause", "whole", "doing", "act", "tail"]
_SIDES: tuple[Side, ...] = get_args(Side)


def metric_edges(side: Side) -> tuple[str, ...]:
    """Return the words of this side (see the head of the file), longest first."""
    return _metric_edges()[side]


@cache
def _metric_edges() -> Mapping[Side, tuple[str, ...]]:
    found: dict[Side, set[str]] = {side: set() for side in _SIDES}
    for row in read_tsv("metric_edges.tsv", ("word", "side", "source")):
        found[cast("Side", row.one_of("side", _SIDES))].add(row.required("word"))
    return {side: tuple(sorted(words, key=lambda word: (-len(word), word))) for side, words in found.items()}
