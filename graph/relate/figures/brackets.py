"""Brackets around or within what a number counts: …基金（规模100亿元）, …（市、区）茶园面积."""

from __future__ import annotations

import re

from ontology.metric_edges import metric_edges

from ..masking import ANY_NAME

_OPENED = re.compile(".*（(?=[^）]*$)")
"""Up to a bracket that is not closed: what stands in it is the metric (…基金（规模100亿元）)."""
_CLOSED = re.compile("[^（]*）")
"""Up to a bracket that was opened before: …（市、区）茶园面积."""
_NAME = re.compile(f"[{ANY_NAME}]")


def within_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the half-open range of a metric without a bracket whose other half lies outside it.

    Behind an opened bracket the words in it count; where there are none, those before it do.
    """
    if text.find("（", start, end) < 0 and text.find("）", start, end) < 0:
        return start, end
    opened = _OPENED.match(text, start, end)
    if opened:
        if opened.end() < end:
            return opened.end(), end
        item = text.rfind("、", start, end)
        ends = (*metric_edges()["money"], "）")
        complete = item > start and (text.endswith(ends, start, item) or _NAME.match(text, item - 1))
        return (item + 1 if complete else start), end - 1  # 种苗补贴、育秧奖励（16万元）
    closed = _CLOSED.match(text, start, end)
    return (closed.end(), end) if closed and closed.end() < end else (start, end)
