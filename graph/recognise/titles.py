"""Titles in 《》: policies, unless what they end in or stand beside shows another kind of work (guideline, rule 1)."""

from __future__ import annotations

import re

from corpus.records import Span
from ontology import lexicon

from .finding import Finding

_TITLE = re.compile(r"《([^《》。\n]{2,120}(?:《[^《》。\n]{1,60}》[^《》。\n]{0,60})?)》")
_TRAILING = re.compile(r"[（(][^（）()]*[）)]$|\s+$")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_NEAR = 4
"""Code points before and after the marks in which a word such as 纪录片 tells that the title is a work."""


def titles(text: str) -> tuple[list[Finding], list[Span]]:
    """Return the policies among the titles in 《》, and the spans of all other titles: no names are in either."""
    found: list[Finding] = []
    others: list[Span] = []
    for match in _TITLE.finditer(text):
        span = Span(start=match.start(1), end=match.end(1))
        if is_policy(match.group(1), text[max(0, match.start() - _NEAR) : match.end() + _NEAR]):
            found.append(Finding(span=span, kind="policy", score=0.95, reason="title in 《》"))
        else:
            others.append(span)
    return found, others


def is_policy(title: str, around: str) -> bool:
    """Return whether a title in 《》 names a policy; `around` is the title with what stands beside it."""
    name = _TRAILING.sub("", title)
    if not _HAN.search(name):
        return False
    if name.endswith("建议") and "中共中央" not in name:
        return False
    beside = around.replace(title, "")
    return not (
        name.endswith(tuple(lexicon.words("title_endings.tsv")))
        or any(word in beside for word in lexicon.words("works_words.tsv"))
    )
