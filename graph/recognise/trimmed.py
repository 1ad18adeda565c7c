"""Cuts off the ends of a find that say something of the name: 公交公司|会增加, 甲小镇|计划创建, 第1号建议交|县教育局.

A court takes the name of the park that it stands in (某某国家公园巡回法庭), a fund its legal form.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache

from msgspec.structs import replace

from corpus.records import Span
from ontology import lexicon, places
from ontology.name_edges import name_edges
from ontology.tsv import any_word

from .finding import Finding
from .marks import GENERIC, HEAD
from .words import segmenter

_WILL = "会"
"""Behind a body it says what the body will do; behind anything else it ends councils (理事会 is a head of its own)."""
_PLANS = frozenset({"head:计划", "head:规划"})
_PLAN = 2
"""Characters of 计划 and 规划."""
_BODIES = frozenset({"organisation", "platform"})
_COURT = re.compile("(?:巡回|人民|环境资源|旅游)?法庭")
"""Behind a park or a zone it is the court there: 某某国家公园|巡回法庭."""
_NUMBERED = re.compile("第[0-9〇零一二三四五六七八九十百]{1,10}号(?:建议|提案|议案)[交由转](?=.{4})")
_BUREAUS = "局厅"
_BUREAU_ABOVE = re.compile("(?P<before>.{2,}?)(?P<bureau>[省市县区州][局厅])")
"""某某中心项目|市局已审批."""
_CHIEF = "长"
_COMMITTEE = "委会"
"""民进某市委会: the committee's own end."""
_FUND_OF_PARTNERS = "基金合伙企业"
_PLACES = (4, 3, 2)
"""Characters of the names of most places."""
_AWARD = "奖"
_FIRM = "企业"
_COMPANIES = ("公司", "集团")
_GOVERNMENT = "政府"
_FIRST = "首"
_PLACED_FIRST = 8
"""Characters in which 首 stands where a name begins with what it is the first of."""
_OPENING = frozenset("《“")
_SHORTEST = 4
_CLAUSE = 8
_TORN_TOWN = re.compile(
    "(?![省市县区州旗盟城])[\u4e00-\u9fff][镇乡](?:人民政府|政府|党委|人大|人民代表大会|卫生院|中心)"
)


