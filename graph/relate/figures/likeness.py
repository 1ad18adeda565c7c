"""How alike two descriptions are: by character bigrams, since phrases vary by insertion (规上企业, 规上仪器企业)."""

from __future__ import annotations

import re

NOISE = re.compile(
    r"[\s，。；：、！？,.;:!?（）()“”《》「」\d]|全[省市区县国]|我[省市区县]|累计|共计|其中|的"
)


def bigrams(phrase: str) -> frozenset[str]:
    """Return the character bigrams of a phrase, marks, digits and words of extent left out."""
    bare = NOISE.sub("", phrase)
    if len(bare) < 2:
        return frozenset({bare} if bare else ())
    return frozenset(bare[start : start + 2] for start in range(len(bare) - 1))


def containment(left: str, right: str) -> float:
    """Return which part of the shorter phrase's bigrams the longer one has, in [0, 1]; 0 where one is empty."""
    one, two = bigrams(left), bigrams(right)
    smaller = min(len(one), len(two))
    return len(one & two) / smaller if smaller else 0.0


LEAST_BIGRAMS = 3
"""Phrases with fewer (企业, 数量) say too little to be taken for the same thing, unless they are equal."""
LEAST_CONTAINMENT = 0.7
"""规上科学仪器企业 in 科学仪器及核心部件规上企业 has 0.71."""


def says_enough(phrase: str) -> bool:
    """Return whether a phrase has enough bigrams to be compared by likeness."""
    return len(bigrams(phrase)) >= LEAST_BIGRAMS


def alike(left: str, right: str) -> bool:
    """Return whether two phrases are taken for descriptions of the same thing."""
    if not (says_enough(left) and says_enough(right)):
        return bool(left) and left == right
    return containment(left, right) >= LEAST_CONTAINMENT
