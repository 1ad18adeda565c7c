"""Words that whatever a regular expression matches holds: where they lack, it need not be tried, nor compiled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

Needs = tuple[frozenset[str], ...]
"""Sets of words; of each set one stands in everything that is matched."""
_GAP = "\0"
_UNKNOWN = re.compile(r"\\.|\[\^?\]?[^\]]*\]|\{[A-Za-z]+\+{0,2}\}")
"""Escapes, classes of characters, and macros."""
_UNSURE = re.compile(r".(?:[?*]|\{[\d,]*\})\??|[.^$+]")
"""What may be absent, and what is no letter of a word."""
_DEPTH = 6
"""Of groups in groups; nothing is told of what lies deeper."""


def _nested(depth: int) -> str:
    return rf"(?:[^()]|\({_nested(depth - 1)}\))*" if depth else "[^()]*"


_GROUP = re.compile(
    rf"\((?:\?:|\?P<\w+>|(?P<around>\?<?[!=]))?(?P<inside>{_nested(_DEPTH)})\)(?P<optional>[?*]|\{{[\d,]*\}})?"
)


def needed_words(pattern: str) -> Needs:
    """Return what every match of a pattern of relation_patterns.tsv holds; nothing where that cannot be told."""
    return _needed(_UNKNOWN.sub(_GAP, pattern))


def surest(needs: Needs) -> frozenset[str]:
    """Return the set whose words are the longest, so that few texts hold one; the empty set where there is none."""
    return max(needs, key=lambda words: min(map(len, words)), default=frozenset())


def _needed(expression: str) -> Needs:
    alternatives = _alternatives(expression)
    if len(alternatives) > 1:
        told = [surest(_needed(each)) for each in alternatives]
        return (frozenset().union(*told),) if all(told) else ()
    outside = _GROUP.sub(_GAP, expression)
    if "(" in outside:
        return ()
    needs = [frozenset({word}) for word in _UNSURE.sub(_GAP, outside).split(_GAP) if word]
    for group in _GROUP.finditer(expression):
        if not (group["around"] or group["optional"] or group["inside"].startswith("?")):
            needs.extend(_needed(group["inside"]))
    return tuple(needs)


def _alternatives(expression: str) -> Sequence[str]:
    """What stands between the bars outside all groups."""
    outside = _GROUP.sub(lambda group: _GAP * len(group[0]), expression)
    bars = [at for at, char in enumerate(outside) if char == "|"]
    return [expression[bar + 1 : following] for bar, following in pairwise([-1, *bars, len(expression)])]
