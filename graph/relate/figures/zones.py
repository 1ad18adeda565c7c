"""Zones that numbers hold for: what 甲高新区 builds, or what is built there, is not told of the whole city."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ontology.clause_words import clause_words
from ontology.quantity_words import figure_words

from ...records import LinkedLetter
from ..clause_roles import holds_word
from ..masking import ANY_PLACE, MaskedSentence, Name, kind_class
from ..status import clause_bounds, part_bounds
from ..typed.actors import opening_names
from .places import set_up_pattern
from .quantity import Quantity
from .word_patterns import any_figure_word

_PLATFORM = re.compile(f"[{kind_class('platform')}]")
_FUND = re.compile(f"[{kind_class('fund')}]")


def zone_of(linked: LinkedLetter, masked: MaskedSentence, quantity: Quantity) -> tuple[str, str]:
    """Return the node id of the zone that a quantity holds for, and its name as printed; two empty strings for none.

    A zone counts that alone begins a clause of the quantity's part of the sentence (甲高新区建成X，面积3万平方米), or
    where that part says something is set up (在甲新区设立X，服务740人次); one where something stands only for its own
    measures (位于甲高新区，占地30亩). The last one named counts, until a place or a treasury comes between. What is
    told of a fund holds nowhere in particular.
    """
    part, _ = part_bounds(masked.text, quantity.start)
    if not masked.names or _FUND.search(masked.text, part, quantity.start):
        return "", ""
    found = [
        name
        for place, name in _zones(linked, masked, part, quantity.start)
        if _tells(masked, place, quantity) and _holds_on(masked.text, place.end(), quantity.start)
    ]
    return (found[-1].node_ids[0], found[-1].printed(linked.letter)) if found else ("", "")


def _zones(
    linked: LinkedLetter, masked: MaskedSentence, start: int, end: int
) -> Iterator[tuple[re.Match[str], Name]]:
    for place in _PLATFORM.finditer(masked.text, start, end):
        name = masked.names[place[0]]
        if name.node_ids and name.printed(linked.letter).endswith(figure_words("zone")):
            yield place, name


def _tells(masked: MaskedSentence, place: re.Match[str], quantity: Quantity) -> bool:
    """Whether a zone acts alone, or something is set up there, or stands there and is measured."""
    text = masked.text
    if text.endswith(clause_words()["standing_in"], 0, place.start()):
        clause, _ = clause_bounds(text, quantity.start)
        return text.startswith(figure_words("site"), clause)
    if text.endswith("在", 0, place.start()):
        return text.startswith("，", place.end()) or set_up_pattern().match(text, place.end()) is not None
    _, end = clause_bounds(text, place.start())
    return opening_names(masked, end) == (masked.names[place[0]],)


def _holds_on(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] goes on about a zone: no place, treasury or writer comes in between."""
    return _place_pattern().search(text, start, end) is None and not holds_word(
        "other_scope", text, start, end
    )


@cache
def _place_pattern() -> re.Pattern[str]:
    """A place that is no scope of a rank (在全省率先)."""
    return re.compile(f"[{ANY_PLACE}](?!{any_figure_word('of_rank')})")
