"""Lists that are told apart member by member: 甲、乙分别认缴2亿元、1.5亿元."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ontology.clause_words import clause_words

from ..lists import AND
from ..masking import ANY_NAME, ANY_PLACE, MaskedSentence, Name
from ..status import clause_bounds
from .quantity import Quantity

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
