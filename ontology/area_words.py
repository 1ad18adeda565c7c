"""Words of areas and bodies whose numbers are their own, not their city's: 片区, 景区, 公司."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

AreaRole = Literal["end", "generic", "closing", "behind", "leading", "telling", "body"]


@cache
def area_words() -> Mapping[AreaRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("area_words.tsv", get_args(AreaRole))
