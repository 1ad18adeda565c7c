"""What the whole corpus shows of every key: surface forms, kinds, letters. The linker's only global view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from sys import intern

import msgspec

from ..records import Kind
from .name_keys import Identity, NameKey, core
from .names import TERM
from .occurrences import Occurrence

_Counted = tuple[tuple[Kind, int], ...]


class KeyFacts(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """All that was seen of one key. `forms` counts surface forms, `kinds` kinds, `names` full names given by rules.

    `fullest` is the fullest form: one that is printed and complete, else the one that the rules restored.
    """

    key: NameKey
    forms: Mapping[str, int]
    kinds: Mapping[Kind, int]
    names: Mapping[str, int]
    letters: tuple[str, ...]
    jurisdiction: str
    subkind: str
    fullest: str
    quoted: bool = False
    """Whether some letter prints it in quotation marks."""

    @property
    def kind(self) -> Kind:
        """The majority kind; of equals the first in alphabetical order."""
        if len(self.kinds) == 1:
            return next(iter(self.kinds))
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))


class _Seen:
    """What was seen of one key so far. `names` is None as long as they are the forms, as they are of most keys."""

    __slots__ = ("forms", "jurisdiction", "kinds", "letters", "names", "quoted", "subkind")

    def __init__(self, letter_id: str) -> None:
        self.forms: dict[str, int] = {}
        self.kinds: _Counted = ()
        self.names: dict[str, int] | None = None
        self.letters = [intern(letter_id)]
        self.jurisdiction = self.subkind = ""
        self.quoted = False

    def add(self, found: Occurrence, identity: Identity) -> None:
        """Count one occurrence. Names are interned: form, full name and key are most often one text."""
        if self.names is None and not (found.surface and found.surface == identity.name):
            self.names = dict(self.forms)
        if self.names is not None:
            _count(self.names, identity.name)
        if found.surface:
            _count(self.forms, found.surface)
        self.kinds = _one_more(self.kinds, found.kind)
        if self.letters[-1] != found.letter_id:  # they come letter by letter
            self.letters.append(intern(found.letter_id))
        self.jurisdiction = self.jurisdiction or intern(identity.jurisdiction)
        self.subkind = self.subkind or intern(identity.subkind)
        self.quoted = self.quoted or found.quoted


def _count(counts: dict[str, int], text: str) -> None:
    if text in counts:
        counts[text] += 1
    else:
        counts[intern(text)] = 1


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
                seen = every[NameKey(intern(scope), intern(name))] = _Seen(found.letter_id)
            seen.add(found, found.identity)
    kinds: dict[_Counted, Mapping[Kind, int]] = {}
    return {key: _facts(key, every.pop(key), kinds) for key in sorted(every)}


def _facts(key: NameKey, seen: _Seen, shared: dict[_Counted, Mapping[Kind, int]]) -> KeyFacts:
    """Return what was seen of one key. Nearly all keys have the same few counts of kinds: these are `shared`.

    So are the forms of a key whose names are the same.
    """
    forms = _in_order(seen.forms)
    names = forms if seen.names is None or seen.names == forms else _in_order(seen.names)
    return KeyFacts(
        key=key,
        forms=forms,
        kinds=shared.setdefault(seen.kinds, dict(seen.kinds)),
        names=names,
        letters=tuple(sorted(set(seen.letters))) if len(seen.letters) > 1 else tuple(seen.letters),
        jurisdiction=seen.jurisdiction,
        subkind=seen.subkind,
        fullest=_fullest(seen.forms, seen.forms if seen.names is None else seen.names),
        quoted=seen.quoted,
    )


def _in_order(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items())) if len(counts) > 1 else counts


def _fullest(forms: Mapping[str, int], names: Mapping[str, int]) -> str:
    restored = (
        min(names, key=lambda name: (-names[name], -len(name), name)) if len(names) > 1 else next(iter(names))
    )
    bare = core(restored)
    # An assembly of one term (某市第十届政协) is the assembly: its term is no part of a fuller name.
    printed = [form for form in forms if len(core(form)) > len(bare) and not TERM.search(form)]
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
