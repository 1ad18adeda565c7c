"""Merges that are likely and not certain: proposed to people, visible in every export, never applied.

Candidates come from blocks (same ending, same beginning; same name in another place), never from all pairs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from operator import add
from typing import NamedTuple

from ontology.identity import IdentityKnowledge
from ontology.places import COUNTRY, PlaceTable

from ..both_languages import both
from .brands import brand_pairs
from .census import KeyFacts, named_without_place
from .legal_forms import legal_form_pairs
from .name_keys import NameKey, core, is_subsequence, without_state
from .renamings import renamings, reorganisations
from .suggested_short_names import company_beginnings, titles_without_years
from .suggestion import MAX_BLOCK, Suggestion, neighbours

MIN_ACRONYM, MAX_ACRONYM = 3, 8
"""Characters of a name that may be an acronym."""

MIN_REST = 3
"""Characters of the shortest name behind a place that may stand without it: 协和医院 of 北京协和医院."""

MIN_NAME_OF_PART = 6
"""Characters of the shortest name of a part behind that of its whole: two for its head, four that tell which part."""


def suggest(
    facts: Mapping[NameKey, KeyFacts],
    dates: Mapping[str, str],
    knowledge: IdentityKnowledge,
    places: PlaceTable,
) -> tuple[Suggestion, ...]:
    """Return all suggestions, best first. `dates` maps letter_id to its date (yyyy-mm-dd or empty)."""
    whole = knowledge.never_shortened
    open_to_short = {key: known for key, known in facts.items() if not key.core.endswith(whole)}
    found = (
        *_homonyms(facts, knowledge),
        *_unknown_places(facts, knowledge),
        *_places_left_out(facts, places),
        *_abbreviations(open_to_short, places),
        *_acronyms(facts, knowledge, places),
        *renamings(facts, dates, knowledge),
        *reorganisations(facts, dates, knowledge),
        *_brands(facts, knowledge, places),
        *_legal_forms(facts, knowledge),
        *_trades(facts, knowledge),
        *_short_names(facts, knowledge, places),
    )
    best: dict[tuple[NameKey, NameKey], Suggestion] = {}
    for suggestion in found:
        pair = (min(suggestion.left, suggestion.right), max(suggestion.left, suggestion.right))
        if pair not in best or best[pair].score < suggestion.score:
            best[pair] = suggestion
    return tuple(sorted(best.values(), key=lambda one: (-one.score, one.left, one.right)))


def _homonyms(facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge) -> Iterator[Suggestion]:
    """One name without a place, used in several places: one thing, or one in each.

    《实施方案》 is no such name, nor is 市政府 in letters of unknown places: every city has one.
    """
    blocks: dict[str, list[NameKey]] = {}
    for key, known in facts.items():
        of_a_level = key.scope.startswith("?") and knowledge.level(key.core) is not None
        if named_without_place(known) and key.core not in knowledge.bare_titles and not of_a_level:
            blocks.setdefault(key.core, []).append(key)
    for name, keys in blocks.items():
        for left, right in _to_best_known(keys, facts):
            (one_zh, one), (other_zh, other) = _letters_of(left.scope), _letters_of(right.scope)
            reason = both(f"{name}见于{one_zh}，也见于{other_zh}", f"{name} stands in {one} and in {other}")
            yield Suggestion(
                left=left, right=right, relation="same_as", rule="homonym", score=0.5, reason=reason
            )


def _letters_of(scope: str) -> tuple[str, str]:
    """Return which letters a scope stands for: those of a place, or the one that does not tell its place."""
    if scope.startswith("?"):
        return f"复文 {scope[1:]}", f"the letter {scope[1:]}"
    return f"{scope or '不分地区'}的复文", f"letters of {scope or 'no place'}"


def _to_best_known(
    keys: Iterable[NameKey], facts: Mapping[NameKey, KeyFacts]
) -> Iterator[tuple[NameKey, NameKey]]:
    """Pair every key with the one of most letters: with n places n - 1 questions settle all, not n² of them."""
    first, *others = sorted(keys, key=lambda key: (-len(facts[key].letters), key))
    yield from ((min(first, other), max(first, other)) for other in others)


def _unknown_places(facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge) -> Iterator[Suggestion]:
    """区中心医院 in a letter that does not say of which district, and 江津区中心医院 in the same letter.

    So 药监局 and 国家药监局.
    """
    placed: dict[tuple[str, str], list[NameKey]] = {}
    for key, known in facts.items():
        if known.jurisdiction:
            for letter_id in known.letters:
                placed.setdefault((letter_id, without_state(key.core)), []).append(key)
    for key in facts:
        bare = knowledge.without_level(key.core)
        others = placed.get((key.scope[1:], bare), ()) if key.scope.startswith("?") else ()
        if len(others) == 1 and (
            bare == key.core or others[0].scope != COUNTRY
        ):  # 省能源局 is none of the state
            scope = others[0].scope
            reason = both(
                f"同一封信里带地名的{bare}只有{scope}一个",
                f"the same letter names one {bare} with its place, {scope}",
            )
            yield Suggestion(
                left=key, right=others[0], relation="same_as", rule="unknown_place", score=0.8, reason=reason
            )


def _places_left_out(facts: Mapping[NameKey, KeyFacts], places: PlaceTable) -> Iterator[Suggestion]:
    """协和医院 in a letter of 北京市, and 北京协和医院 in any: names whose place is short are not known to hold one."""
    by_core: dict[str, list[NameKey]] = {}
    for key in facts:
        if key.scope and not key.scope.startswith("?"):
            by_core.setdefault(key.core, []).append(key)
    for long in facts:
        printed = "" if long.scope else places.prefix(long.core) or ""
        rest = long.core[len(printed) :]
        place = places.resolve(printed) if len(rest) >= MIN_REST and rest != long.core else None
        for short in by_core.get(rest, ()) if place else ():
            printed_in_both = _named_with_place(facts[short])
            alike = place in places.ancestors(short.scope) and facts[short].kind == facts[long].kind
            if alike and not printed_in_both:
                reason = both(
                    f"{short.scope}的复文写{rest}，另有{long.core}：其中一处省去地名",
                    f"{rest} in letters of {short.scope}, and {long.core}: one leaves its place out",
                )
                yield Suggestion(
                    left=short,
                    right=long,
                    relation="same_as",
                    rule="place_left_out",
                    score=0.7,
                    reason=reason,
                )


def _brands(
    facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge, places: PlaceTable
) -> Iterator[Suggestion]:
    """鄂融通 in a letter of a city, and 湖北省“鄂融通”平台."""
    for pair in brand_pairs(facts, knowledge, places):
        reason = both(
            f"同一商号{pair.bare.core}，一处省去{pair.head}",
            f"the brand {pair.bare.core} with and without {pair.head}",
        )
        yield Suggestion(
            left=pair.bare,
            right=pair.long,
            relation="same_as",
            rule="brand_and_head",
            score=0.75,
            reason=reason,
        )


def _legal_forms(facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge) -> Iterator[Suggestion]:
    """某某集团, and both 某某集团有限公司 and 某某集团股份有限公司."""
    for short, long, _ in legal_form_pairs(facts, knowledge):
        reason = both(f"{short.core}，一处省去公司形式", f"{short.core} with and without its legal form")
        yield Suggestion(
            left=short, right=long, relation="same_as", rule="legal_form", score=0.75, reason=reason
        )


def _trades(facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge) -> Iterator[Suggestion]:
    """市公交集团 and 市公共交通集团有限公司: companies of one place, the trade of one short for that of the other."""
    blocks: dict[tuple[str, str], list[tuple[str, NameKey]]] = {}
    for key, known in facts.items():
        branch = key.core.endswith(knowledge.part_tails["branch"])
        if (
            known.kind == "organisation"
            and key.scope
            and not branch
            and (stem := _trade(key.core, knowledge))
        ):
            blocks.setdefault((key.scope, stem[0]), []).append((stem, key))
    for (scope, _), found in blocks.items():
        ordered = [key for _, key in sorted(found)]
        stems = {key: stem for stem, key in found}
        for left, right in neighbours(ordered):
            short, long = sorted((stems[left], stems[right]), key=len)
            if (
                len(short) > 1
                and short != long
                and not long.startswith(short)
                and is_subsequence(short, long)
            ):
                reason = both(
                    f"同属{scope}的公司，{short}是{long}的简称",
                    f"companies of {scope}; {short} is short for {long}",
                )
                yield Suggestion(
                    left=left, right=right, relation="same_as", rule="trade", score=0.7, reason=reason
                )


def _short_names(
    facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge, places: PlaceTable
) -> Iterator[Suggestion]:
    """本源量子 and the one company that begins so; a title and the one of its place that adds its years."""
    pairs = (
        ("company_beginning", company_beginnings(facts, knowledge, places)),
        ("years_left_out", titles_without_years(facts)),
    )
    for rule, found in pairs:
        for short, long in found:
            if _compatible(short, long, places):
                reason = both(
                    f"以{short.core}开头的只有{long.core}", f"only {long.core} begins with {short.core}"
                )
                yield Suggestion(
                    left=short, right=long, relation="same_as", rule=rule, score=0.65, reason=reason
                )


def _trade(name: str, knowledge: IdentityKnowledge) -> str:
    """Return 公交 for 公交集团, empty for what is no company's name."""
    form = next((form for form in knowledge.legal_forms if name.endswith(core(form))), "")
    return name.removesuffix(core(form)) if form else ""


