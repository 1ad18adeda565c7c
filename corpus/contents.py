"""The list of letters with their pages that a volume begins with (目录): it names letters and is none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate

from .cues import either
from .lines import Line
from .shapes import ITEM, fold, is_title

_HEADING = re.compile(either("contents_heading"))
# …的答复……………12, …的复函.......(3), …的答复	12
_LEADER = re.compile(r"(?P<title>.{4,}?)[\s.．·•・…‥⋯—_-]{3,}[（(]?(?P<page>[0-9]{1,3})[)）]?")
_PAGE = re.compile(r"(?P<title>.{4,}?)\s+[（(]?(?P<page>[0-9]{1,3})[)）]?")
_DOTS = re.compile("[.．·•・…‥⋯]{3,}")
WRAPPED = 3
"""Lines that the title of one letter takes up in such a list, at most."""
LONGEST, SHORT = 300, 10
"""Characters that an entry, and a heading, stay below."""
FEWEST = 2
"""Entries of a list without a heading, at least."""


def without_contents(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines without lists of the letters that follow."""
    if not any(map(_may_be_of_list, lines)):
        return lines
    told = "".join(fold(line.text) for line in lines)
    gone: set[int] = set()
    at = 0
    while at < len(lines):
        headed = _HEADING.fullmatch(fold(lines[at].text)) is not None
        entries = list(_entries(lines, at + headed, told if headed else ""))
        if len(entries) >= FEWEST or (headed and entries):
            gone.update(range(at, entries[-1]))
        at = max(at + 1, entries[-1] if entries else 0)
    return [line for at, line in enumerate(lines) if at not in gone]


def _may_be_of_list(line: Line) -> bool:
    short = len(line.text) < SHORT
    return _DOTS.search(line.text) is not None or (short and _HEADING.fullmatch(fold(line.text)) is not None)


def _entries(lines: Sequence[Line], at: int, told: str) -> Iterator[int]:
    """Yield where each entry of a list that begins at `at` ends; `told` is the folded file below a heading, else "".

    Below a heading titles of letters need no page. A title that the list has already is the first letter's own.
    """
    seen: set[str] = set()
    while at < len(lines):
        joined = accumulate(line.text for line in lines[at : at + WRAPPED])
        titles = (_titled(text, told) for text in joined if len(text) < LONGEST)
        title, at = next(((title, end) for end, title in enumerate(titles, at + 1) if title), ("", at))
        if not title or title.endswith(tuple(seen)):
            return
        seen.add(title)
        yield at


def _titled(text: str, told: str) -> str:
    """Return the title that an entry names, folded and bare of its number and page, empty where it is none.

    A title without a page that the file `told` prints once is a letter's own; figures behind dots (培训人数……300)
    are no pages where no heading tells so.
    """
    led = _LEADER.fullmatch(text)
    paged = led or _PAGE.fullmatch(text)
    title = _bare(paged["title"] if paged else text)
    if told and led and _DOTS.search(text, led.end("title")):
        return title
    return title if is_title(title) and (paged or told.count(title) > 1) else ""


def _bare(title: str) -> str:
    folded = fold(title)
    item = ITEM.match(folded)
    return folded[item.end() :] if item else folded
