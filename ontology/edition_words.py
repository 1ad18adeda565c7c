"""Words that tell two documents with one title apart, and a document from the ordinary word that is its short name.

Source: lexicon/edition_words.tsv.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

Role = Literal["replaces", "ended", "former", "repealed", "pointing", "leaning", "speaks"]


@cache
def edition_words() -> Mapping[Role, tuple[str, ...]]:
    """Return the words by role. Raises `LexiconError` naming file, row, column and value."""
    return words_by_role("edition_words.tsv", get_args(Role))
