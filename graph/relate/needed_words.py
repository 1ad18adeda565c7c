"""Required literals of a regular expression: in a text without them it cannot match, and need not even be compiled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import product

Needs = tuple[frozenset[str], ...]
"""Sets of words, in text order; of each set one stands in everything that is matched."""
_NAME = r"\{(?P<macro>[A-Za-z]+\+{0,2})\}"
_NAMED = re.compile(rf"\(\?P<\w+>({_NAME})\)(?![?*]|\{{\d)")
"""A group that holds one name: what stands beside the group stands beside the name."""
_TOKEN = re.compile(
    r"(?P<letters>[^\\()\[\]{}|?*+.^$]+)|(?P<often>[?*]\??|\{[\d,]*\}\??)|(?P<more>\+)|(?P<bar>\|)|(?P<close>\))"
    rf"|(?P<open>\((?:\?:|\?P<\w+>|(?P<aside>\?<?.))?)|{_NAME}|(?P<gap>\\.|\[\^?\]?[^\]]*\]|.)"
)
_PLACEHOLDERS = re.compile("[\ue000-\uf8ff]")


def needed_words(pattern: str, names: Mapping[str, str] | None = None) -> Needs:
    """Return what every match of a pattern of relation_patterns.tsv holds; nothing where that cannot be told.

    `names`: for macros that are a name (O, OP+) the character, for private use, that stands for it in the words.
    """
    groups = [_Group()]
    for token in _TOKEN.finditer(_NAMED.sub(r"\1", pattern)):
        kind, group = token.lastgroup, groups[-1]
        if kind == "letters":
            group.add(token[0])
        elif kind == "often":
            group.drop()
        elif kind == "bar":
            group.begin_alternative()
        elif kind in {"open", "aside"}:
            groups.append(_Group(aside=bool(token["aside"])))
        elif kind == "close":
            groups.pop()
            groups[-1].add_group(group.needs())
        elif kind == "macro" and (name := (names or {}).get(token["macro"])):
            group.add_name(name, listed=token["macro"].endswith("+"))
        else:
            group.end_word()
    return groups[0].needs()


def surest(needs: Needs) -> frozenset[str]:
    """Return the set whose words are the longest, so that few texts hold one; the empty set where there is none."""
    if len(needs) == 1:
        return needs[0]
    return max(needs, key=lambda words: min(map(len, map(_plain, words))), default=frozenset())


def without_names(needs: Needs) -> Needs:
    """Return the needs with the longest piece of each word that no name stands in; but for those of names alone."""
    plain = (frozenset(map(_plain, words)) for words in needs)
    return tuple(words for words in plain if "" not in words)


def spelt(words: Iterable[str], characters: Mapping[str, str]) -> tuple[str, ...]:
    """Return words with each of the `characters` that can stand for their names."""
    return tuple(
        "".join(each)
        for word in sorted(words)
        for each in product(*[characters.get(one, one) for one in word])
    )


def stand_in_order(text: str, steps: Iterable[Iterable[str]]) -> bool:
    """Return whether a text holds a word of each set, each behind that of the set before."""
    at = 0
    for words in steps:
        ends = [found + len(word) for word in words if (found := text.find(word, at)) >= 0]
        if not ends:
            return False
        at = min(ends)
    return True


def _plain(word: str) -> str:
    return word if word.isalnum() else max(_PLACEHOLDERS.split(word), key=len)


class _Group:
    """A group of an expression, or the whole, as far as it is read: what its alternatives need."""

    def __init__(self, *, aside: bool = False) -> None:
        self._aside = aside
        self._alternatives: list[Needs] = []
        self._needs: list[frozenset[str]] = []
        self._word = ""
        self._last: Needs = ()
        """Of a group or list: not needed where it turns out to be one that may be absent."""

    def add(self, letters: str) -> None:
        self._keep_last()
        self._word += letters

    def add_name(self, name: str, *, listed: bool) -> None:
        self.add(name)
        if listed:
            self._last, self._word = (frozenset({self._word}),), ""

    def add_group(self, needs: Needs) -> None:
        self.end_word()
        self._last = needs

    def drop(self) -> None:
        """Forget what was read last: it may be absent."""
        self._word, self._last = self._word[:-1], ()
        self.end_word()

    def end_word(self) -> None:
        self._keep_last()
        if self._word:
            self._needs.append(frozenset({self._word}))
            self._word = ""

    def begin_alternative(self) -> None:
        self.end_word()
        self._alternatives.append(tuple(self._needs))
        self._needs = []

    def needs(self) -> Needs:
        self.begin_alternative()
        if self._aside:
            return ()
        if len(self._alternatives) == 1:
            return self._alternatives[0]
        told = [surest(each) for each in self._alternatives]
        return (frozenset().union(*told),) if all(told) else ()

    def _keep_last(self) -> None:
        self._needs.extend(self._last)
        self._last = ()
