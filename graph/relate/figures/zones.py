"""Zones that numbers hold for: what 甲高新区 builds, or what is built there, is not told of the whole city."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ontology.clause_words import clause_words
from ontology.quantity_words import figure_words

from ...records import LinkedLetter
from ..masking import MaskedSentence, Name, kind_class
from ..status import clause_bounds, part_bounds
from ..typed.actors import opening_names
from .places import set_up_pattern
from .quantity import Quantity

_PLATFORM = re.compile(f"[{kind_class('platform')}]")
_FUND = re.compile(f"[{kind_class('fund')}]")


def zone_of(linked: LinkedLetter, masked: MaskedSentence, quantity: Quantity) -> tuple[str, str]:
    """Return the node id of the zone that a quantity holds for, and its name as printed; two empty strings for none.

    A zone counts that alone begins a clause of the quantity's part of the sentence (甲高新区建成X，面积3万平方米), or
    where that part says something stands or is set up (位于甲高新区; 在甲新区设立X，服务740人次); the last one named.
    What is told of a fund holds nowhere in particular.
    """
    part, _ = part_bounds(masked.text, quantity.start)
    if not masked.names or _FUND.search(masked.text, part, quantity.start):
        return "", ""
    zones = [
        (place, name) for place, name in _zones(linked, masked, part, quantity.start) if _tells(masked, place)
    ]
    if not zones:
        return "", ""
    name = zones[-1][1]
    return name.node_ids[0], _printed(linked, name)


def _zones(
    linked: LinkedLetter, masked: MaskedSentence, start: int, end: int
) -> Iterator[tuple[re.Match[str], Name]]:
    for place in _PLATFORM.finditer(masked.text, start, end):
        name = masked.names[place[0]]
        if name.node_ids and _printed(linked, name).endswith(figure_words("zone")):
            yield place, name


def _tells(masked: MaskedSentence, place: re.Match[str]) -> bool:
    """Whether a zone acts alone, or something stands or is set up there."""
    text = masked.text
    if text.endswith(clause_words()["standing_in"], 0, place.start()):
        return True
    if text.endswith("在", 0, place.start()):
        return text.startswith("，", place.end()) or set_up_pattern().match(text, place.end()) is not None
    _, end = clause_bounds(text, place.start())
    return opening_names(masked, end) == (masked.names[place[0]],)


def _printed(linked: LinkedLetter, name: Name) -> str:
    return linked.letter.text[name.full.start : name.full.end]
