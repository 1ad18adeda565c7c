"""Brands that a letter names with and without what they are: “某某云”远程会诊平台, “某某”行动 and 某某行动."""

from __future__ import annotations

import re
from functools import cache

from corpus.records import Letter
from ontology import lexicon
from ontology.name_edges import name_edges
from ontology.tsv import any_word

from ..records import Kind, Mention
from .name_keys import Identity, NameKey, core

_BRANDED = re.compile(r"“([^“”\n]{3,12})”[\u4e00-\u9fff]{2,}$")
"""A quoted brand and what it is: “某某云”远程会诊平台."""


class NamedBrands:
    """The brands that a letter has named so far. `add` every name in text order; `full` asks what a brand means."""

    def __init__(self, letter: Letter) -> None:
        self._text = letter.text
        self._named: dict[str, dict[Kind, Identity]] = {}
        self._long: dict[tuple[Kind, str], dict[NameKey, Identity]] = {}
        self._nouns: dict[tuple[Kind, str], dict[str, Identity]] = {}

    def add(self, mention: Mention, identity: Identity) -> None:
        """Remember a name and the thing it names."""
        name = core(mention.name)
        if (brand := _BRANDED.match(mention.name)) and self._is_brand(core(brand[1])):
            self._long.setdefault((mention.kind, core(brand[1])), {})[identity.key] = identity
        if noun := self._noun(mention):
            self._nouns.setdefault((mention.kind, name), {}).setdefault(noun, identity)
        self._named.setdefault(name, {}).setdefault(mention.kind, identity)

    def full(self, mention: Mention) -> Identity | None:
        """Return the identity of the one thing named before that has the brand, None where there is none."""
        found = self._with_noun(mention)
        return found or (self._of_long(mention) if self._long else None)

    def _is_brand(self, brand: str) -> bool:
        """Return whether a brand is nothing of its own: not “某某工程”指挥平台, not one that was named before."""
        return brand not in self._named and not _names_a_thing(brand)

    def _of_long(self, mention: Mention) -> Identity | None:
        """某某云 for “某某云”远程会诊平台, unless the letter has named it as a thing of another kind as well."""
        name = core(mention.name)
        found = self._long.get((mention.kind, name), {})
        if len(found) != 1 or {*self._named.get(name, ())} - {mention.kind}:
            return None
        return next(iter(found.values()))

    def _with_noun(self, mention: Mention) -> Identity | None:
        """某某行动 for “某某”行动, whose name was cut to the brand, and the other way round.

        Not where the brand stands before several nouns (某某平台, 某某小程序): these may be two things.
        """
        name = core(mention.name)
        if noun := self._noun(mention):
            whole = self._named.get(name + core(noun), {}).get(mention.kind)
            return whole if {*self._nouns.get((mention.kind, name), ())} <= {noun} else None
        for noun in name_edges()["brand_noun"] if self._nouns else ():
            nouns = self._nouns.get((mention.kind, name.removesuffix(core(noun))), {})
            if name.endswith(core(noun)) and [*nouns] == [noun]:
                return nouns[noun]
        return None

    def _noun(self, mention: Mention) -> str:
        """Return the noun right behind a name in quotation marks, the empty string where there is none."""
        if not self._text.endswith("“", 0, mention.span.start):
            return ""
        noun = _noun_behind().match(self._text, mention.span.end)
        return noun[1] if noun else ""


@cache
def _noun_behind() -> re.Pattern[str]:
    return re.compile(f"”({any_word(name_edges()['brand_noun'])})")


def _names_a_thing(brand: str) -> bool:
    """Return whether a brand says by its end what it is: 某某工程, 某某经济区, but not 某某云 or 某某在线."""
    end = next((brand[at:] for at in range(len(brand)) if brand[at:] in _ends_of_names()), "")
    return bool(end) and end not in name_edges()["brand_end"]


@cache
def _ends_of_names() -> frozenset[str]:
    return frozenset((*lexicon.heads(), *name_edges()["brand_end"]))
