"""Recommendations that an opening lists (三点建议：一是…；二是…), and that headings call by number (关于第一条建议)."""

from __future__ import annotations

import re
from dataclasses import replace

from .cues import either
from .numerals import ONE_TO_TEN, number
from .page import Page
from .records import Fact

_BY_NUMBER = re.compile(
    rf"第(?P<number>[{ONE_TO_TEN}]{{1,2}}|[0-9]{{1,2}})[条点个项](?:{either('asked_noun')}|意见)?"
)
_MEMBER = re.compile(
    rf"(?:(?P<is>[{ONE_TO_TEN}]{{1,2}})是|（(?P<bracket>[{ONE_TO_TEN}]{{1,2}})）|(?<![0-9])(?P<digit>[1-9])[.．、])"
    r"要?(?P<point>[^；。\n]{4,120})[；。]"
)
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
    found: dict[int, Fact] = {}
    for paragraph in page.zone("opening", "body"):
        if paragraph.start >= start:
            break
        for member in _MEMBER.finditer(page.folded, paragraph.start, min(paragraph.end, start)):
            place = number(member["is"] or member["bracket"] or member["digit"])
            listed = _LISTING.search(page.folded, paragraph.start, member.start())
            if place == len(found) + 1 and listed:
                found[place] = page.fact(*member.span("point"), "body")
    point = found.get(wanted or 0)
    return replace(point, span=page.span(start, end)) if point else None
