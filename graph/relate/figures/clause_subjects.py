"""What a bare measure is of, as the clause before it says: 城市道路网建设不断加快，密度达8.2公里/平方公里.

The clause tells how a thing goes on, or is nothing but the thing (农村自来水：普及率达92%). Who acts there is no thing.
"""

from __future__ import annotations

import re
from functools import cache

import msgspec

from corpus.records import Letter
from ontology.quantity_words import figure_words

from ..clause_roles import any_clause_word
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence
from ..records import Figure
from ..status import ITEM_MARK, PART_MARKS, clause_bounds
from ..typed.actors import lead_pattern
from .left_edges import left_edges
from .quantity import Quantity
from .word_patterns import any_figure_word

_HEADED = "："


def with_clause_subject(letter: Letter, masked: MaskedSentence, figure: Figure, quantity: Quantity) -> Figure:
    """Return a figure whose metric, nothing but a measure, names the thing that the clause before tells of."""
    if figure.about or figure.metric not in figure_words("bare_of_subject"):
        return figure
    told = _thing_before(masked.text, quantity.start)
    if told is None:
        return figure
    edge = left_edges().match(masked.text, *told)
    start = edge.end() if edge and edge.end() < told[1] - 1 else told[0]
    thing = masked.printed(letter, start, told[1])
    return msgspec.structs.replace(figure, metric=_joined(thing, figure.metric))


def _joined(thing: str, measure: str) -> str:
    """城镇污水处理 and 处理率 are 城镇污水处理率."""
    shared = next((size for size in range(len(measure) - 1, 0, -1) if thing.endswith(measure[:size])), 0)
    return thing + measure[shared:]


def _thing_before(text: str, number: int) -> tuple[int, int] | None:
    """Where the thing stands in the last clause before that of a number which has no number itself, if it tells one."""
    start, _ = clause_bounds(text, number)
    while start > 0 and text[start - 1] not in PART_MARKS and not ITEM_MARK.match(text, start):
        headed = text[start - 1] == _HEADED
        start, end = clause_bounds(text, start - 1)
        if headed:
            found = _heading_pattern().fullmatch(text, start, end)
            return found.span("thing") if found else None
        if not any(map(str.isdigit, text[start:end])):
            found = _going_pattern().fullmatch(text, start, end)
            return found.span("thing") if found else None
    return None


@cache
def _going_pattern() -> re.Pattern[str]:
    """(全市)城市道路网(建设不断加快): all of a clause."""
    nobody = rf"(?![^，。；：]*(?:{any_figure_word('no_thing')}))"
    thing = rf"(?P<thing>[^，。；：、的\d{ANY_NAME}{ANY_PLACE}]{{2,14}}?)"
    side = rf"(?:{any_figure_word('side_of_thing')})*"
    how = rf"(?:{any_clause_word('adverb')}|{any_figure_word('going_how')})"
    goes = rf"(?:{how}+{any_figure_word('going_on')}|{any_figure_word('has_effect')})"
    return re.compile(rf"{lead_pattern().pattern}[{ANY_PLACE}]?{nobody}{thing}{side}{goes}")


@cache
def _heading_pattern() -> re.Pattern[str]:
    """(一是)农村自来水: all of what stands before a colon."""
    side = rf"(?:{any_figure_word('side_of_thing')})*"
    thing = (
        rf"(?!{any_clause_word('self', 'asker')})(?P<thing>[^，。；：、的\d{ANY_NAME}{ANY_PLACE}]{{2,10}}?)"
    )
    return re.compile(rf"{lead_pattern().pattern}[{ANY_PLACE}]?{thing}{side}")
