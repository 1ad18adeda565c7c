"""Automatic merges that need the whole corpus: each one certain, each named, each measured on the gold sets.

A rule that ever merged wrongly there is a suggestion (suggestions.py), not a rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from ontology.identity import IdentityKnowledge
from ontology.places import COUNTRY, PlaceTable

from .brands import brand_pairs
from .census import KeyFacts, named_without_place
from .clusters import Merge
from .legal_forms import legal_form_pairs
from .name_keys import NameKey, core, is_subsequence

MIN_SHORT = 3
"""A short name of fewer characters is never merged by rule: too many names hold it."""

MIN_BEHIND_PLACE = 4
"""Characters of the shortest name that tells the same thing behind the full and the short name of its place."""

_CITY = "市"
"""What the full names end with of the cities that have their short names from their provinces."""

MAX_LEFT_OUT = 4
"""A company's short name leaves out so many characters of its core at most: its trade (药业, 生物科技)."""


def automatic_merges(
    facts: Mapping[NameKey, KeyFacts],
    aliases: Mapping[NameKey, frozenset[NameKey]],
    homes: Mapping[str, str],
    knowledge: IdentityKnowledge,
    places: PlaceTable,
) -> tuple[Merge, ...]:
    """Return all automatic merges, sorted.

    `aliases` maps an alias's own key to the keys it was defined for, `homes` a letter_id to its home (`Header.home`).
    """
    found = (
        *_two_kinds(facts, homes, places),
        *_aliases_elsewhere(facts, aliases, places),
        *_company_short_names(facts, knowledge, places),
        *_deletions(facts, knowledge, places),
        *_brands(facts, knowledge, places),
        *_legal_forms(facts, knowledge),
        *_short_places(facts, places),
    )
    return tuple(sorted(found, key=lambda merge: (merge.rule, merge.left, merge.right)))


def _two_kinds(
    facts: Mapping[NameKey, KeyFacts], homes: Mapping[str, str], places: PlaceTable
) -> Iterator[Merge]:
    """One name without a place in letters of one jurisdiction, taken for a body of it here and for a platform there.

    How far such a name reaches depends on its kind (identity_scope.tsv); what it names does not.
    """
    unplaced: dict[str, dict[str, NameKey]] = {}
    for key, known in facts.items():
        if named_without_place(known):
            unplaced.setdefault(key.core, {})[key.scope] = key
    for by_scope in (keys for keys in unplaced.values() if len(keys) > 1):
        for narrow in by_scope.values():
            around = (by_scope.get(scope) for scope in ("", *places.ancestors(narrow.scope)[:-1]))
            for wide in (key for key in around if key is not None and key != narrow):
                if any(
                    narrow.scope in places.ancestors(homes.get(letter_id, ""))
                    for letter_id in facts[wide].letters
                ):
                    reason = f"one name in letters of {narrow.scope}, of two kinds"
                    yield Merge(left=narrow, right=wide, rule="two_kinds", score=0.95, reason=reason)


def _aliases_elsewhere(
    facts: Mapping[NameKey, KeyFacts], aliases: Mapping[NameKey, frozenset[NameKey]], places: PlaceTable
) -> Iterator[Merge]:
    """An alias that one letter defines and another of the same place uses without defining it."""
    for alias, targets in sorted(aliases.items()):
        if alias not in facts or len(targets) != 1 or len(alias.core) < MIN_SHORT:
            continue
        (target,) = targets
        if target in facts and target != alias and _same_place(alias, target, places):
            yield Merge(
                left=alias,
                right=target,
                rule="alias_elsewhere",
                score=0.95,
                reason=f"defined for {target.core}",
            )


def _brands(
    facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge, places: PlaceTable
) -> Iterator[Merge]:
    """湘科通平台 is the “湘科通” of the same place."""
    for pair in brand_pairs(facts, knowledge, places):
        if pair.certain:
            reason = f"the brand {pair.bare.core} with and without {pair.head}, in one place"
            yield Merge(left=pair.bare, right=pair.long, rule="brand_and_head", score=0.9, reason=reason)


def _legal_forms(facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge) -> Iterator[Merge]:
    """某某集团 is 某某集团有限公司 where no 某某集团股份有限公司 is named."""
    for short, long, certain in legal_form_pairs(facts, knowledge):
        if certain:
            reason = f"{short.core} with and without its legal form, in one place"
            yield Merge(left=short, right=long, rule="legal_form", score=0.95, reason=reason)