def _named_with_place(known: KeyFacts) -> bool:
    """Whether the key's core is what stands behind a place (科学技术局 of 苏州市), so that others are other bodies."""
    return all(name != known.key.core and name.endswith(known.key.core) for name in known.names)


def _abbreviations(facts: Mapping[NameKey, KeyFacts], places: PlaceTable) -> Iterator[Suggestion]:
    """深交所科交中心 for 深交所科技成果与知识产权交易中心: same ending, characters in order, compatible place."""
    blocks: dict[str, list[NameKey]] = {}
    for key in facts:
        if len(key.core) >= 3:
            blocks.setdefault(key.core[-2:], []).append(key)
    for keys in blocks.values():
        if len(keys) == 1:
            continue
        full = {key: _full(facts[key]) for key in keys}
        signed = {name: _signed(name) for name in {*(key.core for key in keys), *full.values()}}
        ordered = sorted(keys, key=lambda key: (key.core[:2], len(key.core), key))
        for left, right in _block_pairs(ordered):
            if left.scope == right.scope:  # within one place the place says nothing
                score = _likeness(signed[left.core], signed[right.core])
            else:
                score = _likeness(signed[full[left]], signed[full[right]])
            if score >= 0.55 and _compatible(left, right, places) and not _is_part(left, right):
                name = min(left.core, right.core, key=len)
                reason = both(
                    f"结尾相同，{name}的字依次见于长名，相似度 {score:.2f}",
                    f"same ending, {name} in order, likeness {score:.2f}",
                )
                yield Suggestion(
                    left=left,
                    right=right,
                    relation="same_as",
                    rule="abbreviation",
                    score=score,
                    reason=reason,
                )


