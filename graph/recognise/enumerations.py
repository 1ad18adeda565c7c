"""Clipped enumerations: 省、市科技局 stands for 省科技局 and 市科技局 (guideline, rule 8)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .finding import Finding

_JOINT = re.compile(r"[、和与及]")
_NUMBERED = re.compile(r"第[一二三四五六七八九十]+$")
_BRACKETS = re.compile(r"[（(].*?[）)]|“.*?”")


def with_parts(text: str, findings: Sequence[Finding]) -> list[Finding]:
    """Return the findings, those that clip an enumeration with the full names they stand for."""
    return [
        replace(finding, parts=parts(text[finding.span.start : finding.span.end]))
        if finding.kind != "policy"
        else finding
        for finding in findings
    ]


def parts(name: str) -> tuple[str, ...]:
    """Return the names that a clipped enumeration stands for, empty where `name` clips nothing.

    沈阳市第一、第四人民医院 → 沈阳市第一人民医院, 沈阳市第四人民医院; 省、市科技局 → 省科技局, 市科技局.
    Names joined by 和 or 与 inside (发展和改革委员会) are plain names: only 、 clips.
    """
    bare = _BRACKETS.sub("", name)
    if "、" not in bare or bare != name:
        return ()
    *fronts, last = name.split("、")
    if any(len(front) > len(last) + 4 for front in fronts):
        return ()
    number = _NUMBERED.search(fronts[0])
    if number is not None:
        stem = fronts[0][: number.start()]
        tail = re.sub(r"^第[一二三四五六七八九十]+", "", last)
        return tuple(stem + piece + tail for piece in _numbers(name))
    common = _shared_tail(fronts, last)
    return (*(front + common for front in fronts), last) if common else ()


def _numbers(name: str) -> list[str]:
    return re.findall(r"第[一二三四五六七八九十]+", name)


def _shared_tail(fronts: Sequence[str], last: str) -> str:
    """Return what the last item adds to all: the rest of it behind as many characters as the first item has."""
    width = len(fronts[0])
    if any(len(front) != width for front in fronts) or len(last) <= width + 1:
        return ""
    return last[width:]
