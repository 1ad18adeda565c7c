"""How alike two descriptions are: by character bigrams, since phrases vary by insertion (规上企业, 规上仪器企业)."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import takewhile

from ontology.quantity_words import figure_words

from ..lists import PLAIN_AND

NOISE = re.compile(
    r"[\s，。；：、！？,.;:!?（）()“”《》「」\d]|全[省市区县国]|我[省市区县]|累计|共计|其中|的"
)


@lru_cache(maxsize=1024)
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


_LEAST_END = 5
"""Characters that two things of a list end alike in: 中小企业 are not yet the same ones."""


def says_enough(phrase: str) -> bool:
    """Return whether a phrase has enough bigrams to be compared by likeness."""
    return len(bigrams(phrase)) >= LEAST_BIGRAMS


def alike(left: str, right: str) -> bool:
    """Return whether two phrases are taken for descriptions of the same thing."""
    if not (says_enough(left) and says_enough(right)):
        return bool(left) and left == right
    return containment(left, right) >= LEAST_CONTAINMENT


def is_contained(left: str, right: str) -> bool:
    """Return whether the shorter of two phrases stands in the other almost whole, however little it says."""
    if not bigrams(left) or not bigrams(right):
        return bigrams(left) == bigrams(right)
    return containment(left, right) >= LEAST_CONTAINMENT


def metrics_alike(left: str, right: str) -> bool:
    """Return whether two metrics are alike, as a whole or thing by thing in their lists.

    生物医药领域概念验证中心、中小试基地数量 and 市级认定的概念验证中心和中小试基地数量 count the same two things.
    """
    if alike(left, right):
        return True
    fewer, more = sorted((_listed(left), _listed(right)), key=len)
    return len(fewer) > 1 and all(any(_same_end(part, other) for other in more) for part in fewer)


def _listed(metric: str) -> list[str]:
    """The things of a list, without the word that they are counted."""
    for word in figure_words("amount"):
        metric = metric.removesuffix(word)
    return [part for part in re.split(PLAIN_AND, metric) if part]


def _same_end(left: str, right: str) -> bool:
    """Whether two things end alike: what stands before says of which field they are, or who recognised them."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(reversed(left), reversed(right), strict=False))
    return sum(1 for _ in same) >= _LEAST_END
