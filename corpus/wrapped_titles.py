"""Titles of replies that run over several lines, and what stands behind one in its line."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .cues import cues, either
from .print_layout import Row
from .shapes import fold, is_date_line, is_salutation, is_title, title_start
from .signature import organ_line

TITLE_LINES = 4
"""Lines that a title runs over, at most."""
LONGEST_TITLE, LONGEST_TITLE_END = 200, 8
"""Characters of a line with a title, and of the end of one that stands in a line of its own."""
BEHIND_TITLE = 4
"""Words in which what follows a title in its line is looked for, and one more."""
"""Words in which what follows a title in its line is looked for, and one more."""
# 关于加快农路建设的建议（B类）: a page prints what was proposed above the title of the reply.
_PROPOSAL = re.compile(
    rf"关于(?:(?!{either('assembly_npc', 'assembly_cppcc')})[^届号：]){{4,80}}{either('asked')}(?:（[A-D]类?）)?"
)
_COMPLETE = re.compile(rf"(?:{either('asked', 'reply_end')})$")


def title_length(rows: Sequence[Row], at: int) -> int:
    """Return how many lines from `at` make up one title, 0 where none begins here."""
    if rows[at].stopped or not _begins_title(rows[at]):
        return 0
    if title_before_gap(rows[at].line.text):
        return 1
    text = ""
    for count, row in enumerate(rows[at : at + TITLE_LINES], start=1):
        if count > 1 and _ends_title(rows, at + count - 1, text):
            return 0
        text += row.folded
        if is_title(text) and text.count("（") == text.count("）"):
            return count + _title_ends_below(rows, at + count, text)
    return 0


def title_before_gap(text: str) -> int:
    """Return where a title ends that something follows in the same line: number, class, day and source; else 0."""
    words = text.split()
    if len(words) < 2 or len(text) > LONGEST_TITLE or is_title(fold(text)):
        return 0
    head = text
    for word in words[:-BEHIND_TITLE:-1]:
        head = head[: head.rindex(word)].rstrip()
        if is_title(fold(head)):
            return len(head)
    return 0


def _begins_title(row: Row) -> bool:
    """Return whether a title may begin; rows of a form begin as one may, too: 办理单位 | 市水务局, 办理情况."""
    if row.labelled or "\t" in row.line.text or title_start().fullmatch(row.folded) is None:
        return False
    return row.folded not in cues()["reply_end"]


def _ends_title(rows: Sequence[Row], at: int, text: str) -> bool:
    """Return whether the row at `at` is no part of the title `text` that began above it: a headline is whole."""
    row = rows[at]
    if row.stopped or row.labelled or row.item or row.line.heading != rows[at - 1].line.heading:
        return True
    if is_salutation(row.folded) or is_date_line(row.folded):
        return True
    if _COMPLETE.search(text) and organ_line(row.folded):
        return True
    return _PROPOSAL.fullmatch(text) is not None and title_length(rows, at) > 0


def _title_ends_below(rows: Sequence[Row], at: int, text: str) -> bool:
    """Return whether the row holds the last characters of the title `text` (…的答复 / 的函)."""
    if at == len(rows) or not rows[at].folded.startswith("的"):
        return False
    return len(rows[at].folded) <= LONGEST_TITLE_END and is_title(text + rows[at].folded)
