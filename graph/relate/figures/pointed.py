"""Money that a sentence refers back to: 2023年安排X资金70亿元。2024年，该资金增加至120亿元."""

from __future__ import annotations

import re
from functools import cache

from ...records import LinkedLetter, Mention
from ..clause_roles import any_clause_word, holds_word
from ..masking import MaskedSentence
from ..status import clause_bounds, part_bounds
from .word_patterns import any_figure_word


def may_point(text: str) -> bool:
    """Return whether any clause of a sentence points back at money."""
    return _pointing_pattern().search(text) is not None


def pointed_at(linked: LinkedLetter, masked: MaskedSentence, number: int) -> tuple[str, Mention] | None:
    """Return the noun (资金) and the money that the clause of a number means, the last named so in its paragraph.

    Funds and platforms (该基金, 该平台) stand for their names in the masked text already.
    """
    clause, _ = clause_bounds(masked.text, number)
    found = _pointing_pattern().search(masked.text, clause, number)
    if found is None and holds_word("part", masked.text, clause, number):
        found = _pointing_pattern().search(masked.text, part_bounds(masked.text, number)[0], number)
    if found is None:
        return None
    start = masked.offsets[found.start()]
    paragraph = linked.letter.text.rfind("\n", 0, masked.sentence.span.start) + 1
    named = [
        each
        for each in linked.mentions
        if paragraph <= each.span.start
        and each.span.end <= start
        and not each.anaphor
        and linked.entity_ids.get(each.mention_id)
        and each.text.endswith(found["noun"])
    ]
    return (found["noun"], named[-1]) if named else None


@cache
def _pointing_pattern() -> re.Pattern[str]:
    return re.compile(rf"{any_clause_word('pointing')}项?(?P<noun>{any_figure_word('pointed')})")
