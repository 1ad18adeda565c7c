"""How alike two descriptions are: by character bigrams, since phrases vary by insertion (规上企业, 规上仪器企业)."""

from __future__ import annotations

import re

_NOISE = re.compile(
    r"[\s，。；：、！？,.;:!?（）()“”《》「」\d]|全[省市区县国]|我[省市区县]|累计|共计|其中|的"
)


def bigrams(phrase: str) -> frozenset[str]:
    """Return the character bigrams of a phrase, marks, digits and words of extent left out."""
    bare = _NOISE.sub("", phrase)
    if len(bare) < 2:
        return frozenset({bare} if bare else ())
    return frozenset(bare[start : start + 2] for start in range(len(bare) - 1))


def containment(left: str, right: str) -> float:
    """Return which part of the shorter phrase's bigrams the longer one has, in [0, 1]; 0 where one is empty."""
    one, two = bigrams(left), bigrams(right)
    smaller = min(len(one), len(two))
    return len(one & two) / smaller if smaller else 0.0
