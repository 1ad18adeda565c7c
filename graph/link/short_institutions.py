"""Acronyms of institutions that their letter has named in full: 市环监中心 for 某某市环境监测中心."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from ontology.name_edges import name_edges

from ..recognise.words import segmenter
from .name_keys import Identity, NameKey

_SHORTEST, _LONGEST = 2, 4
"""Characters before the head of an acronym."""


def meant(name: str, short: Identity, bodies: Iterable[tuple[NameKey, Identity]]) -> dict[NameKey, Identity]:
    """Return the institutions among `bodies` that a name, whose own identity is `short`, may be an acronym of.

    Every character before its head begins a word of the full name, in order; together they are no word, for a
    服务中心 is another than the 政务服务中心. With a place before it, it is an institution of that place and begins as
    it does.
    """
    head = next((head for head in name_edges()["acronym_head"] if name.endswith(head)), "")
    placed = len(short.key.core) < len(name)
    stem = (short.key.core if placed else name).removesuffix(head)
    if not head or not _SHORTEST <= len(stem) <= _LONGEST or not _is_no_word(stem):
        return {}
    return {
        key: one
        for key, one in bodies
        if key.core.endswith(head)
        and (not placed or (key.scope == short.key.scope and key.core[0] == stem[0]))
        and _begins_words(stem, key.core.removesuffix(head))
    }


def _is_no_word(stem: str) -> bool:
    return all(len(word.text) == 1 for word in segmenter().cut(stem).words)


def _begins_words(stem: str, full: str) -> bool:
    """Return whether each character of the stem begins a word of the full name, in order."""
    wanted = iter(stem)
    character = next(wanted)
    for first in _firsts(full):
        if first == character:
            character = next(wanted, "")
    return not character


@cache
def _firsts(full: str) -> str:
    """The first characters of the words of a name that have more than one."""
    return "".join(word.text[0] for word in segmenter().cut(full).words if len(word.text) > 1)
