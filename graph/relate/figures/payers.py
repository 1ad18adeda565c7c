"""Who pays an amount: the body or place that the words name, as readers carry it over from earlier clauses, or nobody.

中央财政, 国债 or 社会资本 are nobody in the graph, and never the department that writes the letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from corpus.records import Places
from ontology.money_sources import LEVELS, money_sources
from ontology.places import COUNTRY
from ontology.quantity_words import amount_roles, figure_words
from ontology.tsv import any_word

from ...records import LinkedLetter
from ..clause_roles import any_clause_word
from ..lists import PLAIN_AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name, kind_class
from ..nodes import place_id
from ..status import ITEM_MARK, PART_MARKS, clause_bounds
from ..typed.actors import Actors, actors_at, lead_pattern, opening_names
from ..understood import implied_actor, is_of_ministry
from .money_nouns import source_pattern
from .word_patterns import any_figure_word, figure_pattern

_ORGANISATION = kind_class("organisation")
_BODIES = kind_class("organisation", "place")
_LISTED = re.compile(rf"(?:[{ANY_NAME}{ANY_PLACE}](?:（[^（）]*）)?{PLAIN_AND}?)+$")
_JOINT = re.compile(r"[和、与及]?")
"""What stands between two sources that pay together: 中央和省级财政."""
_SENTENCE_MARK = "。"


def payer_of(linked: LinkedLetter, masked: MaskedSentence, places: Places, number: int, verb: int) -> str:
    """Return the node id of who pays the amount that begins at `number`, whose verb stands before `verb`, or nothing.

    In this order: who is named right before the verb, whose money the clause says it is, who acts in the clause, and
    the same of the clauses before it.
    """
    text = masked.text
    clause, _ = clause_bounds(text, number)
    if _granted_pattern().match(text[clause:number]):
        return ""
    beside = _beside_pattern().search(text, clause, number)
    if beside and not is_given_to(text, beside.start("payer")):
        return _one_of(masked, beside.start("payer"), number, (masked.names[beside["payer"]],))
    if _receiving_pattern().match(text[clause:number]):
        return ""
    acting = actors_at(masked, verb)
    unnamed = acting.basis != "named" and _has_unnamed_payer(text, clause, number)
    names = () if unnamed else acting.names if acting.basis == "named" else opening_names(masked, number)
    if names:
        return _one_of(masked, bisect_left(masked.offsets, names[0].span.start), number, names)
    source = "none" if unnamed else _source(text, clause, number)
    if source or not acting.basis:
        return _whose(linked, places, source or "none")
    return _carried(linked, masked, places, number, acting)


def is_given_to(text: str, start: int) -> bool:
    """Return whether the list that a name at `start` is in stands behind a verb of giving: 下达甲、乙."""
    return _given_list().search(text, 0, start) is not None


def _carried(
    linked: LinkedLetter, masked: MaskedSentence, places: Places, number: int, acting: Actors
) -> str:
    """Who pays as an earlier clause of the sentence says: whoever acts there or whose money that is, the nearest."""
    named = acting.names[0].span.start if acting.names else -1
    for start, end, parted in _clauses_before(masked.text, number):
        if masked.offsets[start] <= named:
            break
        hands = not parted or figure_pattern("handing").search(masked.text, start, end)
        names = opening_names(masked, end) if hands and not acting.names else ()
        if names:
            return _one_of(masked, start, number, names)
        if source := _source(masked.text, start, end):
            return _whose(linked, places, source)
    if acting.names:
        return _one_of(masked, bisect_left(masked.offsets, named), number, acting.names)
    return _understood(linked, masked, number)


def _clauses_before(text: str, number: int) -> Iterator[tuple[int, int, bool]]:
    """Yield the clauses before that of a number, the nearest first, up to an item; whether ； stands between."""
    start, _ = clause_bounds(text, number)
    parted = False
    while start > 0 and text[start - 1] != _SENTENCE_MARK and not ITEM_MARK.match(text, start):
        parted = parted or text[start - 1] in PART_MARKS
        start, end = clause_bounds(text, start - 1)
        yield start, end, parted


def _understood(linked: LinkedLetter, masked: MaskedSentence, number: int) -> str:
    """Who pays where nobody is named: a place of what it hands out, nobody known of what a ministry tells."""
    clause, _ = clause_bounds(masked.text, number)
    invested = figure_pattern("contributing").search(masked.text, clause, number)
    handed = figure_pattern("handing", "award", "giving").search(masked.text, clause, number)
    if is_of_ministry(linked) or _tells_on(masked) or (invested and not handed):
        return ""
    return implied_actor(linked, masked, number) or ""


def _tells_on(masked: MaskedSentence) -> bool:
    """Whether a sentence goes on with what the one before it tells of, whoever paid that: 该资金…, 其中…."""
    return _going_on_pattern().match(masked.text) is not None


def _one_of(masked: MaskedSentence, at: int, number: int, names: tuple[Name, ...]) -> str:
    """The node of the first of the names at a place; of several who each give of their own, nobody's."""
    clause, _ = clause_bounds(masked.text, number)
    listed = _LISTED.search(masked.text, 0, min(at + 1, len(masked.text)))
    before = [masked.names[one] for one in listed[0] if one in masked.names] if listed else []
    gives = figure_pattern("contributing").search(masked.text, clause, number)
    handed = figure_pattern("handing").search(masked.text, clause, number)
    acting = [name for name in (*before, *names) if gives or not handed or name.kind != "fund"]
    ids = list(dict.fromkeys(node for name in acting for node in name.node_ids))
    each = figure_pattern("together").search(masked.text, clause, number)
    jointly = not handed and figure_pattern("jointly").search(masked.text, clause, number)
    if not ids or (len(ids) > 1 and (gives or each or jointly)):
        return ""
    return ids[0]


