"""Finds the paragraphs of a page that was copied into one line, by its blanks and by what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .cues import either
from .late_pattern import late_pattern
from .shapes import fold, is_date_line, is_item, is_salutation, is_stopped, is_title
from .signature import organ_line
from .zones import is_heading

_BLANK = re.compile(r"\s+")
_LABELLED = late_pattern(f"{either('contact_label', 'copies_label', 'main_label', 'joint_label')}：")
LEAST_BLANKS = 4
"""A line with fewer blanks is a long paragraph."""
LONGEST_LETTER = 60_000
LONGEST_HEADING = 60
LONGEST_SHAPE = 320
"""Code points of the longest piece that may be a title, a salutation or a signature: time stays bounded."""


def paragraphs_of(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of the paragraphs of a line, the blanks between them included in the later one.

    A blank ends a paragraph behind a stop, a title, a heading or a salutation, and in front of a heading, an organ, a
    date or a label; other blanks (张 伟) stand inside one.
    """
    blanks = [blank.span() for blank in _BLANK.finditer(raw, start, end)]
    if len(blanks) < LEAST_BLANKS or end - start > LONGEST_LETTER:
        yield start, end
        return
    begin = start
    ends = [first for first, _ in blanks[1:]] + [end]
    for (first, last), stop in zip(blanks, ends, strict=True):
        if first > begin and _parts(raw[max(begin, first - LONGEST_SHAPE - 1) : first], raw[last:stop]):
            yield begin, first
            begin = first
    yield begin, end


def _parts(before: str, after: str) -> bool:
    """Return whether a paragraph ends between the two."""
    return is_stopped(before[-4:]) or (len(before) <= LONGEST_SHAPE and _ends(fold(before))) or _begins(after)


def _ends(folded: str) -> bool:
    if len(folded) <= LONGEST_HEADING and is_heading(folded) and folded[-1] not in "，、":
        return True
    return is_title(folded) or is_salutation(folded) or is_date_line(folded)


def _begins(words: str) -> bool:
    folded = fold(words[:LONGEST_SHAPE])
    return is_item(folded) or is_date_line(folded) or bool(organ_line(folded) or _LABELLED.match(folded))
