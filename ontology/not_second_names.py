"""What brackets behind a name hold that is no second name of it: （试行）, （以下简称…）."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

BracketRole = Literal["word", "end", "counted", "several"]


@cache
def not_second_names() -> Mapping[BracketRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("not_second_names.tsv", get_args(BracketRole))
