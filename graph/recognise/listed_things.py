"""What stands around a find tells that it is no name: 甲茶、乙鱼等5个农产品 are no bodies, nor is （管委会） one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ontology.name_edges import name_edges
from ontology.tsv import any_word

from .finding import Finding
from .marks import CONJUNCTION, GENERIC, HARD, HEAD, SOFT
from .words import segmenter

_KINDS = frozenset({"organisation", "platform"})
_REST = r"(?P<rest>[^，。；：、“”\n]{1,14})"
_SUMMED = re.compile(rf"[^，。；：“”\n等]{{0,40}}等{_REST}")
_COUNTED = r"(?:近|超|逾)?[0-9〇零一二三四五六七八九十百]+余?[个种项类款大](?P<sort>[^，。；：、“”\n]{0,8}?)"
_NO_END = frozenset((HEAD, GENERIC, CONJUNCTION, "n"))
"""Marks of words behind a class that make it part of something else: 等产业|项目, 等技术|人才, 等技术|和平台."""
_VERBS = frozenset((SOFT, HARD))
_GOES_ON = re.compile("[、和及与等]")


def without_things(text: str, found: Sequence[Finding]) -> list[Finding]:
    """Return the findings without members of lists of things, and without bare head words in brackets behind a name."""
    return [finding for finding in found if not (_is_thing(text, finding) or _is_alternative(text, finding))]


def _is_alternative(text: str, finding: Finding) -> bool:
    start, end = finding.span.start, finding.span.end
    bare = finding.reason == f"head:{text[start:end]}"
    return bare and text.endswith("（", 0, start) and text.startswith("）", end)


def _is_thing(text: str, finding: Finding) -> bool:
    if finding.reason != "bare" or finding.kind not in _KINDS or not _GOES_ON.match(text, finding.span.end):
        return False
    summed = _SUMMED.match(text, finding.span.end)
    if summed is not None and _clips().match(summed["rest"]):
        return True
    return summed is not None and not _bodies().search(summed["rest"]) and _are_things(summed["rest"])


def _are_things(rest: str) -> bool:
    """Whether what stands behind 等 is a class of things, counted or nothing else: 等5个农产品, 等特色菜品."""
    told = _things().match(rest)
    if told is None:
        return False
    behind = segmenter().cut(rest[told.end() :]).words[:1]
    sort = segmenter().cut(told["sort"] or "").words
    return not any(_NO_END.intersection(word.tag) for word in behind) and not any(
        _VERBS.intersection(word.tag) for word in sort
    )


@cache
def _things() -> re.Pattern[str]:
    trait, thing = any_word(name_edges()["no_body_trait"]), any_word(name_edges()["no_body"])
    return re.compile(f"(?:{_COUNTED}|{trait}?){thing}")


@cache
def _clips() -> re.Pattern[str]:
    """A number of institutions whose names a list clips: 嘉陵、闽江等7家创新|实验室."""
    clipped = any_word(name_edges()["clipped_class"])
    return re.compile(rf"[0-9〇一二三四五六七八九十百]+余?[家个所][\u4e00-\u9fff]{{0,6}}?{clipped}")


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(any_word(name_edges()["some_body"]))
