"""What the corpus knows of every key: its surface forms, kinds, letters and dates. The linker's only global view."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .names import NameKey, core
from .occurrences import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFacts:
    """All that was seen of one key. `forms` counts surface forms, `kinds` kinds, `names` full names given by rules.

    `fullest` is the fullest form: one that is printed and complete, else the one that the rules restored.
    """

    key: NameKey
    forms: Mapping[str, int] = field(repr=False)
    kinds: Mapping[str, int]
    names: Mapping[str, int]
    letters: tuple[str, ...]
    jurisdiction: str
    subkind: str
    fullest: str

    @property
    def kind(self) -> str:
        """The majority kind; of equals the first in alphabetical order."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))


def census(occurrences: Iterable[Occurrence]) -> dict[NameKey, KeyFacts]:
    """Return the facts of every key, keys sorted."""
    forms: dict[NameKey, Counter[str]] = {}
    kinds: dict[NameKey, Counter[str]] = {}
    names: dict[NameKey, Counter[str]] = {}
    letters: dict[NameKey, set[str]] = {}
    extra: dict[NameKey, tuple[str, str]] = {}
    for found in occurrences:
        if found.identity is None:
            continue
        key = found.identity.key
        counter = forms.setdefault(key, Counter())
        if found.surface:
            counter[found.surface] += 1
        kinds.setdefault(key, Counter())[found.kind] += 1
        names.setdefault(key, Counter())[found.identity.name] += 1
        letters.setdefault(key, set()).add(found.letter_id)
        known = extra.get(key, ("", ""))
        extra[key] = (known[0] or found.identity.jurisdiction, known[1] or found.identity.subkind)
    return {
        key: KeyFacts(
            key=key,
            forms=dict(sorted(forms[key].items())),
            kinds=dict(sorted(kinds[key].items())),
            names=dict(sorted(names[key].items())),
            letters=tuple(sorted(letters[key])),
            jurisdiction=extra[key][0],
            subkind=extra[key][1],
            fullest=_fullest(forms[key], names[key]),
        )
        for key in sorted(forms)
    }


def _fullest(forms: Mapping[str, int], names: Mapping[str, int]) -> str:
    restored = min(names, key=lambda name: (-names[name], -len(name), name))
    bare = core(restored)
    printed = [form for form in forms if len(core(form)) > len(bare)]
    if printed:
        return max(printed, key=lambda form: (len(core(form)), form))
    same = [form for form in forms if core(form) == bare]  # differs by brackets and quotes only
    return max(same, key=lambda form: (len(form), forms[form], form)) if same else restored


def by_surface(facts: Mapping[NameKey, KeyFacts]) -> dict[str, tuple[NameKey, ...]]:
    """Return the keys that every surface form (as `core`) has been seen for, sorted."""
    found: dict[str, set[NameKey]] = {}
    for key, known in facts.items():
        for form in {*known.forms, *known.names, key.core}:
            found.setdefault(core(form), set()).add(key)
    return {form: tuple(sorted(keys)) for form, keys in found.items()}
