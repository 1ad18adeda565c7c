"""Markdown: the marks go, the words stay where they were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..cues import either
from ..lines import Line
from ..shapes import fold, is_salutation
from ..traced import Traced

# Addresses may hold brackets: javascript:window.print().
_ADDRESS = r"(?:\((?:[^()\n]|\([^()\n]{0,100}\)){0,500}\)|\([^)\n]{0,500}\))"
_MARKS = re.compile(
    r"^\s{0,3}#{1,6}\s+|\s+#+\s*$|^\s{0,3}>\s?|^\s{0,3}[-*+]\s+(?=\S)"
    r"|__(?=\S)|(?<=\S)__|`+"
    rf"|!\[[^\]]{{0,200}}\]{_ADDRESS}|\[(?=[^\[\]\n]{{1,200}}\]{_ADDRESS})|(?<=\]){_ADDRESS}|\](?={_ADDRESS})"
    r"|\\(?=[\\`*_{}\[\]()#+.!|-])|\\$"
)
# Emphasis comes in pairs. Stars alone stand for characters of a name that a site hides: 李*委员, 张**、王*明代表.
_EMPHASIS = re.compile(r"(?P<open>\*{1,3})(?=[^\s*])[^*\n]{1,400}?(?<=[^\s*])(?P<close>(?P=open))(?!\*)")
_MASK_BEHIND = re.compile(
    rf"(?<=[\u4e00-\u9fff])\*+(?=[、，,：:等]|{either('person_role', 'person_title')}|$)"
)
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+\S")
_ANY_MARK = re.compile(r"[#*_`\[\\>+|=-]")
_RULE = re.compile(r"\s*(?:[-*_]\s*){3,}|\s*\|?[\s:|-]+\|[\s:|-]*|\s*={3,}\s*")
_ROW = re.compile(r"\|.*\|")
_PIPE = re.compile(r"\|")


def unmark(line: Line) -> Line | None:
    """Return the line without Markdown marks, None where nothing else stood in it."""
    text = line.text
    if not _ANY_MARK.search(text):
        return line
    if _RULE.fullmatch(text):
        return None
    table_row = _ROW.fullmatch(text) is not None
    marks = sorted([*(match.span() for match in _MARKS.finditer(text)), *_emphasis(text)])
    body = line.body.without(marks)
    if table_row:
        body = _columns(body)
    body = body.stripped(" \u3000" if table_row else None)
    if not body.text.strip("\t|｜"):
        return None
    heading = line.heading or _HEADING.match(text) is not None
    return replace(line, body=body, heading=heading, whole=line.whole or table_row)


def _columns(row: Traced) -> Traced:
    """Return a row with tabs for the marks between its cells, without those around it."""
    inner = row.cut(row.text.find("|") + 1, row.text.rfind("|"))
    return replace(inner, text=_PIPE.sub("\t", inner.text))


def _emphasis(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges of the stars that open and close emphasis; those that hide a name stay."""
    if "*" not in text:
        return
    greets = is_salutation(fold(text))
    at = 0
    while match := _EMPHASIS.search(text, at):
        opening = match.span("open")
        if _MASK_BEHIND.match(text, opening[0]) or (greets and len(match["open"]) == 1):
            at = opening[1]
            continue
        yield opening
        yield match.span("close")
        at = match.end()
