"""Words by which an opening says which of several proposers submitted which of several proposals."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

SubmittingRole = Literal["each", "together", "addressed"]


@cache
def submitting_words() -> Mapping[SubmittingRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("submitting_words.tsv", get_args(SubmittingRole))
