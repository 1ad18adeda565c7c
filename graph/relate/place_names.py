"""Bare places in a letter (福田区, 我市, 全省): places can be ends of typed relations, never of co-mentions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

import msgspec
from daachorse import CharwiseDoubleArrayAhoCorasick

from corpus.records import Letter, Places, Span
from ontology import lexicon
from ontology.clause_words import clause_words
from ontology.place_types import LEVEL, TYPES
from ontology.places import COUNTRY, COUNTY, TOWN
from ontology.time_words import time_pattern

from ..records import LinkedLetter
from .clause_roles import any_clause_word, clause_pattern
from .counted_places import AND, counted_places
from .nodes import place_id

_LEVEL_WORD = re.compile(
    rf"[我本全辖市区县省](?:(?<=[我本全])(?<![安完健].)(?:{LEVEL}|[镇乡])|(?<=辖)区|(?<=[市区县省])[内级])"
)
"""It begins with one class, which `re` finds quickest."""
_REGION = frozenset({"我区", "本区", "全区"})
"""What an autonomous region calls itself as well."""
UNKNOWN_LEVEL = rf"(?<![安完健])[我本全](?:[{TYPES}镇乡村](?![场域民])|自治区|街道|社区|苏木)"
"""Such a word where it is left in a masked text: a place that nobody can name (全镇 in a letter of a city)."""
_RANKED = re.compile(rf"[{TYPES}](?=首[个家批创例单条部支只款座所次]|唯一|第[一二三])")
_COUNTRY = "全国"
_HAVING = "有"
"""What follows an honour that the country itself is told to have: 全国劳动模范有3000名."""
_MARKS = "，。；：、（,;:(\n"
_BLANK = re.compile("[ \u3000]")
_REACH = 16
"""How much of the text behind an opening is looked at: no place's name is longer, in characters."""
_LONGEST = 10
"""The longest place name before a word of rank, in characters."""
_TOWN = re.compile(rf"(?!城乡)[^{TYPES}镇乡，。；：、]?[镇乡](?![村镇])")
_NOT_A_LEVEL = re.compile("[市区县省]级")


class PlaceName(msgspec.Struct, frozen=True):
    """A bare place: its node id (place/深圳市福田区) and where it stands; `own` for words like 我区, 全市."""

    node_id: str
    span: Span
    own: bool = False


def place_names(linked: LinkedLetter, places: Places) -> tuple[PlaceName, ...]:
    """Return the bare places of a letter in text order: names known to `places`, and words like 我区, 全市.

    Names are looked for where a clause or a list item begins, behind what leads to a subject (目前), behind
    prepositions and behind verbs that make somebody act, grant or confer something (指导, 下达, 认定), which is where
    a place can be an actor or a location; none runs on into a mention. The letter's own home settles words and
    ambiguous names.
    """
    openings = _openings(linked.letter.text)
    found = {place.span.start: place for place in _level_words(linked.letter, places)}
    for place in (
        *_counted(linked, places),
        *_named(linked, places, openings),
        *_ranked(linked.letter, places),
        *_towns(linked, places, openings),
    ):
        found.setdefault(place.span.start, place)
    return tuple(found[start] for start in sorted(found))


def _level_words(letter: Letter, places: Places) -> Iterator[PlaceName]:
    within = letter.header.home
    for match in _LEVEL_WORD.finditer(letter.text):
        word = match[0]
        if _NOT_A_LEVEL.fullmatch(word):
            continue
        level = word[:-1] if word.endswith("内") else word
        canonical = within if word == "辖区" else places.resolve(level, within=within)
        if canonical is None and level in _REGION and within and within.endswith("自治区"):
            canonical = within
        if canonical:
            yield PlaceName(
                node_id=place_id(canonical), span=Span(start=match.start(), end=match.end()), own=True
            )


def _named(linked: LinkedLetter, places: Places, openings: Sequence[int]) -> Iterator[PlaceName]:
    text, within = linked.letter.text, linked.letter.header.home
    shorts = _own_short_names(within)
    mentioned = sorted(mention.span.start for mention in linked.mentions)
    for start in openings:
        if not places.may_begin(text[start : start + 2]) and not text.startswith(shorts, start):
            continue
        following = bisect_right(mentioned, start)
        stop = mentioned[following] if following < len(mentioned) else len(text)
        window = text[start : min(start + _REACH, stop)]
        name = places.prefix(window) or next((short for short in shorts if window.startswith(short)), None)
        if not name:
            continue
        canonical = _meant(name, linked.letter, places) or (within if name in shorts else None)
        if canonical and not _is_of_longer_name(name, window[len(name) :]):
            end = start + len(name)
            at_county = name[-1] in TYPES and places.level(canonical) == COUNTY
            towns = list(_towns_behind(text, end, stop)) if at_county else []
            first, begin = towns[0] if towns else ("", end)
            yield PlaceName(
                node_id=place_id(canonical + first), span=Span(start=start, end=begin + len(first))
            )
            for town, at in towns[1:]:
                span = Span(start=at, end=at + len(town))
                yield PlaceName(node_id=place_id(canonical + town), span=span)


