"""A list that its writer sums up (甲基金、乙基金和丙基金三大母基金): the sum is no part of the last name.

Nor is how often a thing was put out (三批推荐目录) a part of its name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from corpus.numerals import ONE_TO_TEN
from corpus.records import Span
from ontology import lexicon
from ontology.tsv import any_word

from .finding import Finding

_JOINT = re.compile(r"(?:[、和与及]|以及)[“《]?$")
_NEAR = 4
_BATCHES = re.compile(
    f"[{ONE_TO_TEN}两0-9]+批(?!次|发)|[0-9.]+[万亿千百]?[余多]?[个家所座支届项](?![0-9百千万亿])"
)
_SHORTEST = 4


def without_sums(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each without a sum behind it and without a number of batches before it."""
    return [_cut(text, _without_batches(text, finding)) for finding in found]


def _without_batches(text: str, finding: Finding) -> Finding:
    start, end = finding.span.start, finding.span.end
    counted = _BATCHES.match(text, start, end)
    if counted is None or finding.parts or end - counted.end() < _SHORTEST:
        return finding
    return replace(finding, span=Span(start=counted.end(), end=end))


def _cut(text: str, finding: Finding) -> Finding:
    start, end = finding.span.start, finding.span.end
    if finding.parts or finding.anaphor or not _JOINT.search(text[max(0, start - _NEAR) : start]):
        return finding  # few names stand behind another: the long pattern is for these
    summed = _sum().search(text, start, end) if _counts().search(text, start, end) else None
    if summed is None or text[summed.start("sum") - 2 : summed.start("sum")] != text[end - 2 : end]:
        return finding
    return replace(finding, span=Span(start=start, end=summed.start("sum")))


@cache
def _counts() -> re.Pattern[str]:
    """Return the pattern of a number and measure that sum up (三大); few names hold them."""
    return re.compile(f"[{ONE_TO_TEN}两0-9]{any_word(lexicon.words('sum_words.tsv'))}")


@cache
def _sum() -> re.Pattern[str]:
    """Return the pattern of a head, then number, measure and head: 基金三大母基金."""
    heads = any_word(lexicon.heads())
    counted = rf"(?:[{ONE_TO_TEN}两]|[0-9]+){any_word(lexicon.words('sum_words.tsv'))}"
    return re.compile(rf"(?<=..){heads}(?P<sum>{counted}[\u4e00-\u9fff]{{0,4}}?{heads}$)")
