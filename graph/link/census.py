"""What the whole corpus shows of every key: surface forms, kinds, letters. The linker's only global view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from sys import intern

import msgspec

from ..recognise.document_numbers import DOCUMENT_NUMBER
from ..records import Kind
from .name_keys import Identity, NameKey, core
from .names import TERM
from .occurrences import Occurrence

_STATE = "国家"
_Counted = tuple[tuple[Kind, int], ...]
_Tally = tuple[str | int, ...]
"""Texts, each followed by how often it was seen."""


class KeyFacts(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All that was seen of one key: surface forms, full names given by rules, both sorted; `kinds` counts kinds.

    `fullest` is the fullest form: one that is printed and complete, else the one that the rules restored.
    """

    key: NameKey
    forms: tuple[str, ...]
    kinds: Mapping[Kind, int]
    names: tuple[str, ...]
    letters: tuple[str, ...]
    jurisdiction: str
    subkind: str
    fullest: str
    quoted: bool = False
    """Whether some letter prints it in quotation marks."""
    in_header: bool = False
    """Whether some letter's header names it: who answers, asks or takes part is an organisation."""

    @property
    def kind(self) -> Kind:
        """That of a header, else the majority kind; of equals the first in alphabetical order."""
        if self.in_header:
            return "organisation"
        if len(self.kinds) == 1:
            return next(iter(self.kinds))
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))


class _Seen:
    """What was seen of one key so far. `names` is None as long as they are the forms, as they are of most keys.

    There is one for every name of the corpus at once, so it holds no dicts: three times the memory of tuples.
    """

    __slots__ = ("forms", "in_header", "jurisdiction", "kinds", "letters", "names", "quoted", "subkind")

    def __init__(self) -> None:
        self.forms: _Tally = ()
        self.kinds: _Counted = ()
        self.names: _Tally | None = None
        self.letters: str | list[str] = ""
        """One, as of most keys, or several."""
        self.jurisdiction = self.subkind = ""
        self.quoted = self.in_header = False

    def add(self, found: Occurrence, identity: Identity) -> None:
        """Count one occurrence. Names are interned: form, full name and key are most often one text."""
        if self.names is None and not (found.surface and found.surface == identity.name):
            self.names = self.forms
        if self.names is not None:
            self.names = _one_more_of(self.names, identity.name)
        if found.surface:
            self.forms = _one_more_of(self.forms, found.surface)
        self.kinds = _one_more(self.kinds, found.kind)
        self._add_letter(found.letter_id)
        self.jurisdiction = self.jurisdiction or intern(identity.jurisdiction)
        self.subkind = self.subkind or intern(identity.subkind)
        self.quoted = self.quoted or found.quoted
        self.in_header = self.in_header or not found.is_mention

    def _add_letter(self, letter_id: str) -> None:
        """Remember a letter; they come one after the other."""
        if isinstance(self.letters, list):
            if self.letters[-1] != letter_id:
                self.letters.append(intern(letter_id))
        elif self.letters != letter_id:
            self.letters = [self.letters, intern(letter_id)] if self.letters else intern(letter_id)

    @property
    def all_letters(self) -> tuple[str, ...]:
        """Every letter once, sorted."""
        return tuple(sorted(set(self.letters))) if isinstance(self.letters, list) else (self.letters,)


def _one_more_of(tally: _Tally, text: str) -> _Tally:
    """Return a tally with one more of a text."""
    if text not in tally:
        return (*tally, intern(text), 1)
    at = tally.index(text) + 1
    return (*tally[:at], int(tally[at]) + 1, *tally[at + 1 :])


def _counts(tally: _Tally) -> dict[str, int]:
    return {str(text): int(count) for text, count in zip(tally[::2], tally[1::2], strict=True)}


@lru_cache(maxsize=1 << 12)
def _one_more(counted: _Counted, kind: Kind) -> _Counted:
    """Return counts with one more of a kind, sorted: nearly all keys have the same few, which are one tuple."""
    counts = dict(counted)
    counts[kind] = counts.get(kind, 0) + 1
    return tuple(sorted(counts.items()))


def census(occurrences: Iterable[Occurrence]) -> dict[NameKey, KeyFacts]:
    """Return the facts of every key, keys sorted."""
    every: dict[NameKey, _Seen] = {}
    for found in occurrences:
        if found.identity is not None:
            seen = every.get(found.identity.key)
            if seen is None:
                scope, name = found.identity.key
                seen = every[NameKey(intern(scope), intern(name))] = _Seen()
            seen.add(found, found.identity)
    kinds: dict[_Counted, Mapping[Kind, int]] = {}
    return {key: _facts(key, every.pop(key), kinds) for key in sorted(every)}


def _facts(key: NameKey, seen: _Seen, shared: dict[_Counted, Mapping[Kind, int]]) -> KeyFacts:
    """Return what was seen of one key. Nearly all keys have the same few counts of kinds: these are `shared`.

    So are the forms of a key whose names are the same.
    """
    counted = _counts(seen.forms)
    named = counted if seen.names is None else _counts(seen.names)
    forms = tuple(sorted(counted))
    return KeyFacts(
        key=key,
        forms=forms,
        kinds=shared.setdefault(seen.kinds, dict(seen.kinds)),
        names=forms if named.keys() == counted.keys() else tuple(sorted(named)),
        letters=seen.all_letters,
        jurisdiction=seen.jurisdiction,
        subkind=seen.subkind,
        fullest=_fullest(counted, named),
        quoted=seen.quoted,
        in_header=seen.in_header,
    )


def _fullest(forms: Mapping[str, int], names: Mapping[str, int]) -> str:
    restored = (
        min(names, key=lambda name: (-names[name], -len(name), name)) if len(names) > 1 else next(iter(names))
    )
    bare = core(restored)
    # An assembly of one term (某市第十届政协) is the assembly: its term is no part of a fuller name; nor is what
    # letters set before ministries (国家教育部), nor the number that a document goes by.
    printed = [
        form
        for form in forms
        if len(core(form)) > len(bare)
        and not TERM.search(form)
        and core(form) != f"{_STATE}{bare}"
        and not DOCUMENT_NUMBER.search(form)
    ]
    if printed:
        return max(printed, key=lambda form: (len(core(form)), form))
    same = [form for form in forms if core(form) == bare]  # differs by brackets and quotes only
    return max(same, key=lambda form: (len(form), forms[form], form)) if same else restored


def named_without_place(known: KeyFacts) -> bool:
    """Return whether some rule gave the key its core alone as its name: no place belongs to it."""
    return known.key.core in known.names or any(known.key.core == core(name) for name in known.names)


def by_surface(facts: Mapping[NameKey, KeyFacts]) -> dict[str, tuple[NameKey, ...]]:
    """Return the keys that every surface form (as `core`) has been seen for, sorted."""
    found: dict[str, set[NameKey]] = {}
    for key, known in facts.items():
        for form in {*known.forms, *known.names, key.core}:
            found.setdefault(core(form), set()).add(key)
    return {form: tuple(sorted(keys)) for form, keys in found.items()}
