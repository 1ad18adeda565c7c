"""A table row as a line: a tab between two columns, so that an empty cell keeps its place.

A tab is where one cell ends and the next begins, and nowhere else: two in a row stand around an empty cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ..records import Issue
from .layout import Block

_NUMBER = re.compile(r"[^\d\s]{0,2}\d[\d,.]*[^\d\s]{0,4}")
ROW_LENGTH = 200
LONG_ROW = 600
"""Characters in a row of three cells or more in a table whose columns rows above have shown."""
_FEW = 2
MOST_COLUMNS = 60
"""Wider cells and taller ones than this are broken files."""


def row_text(cells: Sequence[str], *, drawn: bool = False) -> str:
    """Return the words of a row, its columns parted by tabs.

    The only cell of a row that holds anything is a title or laid out with a table: it stands alone, unless the rows
    above have shown that there are columns (`drawn`).
    """
    return "\t".join(cells) if drawn or is_drawn(cells) else "".join(cells)


def is_row(cells: Sequence[str], *, plain: bool, drawn: bool) -> bool:
    """Return whether the cells of a row are one line; else they are laid out with a table and hold prose.

    `plain`: none has several paragraphs, which the heads of many columns have (2023年 | 资金); `drawn`: rows
    above have shown that there are columns.
    """
    several = sum(map(bool, cells)) > _FEW
    longest = LONG_ROW if drawn and several else ROW_LENGTH
    return (plain or several) and sum(map(len, cells)) <= longest


def is_number(words: str) -> bool:
    """Return whether a cell holds a number, with its unit or without."""
    return _NUMBER.fullmatch(words) is not None


def shared_issues(blocks: Iterable[Block], source: str) -> tuple[Issue, ...]:
    """Return the issue of numbers that stand for several rows of a table; none where there are none."""
    numbers = [number for block in blocks for number in block.shared]
    if not numbers:
        return ()
    issue = Issue(
        source=source,
        severity="warning",
        code="merged_numbers",
        where="table",
        value=", ".join(numbers),
        message="a merged cell of a table holds one number for several rows; it is read for the first of them alone",
        hint="look at the table in the letter before citing these numbers",
    )
    return (issue,)


def is_drawn(cells: Sequence[str]) -> bool:
    """Return whether several cells of a row hold something."""
    return sum(map(bool, cells)) > 1
