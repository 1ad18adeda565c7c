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
# 苏财复〔2024〕6号: the number of the document stands on a line of its own.
_DOCUMENT_NUMBER = re.compile("[\u4e00-\u9fff]{2,16}[〔【［（]20[0-9]{2}[〕】］）]第?[0-9]{1,5}号")
# 民建某市委会:, 现答复如下:: with a colon of either width; others (电话: 6512) stand inside a paragraph.
_ANNOUNCES = late_pattern(
    rf".*{either('answers_below')}：|{either('party')}[\u4e00-\u9fff]{{0,16}}{either('collective')}："
)
LEAST_BLANKS = 4
"""A line with fewer blanks is a long paragraph."""
LONGEST_LETTER = 60_000
LONGEST_HEADING = 60
LONGEST_SHAPE = 320
"""Code points of the longest piece that may be a title, a salutation or a signature: time stays bounded."""


def paragraphs_of(raw: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the half-open ranges of the paragraphs of a line, the blanks between them included in the later one.

    A blank ends a paragraph behind a stop, a title, a document's number, a heading or a salutation, and in front of a
    heading, a salutation, an organ, a date or a label; other blanks (张 伟) stand inside one.
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
    if is_title(folded) or is_salutation(folded) or is_date_line(folded):
        return True
    shape = {"号": _DOCUMENT_NUMBER, "：": _ANNOUNCES}.get(folded[-1:])
    return shape is not None and shape.fullmatch(folded) is not None


def _begins(words: str) -> bool:
    folded = fold(words[:LONGEST_SHAPE])
    if folded.endswith("：") and is_salutation(folded):
        return True
    return is_item(folded) or is_date_line(folded) or bool(organ_line(folded) or _LABELLED.match(folded))
