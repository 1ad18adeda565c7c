"""Words of areas and bodies whose numbers are their own, not their city's: 片区, 景区, 公司."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

AreaRole = Literal["end", "generic", "closing", "behind", "leading", "telling", "body"]
_ROLES: tuple[AreaRole, ...] = get_args(AreaRole)


def area_words(role: AreaRole) -> tuple[str, ...]:
    """Return the words of this role, longest first (the roles: head of the file). Raises `LexiconError`."""
    return _area_words()[role]


@cache
def _area_words() -> Mapping[AreaRole, tuple[str, ...]]:
    return words_by_role("area_words.tsv", _ROLES)