def _is_part(left: NameKey, right: NameKey) -> bool:
    """Return whether one name goes on where the other ends, with one of its own: 太湖基金 and 太湖基金生物医药基金."""
    short, long = sorted((left.core, right.core), key=len)
    return long.startswith(short) and len(long) - len(short) >= MIN_NAME_OF_PART


def _acronyms(
    facts: Mapping[NameKey, KeyFacts], knowledge: IdentityKnowledge, places: PlaceTable
) -> Iterator[Suggestion]:
    """广中医 for 广州中医药大学: a short name without a head of its own, its characters in order in one long name."""
    heads = tuple(ending for ending, _ in knowledge.scopes["organisation"] if ending != "*")
    bodies = {key: known for key, known in facts.items() if known.kind == "organisation"}
    short = [
        key for key in bodies if MIN_ACRONYM <= len(key.core) <= MAX_ACRONYM and not key.core.endswith(heads)
    ]
    around = _beginning_alike(bodies, {key.core[:1] + key.core[-1:] for key in short})
    for key in short:
        text = _signed(key.core)
        near = [one for full, one in around[key.core[:1] + key.core[-1:]] if _is_acronym(text, full)]
        found = [one for one in near if _compatible(key, one, places)]
        if len(found) == 1:
            reason = both(
                f"{key.core}的字只在这一名称里依次出现",
                f"the characters of {key.core} stand in order in this name alone",
            )
            yield Suggestion(
                left=key, right=found[0], relation="same_as", rule="acronym", score=0.6, reason=reason
            )


