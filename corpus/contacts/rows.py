"""Lines and rows of a table that hold digits of a call: a contact, or a place or body with what is counted of it."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..cues import either
from ..late_pattern import late_pattern
from .numbers import GROUPED, UNIT
from .people import ENDS_IN_NAME, PEOPLE, TITLE
from .shapes import LOCAL_ALONE, NUMBER
from .view import CELL_MARK

IsPlace = Callable[[str], bool]
LONGEST_UNKNOWN = 4
"""Characters of a word before a number that may be a name, though no surname is known in it."""
_WHOSE = either(
    "office_end",
    "asks_to_call",
    "contact_core",
    "contact_label",
    "office_label",
    "main_label",
    "byline_label",
)
_CALLED = late_pattern(rf"(?:{_WHOSE}|{TITLE})$")
_COUNTED = late_pattern(f"{either('counted_end')}$")
_NO_NAME = late_pattern(f"(?:{either('not_a_name')})$")
_FIGURE = re.compile(rf"\s*[0-9][0-9.,，]*(?:%|[万亿]?{UNIT}[^0-9]{{0,3}})\s*")
_NUMERAL = "[0-9一二两三四五六七八九十百千万亿]"
_STATED = re.compile(rf"{_NUMERAL}(?:%|{UNIT})")
_HAN = re.compile("[\u4e00-\u9fff]+")


def is_call_alone(folded: str, is_place: IsPlace) -> bool:
    """Return whether a paragraph is a number without area code, alone or behind whose it is (办公室：83880000).

    Parted as only calls are it is one behind any word; else what it counts is told from whose it is by the word.
    """
    match = LOCAL_ALONE.fullmatch(folded)
    if match is None:
        return False
    whose = match["whose"].strip("、/")
    if not whose or GROUPED.search(folded, match.end("whose")):
        return True
    if is_place(whose) or _NO_NAME.match(whose):
        return False
    if PEOPLE.fullmatch(whose.replace("/", "、")) or _CALLED.search(whose):
        return True
    if _COUNTED.search(whose):
        return False
    return len(whose) <= LONGEST_UNKNOWN or ENDS_IN_NAME.search(whose) is not None


def counts_something(folded: str, is_place: IsPlace) -> bool:
    """Return whether a row of a table tells a figure beside a call, and no person (姑苏区|call|128家)."""
    if not CELL_MARK.search(folded):
        return False
    cells = [cell for cell in CELL_MARK.split(folded) if NUMBER.sub("", cell).strip()]
    named = any(PEOPLE.fullmatch(cell.strip()) and not is_place(cell.strip()) for cell in cells)
    return not named and any(map(_FIGURE.fullmatch, cells))


def is_figure(clause: str) -> bool:
    """Return whether a cell is nothing but a figure with its unit."""
    return _FIGURE.fullmatch(clause) is not None


def is_counted(rest: str) -> bool:
    """Return whether what is left of a line without its calls is a sentence that tells a figure."""
    return rest.endswith("。") and states_figure(rest)


def states_figure(clause: str) -> bool:
    """Return whether a clause tells a figure with its unit."""
    return _STATED.search(clause) is not None


def is_place_counted(words: str, is_place: IsPlace) -> bool:
    """Return whether a number beside names counts something of places: 金华 7050000."""
    names = _HAN.findall(words)
    return (
        bool(names) and all(map(is_place, names)) and not GROUPED.search(words) and not NUMBER.search(words)
    )
