"""Areas and companies within a place: what 江北片区 or 甲公司 has is not counted for its city.

Such numbers have no place, and an area, as it is printed, is the range that they hold for.
"""

from __future__ import annotations

import re
from functools import cache

from ontology.area_words import area_words
from ontology.place_types import TYPES
from ontology.tsv import any_word

from ...records import LinkedLetter
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence
from ..status import ITEM_MARK, PART_MARKS, clause_bounds
from ..typed.actors import lead_pattern, opening_names
from .places import is_compared
from .quantity import Quantity

_PLACE = re.compile(f"[{ANY_PLACE}]")


def area_of(linked: LinkedLetter, masked: MaskedSentence, quantity: Quantity) -> tuple[str, str] | None:
    """Return the area that a quantity holds for: its node id, empty where nobody knows it, and its name as printed.

    Two empty strings for a company's own number, None where it is neither. The area stands before the number in its
    clause, or is what an earlier clause of its part tells of, and no place comes in between. A company's number stands
    in the clause that begins with the company.
    """
    text, end = masked.text, quantity.start
    start, _ = clause_bounds(text, end)
    found = area_beside(linked, masked, quantity)
    while found is None and start and not (text[start - 1] in PART_MARKS or ITEM_MARK.match(text, start)):
        if any(not is_compared(text, place) for place in _PLACE.finditer(text, start, end)):
            return None
        start, end = clause_bounds(text, start - 1)
        named = _named(linked, masked, end)
        found = named if named and any(named) else _area_in(text, _subject_pattern(), start, end)
    return found


def area_beside(linked: LinkedLetter, masked: MaskedSentence, quantity: Quantity) -> tuple[str, str] | None:
    """Return the same of the clause of a quantity alone."""
    start, _ = clause_bounds(masked.text, quantity.start)
    named = _named(linked, masked, quantity.start)
    return named if named is not None else _area_in(masked.text, _area_pattern(), start, quantity.start)


def _area_in(text: str, pattern: re.Pattern[str], start: int, end: int) -> tuple[str, str] | None:
    """The area that [start, end) names, None where it names none or only a kind: 口袋公园, 行政村."""
    found = pattern.search(text, start, end)
    if found is None or _generic_pattern().search(found["name"]):
        return None
    return "", found["name"] + found["end"]


def _named(linked: LinkedLetter, masked: MaskedSentence, position: int) -> tuple[str, str] | None:
    """The area or company that the clause around a position begins with by a name that the graph knows."""
    names = opening_names(masked, position)
    if len(names) != 1 or names[0].anaphor:
        return None
    printed = names[0].printed(linked.letter)
    if names[0].kind == "organisation":
        agent = linked.letter.text.endswith(("由", "与"), 0, names[0].span.start)
        return None if agent or not _is_foreign_company(linked, printed) else ("", "")
    if names[0].kind != "platform":
        return None
    if printed.endswith(area_words()["end"]) and len(names[0].node_ids) == 1:
        return names[0].node_ids[0], printed
    return _area_in(printed, _subject_pattern(), 0, len(printed))


def _is_foreign_company(linked: LinkedLetter, printed: str) -> bool:
    """Whether a name is a company's and does not tell that it acts for the letter's place: 绍兴公交集团, 县交投集团."""
    home = linked.letter.header.home or ""
    local = printed.startswith((*TYPES, home[:2], home[-3:-1])) if home else True
    return printed.endswith(area_words()["body"]) and not local


def _name() -> str:
    """The name of an area: two to five characters before what such names end in, up to which it is one word."""
    ends, behind = any_word(area_words()["end"]), any_word(area_words()["behind"])
    one = f"[^，。；：、（）“”《》\\d{ANY_NAME}{ANY_PLACE}]"
    begun, listed = any_word(area_words()["leading"]), "(?:[、和与及][^，。；：]{1,9})*等"
    return rf"(?!{begun})(?P<name>{one}{{2,5}}?)(?P<end>(?:{ends})(?!{behind}|{ends}|{listed}))"


@cache
def _area_pattern() -> re.Pattern[str]:
    """An area that a clause begins with, or behind a word of place: 在江北片区, 其中小岭村."""
    return _behind(area_words()["leading"])


@cache
def _subject_pattern() -> re.Pattern[str]:
    """An area that a clause tells of: 江北片区, 您反映的江北片区."""
    return _behind(area_words()["telling"])


def _behind(leading: tuple[str, ...]) -> re.Pattern[str]:
    led = "|".join(f"(?<={word})" for word in leading)
    return re.compile(rf"(?:^|(?<=[，。；：）])|{led}){lead_pattern().pattern}{_name()}")


@cache
def _generic_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_word(area_words()['generic'])}|{any_word(area_words()['closing'])}$")
