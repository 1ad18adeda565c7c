"""Whose money is spent where no body is named: 中央财政, 省级财政, 社会资本."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import length_order, read_tsv

Level = Literal["省", "市", "区", "县"]
"""A word for a level of places, which `Places.resolve` settles within the letter's own place."""
LEVELS: tuple[Level, ...] = get_args(Level)
_OF = (*LEVELS, "own", "none")


@cache
def money_sources() -> Mapping[str, str]:
    """Return for each word whose money it is: a `Level`, own or none; longest first. Raises `LexiconError`."""
    rows = read_tsv("money_sources.tsv", ("word", "of", "source"))
    found = {row.required("word"): row.one_of("of", _OF) for row in rows}
    return dict(sorted(found.items(), key=lambda each: length_order(each[0])))
