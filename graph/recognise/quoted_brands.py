"""What a bare noun behind quotes says: “某某通”平台 is a platform 某某通, “先建后补”模式 only a way of doing things.

Before a longer noun (“某某通”成果转化平台), or quotes that hold no words (“1+9+N”政策), the whole is the name. What is
quoted and begins with a place in full is what its last word says: “清水县人民医院” is a body. So are “苏州大学” and
“市财政局”, whose last words end nothing else. So is what ends in a word
that ends no slogan: “材料大模型联合实验室”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from corpus.records import Span
from ontology import identity, lexicon, places
from ontology.name_edges import name_edges
from ontology.tsv import any_word

from .aliases import is_brand
from .finding import Finding, Taken
from .marks import LEVEL
from .words import segmenter

_SURE = 0.9
_QUOTE = "quote:"
_BODY = ("organisation",)


def without_nouns(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each quoted brand with a bare noun behind it cut down to the brand."""
    return [_cut(text, finding) for finding in findings]


def of_their_heads(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each quoted name of a place (“某县人民医院”) of a kind that its head word allows."""
    return [_of_its_head(text, one) if one.reason.startswith(_QUOTE) else one for one in findings]


def _of_its_head(text: str, finding: Finding) -> Finding:
    kinds = lexicon.heads()[finding.reason.removeprefix(_QUOTE)].kinds
    if finding.kind in kinds:
        return finding
    if text.endswith(name_edges()["telling_head"], finding.span.start, finding.span.end):
        return replace(finding, kind=kinds[0])
    name = text[finding.span.start : finding.span.end]
    printed = places.load().prefix(name) or ""
    whole = bool(printed) and places.load().is_full(printed)
    brand = text.startswith((*name_edges()["brand_noun"], *name_edges()["app_noun"]), finding.span.end + 1)
    body = kinds == _BODY and not brand and (bool(printed) or _begins_with_level(name))
    return replace(finding, kind=kinds[0]) if whole or body else finding


def _begins_with_level(name: str) -> bool:
    """Whether a name begins with a level that is a word (市财政局), but not 区块链学院."""
    first = segmenter().cut(name).words[0]
    return len(first.text) == 1 and LEVEL in first.tag and not identity.load().level_traps.match(name)


def without_ways(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings without policies that are, by the noun behind their quotes, a way of doing things."""
    return [one for one in findings if one.kind != "policy" or not _way().match(text, one.span.end)]


def apps(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the quoted brands of apps (“某某通”小程序) that are not yet among the names `found`."""
    taken = Taken.by(one.span for one in found)
    spans = (Span(start=match.start("name"), end=match.end("name")) for match in _app().finditer(text))
    return [
        Finding(span=span, kind="platform", score=_SURE, reason="quoted brand of an app")
        for span in spans
        if is_brand(text[span.start : span.end]) and not taken.touch(span)
    ]


def _cut(text: str, finding: Finding) -> Finding:
    start, end = finding.span.start, finding.span.end
    if text[start] != "“" or not (brand := _brand().fullmatch(text, start, end)):
        return finding
    return replace(finding, span=Span(start=brand.start("name"), end=brand.end("name")))


@cache
def _way() -> re.Pattern[str]:
    return re.compile(f"”{any_word(name_edges()['way_noun'])}")


@cache
def _app() -> re.Pattern[str]:
    return re.compile(rf"“(?P<name>[^“”，。；：、\n]{{2,12}})”{any_word(name_edges()['app_noun'])}")


@cache
def _brand() -> re.Pattern[str]:
    return re.compile(
        rf"“(?P<name>[^“”\n]*[\u4e00-\u9fff]{{2}}[^“”\n]*)”{any_word(name_edges()['brand_noun'])}"
    )
