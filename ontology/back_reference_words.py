"""Bare nouns that stand for a thing named earlier in a letter (…中试基地，基地坐落于…), and the words beside them."""

from __future__ import annotations

from functools import cache
from typing import Literal, cast, get_args

from .tsv import read_tsv

BackReferenceRole = Literal["head", "pointed", "short", "opening", "tail", "latter"]
_ROLES: tuple[BackReferenceRole, ...] = get_args(BackReferenceRole)


@cache
def back_reference_words(role: BackReferenceRole) -> tuple[str, ...]:
    """Return the words of a role, longest first. Raises `LexiconError` where the file is broken."""
    words = {
        row.required("word")
        for row in read_tsv("back_references.tsv", ("word", "role", "source"))
        if cast("BackReferenceRole", row.one_of("role", _ROLES)) == role
    }
    return tuple(sorted(words, key=lambda word: (-len(word), word)))