def _short_places(facts: Mapping[NameKey, KeyFacts], places: PlaceTable) -> Iterator[Merge]:
    """合肥科技大市场 is 合肥市科技大市场: one name behind the full and the short name of one place.

    The place must be printed in both, and be one that the short name alone means: 吉林 is a province and a city.
    """
    for short, known in facts.items():
        printed = places.prefix(short.core) if not short.scope and known.kind != "policy" else None
        rest = short.core[len(printed or "") :]
        if printed is None or len(rest) < MIN_BEHIND_PLACE or places.is_full(printed):
            continue
        full = NameKey(places.resolve(printed) or "", rest)
        one_place = full.scope and places.resolve(printed + _CITY) in {None, full.scope}
        alike = one_place and full in facts and facts[full].kind == known.kind
        if alike and not named_without_place(facts[full]):
            reason = f"{rest} behind the full and the short name of {full.scope}"
            yield Merge(left=short, right=full, rule="short_place", score=0.9, reason=reason)


def _same_place(alias: NameKey, target: NameKey, places: PlaceTable) -> bool:
    if not alias.scope or not target.scope:
        return True
    return places.compatible(alias.scope, target.scope)


def _company_short_names(
    facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge, places: PlaceTable
) -> Iterator[Merge]:
    """信立泰 is the one company whose name without place and legal form begins so."""
    cores = {
        key: company_core(key.core, knowledge, places) for key in facts if facts[key].kind == "organisation"
    }
    companies = {key: text for key, text in cores.items() if text}
    starts: dict[str, set[NameKey]] = {}
    for key, text in companies.items():
        for end in range(MIN_SHORT, len(text) + 1):
            starts.setdefault(text[:end], set()).add(key)
    for key in facts:
        if facts[key].kind == "organisation" and key not in companies and len(key.core) >= MIN_SHORT:
            found = starts.get(key.core, set())
            if len(found) == 1 and _may_be_short(key, companies[min(found)], knowledge, places):
                (target,) = found
                reason = f"the only company whose name begins with {key.core}"
                yield Merge(left=key, right=target, rule="company_short_name", score=0.9, reason=reason)


def _may_be_short(key: NameKey, full: str, knowledge: IdentityKnowledge, places: PlaceTable) -> bool:
    """Return whether a name can be the short form of the company with the core `full`, not its owner or a brand.

    清华大学 is not short for 清华大学出版社有限公司, 中国移动 not for one of its provincial companies: what is left out
    is a trade of a few characters and no place, and the name is no institution by itself.
    """
    rest = full[len(key.core) :]
    if not rest:
        return True
    institutions = tuple(ending for ending, _ in knowledge.scopes["organisation"] if ending != "*")
    return (
        len(rest) <= MAX_LEFT_OUT
        and knowledge.daughter.match(rest) is None
        and key.scope != COUNTRY
        and not key.core.startswith(knowledge.national_marks)
        and not key.core.endswith(institutions)
        and not any(places.prefix(rest[start:]) for start in range(len(rest)))
    )


def company_core(name: str, knowledge: IdentityKnowledge, places: PlaceTable) -> str:
    """Return a company's name without its place and legal form; empty for what has no legal form."""
    forms = _cores(knowledge.legal_forms)
    if not name.endswith(forms):
        return ""
    form = next(form for form in forms if name.endswith(form))
    return name[len(places.prefix(name) or "") : len(name) - len(form)]


@lru_cache(maxsize=8)
def _cores(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(core, names))


def _deletions(
    facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge, places: PlaceTable
) -> Iterator[Merge]:
    """X合作区 for X深港科技创新合作区: the same beginning and head, words left out between, one target only.

    X must be a word of its own: a name that begins with 国家 or a place (国家高新技术产业示范区) shares that beginning
    with many others.
    """
    blocks: dict[tuple[str, str, str], list[NameKey]] = {}
    for key in sorted(facts):
        if not key.core.endswith(knowledge.deletion_heads) or facts[key].kind != "platform":
            continue
        if not (key.core.startswith(knowledge.national_marks) or places.prefix(key.core)):
            head = next(head for head in knowledge.deletion_heads if key.core.endswith(head))
            blocks.setdefault((head, key.scope, key.core[:2]), []).append(key)
    for (head, _, _), names in blocks.items():
        yield from _deletions_among(names, head)


def _deletions_among(names: list[NameKey], head: str) -> Iterator[Merge]:
    """Names of one place that begin and end alike: each short one that has a single longer one."""
    for short in names:
        targets = [long for long in names if is_deletion(short.core, long.core, head)]
        if len(targets) == 1:
            reason = f"the only {head} that begins with {short.core[:2]} and contains its characters in order"
            yield Merge(left=short, right=targets[0], rule="deletion", score=0.85, reason=reason)


def is_deletion(short: str, long: str, head: str) -> bool:
    """Return whether `short` is `long` with whole stretches left out between its first two characters and its head."""
    stem, full = short[: -len(head)], long[: -len(head)]
    return 2 <= len(stem) < len(full) and full.startswith(stem[:2]) and is_subsequence(stem, full)
