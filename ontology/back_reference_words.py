"""Bare nouns that stand for a thing named earlier in a letter (…中试基地，基地坐落于…), and the words beside them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast, get_args

from .tsv import read_tsv

BackReferenceRole = Literal["head", "pointed", "short", "opening", "tail", "latter"]
_ROLES: tuple[BackReferenceRole, ...] = get_args(BackReferenceRole)


def back_reference_words(role: BackReferenceRole) -> tuple[str, ...]:
    """Return the words of a role, longest first. Raises `LexiconError` where the file is broken."""
    return _back_reference_words()[role]


@cache
def _back_reference_words() -> Mapping[BackReferenceRole, tuple[str, ...]]:
    found: dict[BackReferenceRole, set[str]] = {role: set() for role in _ROLES}
    for row in read_tsv("back_references.tsv", ("word", "role", "source")):
        found[cast("BackReferenceRole", row.one_of("role", _ROLES))].add(row.required("word"))
    return {role: tuple(sorted(words, key=lambda word: (-len(word), word))) for role, words in found.items()}