def trimmed(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each without what is not of its name, and none of which no name is left."""
    cut = (_without_verb(text, _without_others(text, _to_its_end(text, finding))) for finding in found)
    ends = {finding.span.end for finding in found}
    whole = (_with_town(text, finding, ends) for finding in cut if finding is not None)
    firsts = (_without_first(text, finding) for finding in whole)
    return [finding for finding in firsts if finding is not None]


def _to_its_end(text: str, finding: Finding) -> Finding:
    """The finding with what belongs to it: a partnership's legal form (某某投资基金|合伙企业), the court of a park."""
    start, end = finding.span.start, finding.span.end
    if finding.kind == "platform" and (court := _COURT.match(text, end)):
        return replace(finding, span=Span(start=start, end=court.end()), kind="organisation")
    if finding.kind == "organisation" and text.endswith(_AWARD, start, end):
        return replace(finding, kind="policy")
    company = finding.kind == "organisation" and text.endswith(_COMPANIES, start, end)
    if company and text.endswith(name_edges()["brand_of_de"], 0, start):
        return replace(finding, span=Span(start=_with_brand(text, start), end=end))
    if finding.kind != "fund" and not (finding.kind == "organisation" and text.endswith(_FIRM, start, end)):
        return finding
    form = _partnership().match(text, end)
    end = form.end() if form else end
    kind = "fund" if _FUND_OF_PARTNERS in text[start:end] else finding.kind
    return replace(finding, kind=kind, span=Span(start=start, end=end))


def _with_brand(text: str, start: int) -> int:
    """Return where a company begins whose brand ends in 的, which parts words elsewhere: 广东美的|制冷设备有限公司.

    What praises (优美的云湖乐园有限公司) is no brand.
    """
    brand = next(word for word in name_edges()["brand_of_de"] if text.endswith(word, 0, start))
    begin = start - len(brand)
    if text.endswith(name_edges()["before_brand"], 0, begin):
        return start
    before = ((size, text[max(0, begin - size) : begin]) for size in _PLACES)
    sizes = (size for size, name in before if name.isalpha() and places.load().resolve(name))
    return begin - next(sizes, 0)


def _with_town(text: str, finding: Finding, ends: Container[int]) -> Finding:
    """The finding with the first character of its town, which was taken for a word: 支持和|平镇人民政府.

    Few towns' names have one character but for 镇 or 乡. Behind a name in `ends` it is a joint (县财政局和|张镇政府).
    """
    start, end = finding.span.start, finding.span.end
    if finding.kind != "organisation" or not _TORN_TOWN.match(text, start, end) or start - 1 in ends:
        return finding
    words = segmenter().cut(text[max(0, start - _CLAUSE) : start]).words
    torn = bool(words) and words[-1].text in name_edges()["begins_town"]
    return replace(finding, span=Span(start=start - 1, end=end)) if torn else finding


def _without_others(text: str, finding: Finding) -> Finding:
    """The finding without what its bureau acts on (某项目|市局, 第1号建议交|县教育局), nor a chief's (城建股|股长)."""
    start, end = finding.span.start, finding.span.end
    above = _BUREAU_ABOVE.fullmatch(text, start, end) if text[end - 1] in _BUREAUS else None
    if above and above["before"].endswith(name_edges()["before_bureau"]):
        return replace(finding, span=Span(start=above.start("bureau"), end=end))
    if finding.kind == "organisation" and text.endswith(name_edges()["no_office"], start, end):
        return replace(finding, span=Span(start=start, end=end - len(_GOVERNMENT)))
    if numbered := _NUMBERED.match(text, start, end):
        return replace(finding, span=Span(start=numbered.end(), end=end))
    if text.startswith(_CHIEF, end) and text[end - 2 : end - 1] == text[end - 1] and end - start >= _SHORTEST:
        return replace(finding, span=Span(start=start, end=end - 1))
    return finding


def _without_first(text: str, finding: Finding) -> Finding | None:
    """The finding without what it is the first of (全国首批|试点城市), None where only a class is left of it."""
    start, end = finding.span.start, finding.span.end
    if _FIRST not in text[start : start + _PLACED_FIRST] or text[start - 1 : start] in _OPENING:
        return finding
    printed = places.load().prefix(text[start:end]) or ""
    first = _first().match(text, start + len(printed), end)
    if first is None:
        return finding
    words = segmenter().cut(text[first.end() : end]).words
    if finding.kind != "policy" and all(HEAD in word.tag or GENERIC in word.tag for word in words):
        return None
    return replace(finding, span=Span(start=first.end(), end=end))


@cache
def _first() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_word(name_edges()['first_of_all'])})?首[批个家支只座例条](?![次发])")


@cache
def _partnership() -> re.Pattern[str]:
    return re.compile(any_word(name_edges()["limited_partnership"]))


def _without_verb(text: str, finding: Finding) -> Finding | None:
    """The finding without the verb at its end, None where nothing is left that is a name."""
    return _without_plan(text, finding) if finding.kind == "policy" else _without_will(text, finding)


def _without_plan(text: str, finding: Finding) -> Finding | None:
    """The finding without 计划 where it says what a thing or its owner will do (甲小镇|计划创建), None without such.

    甲县科技提升行动计划|启动 is a plan.
    """
    start, end = finding.span.start, finding.span.end
    if finding.reason not in _PLANS or not text.startswith(name_edges()["planned"], end):
        return finding
    if text.endswith(name_edges()["before_plan"], start, end - _PLAN):
        return finding
    last = segmenter().cut(text[start : end - _PLAN]).words[-1:]
    kinds = [kind for word in last for kind in word.kinds if kind in _BODIES]
    if not kinds or end - _PLAN - start < _SHORTEST:
        return None
    return replace(
        finding,
        span=Span(start=start, end=end - _PLAN),
        kind="organisation" if kinds[0] == "organisation" else "platform",
    )


def _without_will(text: str, finding: Finding) -> Finding | None:
    """The finding without 会 where a body stands before it, None where that is a class (水利部门会)."""
    start, end = finding.span.start, finding.span.end
    if finding.reason != "head:会" or text.endswith(_COMMITTEE, start, end):
        return finding
    if not text.endswith(_acts(), start, end - len(_WILL)):
        return finding
    if text.endswith(name_edges()["acting_class"], start, end - len(_WILL)) or end - start <= _SHORTEST:
        return None
    return replace(finding, span=Span(start=start, end=end - len(_WILL)))


@cache
def _acts() -> tuple[str, ...]:
    """What ends bodies in two characters or more, and classes of them."""
    heads = (word for word, head in lexicon.heads().items() if head.kinds[0] == "organisation")
    return (*(word for word in heads if len(word) > 1), *name_edges()["acting_class"])
