"""Who pays an amount: the body or place that the words name, as readers carry it over from earlier clauses, or nobody.

中央财政 or 社会资本 are no nodes of the graph and stay words of the letter; 国债 says nothing of who pays. None of them
is the department that writes the letter.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache

from corpus.records import Places
from ontology.clause_words import clause_words
from ontology.money_sources import LEVELS, money_payers, money_sources
from ontology.places import COUNTRY
from ontology.quantity_words import amount_roles, figure_words
from ontology.tsv import any_word

from ...records import LinkedLetter
from ..clause_roles import any_clause_word, clause_pattern, holds_word
from ..lists import PLAIN_AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name, kind_class
from ..nodes import place_id
from ..status import ITEM_MARK, PART_MARKS, clause_bounds, part_bounds
from ..typed.actors import Actors, actors_at, lead_pattern, opening_names
from ..understood import implied_actor, is_of_ministry
from .facilities import is_facility
from .money_nouns import source_pattern
from .word_patterns import any_figure_word, each_pattern, figure_pattern

_ORGANISATION = kind_class("organisation")
_BODIES = kind_class("organisation", "place")
_LISTED = re.compile(rf"(?:[{ANY_NAME}{ANY_PLACE}](?:（[^（）]*）)?{PLAIN_AND}?)+$")
_JOINT = re.compile(r"[和、与及]?")
"""What stands between two sources that pay together: 中央和省级财政."""
_JOINING = re.compile("[和、与及]")
_LEVELS_BEFORE = re.compile(r"(?:(?:中央|地方|[省市县区州镇乡])级?(?:（[市县区旗]）)?[、和与及]?)+$")
"""Other levels that pay along with the one behind: 市、(区财政), 省、市、县(三级财政)."""
_WORDS = "="
"""Marks a source that is told in words of the letter."""
_SENTENCE_MARK = "。"


def payer_of(linked: LinkedLetter, masked: MaskedSentence, places: Places, number: int, verb: int) -> str:
    """Return who pays the amount that begins at `number`, whose verb stands before `verb`: a node, words, or nothing.

    In this order: who is named right before the verb, whose money the clause says it is, who acts in the clause, and
    the same of the clauses before it.
    """
    text = masked.text
    clause, _ = clause_bounds(text, number)
    if _is_of_whole(linked, masked, number):
        return ""
    granted = _granted_pattern().match(text[clause:number])
    beside = None if granted else _beside_pattern().search(text, clause, number)
    if beside and not is_given_to(text, beside.start("payer")):
        return _one_of(masked, beside.start("payer"), number, (masked.names[beside["payer"]],))
    told = masked.printed(linked.letter, clause, number)
    if granted or _receiving_pattern().match(text[clause:number]):
        return _whose(linked, places, _source(told, 0, len(told)) or "none")
    if figure_pattern("absorbed").search(text, clause, number):
        return ""
    found = _acting(linked, masked, places, number, actors_at(masked, verb))
    return "" if found and is_facility(linked, masked, number, found) else found


def _acting(linked: LinkedLetter, masked: MaskedSentence, places: Places, number: int, acting: Actors) -> str:
    """Who pays where nobody is named right before the verb: who acts, whose money it is, who acted before."""
    text = masked.text
    clause, _ = clause_bounds(text, number)
    unnamed = acting.basis != "named" and _has_unnamed_payer(text, clause, number)
    names = () if unnamed else acting.names if acting.basis == "named" else opening_names(masked, number)
    if names:
        first = bisect_left(masked.offsets, names[0].span.start)
        each = each_pattern().match(text, first + 1)  # 工作室每个补助10万元: what is paid to each of them
        return "" if each else _one_of(masked, first, number, names)
    told = masked.printed(linked.letter, clause, number)
    source = "none" if unnamed else _source(told, 0, len(told)) or source_behind(text, number)
    if _JOINING.search(source) and holds_word("respective", text, clause, number):
        return ""  # 中央、省、市配套分别为3亿元、2亿元、1亿元: who of them gave which is not told apart
    if source or not acting.basis:
        return _whose(linked, places, source or "none")
    return _carried(linked, masked, places, number, acting)


def _is_of_whole(linked: LinkedLetter, masked: MaskedSentence, number: int) -> bool:
    """Whether an amount is what all in a place invest: 全市完成投资96亿元，其中公路投资38亿元."""
    clause, _ = clause_bounds(masked.text, number)
    handed = figure_pattern("handing", "award", "giving").search(masked.text, clause, number)
    if handed or not figure_pattern("contributing").search(masked.text, clause, number):
        return False
    part, _ = part_bounds(masked.text, number)
    named = masked.names_in(part, number)
    return bool(named) and named[0].printed(linked.letter).startswith(clause_words()["whole"])


def is_received(text: str, clause: int, number: int) -> bool:
    """Return whether a clause tells that who is named in it gets the amount at `number` (甲、乙分别获得补助)."""
    return _granted_pattern().match(text[clause:number]) is not None


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
        source = _source(masked.text, start, end)
        if source and not _drawn_pattern().search(masked.text, start, end):
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
    told = is_of_ministry(linked) or _tells_on(masked) or _is_shared_out(masked.text, number)
    if told or (invested and not handed):
        return ""
    return implied_actor(linked, masked, number) or ""


def _tells_on(masked: MaskedSentence) -> bool:
    """Whether a sentence goes on with what the one before it tells of, whoever paid that: 该资金…, 其中…."""
    return _going_on_pattern().match(masked.text) is not None


def _is_shared_out(text: str, number: int) -> bool:
    """Whether what follows tells several who paid: 下达9000万元，其中中央资金5000万元."""
    parted = clause_pattern("part").search(text, number)
    return parted is not None and source_pattern().search(text, parted.end()) is not None


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
    """Whose money it is, by the last words in [start, end) that say so.

    A level, own, none, words of the letter behind `_WORDS` (=中央和省级财政), or an empty string.
    """
    named = source_pattern().finditer(text, start, end) if _any_source().search(text, start, end) else ()
    found = [each for each in named if not _is_given(text, start, each, end)]
    if not found:
        return ""
    last = found[-1]
    if len(found) > 1 and _JOINT.fullmatch(text, found[-2].end(), last.start()):
        return _WORDS + text[found[-2].start() : last.end()]
    levels = _LEVELS_BEFORE.search(text, start, last.start())
    if levels and (levels[0][-1] in "、和与及" or last[0].startswith(figure_words("several_levels"))):
        return _WORDS + levels[0] + last[0]
    payer = money_payers()[last[0]]
    return _WORDS + payer if payer else money_sources()[last[0]]


def _is_given(text: str, start: int, source: re.Match[str], end: int) -> bool:
    """Whether words for a source say who gets money: 对金融机构给予奖补."""
    named = text.endswith(figure_words("recipient"), start, source.start())
    return named and figure_pattern("giving").search(text, source.end(), end) is not None


def source_behind(text: str, number: int) -> str:
    """Return whose money it is, as told right behind an amount (其余2亿元由县级配套解决), empty where it is not."""
    found = _behind_pattern().match(text, number)
    return _source(text, found.start("by"), found.end("source")) if found else ""


def _whose(linked: LinkedLetter, places: Places, source: str) -> str:
    """Whose money it is: words, or the place at a level or above the letter's own; empty where nobody knows."""
    if source.startswith(_WORDS):
        return source.removeprefix(_WORDS)
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
    between = f"[^，。；：、每{ANY_NAME}{ANY_PLACE}]"
    unpaid = "".join(f"(?<!{word})" for word in (*figure_words("recipient"), *figure_words("handing")))
    return re.compile(
        rf"{unpaid}(?P<payer>[{ANY_PLACE}{_ORGANISATION}])(?!资金|经费){between}{{0,4}}?{_paying()}{between}{{0,6}}$"
    )


@cache
def _behind_pattern() -> re.Pattern[str]:
    """An amount and, right behind it, the source that it comes from."""
    return re.compile(
        rf"[\d.,]+[万亿千百十]*元(?P<by>由)[^，。；：]{{0,8}}?(?P<source>{source_pattern().pattern})"
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
    return re.compile(rf"{lead}，?(?!{any_clause_word('adding')}){any_clause_word('pointing')}")


@cache
def _drawn_pattern() -> re.Pattern[str]:
    """带动社会资本: whose money a clause tells of that others put in because of it, and pays nothing behind it."""
    return re.compile(rf"{any_figure_word('drawing')}[^，。；：]{{0,4}}?资本")


@cache
def _given_list() -> re.Pattern[str]:
    """安排甲、乙(分别为): a list that ends here and stands behind a verb of giving, or behind who is paid."""
    giving = any_figure_word("handing", "award", "recipient")
    return re.compile(rf"{giving}(?:给|至|到|了)?(?:[{_BODIES}]{PLAIN_AND})*$")
