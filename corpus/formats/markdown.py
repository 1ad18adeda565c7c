"""Markdown: the marks go, the words stay where they were."""

from __future__ import annotations

import re
from dataclasses import replace

from ..lines import Line

_MARKS = re.compile(
    r"^\s{0,3}#{1,6}\s+|\s+#+\s*$|^\s{0,3}>\s?|^\s{0,3}[-*+]\s+(?=\S)"
    r"|\*{1,3}(?=\S)|(?<=\S)\*{1,3}|__(?=\S)|(?<=\S)__|`+"
    r"|!\[[^\]]{0,200}\]\([^)]{0,500}\)|\[(?=[^\[\]\n]{1,200}\]\([^)\n]{0,500}\))|(?<=\])\([^)\n]{0,500}\)|\](?=\([^)\n]{0,500}\))"
    r"|\\(?=[\\`*_{}\[\]()#+.!|-])"
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
    body = line.body.without(match.span() for match in _MARKS.finditer(text))
    if table_row:
        body = replace(body, text=_PIPE.sub("\t", body.text))
    body = body.stripped()
    if not body.text:
        return None
    heading = line.heading or _HEADING.match(text) is not None
    return replace(line, body=body, heading=heading, whole=line.whole or table_row)
