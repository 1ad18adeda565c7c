"""Whose treasury pays: 县财政 is that of the letter's county, 省、市两级财政各支持900万元 tells of two places."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from corpus.records import Places
from ontology.place_types import LEVEL, TYPES

from ...records import LinkedLetter
from ..clause_roles import any_clause_word
from ..masking import MaskedSentence, Name, kind_class
from ..nodes import place_id

END = "treasury"
"""The end of a pattern that is whose treasury stands in its group `w`."""
_LEVELS = rf"[{TYPES}](?:级?[、和与及]?[{TYPES}])*"
WHOSE = rf"(?P<w>[{kind_class('place')}]|{_LEVELS})(?:[两三四]级|级)?{any_clause_word('of_treasury')}*"
"""What stands before 财政 and tells whose it is."""
_WHOSE = re.compile(rf"[{kind_class('place')}]|{LEVEL}")


def payers(
    linked: LinkedLetter, places: Places, masked: MaskedSentence, start: int, end: int
) -> Iterator[Name]:
    """Yield the places of the masked range [start, end), each as a name, but levels that mean no known one."""
    for match in _WHOSE.finditer(masked.text, start, end):
        named = masked.names.get(match[0])
        if named:
            yield msgspec.structs.replace(named, referring=False)
            continue
        home = linked.letter.header.home
        of = places.resolve(match[0], within=home) if home else None
        if of:
            yield Name(node_ids=(place_id(of),), kind="place", span=masked.span(*match.span()), anaphor=True)
