"""Platforms and the money told of them: most are what others pay for, some pay themselves (甲实验室出资3000万元)."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from ontology.quantity_words import figure_words

from ...records import LinkedLetter
from ..masking import MaskedSentence, Name
from .word_patterns import any_figure_word


def is_facility(linked: LinkedLetter, masked: MaskedSentence, number: int, node_id: str) -> bool:
    """Return whether a node is a platform that pays no amount at `number` itself (甲平台一期投资4800万元).

    A zone has a body that pays. Another platform pays where it gives (由甲中心出资), and where it puts in money for a
    purpose that follows (甲中心投入600万元升级系统); a laboratory or institute also where none follows.
    """
    named = [name for name in masked.names.values() if name.node_ids[:1] == (node_id,)]
    if not any(name.kind == "platform" for name in named):
        return False
    zones = figure_words("zone")
    if any(name.printed(linked.letter).endswith(zones) for name in named):
        return False
    return not any(_pays(linked, masked, number, name) for name in named)


def _pays(linked: LinkedLetter, masked: MaskedSentence, number: int, name: Name) -> bool:
    behind = bisect_left(masked.offsets, name.span.end)
    spent = _spending_pattern().match(masked.text, behind, number) if behind <= number else None
    if spent is None:
        return False
    if spent["gives"]:
        return True
    institute = not spent["costs"] and name.printed(linked.letter).endswith(figure_words("institute"))
    return institute or _purpose_pattern().match(masked.text, number) is not None


@cache
def _spending_pattern() -> re.Pattern[str]:
    """From behind a name up to its amount: 出资, 每年从事业经费中拿出, 累计投入科研经费; not 一期投入, 总投资."""
    gives, puts = any_figure_word("out_of_own"), any_figure_word("putting_in")
    cost = any_figure_word("cost_part")
    words = rf"(?:(?!{cost})[^，。；：]){{0,12}}?"
    more = rf"(?:(?!{cost})[^，。；：]){{0,10}}"
    return re.compile(rf"{words}(?:(?P<gives>{gives})|(?P<costs>投资)|{puts}){more}\Z")


@cache
def _purpose_pattern() -> re.Pattern[str]:
    """From an amount on, what it was spent for: 3000万元购置设备, 600万元用于升级系统."""
    return re.compile(
        rf"[\d.,]+[余多]?[万亿千百十]*[余多]?元(?:资金|经费)?{any_figure_word('spent_for')}[^，。；：]{{2}}"
    )
