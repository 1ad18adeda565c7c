"""Where a number holds: the place named before it in its clause, else the letter's own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from corpus.records import Places
from ontology import identity
from ontology.clause_words import clause_words
from ontology.metric_edges import metric_edges
from ontology.places import COUNTRY
from ontology.quantity_words import figure_words
from ontology.relation_words import making_words
from ontology.tsv import any_word

from ...records import LinkedLetter
from ..clause_roles import any_clause_word, behind_opening
from ..lists import AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name
from ..nodes import place_id
from ..place_names import UNKNOWN_LEVEL
from ..status import clause_bounds, part_bounds
from ..typed.actors import opening_names
from .quantity import Quantity
from .respective import told_apart

_PLACE = re.compile(f"[{ANY_PLACE}]")
_FIRST = re.compile(f"[{ANY_NAME}]")
_UNKNOWN_LEVEL = re.compile(UNKNOWN_LEVEL)
_LISTED = re.compile(rf"^[^{ANY_NAME}]*[{ANY_NAME}]{AND}[{ANY_NAME}]")
"""Bodies of several places: 甲区文化馆、乙区博物馆."""
_SHORTEST_FORM = 3
"""Characters of a legal form that the full name of a company ends in: 上市公司 and 物业公司 are classes."""
_COUNTY_ENDS = ("县", "市")
_SHORT_FORMS = (3, 2)
"""Characters of the name of a county without its type."""
_AMONG = re.compile(r"[^，。；]{0,20}?中")
_EXAMPLE = re.compile(rf"(?:[^，。；：、的\d{ANY_NAME}{ANY_PLACE}]{{0,10}}[省市州区县旗镇乡村])?等")
_BETWEEN = re.compile(r"[^，。；、\d]{0,6}[、和与及]")
"""What may stand between two places of one list: 潜江龙虾、秭归脐橙."""


def place_of(
    linked: LinkedLetter,
    masked: MaskedSentence,
    counted: Sequence[Quantity],
    quantity: Quantity,
    *,
    ranked: Collection[int],
) -> tuple[str, str]:
    """Return the node id of the place that a quantity is about, and the words that say so.

    The letter's own place (`own_place`) without words where its clause names none, or several in one list that are
    not told apart.
    No place where its part of the sentence says 全镇 and nobody can name it.
    A place that others are compared with (在全国同类城市中较早, 高于全国平均水平) and the scopes of ranks, which begin
    at `ranked`, are none. Words for the own place (全市) hold on until ；.
    """
    part, _ = part_bounds(masked.text, quantity.start)
    own, understood = linked.place or "", own_place(linked)
    if _UNKNOWN_LEVEL.search(masked.text, part, quantity.start):
        understood = ""
    if not masked.names or not _PLACE.search(masked.text, 0, quantity.start):
        return understood, ""
    apart = told_apart(masked, counted, quantity)
    if apart and apart.kind == "place":
        return apart.node_ids[0], apart.printed(linked.letter)
    clause, _ = clause_bounds(masked.text, quantity.start)
    places = [
        each for each in _PLACE.finditer(masked.text, part, quantity.start) if each.start() not in ranked
    ]
    for index in reversed(range(len(places))):
        place, name = places[index], masked.names[places[index][0]]
        is_own = name.node_ids[0] == own
        here = is_own or place.start() >= clause or _holds_on(masked, place, part, clause)
        if not here or is_compared(masked.text, place) or _names_company(masked.text, place):
            continue
        if index and not is_own and _are_listed(masked.text, counted, places[index - 1].end(), place.start()):
            return understood, ""
        if is_own or not _is_example(masked.text, place, quantity):
            return name.node_ids[0], name.printed(linked.letter)
    return understood, ""


def part_of_home(
    linked: LinkedLetter, masked: MaskedSentence, quantity: Quantity, places: Places
) -> tuple[str, str]:
    """Return the place within the letter's own whose name the body begins with that a part of a sentence tells of.

    西湖区民政局…，签约床位1460张 in a letter of 杭州市 holds for 西湖区. Two empty strings where there is none.
    """
    home = linked.letter.header.home
    if not home or not masked.names:
        return "", ""
    part, _ = part_bounds(masked.text, quantity.start)
    first = _FIRST.search(masked.text, part, quantity.start)
    if first is None or _LISTED.match(masked.text[part : quantity.start]):
        return "", ""
    printed, place = _begun_with(linked, masked.names[first[0]], places)
    inside = place is not None and place != home and home in places.ancestors(place)
    return (place_id(place), printed) if place and inside else ("", "")


def _begun_with(linked: LinkedLetter, name: Name, places: Places) -> tuple[str, str | None]:
    """The place that a name begins with, as printed and as meant.

    A short form (甲州) tells where a park is, not where a bank or university acts, unless the letter is of the whole
    country; that of a county means one that the letter names in full.
    """
    words, home = name.printed(linked.letter), linked.letter.header.home or ""
    printed = places.prefix(words) if places.may_begin(words) else None
    if printed:
        other = not places.is_full(printed) and words.startswith(figure_words("landmark"), len(printed))
        told = not other and not home.startswith(printed) and _tells_site(name, printed, home, places)
        return (printed, places.resolve(printed, within=home)) if told else ("", None)
    if name.kind != "platform" or not places.may_begin(words):
        return "", None
    shorts = ((words[:end], words[:end] + mark) for end in _SHORT_FORMS for mark in _COUNTY_ENDS)
    named = ((short, full) for short, full in shorts if full in linked.letter.text)
    return next(((short, places.resolve(full, within=home)) for short, full in named), ("", None))


def _tells_site(name: Name, printed: str, home: str, places: Places) -> bool:
    return name.kind == "platform" or home == COUNTRY or places.is_full(printed)


def own_place(linked: LinkedLetter) -> str:
    """Return where the numbers of a letter hold that name no place: nowhere known in a ministry's or a zone's letter.

    What a ministry tells of a region (大别山片区) or of its programmes does not hold for the whole country, nor what
    the committee of a zone tells (园区产值) for the city that the zone is in.
    """
    department = linked.letter.header.department
    of_zone = department is not None and department.value.endswith(figure_words("zone_committee"))
    return "" if of_zone or linked.letter.header.home == COUNTRY else linked.place or ""


def _holds_on(masked: MaskedSentence, place: re.Match[str], part: int, clause: int) -> bool:
    """Whether what a later clause, which begins at `clause`, tells in the same part of a sentence holds for a place."""
    text = masked.text
    if _tells_where(text, place) or _is_tried_in(text, place) or _is_topic(text, place, part):
        return True
    if _is_built_in(text, place) and text.startswith(figure_words("site"), clause):
        return True
    subject = masked.names.get(text[clause])
    return (subject is None or subject.kind != "fund") and _acts(masked, place)


def _is_topic(text: str, place: re.Match[str], part: int) -> bool:
    """Whether a part of a sentence begins with where all of it holds: 在甲市，…."""
    start = part or behind_opening(text)
    return text.startswith("在", start) and place.start() == start + 1 and text.startswith("，", place.end())


def _is_tried_in(text: str, place: re.Match[str]) -> bool:
    """Whether something is tried out at a place: 在甲县先行试点，参保30万人; 由甲区开展试点，…."""
    return text.endswith(("在", "由"), 0, place.start()) and text.startswith(
        clause_words()["trying_out"], place.end()
    )


def _is_built_in(text: str, place: re.Match[str]) -> bool:
    """Whether something is set up at a place, whose measures follow: 在甲县建立X基地，面积300亩."""
    return text.endswith("在", 0, place.start()) and set_up_pattern().match(text, place.end()) is not None


def _tells_where(text: str, place: re.Match[str]) -> bool:
    """Whether a place is where the thing stands that its part of the sentence tells of (位于甲区的X，引入…)."""
    return text.endswith(clause_words()["standing_in"], 0, place.start())


def _acts(masked: MaskedSentence, place: re.Match[str]) -> bool:
    """Whether a place alone is the subject of an earlier clause, so that what follows is told of it as well."""
    _, end = clause_bounds(masked.text, place.start())
    if _beside_pattern().match(masked.text, place.end()):
        return False
    return opening_names(masked, end) == (masked.names[place[0]],)


def is_compared(text: str, place: re.Match[str]) -> bool:
    """Return whether a place is only what something is measured by: 在全国同类城市中, 高于全省平均水平."""
    among = text.endswith("在", 0, place.start()) and _AMONG.match(text, place.end())
    return bool(among) or text.endswith(clause_words()["measured"], 0, place.start())


def _names_company(text: str, place: re.Match[str]) -> bool:
    """Whether a place only begins the name of a company that the graph does not know: 广东甲乙电器有限公司."""
    return _company_behind().match(text, place.end()) is not None


def _are_listed(text: str, counted: Sequence[Quantity], start: int, end: int) -> bool:
    """Whether two places are of one list, with [start, end) between them, each without a number of its own."""
    numbered = any(start <= each.start < end for each in counted)
    return not numbered and _BETWEEN.fullmatch(text, start, end) is not None


def _is_example(text: str, place: re.Match[str], quantity: Quantity) -> bool:
    """Whether a place is one of those that are counted, or what one is named after: 甲县石桥镇等90个村镇."""
    return _EXAMPLE.fullmatch(text, place.end(), quantity.start) is not None


@cache
def set_up_pattern() -> re.Pattern[str]:
    """Return the pattern of what makes something at the place before it: (在甲县)建立, 新设立."""
    return re.compile(f"[^，。；：、{ANY_NAME}{ANY_PLACE}]{{0,2}}{any_word(making_words())}")


@cache
def _company_behind() -> re.Pattern[str]:
    does = any_word((*metric_edges()["verb"], *metric_edges()["left"]))  # 甲区引进乙有限公司: where that is
    forms = any_word(form for form in identity.load().legal_forms if len(form) >= _SHORTEST_FORM)
    return re.compile(rf"(?!的|{does})[^，。；：、\d{ANY_NAME}{ANY_PLACE}]{{2,16}}?{forms}")


@cache
def _beside_pattern() -> re.Pattern[str]:
    """Behind one of several who act together: 甲省(与乙省), 甲、(乙)."""
    return re.compile(rf"(?:{AND}|{any_clause_word('joint')})[{ANY_NAME}{ANY_PLACE}]")
