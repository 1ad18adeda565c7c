"""Short names of companies that their letter has named in full: 高新创投集团, 市融资担保公司, a brand."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from ontology import lexicon
from ontology.identity import IdentityKnowledge
from ontology.places import COUNTRY, PlaceTable

from ..recognise.words import is_coined
from .name_keys import Identity, NameKey, core, is_subsequence

_SHORTEST_STEM, _SHORTEST_WITH_PLACE = 4, 2
"""Characters of the shortest stem: with the same place in front of both names less tells which company it is."""
_SHORTEST_BRAND, _SHORTEST_COINED = 4, 3
_WORD = 2
"""Characters of a word in the name of a company: 产投 is made of the first ones of 产业投资."""
_GROUP, _COMPANY = "集团", "公司"
_LEFT_OUT = {_GROUP: _GROUP, _COMPANY: "有限"}
"""How a company's name ends that leaves its legal form out, and what those forms begin with."""


class ShortCompanies:
    """Tells which of the bodies named so far a company's short name may stand for."""

    def __init__(self, knowledge: IdentityKnowledge, places: PlaceTable) -> None:
        self._knowledge, self._places = knowledge, places
        self._legal = tuple(map(core, knowledge.legal_forms))
        self._institutions = tuple(ending for ending, _ in knowledge.scopes["organisation"] if ending != "*")

    def meant(
        self, name: str, short: Identity, bodies: Iterable[tuple[NameKey, Identity]]
    ) -> dict[NameKey, Identity]:
        """Return the companies among `bodies` that a name, whose own identity is `short`, may stand for."""
        form = next((form for form in _LEFT_OUT if name.endswith(form)), None)
        if form is None:
            return self._of_brand(name, short, bodies)
        known = self._knowledge.legal_forms
        if name.endswith(_full_forms(known, *_LEFT_OUT)):
            return {}
        placed = self._is_placed(short.key, name)
        stem = self._stem(short.key.core if placed else name, form)
        if len(stem) < (_SHORTEST_WITH_PLACE if placed else _SHORTEST_STEM) and not self._is_framed(
            form, stem
        ):
            return {}
        forms = tuple(map(core, _full_forms(known, form)))
        return {
            key: one
            for key, one in bodies
            if key.core != name
            and (key != short.key)
            and (not placed or key.scope == short.key.scope)
            and (full := next((end for end in forms if key.core.endswith(end)), None))
            and self._abbreviates(stem, self._stem(key.core, full), whole=form == _COMPANY)
        }

    def _is_placed(self, key: NameKey, name: str) -> bool:
        """Return whether a name begins with a place or a level, which its key has as its scope."""
        return bool(key.scope) and key.scope != COUNTRY and len(key.core) < len(name)

    def _is_framed(self, form: str, stem: str) -> bool:
        return form == _GROUP and len(stem) >= _SHORTEST_WITH_PLACE

    def _stem(self, name: str, form: str) -> str:
        return name[len(self._places.prefix(name) or "") : len(name) - len(form)]

    def _abbreviates(self, short: str, full: str, *, whole: bool) -> bool:
        """Return whether a company's stem stands for the full one.

        It is the same, or, of a group, all of it but for how it is run, its first characters or those of its words.
        """
        if full in (short, self._knowledge.spelled_out(short)):
            return True
        if whole:
            return False
        if full.startswith(short) and self._knowledge.frame.fullmatch(full, len(short)):
            return True
        if len(short) < _SHORTEST_STEM:
            return self._is_made_of_words(short, full)
        return full.startswith(short[:2]) and is_subsequence(short, full)

    def _is_made_of_words(self, short: str, full: str) -> bool:
        """Return whether `short` has the first character of every word of `full` but for how it is run."""
        words = [full[at : at + _WORD] for at in range(0, len(full), _WORD)]
        kept = iter(short)
        wanted = next(kept, "")
        for word in words:
            if wanted and word[0] == wanted:
                wanted = next(kept, "")
            elif self._knowledge.frame.fullmatch(word) is None:
                return False
        return not wanted

    def _of_brand(
        self, name: str, short: Identity, bodies: Iterable[tuple[NameKey, Identity]]
    ) -> dict[NameKey, Identity]:
        """Return the companies whose names begin so: 中芯国际 of 中芯国际集成电路制造有限公司.

        Not an institution or a national mark by itself, not where what is left out begins with a trade of a daughter
        or holds a place: 某某财务有限公司 and 某某（合肥）有限公司 are others than 某某.
        """
        if not self._is_brand(name, short):
            return {}
        coined = is_coined(name)
        forms = tuple(form for form in self._legal if coined or _GROUP not in form)
        return {
            key: one
            for key, one in bodies
            if key.core.startswith(name)
            and (form := next((end for end in forms if key.core.endswith(end)), None))
            and len(name) + len(form) < len(key.core) + name.endswith(self._knowledge.firm_ends)
            and self._may_be_left_out(key.core[len(name) : len(key.core) - len(form)])
        }

    def _is_brand(self, name: str, short: Identity) -> bool:
        known = self._knowledge
        if short.rule != "same_name" or short.subkind or name.startswith(known.national_marks):
            return False
        says_what = name.endswith((*self._institutions, *_heads())) and not name.endswith(known.firm_ends)
        return not says_what and len(name) >= (_SHORTEST_COINED if is_coined(name) else _SHORTEST_BRAND)

    def _may_be_left_out(self, rest: str) -> bool:
        places = (self._places.prefix(rest[start:]) for start in range(len(rest)))
        return self._knowledge.daughter.match(rest) is None and not any(places)


@cache
def _heads() -> tuple[str, ...]:
    """Return the words that say at the end of a name what it is."""
    return tuple(lexicon.heads())


@lru_cache(maxsize=8)
def _full_forms(legal_forms: tuple[str, ...], *short: str) -> tuple[str, ...]:
    """Return the legal forms that names which end so may leave out."""
    begin = tuple(_LEFT_OUT[form] for form in short)
    return tuple(one for one in legal_forms if one.startswith(begin) and one not in short)
