"""Recommendations that an opening lists (三点建议：一是…；二是…), and that headings call by number (关于第一条建议)."""

from __future__ import annotations

import re
from dataclasses import replace

from .cues import either
from .numerals import ONE_TO_TEN, number
from .page import Page
from .records import Fact

BY_NUMBER = rf"第(?:[{ONE_TO_TEN}]{{1,2}}|[0-9]{{1,2}})[条点个项](?:{either('asked_noun')}|意见)"
"""How a recommendation is called by its number: 第一条建议."""
_BY_NUMBER = re.compile(
    rf"第(?P<number>[{ONE_TO_TEN}]{{1,2}}|[0-9]{{1,2}})[条点个项](?:{either('asked_noun')}|意见)?"
)
_NEXT = rf"[{ONE_TO_TEN}]{{1,2}}是|（[{ONE_TO_TEN}]{{1,2}}）|[1-9][.．、]"
_MEMBER = re.compile(
    rf"(?:(?P<is>[{ONE_TO_TEN}]{{1,2}})是|（(?P<bracket>[{ONE_TO_TEN}]{{1,2}})）|(?<![0-9])(?P<digit>[1-9])[.．、])"
    # the last of a list in the middle of a sentence ends before what is said of all
    rf"要?(?P<point>[^；。\n]{{4,120}}?)(?:[；。]|[，、]?(?={_NEXT})|，(?={either('of_all_points')}))"
)
_SHORTEST = 5
"""Characters of the shortest heading, or point, that is told by its words."""
_LISTING = re.compile(either("asked_noun", "raised"))


def is_by_number(name: str) -> bool:
    """Return whether the words that name a recommendation are its number alone: 第一条建议."""
    return _BY_NUMBER.fullmatch(name) is not None


def called_by_number(page: Page, start: int, end: int) -> Fact | None:
    """Return the recommendation that the half-open range of `page.folded` calls by its number, in the list's words.

    Its span is that of the number: what it stands for is printed above. None where no list above has that number.
    """
    called = _BY_NUMBER.fullmatch(page.folded, start, end)
    wanted = number(called["number"]) if called else None
    point = dict(enumerate(_listed(page, start), start=1)).get(wanted or 0)
    return replace(point, span=page.span(start, end)) if point else None


def said_again(page: Page, start: int, end: int) -> Fact | None:
    """Return the recommendation that a heading says in the words of the list above it; None where it says none.

    一、加强设施建设 for 一是进一步加强设施建设: the one may hold the other.
    """
    heading = page.folded[start:end]
    if len(heading) < _SHORTEST:
        return None
    listed = [point.value for point in _listed(page, start)]
    fits = [value for value in listed if heading in value or (len(value) >= _SHORTEST and value in heading)]
    return page.fact(start, end, "body") if len(fits) == 1 else None


def _listed(page: Page, start: int) -> list[Fact]:
    """Return the recommendations that are listed before `start` in `page.folded`, numbered from one."""
    found: list[Fact] = []
    for paragraph in page.zone("opening", "body"):
        if paragraph.start >= start:
            break
        for member in _MEMBER.finditer(page.folded, paragraph.start, min(paragraph.end, start)):
            place = number(member["is"] or member["bracket"] or member["digit"])
            listed = _LISTING.search(page.folded, paragraph.start, member.start())
            if place == len(found) + 1 and listed:
                found.append(page.fact(*member.span("point"), "body"))
    return found
