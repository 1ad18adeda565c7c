"""What stands around a find tells that it is no name: 甲茶、乙鱼等5个农产品 are no bodies, nor is （管委会） one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ontology.name_edges import name_edges
from ontology.tsv import any_word

from .finding import Finding

_KINDS = frozenset({"organisation", "platform"})
_SUMMED = re.compile(r"[^，。；：“”\n]{0,40}?等(?P<class>[^，。；：、“”\n]{1,14})")
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
    if summed is None or _bodies().search(summed["class"]):
        return False
    return _things().search(summed["class"]) is not None


@cache
def _things() -> re.Pattern[str]:
    return re.compile(any_word(name_edges()["no_body"]))


@cache
def _bodies() -> re.Pattern[str]:
    return re.compile(any_word(name_edges()["some_body"]))
