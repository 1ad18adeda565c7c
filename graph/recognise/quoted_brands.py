"""Cuts the bare noun off behind a quoted brand: of “某某通”平台 the name is 某某通, the noun says what it is.

Before a longer noun (“某某通”成果转化平台), or quotes that hold no words (“1+9+N”政策), the whole is the name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from corpus.records import Span
from ontology.name_edges import name_edges
from ontology.tsv import any_word

from .finding import Finding


def without_nouns(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each quoted brand with a bare noun behind it cut down to the brand."""
    return [_cut(text, finding) for finding in findings]


def _cut(text: str, finding: Finding) -> Finding:
    start, end = finding.span.start, finding.span.end
    if text[start] != "“" or not (brand := _brand().fullmatch(text, start, end)):
        return finding
    return replace(finding, span=Span(start=brand.start("name"), end=brand.end("name")))


@cache
def _brand() -> re.Pattern[str]:
    return re.compile(
        rf"“(?P<name>[^“”\n]*[\u4e00-\u9fff]{{2}}[^“”\n]*)”{any_word(name_edges()['brand_noun'])}"
    )
