"""A list that its writer sums up (甲基金、乙基金和丙基金三大母基金): the sum is no part of the last name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from corpus.numerals import ONE_TO_TEN
from corpus.records import Span
from ontology import lexicon
from ontology.tsv import any_word, longest_first

from .finding import Finding

_JOINT = re.compile(r"(?:[、和与及]|以及)[“《]?$")
_NEAR = 4


def without_sums(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each that ends in a sum behind the last name of a list cut down to that name."""
    return [_cut(text, finding) for finding in found]


def _cut(text: str, finding: Finding) -> Finding:
    start, end = finding.span.start, finding.span.end
    if finding.parts or finding.anaphor or not _JOINT.search(text[max(0, start - _NEAR) : start]):
        return finding  # few names stand behind another: the long pattern is for these
    summed = _sum().search(text, start, end)
    if summed is None or text[summed.start("sum") - 2 : summed.start("sum")] != text[end - 2 : end]:
        return finding
    return replace(finding, span=Span(start=start, end=summed.start("sum")))


@cache
def _sum() -> re.Pattern[str]:
    """Return the pattern of a head, then number, measure and head: 基金三大母基金."""
    heads = any_word(lexicon.heads())
    words = "|".join(longest_first(lexicon.words("sum_words.tsv")))
    return re.compile(
        rf"(?<=..)(?:{heads})(?P<sum>(?:[{ONE_TO_TEN}两]|[0-9]+)(?:{words})[\u4e00-\u9fff]{{0,4}}?(?:{heads})$)"
    )
