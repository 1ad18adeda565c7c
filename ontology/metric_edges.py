"""Words at the edges of phrases that name what a number counts."""

from __future__ import annotations

from functools import cache
from typing import Literal

from .tsv import read_tsv

Side = Literal["left", "right", "stop", "clause"]


@cache
def metric_edges(side: Side) -> tuple[str, ...]:
    """Return the words of this side (see the head of the file), longest first."""
    rows = read_tsv("metric_edges.tsv", ("word", "side", "source"))
    words = {
        row.required("word")
        for row in rows
        if row.one_of("side", ("left", "right", "stop", "clause")) == side
    }
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
