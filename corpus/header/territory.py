"""The place a letter speaks of throughout: what settles 区政协 in a letter that no department signs.

Nothing is guessed: one place of the session's own level must be named several times, and no other nearly as often.
"""

from __future__ import annotations

from collections import Counter

from ..cues import cues
from ..page import Page
from ..records import Places

_LEAST = 3
"""A place named less often may be an example, a neighbour, or where a visitor came from."""
_LEAD = 3
"""How many times as often as any other place of its level the letter's own place is named."""
_LONGEST = 15
"""Code points of the longest printed chain of names looked for (新疆维吾尔自治区伊犁州霍城县)."""
_LEVELS = frozenset(cues()["local_place_type"])


def own_place(page: Page, level: str, places: Places) -> str | None:
    """Return the canonical place of that level (区, 县, 市 …) that the body names by far most often, else None."""
    if level not in _LEVELS:
        return None
    named: Counter[str] = Counter()
    for paragraph in page.zone("opening", "heading", "body", "closing"):
        _count(paragraph.folded, level, places, named)
    ranked = named.most_common(2)
    if not ranked or ranked[0][1] < _LEAST:
        return None
    runner_up = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[0][0] if ranked[0][1] >= _LEAD * runner_up else None


def _count(text: str, level: str, places: Places, named: Counter[str]) -> None:
    """Count the places of the level that stand in the text, each by its canonical name."""
    after = 0
    at = text.find(level)
    while at >= 0:
        end = at + len(level)
        begins = range(max(after, end - _LONGEST), at)
        printed = next(
            (text[begin:end] for begin in begins if places.prefix(text[begin:end]) == text[begin:end]), None
        )
        known = printed and not _is_cut(printed, level) and not places.is_ordinary(printed, None)
        canonical = places.resolve(printed) if printed and known else None
        if canonical is not None:
            named[canonical] += 1
            after = end
        at = text.find(level, end)


def _is_cut(printed: str, level: str) -> bool:
    """Return whether what looks like a place is a verb and a level (我局会同|县财政局)."""
    return printed.removesuffix(level) in cues()["joint_verb"]