def _towns_behind(text: str, at: int, stop: int) -> Iterator[tuple[str, int]]:
    """Yield the towns, and where they begin, that are named right behind their county (通许县|玉皇庙镇、竖岗镇)."""
    while (found := _own_town().match(text, at, stop)) and not clause_pattern("no_town").search(found[0]):
        yield found[0], at
        if text[found.end() : found.end() + 1] not in AND:
            return
        at = found.end() + 1


def _counted(linked: LinkedLetter, places: Places) -> Iterator[PlaceName]:
    """Short names in a list that says how many they are (玉山、铅山两县); none that is a part of a mention."""
    text, within = linked.letter.text, linked.letter.header.home
    inside = {at for mention in linked.mentions for at in range(mention.span.start, mention.span.end)}
    for canonical, span in counted_places(text, places, within):
        if span.start not in inside and span.end - 1 not in inside:
            yield PlaceName(node_id=place_id(canonical), span=span)


def _towns(linked: LinkedLetter, places: Places, openings: Sequence[int]) -> Iterator[PlaceName]:
    """Towns that a county's letter names, which no list holds: they lie in that county.

    Behind a word that places something (位于双桥镇), or named more than once: any words may end in 镇.
    """
    text, within = linked.letter.text, linked.letter.header.home or ""
    county = places.ancestors(within)[-2] if places.level(within) == TOWN else within
    if places.level(county) != COUNTY:
        return
    mentioned = {mention.span.start for mention in linked.mentions}
    for start in openings:
        match = _own_town().match(text, start)
        if not match or start in mentioned or clause_pattern("no_town").search(match[0]):
            continue
        if text.endswith(clause_words()["before_place"], 0, start) or text.count(match[0]) > 1:
            yield PlaceName(node_id=place_id(f"{county}{match[0]}"), span=Span(start=start, end=match.end()))


@cache
def _own_town() -> re.Pattern[str]:
    """双桥镇, but no 在双桥镇, no 推进镇 of 推进镇区改造."""
    lead, beyond = any_clause_word("before_town"), any_clause_word("beyond_town")
    return re.compile(rf"(?!{lead})[\u4e00-\u9fff]{{2,3}}?(?:[\u4e00-\u9fff]{{1,2}}族)?[镇乡](?!{beyond})")


def _meant(name: str, letter: Letter, places: Places) -> str | None:
    """Return the place that a name means in a letter; ordinary words (老城区) are none without their city."""
    within = letter.header.home or COUNTRY
    return places.resolve(name, within=within) or places.ordinary_in(name, letter.text)


def _is_of_longer_name(name: str, following: str) -> bool:
    """Whether a place's name only begins that of a road, a lesser place or an honour (香港路, 长寿湖镇, 全国文明村)."""
    if name == _COUNTRY:
        honour = clause_pattern("honour").match(following)
        return honour is not None and not following.startswith(_HAVING, honour.end())
    return name[-1] not in TYPES and (
        following.startswith(_road_words()) or _TOWN.match(following) is not None
    )


@cache
def _road_words() -> tuple[str, ...]:
    return tuple(sorted(lexicon.words("road_words.tsv")))


def _ranked(letter: Letter, places: Places) -> Iterator[PlaceName]:
    """Names right before a word of rank, wherever they stand: 建成福田区首个X."""
    for match in _RANKED.finditer(letter.text):
        for start in range(max(0, match.end() - _LONGEST), match.end() - 1):
            name = letter.text[start : match.end()]
            canonical = _meant(name, letter, places) if places.prefix(name) == name else None
            if canonical:
                yield PlaceName(node_id=place_id(canonical), span=Span(start=start, end=match.end()))
                break


def _openings(text: str) -> list[int]:
    """Where names of places are looked for, in text order: behind a time as well (今年上半年福田区…)."""
    ends = {end for _, end, _ in _opening_words().find_overlapping(text)} | {0}
    ends |= {blank.end() for blank in _BLANK.finditer(text) if blank.start() in ends}  # 甲区、 乙区
    time_at = time_pattern().match
    times = {match.end() for end in ends if (match := time_at(text, end))}
    return sorted((ends | times) - {len(text)})


@cache
def _opening_words() -> CharwiseDoubleArrayAhoCorasick:
    words = clause_words()
    leading = (word for word in words["lead"] if len(word) > 1)
    return CharwiseDoubleArrayAhoCorasick(
        sorted({*_MARKS, *words["before_place"], *words["causative"], *words["granting"], *leading})
    )


@cache
def _own_short_names(jurisdiction: str | None) -> tuple[str, ...]:
    """The letter's own place without its type (深圳市福田区 → 福田), which a letter uses for itself."""
    found = re.search(r"([^省市州盟]{2,})[区县市旗]$", jurisdiction or "")
    return (found[1],) if found else ()
