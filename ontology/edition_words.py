"""Words that tell two documents with one title apart, and a document from the ordinary word that is its short name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

EditionRole = Literal[
    "replaces",
    "ended",
    "former",
    "repealed",
    "pointing",
    "leaning",
    "speaks",
    "revised",
    "statute",
    "no_statute",
    "drafted",
]


@cache
def edition_words() -> Mapping[EditionRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("edition_words.tsv", get_args(EditionRole))
