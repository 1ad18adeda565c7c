"""Running heads and feet of print: lines that stand first, or last, on most pages of a file."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from .lines import Line
from .shapes import fold, is_date_line, is_salutation, is_stopped, is_title
from .signature import organ_line

RUNNING_LINES = 5
"""Lines of a head or a foot, page number and address of the page among them."""
# 11/22/26, 3:02 AM 关于…的答复: a browser prints when, and what the page is called.
_PRINTED_AT = re.compile(r"[0-9]{1,4}[/.-][0-9]{1,2}[/.-][0-9]{1,4},?\s*[^0-9]{0,4}[0-9]{1,2}:[0-9]{2}")


def without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """Return the lines without those that stand first, or last, on most pages, figures aside (PDF heads and feet).

    What is gone bares the line beside it: browsers print head and page number both at the end of a page.
    """
    kept = list(lines)
    for _ in range(RUNNING_LINES):
        running = _running(kept)
        if not running:
            break
        kept = [line for line in kept if id(line) not in running]
    return kept


def is_of_a_letter(line: Line) -> bool:
    """Return whether a line is a title, a salutation or a date: letters of one volume begin and end pages alike."""
    folded = fold(line.text)
    return is_title(folded) or is_salutation(folded) or is_date_line(folded)


def _running(lines: Sequence[Line]) -> set[int]:
    """Return the ids of the lines that are first on their page, as on most others, or last."""
    pages = len({line.page for line in lines})
    found: set[int] = set()
    if pages < 2:
        return found
    first, last = _edges(lines)
    volume = 2 * sum(is_title(fold(line.text)) for line in first) > pages
    for edge in (first, last):
        often = _most_often(
            Counter(_figureless(line) for line in edge if _may_run(line, volume=volume)), pages
        )
        found.update(id(line) for line in edge if _figureless(line) in often)
    return found | _titles_as_heads(first, pages, kept=1) | _titles_as_heads(last, pages, kept=0)


def _most_often(lines: Iterable[str], pages: int) -> set[str]:
    return {text for text, count in Counter(lines).items() if count >= 2 and count * 2 > pages}


def _may_run(line: Line, *, volume: bool) -> bool:
    """Return whether a line can be a head or a foot; in a `volume` of short letters organs sign at the foot."""
    folded = fold(line.text)
    if _PRINTED_AT.match(line.text):
        return True
    if is_stopped(folded) or (volume and organ_line(folded)):
        return False
    return not is_of_a_letter(line)


def _titles_as_heads(edge: Sequence[Line], pages: int, *, kept: int) -> set[int]:
    """Return the ids of titles that most pages repeat, number and all, but of the first `kept`: one letter's head."""
    titles = [line for line in edge if "号" in line.text and is_title(fold(line.text))]
    often = _most_often((line.text for line in titles), pages)
    return {id(line) for line in [line for line in titles if line.text in often][kept:]}


def _edges(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the first and the last line of every page."""
    first: dict[int, Line] = {}
    last: dict[int, Line] = {}
    for line in lines:
        first.setdefault(line.page, line)
        last[line.page] = line
    return list(first.values()), list(last.values())


def _figureless(line: Line) -> str:
    return re.sub(r"[\d\s]+", "#", line.text)
