"""Cuts off the verb that was taken into a name: 提速|甲机场, 落实好|育儿补贴制度, 以|甲科学城为核心.

What is left must be somebody's own: it holds a place or a coined word, begins with a level, or is a policy of its own
words; 丰富养老, 织牢公共安全防护网 are no names at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from msgspec.structs import replace

from corpus.records import Span
from ontology import places
from ontology.name_edges import name_edges
from ontology.tsv import any_word

from .finding import Finding
from .words import is_coined

_RESULT = "好"
"""Stands behind a verb (落实好, 建设好) as often as at the begin of a name."""
_TAKING = re.compile("以(?!色列)")
_AS = re.compile("[^，。；：\n为]{0,24}为")
_SHAPES = ("head", "bare", "version", "phase")
_SHORTEST = 4
_SHORTEST_POLICY = 6
_SHORTEST_FUND = 3
"""林权贷."""
_OF_THE_TOWN = re.compile("[镇乡](?:人大|人民|政府|党委)")
_NO_OFFICE = f"(?![委办所管]|{any_word(name_edges()['office_task'])})"
"""Not 编制委员会, 创建办, 引进国外智力中心."""
_INSTITUTE = re.compile("[与和][\u4e00-\u9fff]{2,10}?(?:研究院|研究所|研究中心)(?=[，。；、\n])")
_LEVEL = re.compile("国家|全国|[省市县区]")


def without_verbs(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings, each without a verb at its begin, and none of which nothing of its own is left."""
    cut = (_without_verb(text, finding) for finding in found)
    placed = (_without_placed_verb(text, finding) for finding in cut if finding is not None)
    return [finding for finding in placed if finding is not None]


def _without_verb(text: str, finding: Finding) -> Finding | None:
    start, end = finding.span.start, finding.span.end
    if not finding.reason.startswith(_SHAPES):
        return finding
    if verb := _verbs().match(text, start, end):
        own = _is_own(text[verb.end() : end]) or _is_policy(finding, end - verb.end())
        return _from(finding, verb.end()) if own else None
    if behind := _behind_maker(text, finding) or _behind_maybe_verb(text, start, end):
        return replace(finding, span=Span(start=behind, end=end))
    if text.startswith(_RESULT, start) and text.endswith(name_edges()["well_done"], 0, start):
        return _from(finding, start + len(_RESULT))
    if (taking := _TAKING.match(text, start)) and _is_taken(text, taking.end(), end):
        return _from(finding, taking.end())
    return finding


def _is_taken(text: str, start: int, end: int) -> bool:
    """Whether 以 takes a name as something (以甲科学城为核心); 以岭药业成为龙头 tells what the name becomes."""
    told = _AS.match(text, end)
    return (
        told is not None and not told.group().endswith(name_edges()["becoming"]) and _is_own(text[start:end])
    )


def _from(finding: Finding, start: int) -> Finding | None:
    end = finding.span.end
    return replace(finding, span=Span(start=start, end=end)) if end - start >= _SHORTEST else None


def _is_own(name: str) -> bool:
    """Whether a name begins with a level or holds a place or a coined word."""
    return _LEVEL.match(name) is not None or is_coined(name, or_placed=True)


def _behind_maker(text: str, finding: Finding) -> int:
    """Return where a loan's name begins behind what says that it is new (创新|林权贷), 0 where nothing says so."""
    if finding.kind != "fund" or text.startswith(name_edges()["not_new"], finding.span.start):
        return 0
    made = _new().match(text, finding.span.start, finding.span.end)
    return made.end() if made and finding.span.end - made.end() >= _SHORTEST_FUND else 0


def _behind_maybe_verb(text: str, start: int, end: int) -> int:
    """Return where a name begins behind a word that is a verb before it (协同|绿源集团), 0 where it may be its own."""
    verb = _maybe_verbs().match(text, start, end)
    if verb is None or end - verb.end() < _SHORTEST:
        return 0
    return verb.end() if _begins_own(text[verb.end() : end], len(verb.group())) else 0


def _without_placed_verb(text: str, finding: Finding) -> Finding | None:
    """The finding without a place and what the place does before it: 安徽省编制|显示产业规划.

    A plan may be called after what a place strives for (长寿区创建文明城区行动计划), and so is a staff that is set up
    for it: 泰州市创建全国文明城市指挥部.
    """
    start, end = finding.span.start, finding.span.end
    if text.endswith(name_edges()["staff_end"], start, end):
        return finding
    printed = places.load().prefix(text[start:end]) or ""
    if not printed or not finding.reason.startswith(_SHAPES):
        return finding
    verbs = _drafting() if finding.kind == "policy" else _striving()
    verb = verbs.match(text, start + len(printed), end)
    if verb is None:
        return finding
    size = end - verb.end()
    own = _begins_own(text[verb.end() : end], size) or _is_policy(finding, size)
    return _from(_to_its_end(text, finding), verb.end()) if own else None


def _to_its_end(text: str, finding: Finding) -> Finding:
    """The finding up to the end of an institute that is called after two things: 绿色建材|与低碳技术研究院."""
    rest = _INSTITUTE.match(text, finding.span.end) if finding.kind == "organisation" else None
    return replace(finding, span=Span(start=finding.span.start, end=rest.end())) if rest else finding


def _begins_own(name: str, verb: int) -> bool:
    """Whether behind a word that may be a verb something begins: a level, a place in full, a made-up name."""
    printed = places.load().prefix(name) or ""
    level = _LEVEL.match(name) or _OF_THE_TOWN.match(name)
    placed = level is not None or bool(printed and places.load().is_full(printed))
    return placed or (verb > 1 and is_coined(name[:_SHORTEST]))


def _is_policy(finding: Finding, size: int) -> bool:
    return finding.kind == "policy" and size >= _SHORTEST_POLICY


@cache
def _verbs() -> re.Pattern[str]:
    return re.compile(any_word(name_edges()["verb_before"]))


@cache
def _maybe_verbs() -> re.Pattern[str]:
    return re.compile(any_word(name_edges()["verb_or_noun"]))


@cache
def _drafting() -> re.Pattern[str]:
    return re.compile(any_word(name_edges()["place_drafts"]) + _NO_OFFICE)


@cache
def _striving() -> re.Pattern[str]:
    words = any_word((*name_edges()["place_drafts"], *name_edges()["place_strives"]))
    return re.compile(words + _NO_OFFICE)


@cache
def _new() -> re.Pattern[str]:
    return re.compile(any_word(name_edges()["new_product"]))
