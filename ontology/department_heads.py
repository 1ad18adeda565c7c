"""What the names of departments of governments end with: 局, 厅, 委员会, 办公室."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

HeadRole = Literal["full", "short", "bare", "county", "renamed"]


@cache
def department_heads() -> Mapping[HeadRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("department_heads.tsv", get_args(HeadRole))