def _source(text: str, start: int, end: int) -> str:
    """Whose money it is, by the last words in [start, end) that say so: a level, own, none, or an empty string."""
    found = (
        list(source_pattern().finditer(text, start, end)) if _any_source().search(text, start, end) else []
    )
    if not found:
        return ""
    joint = len(found) > 1 and _JOINT.fullmatch(text, found[-2].end(), found[-1].start())
    return "none" if joint else money_sources()[found[-1][0]]


def _whose(linked: LinkedLetter, places: Places, source: str) -> str:
    """The place whose money it is: that of the letter's own at a level or above it, empty where it has none."""
    home = linked.letter.header.home
    if source == "none" or is_of_ministry(linked) or not home:
        return ""
    if source not in LEVELS:
        return linked.place or ""
    place = places.resolve(source, within=home)
    own = place == home and linked.place
    return own or (place_id(place) if place and place != COUNTRY else "")


def _has_unnamed_payer(text: str, start: int, end: int) -> bool:
    """Whether a class of payers stands before the verb of its clause: 沿线11省市出资, 社会资本投入."""
    found = _unnamed_pattern().search(text, start, end)
    return found is not None and not figure_pattern("recipient", "handing", "giving").search(
        text, start, found.start()
    )


@cache
def _paying() -> str:
    return any_word(each.word for each in amount_roles() if each.role == "paid")


@cache
def _beside_pattern() -> re.Pattern[str]:
    """乙出资2亿元: who pays, named right before the verb that stands before the amount, whoever acts in the clause."""
    between = f"[^，。；：、{ANY_NAME}{ANY_PLACE}]"
    unpaid = "".join(f"(?<!{word})" for word in (*figure_words("recipient"), *figure_words("handing")))
    return re.compile(
        rf"{unpaid}(?P<payer>[{ANY_PLACE}{_ORGANISATION}])(?!资金|经费){between}{{0,4}}?{_paying()}{between}{{0,6}}$"
    )


@cache
def _any_source() -> re.Pattern[str]:
    """What a source begins with: most clauses hold none."""
    return re.compile(f"[{''.join(sorted({word[0] for word in money_sources()}))}]")


@cache
def _receiving_pattern() -> re.Pattern[str]:
    """争取资金, 获得补助; but 争取安排, where somebody strives to pay."""
    given = any_figure_word("recipient")
    return re.compile(rf"^(?:(?!{given})[^，。；：])*?{any_figure_word('receiving')}(?!{_paying()})")


@cache
def _granted_pattern() -> re.Pattern[str]:
    """高新区已有5个小区获得补贴63.5万元: who is named gets it, or is where it is got."""
    given = any_figure_word("recipient")
    received = rf"{any_figure_word('receiving')}[^，。；：的]{{0,4}}{any_figure_word('grant')}"
    return re.compile(rf"^(?:(?!{given})[^，。；：])*?{received}")


@cache
def _unnamed_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"{any_figure_word('unnamed_payer')}[^，。；：、{ANY_NAME}{ANY_PLACE}]{{0,4}}?{_paying()}"
    )


@cache
def _going_on_pattern() -> re.Pattern[str]:
    lead = lead_pattern().pattern
    return re.compile(rf"{lead}，?{any_clause_word('pointing')}")


@cache
def _given_list() -> re.Pattern[str]:
    """安排甲、乙(分别为): a list that ends here and stands behind a verb of giving, or behind who is paid."""
    giving = any_figure_word("handing", "award", "recipient")
    return re.compile(rf"{giving}(?:给|至|到|了)?(?:[{_BODIES}]{PLAIN_AND})*$")
