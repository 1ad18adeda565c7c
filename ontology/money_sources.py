"""Whose money is spent where no body is named: 中央财政, 省级财政, 社会资本."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Literal, get_args

from .tsv import Row, length_order, read_tsv

Level = Literal["省", "市", "区", "县"]
"""A word for a level of places, which `Places.resolve` settles within the letter's own place."""
LEVELS: tuple[Level, ...] = get_args(Level)
_OF = (*LEVELS, "own", "none")


@cache
def money_sources() -> Mapping[str, str]:
    """Return for each word whose money it is: a `Level`, own or none; longest first. Raises `LexiconError`."""
    return _by_word({row.required("word"): row.one_of("of", _OF) for row in _rows()})


@cache
def money_payers() -> Mapping[str, str]:
    """Return who pays, in words, for each word that means nobody in the graph: 中央预算内 is 中央's.

    Longest first; empty for a word that does not say who. Raises `LexiconError`.
    """
    return _by_word({row.required("word"): row["payer"] for row in _rows()})


def _by_word(found: Mapping[str, str]) -> Mapping[str, str]:
    return dict(sorted(found.items(), key=lambda each: length_order(each[0])))


def _rows() -> Sequence[Row]:
    return read_tsv("money_sources.tsv", ("word", "of", "payer", "source"))
