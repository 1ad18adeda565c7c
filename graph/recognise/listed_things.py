"""A list that its writer sums up as things tells that its members are no bodies: 甲茶、乙鱼等5个农产品."""

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
    """Return the findings without those of no head word whose list is summed up as things."""
    return [finding for finding in found if not _is_thing(text, finding)]


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
