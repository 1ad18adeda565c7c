"""Lists whose members match one by one (分别): 甲、乙分别认缴2亿元、1.5亿元; 产值3亿元、税收1亿元，分别增长5%、8%."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

import msgspec

from ontology.clause_words import clause_words

from ..clause_roles import any_clause_word
from ..lists import AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name
from ..status import clause_bounds, part_bounds
from .quantity import Quantity
from .word_patterns import any_figure_word

_LIST = re.compile(rf"[{ANY_NAME}{ANY_PLACE}](?:{AND}[{ANY_NAME}{ANY_PLACE}])+")


def told_apart(masked: MaskedSentence, counted: Sequence[Quantity], quantity: Quantity) -> Name | None:
    """Return the one of a list of names that a quantity is told of, None where no two lists are told apart.

    The names and the numbers of the clause must be as many.
    """
    text, words = masked.text, clause_words()["respective"]
    if not any(word in text for word in words):
        return None
    start, end = clause_bounds(text, quantity.start)
    at = max(text.rfind(word, start, quantity.start) for word in words)
    lists = list(_LIST.finditer(text, start, at)) if at >= 0 else []
    if not lists:
        return None
    names = [masked.names[one] for one in lists[-1][0] if one in masked.names]
    dimension = quantity.unit_of.dimension
    numbers = [each for each in counted if at < each.start < end and each.unit_of.dimension == dimension]
    return names[numbers.index(quantity)] if len(names) == len(numbers) else None


def is_told_of_each(masked: MaskedSentence, quantity: Quantity) -> bool:
    """Return whether a quantity is one of several that are told of several names, of one each, before it."""
    text, words = masked.text, clause_words()["respective"]
    if not any(word in text for word in words):
        return False
    start, _ = clause_bounds(text, quantity.start)
    at = max(text.rfind(word, start, quantity.start) for word in words)
    return at >= 0 and _LIST.search(text, start, at) is not None


class Share(msgspec.Struct, frozen=True):
    """Which earlier figure of the sentence a number is told of, and the words of change between: 同比增长."""

    base: int
    words: str


def base_of(
    text: str, counted: Sequence[Quantity], index: int, bases: Sequence[tuple[int, int]]
) -> Share | None:
    """Return which earlier figure the number counted[index] is told of where its clause begins with 分别.

    `bases`: where the earlier figures that tell of nothing else end in the masked text, each with its number in the
    sentence. As many as the numbers behind 分别 must end before that clause, in its part.
    """
    start, end = clause_bounds(text, counted[index].start)
    start = text.rfind("（", start, counted[index].start) + 1 or start
    told = _told_apart().match(text, start, end) if bases else None
    if told is None:
        return None
    rates = [each for each in counted if told.end() <= each.start < end]
    part, _ = part_bounds(text, start)
    earlier = [number for where, number in bases if part <= where <= start]
    if not 1 < len(rates) <= len(earlier) or counted[index] not in rates:
        return None
    words = told["against"] + text[told.end() : rates[0].start]
    return Share(earlier[-len(rates) :][rates.index(counted[index])], words)


@cache
def _told_apart() -> re.Pattern[str]:
    """Begins a clause of rates and says nothing else: 分别, 同比分别, 较2022年分别."""
    against = rf"(?:{any_figure_word('compared')}|{any_clause_word('base')}[^，。；：、]{{1,10}}?)?"
    return re.compile(rf"(?P<against>{against}){any_clause_word('respective')}")