def _beginning_alike(
    facts: Mapping[NameKey, KeyFacts], wanted: Iterable[str]
) -> dict[str, list[tuple[_Signed, NameKey]]]:
    """Return for each pair of characters the keys whose full name begins with the first and holds the second."""
    found: dict[str, list[tuple[_Signed, NameKey]]] = {pair: [] for pair in wanted}
    seconds: dict[str, set[str]] = {}
    for pair in found:
        seconds.setdefault(pair[0], set()).add(pair[-1])
    for key, known in facts.items():
        full = _full(known)
        for second in sorted(seconds.get(full[:1], set()).intersection(full)):
            found[full[0] + second].append((_signed(full), key))
    return found


def _is_acronym(short: _Signed, long: _Signed) -> bool:
    if short.signature & ~long.signature or 2 * len(long.name) < 3 * len(short.name):
        return False
    if long.name.startswith(short.name):  # 水利部X局 is a part of 水利部
        return False
    return is_subsequence(short.name, long.name)


class _Signed(NamedTuple):
    """A name with a bit for every character, modulo 61: what lacks a bit of another name does not hold all of it.

    Most pairs are told apart by that alone; a set of characters for every name would take many times the memory.
    """

    name: str
    signature: int


def _signed(name: str) -> _Signed:
    signature = 0
    for character in name:
        signature |= 1 << ord(character) % 61
    return _Signed(name, signature)


@lru_cache(maxsize=1 << 12)
def _bigrams(name: str) -> frozenset[str]:
    return frozenset(map(add, name, name[1:]))


def _full(known: KeyFacts) -> str:
    return core(max(known.names)) if _named_with_place(known) else known.key.core


def _block_pairs(ordered: list[NameKey]) -> Iterator[tuple[NameKey, NameKey]]:
    """Pairs in a block that share their first character or one contains the other's first two; bounded per name."""
    starts: dict[str, list[NameKey]] = {}
    for key in ordered:
        starts.setdefault(key.core[:1], []).append(key)
    for keys in starts.values():
        yield from neighbours(keys)
    short = [key for key in ordered if len(key.core) <= 6][:MAX_BLOCK]
    holding: dict[str, list[NameKey]] = {left.core[0]: [] for left in short}
    for key in ordered if short else ():
        for character in holding.keys() & set(key.core[1:]):
            holding[character].append(key)
    for left in short:
        inside = [key for key in holding[left.core[0]] if key != left][:MAX_BLOCK]
        yield from ((left, right) for right in inside if left.core[0] != right.core[0])


def _likeness(left: _Signed, right: _Signed) -> float:
    """Return [0, 1]: an abbreviation's share of kept characters, or the Jaccard of bigrams for near-duplicates.

    Near-duplicates may add words, never swap the one that tells two things apart (研究所 / 研究中心).
    """
    one, two = left.signature, right.signature
    if one & ~two and two & ~one:
        return 0.0
    short, long = (left.name, right.name) if len(left.name) <= len(right.name) else (right.name, left.name)
    if short != long and is_subsequence(short, long):
        return 0.6 + 0.3 * len(short) / len(long)
    characters = set(short), set(long)
    if not (characters[0] <= characters[1] or characters[1] <= characters[0]):
        return 0.0
    of_short, of_long = _bigrams(short), _bigrams(long)
    both = len(of_short & of_long)
    shared = both / max(1, len(of_short) + len(of_long) - both)
    return shared if shared >= 0.6 else 0.0


def _compatible(left: NameKey, right: NameKey, places: PlaceTable) -> bool:
    if not left.scope or not right.scope:
        return True
    if left.scope.startswith("?") or right.scope.startswith("?"):
        return left.scope == right.scope
    return places.compatible(left.scope, right.scope)
