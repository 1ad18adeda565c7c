"""Rows of tables that name persons without a number (经办人 | 王芳), and such lines below the day of a letter."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from ..cues import cues, either
from ..late_pattern import late_pattern
from ..shapes import fold, is_date_line
from ..stated import is_body
from ..traced import Traced
from .people import LONG_NAME, PEOPLE, TITLE, is_address, is_person_of_office
from .rows import IsPlace
from .shapes import LABEL, spaced
from .view import CELL_MARK, contact_view

DEPTH = 16
"""Paragraphs from the end in which lines below the day are looked for."""
_LABEL = late_pattern(
    rf"(?:{LABEL}|[\u4e00-\u9fff]{{0,10}}?{spaced('person_cell', 'contact_prefixed')}|{spaced('byline_label')})"
    r"\s*(?:（[^（）]*）)?：?"
)
"""A cell that says that a contact person, or how to reach one, stands beside or below it."""
_BESIDE = late_pattern(
    rf"(?:{either('contact_column', 'name_column', 'office_column', 'office_label', 'main_label', 'joint_label')})"
    r"(?:（[^（）]*）)?：?"
)
_DIGIT = re.compile("[0-9]")
_CALL = re.compile(r"[0-9（）+ —、/转-]{5,}|[^\s@]+@[^\s@]+")
_TRIVIAL = late_pattern(
    rf"[\W_]*|[0-9]{{1,3}}|[一二三四五六七八九十]{{1,3}}|[\u4e00-\u9fff]{{1,20}}?{either('office_end')}"
    rf"|[\u4e00-\u9fff]{{0,12}}{TITLE}"
)
"""What says nothing once the person beside it is gone: a number in a list, an office, a post."""
_ALONE = late_pattern(LONG_NAME)

Ranges = list[tuple[int, int]]
_Cell = tuple[str, int, int]


def contact_rows(paragraphs: Sequence[Traced], is_place: IsPlace) -> dict[int, Ranges | None]:
    """Return by place what goes of the rows and lines that name persons without a number: ranges, None for all."""
    found: dict[int, Ranges | None] = {}
    at = 0
    for is_row, group in groupby(paragraphs, key=lambda one: CELL_MARK.search(one.text) is not None):
        rows = [one.text for one in group]
        if is_row:
            found.update((at + place, goes) for place, goes in _of_table(rows, is_place))
        at += len(rows)
    found.update((place, None) for place in _below_the_day(paragraphs, is_place))
    return found


def _below_the_day(paragraphs: Sequence[Traced], is_place: IsPlace) -> Iterator[int]:
    """Yield the places of lines below the last day that are a person, with an office or a post, or an address."""
    below: list[tuple[int, str]] = []
    for at in reversed(range(max(0, len(paragraphs) - DEPTH), len(paragraphs))):
        line = fold(paragraphs[at].text)
        if is_date_line(line):
            break
        below.append((at, line))
    else:
        return

    def is_named(word: str) -> bool:
        return is_place(word) or is_body(word)

    for at, line in reversed(below):
        view = contact_view(paragraphs[at].text)
        alone = _ALONE.fullmatch(line) is not None and not is_named(line)
        beside = "：" not in view and is_person_of_office(view, is_named)
        if alone or beside or is_address(view):
            yield at


def _of_table(rows: Sequence[str], is_place: IsPlace) -> Iterator[tuple[int, Ranges | None]]:
    """Yield place and ranges of the cells of a table that name contact persons; None where a row holds no more."""
    table = [_cells(row) for row in rows]
    columns: Collection[int] = ()
    for at, cells in enumerate(table):
        heads = set() if _labelled(cells, is_place) else _heads(cells)
        below = table[at + 1] if at + 1 < len(table) else []
        if any(_is_contact(_word(below, head), is_place) for head in heads):
            columns = heads
            yield at, _goes(cells, heads)
            continue
        gone = {place for place in columns if _is_contact(_word(cells, place), is_place)}
        gone |= _labelled(cells, is_place)
        if gone:
            yield at, _goes(cells, gone)


def _cells(row: str) -> list[_Cell]:
    """Return the words of each cell as shapes are matched against them, and where they stand."""
    view, start = contact_view(row), 0
    found: list[_Cell] = []
    for end in (*(mark.start() for mark in CELL_MARK.finditer(view)), len(view)):
        found.append((view[start:end].strip(), start, end))
        start = end + 1
    return found


def _word(cells: Sequence[_Cell], place: int) -> str:
    return cells[place][0] if place < len(cells) else ""


def _heads(cells: Sequence[_Cell]) -> set[int]:
    """Return the columns over which a row says that contacts stand in them; names alone may be those of proposers."""
    words = ["".join(word.split()) for word, _, _ in cells]
    if any(map(_DIGIT.search, words)):
        return set()
    heads = {at for at, word in enumerate(words) if _labels(word)}
    if heads or any(word in cues()["office_column"] for word in words):
        heads |= {at for at, word in enumerate(words) if word in cues()["name_column"]}
    return heads


def _labelled(cells: Sequence[_Cell], is_place: IsPlace) -> set[int]:
    """Return the cells that are a label of contacts and the persons behind it."""
    found: set[int] = set()
    for at, (word, _, _) in enumerate(cells[:-1]):
        value = cells[at + 1][0]
        if _is_contact(value, is_place) and _labels("".join(word.split())):
            found |= {at, at + 1}
    return found


def _is_contact(word: str, is_place: IsPlace) -> bool:
    """Return whether a cell below or beside a label of contacts holds some."""
    if _CALL.fullmatch(word):
        return True
    return PEOPLE.fullmatch(word) is not None and not (is_place(word) or is_body(word) or _is_label(word))


def _goes(cells: Sequence[_Cell], gone: Collection[int]) -> Ranges | None:
    """Return the ranges of cells, None where the others hold nothing that stands without them."""
    rest = (word for at, (word, _, _) in enumerate(cells) if at not in gone)
    if all(_TRIVIAL.fullmatch(word) or _is_label(word) or is_body(word) for word in rest):
        return None
    return [(start, end) for at, (_, start, end) in enumerate(cells) if at in gone]


def _is_label(word: str) -> bool:
    bare = "".join(word.split())
    return _labels(bare) or _BESIDE.fullmatch(bare) is not None


def _labels(word: str) -> bool:
    """Return whether a cell is the label of contacts; it needs no colon, as in a line of text it would."""
    return bool(word) and _LABEL.fullmatch(word.rstrip("：") + "：") is not None
