"""The numbered parts of a letter, as a tree, with the recommendation each says it answers."""

from __future__ import annotations

from collections.abc import Sequence

from .named_points import find_point
from .page import Page
from .records import Section, Span
from .section_items import INNER, ORDER, UNCOUNTED, Item, find_items


def find_sections(page: Page, letter_id: str) -> tuple[Section, ...]:
    """Return the sections in text order; ids are `{letter_id}.s{n}` from 1.

    Levels: 1 is the outermost numbered kind of the letter, 0 an unnumbered part (下一步 …). Such a part is of the whole
    letter, or of the numbered one in which it stands: see `_ranks`.
    """
    items = find_items(page)
    signed = next((each.start for each in page.zone("signature")), len(page.folded))
    items = [item for item in items if item.start < signed or _annexed(items, item, signed)]
    body = _end_of_body(page, signed)
    ranks = _ranks(items)
    sections: list[Section] = []
    stack: list[tuple[float, Section]] = []
    for place, item in enumerate(items):
        while stack and stack[-1][0] >= ranks[place]:
            stack.pop()
        numbered = [section for _, section in stack if section.level]
        section = _section(
            page,
            item,
            f"{letter_id}.s{place + 1}",
            stack[-1][1].section_id if stack else None,
            0 if item.kind in UNCOUNTED else len(numbered) + 1,
            _extent(items, ranks, place, body if item.start < signed else len(page.folded)),
        )
        stack.append((ranks[place], section))
        sections.append(section)
    return tuple(sections)


def _section(page: Page, item: Item, section_id: str, parent: str | None, level: int, end: int) -> Section:
    heading = page.span(item.start, item.end)
    return Section(
        section_id=section_id,
        parent=parent,
        level=level,
        heading=page.text[heading.start : heading.end],
        heading_span=heading,
        span=Span(start=heading.start, end=page.span(item.start, max(end, item.end)).end),
        point=find_point(page, item.start, item.end),
    )


def _extent(items: Sequence[Item], ranks: Sequence[float], place: int, limit: int) -> int:
    """Return where in `page.folded` the part of the item at `place` ends: before the next of its rank or above."""
    own = items[place]
    for later, rank in zip(items[place + 1 :], ranks[place + 1 :], strict=True):
        if rank <= ranks[place]:
            limit = min(limit, later.start - 1)
            break
    return max(limit, own.end)


def _annexed(items: Sequence[Item], item: Item, signed: int) -> bool:
    """Return whether an item below the signature stands in an annex that has a heading, or is that heading."""
    return any(one.kind == "annex" and signed <= one.start <= item.start for one in items)


def _ranks(items: Sequence[Item]) -> list[float]:
    """Return how far within the letter each item stands, 0 for the outermost kind of number.

    A part without a number is of the whole letter (-1), unless a series that is open before it goes on behind it:
    一、甲, 下一步 …, 二、乙. Then it is of 一, half a rank below; so is the last of a letter that has such parts.
    """
    ranks: list[float] = []
    opened: list[Item] = []
    within = False
    for place, item in enumerate(items):
        rank: float = item.rank
        if item.kind == "answered":
            rank = len(ORDER)  # whatever is numbered ends it
        elif item.kind == "unnumbered":
            home = _home(opened, items[place + 1 :]) or (opened[0] if opened and within else None)
            within = within or home is not None
            rank = -1 if home is None else home.rank + 0.5
        opened = [one for one in opened if one.rank < rank]
        if item.kind not in UNCOUNTED:
            opened.append(item)
        ranks.append(rank)
    return ranks


def _home(opened: Sequence[Item], later: Sequence[Item]) -> Item | None:
    """Return the innermost open item whose series goes on in what stands behind; None where none does."""
    for item in reversed(opened):
        following = next((one for one in later if one.kind == item.kind), None)
        if item.kind not in INNER and following is not None and following.ordinal == item.ordinal + 1:
            return item
    return None


def _end_of_body(page: Page, signed: int) -> int:
    """Return where in `page.folded` closing, signature (at `signed`) and contact begin; annexes stand below them."""
    spoken = [each.end for each in page.zone("heading", "body", "opening") if each.start < signed]
    return spoken[-1] if spoken else len(page.folded)
