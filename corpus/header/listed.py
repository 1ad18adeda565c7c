"""Proposals answered together that a table below the letter lists: 第15号等3件提案, and 提案编号, 标题, 提案人."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..cues import either
from ..metadata import label_kind
from ..numerals import ONE_TO_TEN, number
from ..page import Page, Paragraph
from ..records import Fact, Header, Span
from .proposals import same_number, stated_number

_AND_OTHERS = re.compile(
    rf"号等(?P<count>[0-9{ONE_TO_TEN}]{{1,3}})?[件个份]?(?:{either('person_role')})*{either('asked')}"
)
_PROPOSER = re.compile(r"[^\s、，,；;]+")
FEWEST = 2
"""Proposals that are several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """The columns of a list of proposals answered together, in the order of its rows; empty where there is none."""

    numbers: tuple[Fact, ...] = ()
    titles: tuple[Fact, ...] = ()
    proposers: tuple[Fact, ...] = ()


def read_list(page: Page, header: Header) -> Listed:
    """Return the proposals of a table, where title or opening says that more are answered than the one it names.

    A list that lacks a number of the header, or holds more or fewer proposals than are told, is another one.
    """
    told = next(
        (match for p in page.zone("title", "opening") if (match := _AND_OTHERS.search(p.folded))), None
    )
    if told is None or not header.proposal_numbers or "\t" not in page.text:
        return Listed()
    count = number(told["count"]) if told["count"] else None
    for columns in _tables(page):
        found = tuple(_number(page, cell) for cell in columns["meta_number"])
        known = all(
            any(same_number(one.value, other.value) for other in found) for one in header.proposal_numbers
        )
        if known and len(found) >= FEWEST and count in (None, len(found)):
            proposers = [one for cell in columns.get("meta_proposer", []) for one in _each(page, cell)]
            return Listed(
                numbers=found, titles=tuple(columns.get("meta_title", [])), proposers=tuple(proposers)
            )
    return Listed()


def _tables(page: Page) -> Iterator[dict[str, list[Fact]]]:
    """Yield the labelled columns of every table whose first row heads one of numbers."""
    paragraphs = page.paragraphs
    for at, head in enumerate(paragraphs):
        kinds = [label_kind(cell.value) for cell in _cells(page, head)]
        if "meta_number" not in kinds or len(set(kinds) - {None}) < FEWEST:
            continue
        rows: list[list[Fact]] = []
        for row in paragraphs[at + 1 :]:
            cells = _cells(page, row)
            if len(cells) != len(kinds) or not cells[kinds.index("meta_number")].value:
                break
            rows.append(cells)
        yield {kind: [row[place] for row in rows] for place, kind in enumerate(kinds) if kind}


def _cells(page: Page, paragraph: Paragraph) -> list[Fact]:
    """Return what stands in the cells of a row, none for a paragraph that is no row."""
    start, cells = paragraph.span.start, []
    for words in page.text[start : paragraph.span.end].split("\t"):
        at = start + len(words) - len(words.lstrip())
        cells.append(_fact(page, at, at + len(words.strip())))
        start += len(words) + 1
    return cells if len(cells) > 1 else []


def _fact(page: Page, start: int, end: int) -> Fact:
    value = "".join(page.text[start:end].split())
    return Fact(value=value, span=Span(start=start, end=end), basis="body")


def _number(page: Page, cell: Fact) -> Fact:
    """Return the number in a cell without 第 and 号; without a place where it is not printed as it reads."""
    bare, span = stated_number(cell).value, cell.span or Span(start=0, end=0)
    at = page.text.find(bare, span.start, span.end)
    return Fact(value=bare, span=Span(start=at, end=at + len(bare)) if at >= 0 else None, basis=cell.basis)


def _each(page: Page, cell: Fact) -> Iterator[Fact]:
    """Yield everybody named in a cell."""
    span = cell.span or Span(start=0, end=0)
    return (_fact(page, *one.span()) for one in _PROPOSER.finditer(page.text, span.start, span.end))
