"""Bare nouns that stand for a thing named earlier in a letter (…中试基地，基地坐落于…), and the words beside them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

BackReferenceRole = Literal[
    "head",
    "pointed",
    "pointed_body",
    "no_body",
    "firm",
    "firm_end",
    "short",
    "opening",
    "tail",
    "latter",
    "earlier",
    "beside",
]


@cache
def back_reference_words() -> Mapping[BackReferenceRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("back_references.tsv", get_args(BackReferenceRole))
