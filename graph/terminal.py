"""Text for terminals and Markdown: width of Chinese characters, aligned tables, strangers' text made harmless."""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from stat import S_ISREG
from unicodedata import combining, east_asian_width

GAP = "  "
_NARROWEST = 6
"""Columns of the screen: two characters and `…`."""
_TWO_LANGUAGES = re.compile(r"(?P<zh>[^\x00-\xff]+) (?P<en>\w.*)")
"""A head of a column: 名称 name."""
_UNTORN = re.compile(r"[“‘（《【「『]*(?:[!-~]+|.)[，。、；：？！”’）》】」』…]*\s*")
"""A word in Latin letters, a number or a character, with the marks that open before it or close behind it."""


def harmless(text: str) -> str:
    """Return text on one line without control, bidirectional and other unprintable characters (they become �).

    A letter's text comes from strangers: an escape sequence in a name must not steer a terminal.
    """
    return "".join(mark if mark.isprintable() else "�" for mark in " ".join(text.split()))


def say(line: str) -> None:
    """Print a line on stderr behind the name of the program, harmless and at once: what is no answer to a command."""
    print(f"fuwen: {harmless(line)}", file=sys.stderr, flush=True)


def markdown(text: str) -> str:
    """Return text as Markdown shows it literally, on one line and harmless."""
    return "".join(f"\\{mark}" if mark in "\\`*_{}[]<>#|" else mark for mark in harmless(text))


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a Markdown table. Cells are shown literally; the head is ours and is written as it is."""
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(map(markdown, row))} |"


def width(text: str) -> int:
    """Return how many columns a terminal needs for `text`: two for a full-width character (Unicode UAX 11)."""
    return sum(0 if combining(mark) else 2 if east_asian_width(mark) in "WF" else 1 for mark in text)


def clipped(text: str, columns: int) -> str:
    """Return `text`, or its beginning and `…` where it is wider than `columns`."""
    if width(text) <= columns:
        return text
    kept, used = "", 1
    for mark in text:
        used += width(mark)
        if used > columns:
            break
        kept += mark
    return kept + "…"


def folded(text: str, columns: int) -> list[str]:
    """Return `text`, made harmless, on lines of at most so many columns (at least 2); no character is lost but spaces.

    Words in Latin letters and numbers stay whole where a line can hold them, and no line begins with a closing mark.
    """
    lines = [""]
    for piece in _pieces(harmless(text), columns):
        if lines[-1] and width(lines[-1]) + width(piece.rstrip()) > columns:
            lines[-1] = lines[-1].rstrip()
            lines.append("")
        lines[-1] += piece.lstrip() if not lines[-1] else piece
    return [line.rstrip() for line in lines]


def _pieces(text: str, columns: int) -> Iterator[str]:
    """Yield what is not torn apart, single characters of what is wider than a line."""
    for found in _UNTORN.finditer(text):
        yield from (found[0],) if width(found[0].rstrip()) <= columns else found[0]


def csv_mark() -> str:
    """Return what CSV begins with: the mark by which Excel knows UTF-8 where it goes into a file, nothing in a pipe."""
    try:
        into_file = S_ISREG(os.fstat(sys.stdout.fileno()).st_mode)
    except (OSError, ValueError):  # closed, or no file at all
        return ""
    return "\ufeff" if into_file else ""


def screen() -> int:
    """Return the columns of the terminal that is written to, or that COLUMNS names; 0 where neither is known."""
    told = os.environ.get("COLUMNS", "")
    if told.isascii() and told.isdigit():
        return int(told)
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def table(
    head: Sequence[str], rows: Sequence[Sequence[str]], *, widest: int = 60, room: int | None = None
) -> Iterator[str]:
    """Yield the lines of an aligned table. Cells are made harmless and clipped to `widest` columns.

    A head in two languages, `名称 name`, stands on two lines, so that it widens no column.

    A column whose cells are all numbers (0.9231, 12, 95 %, –) is aligned to the right. In a `room` of so many columns
    (None: what `screen` returns; 0: any) empty columns are left out and wide ones without numbers share what there is.
    """
    heads = head_lines(head)
    cells = [[clipped(harmless(cell), widest) for cell in row] for row in (*heads, *rows)]
    columns = list(zip_longest(*cells, fillvalue=""))
    room = screen() if room is None else room
    if room:
        columns = [column for column in columns if any(column[len(heads) :])] or columns
    right = [all(_is_number(cell) for cell in column[len(heads) :]) for column in columns]
    yield from aligned(columns, room, right, heads=len(heads))


def head_lines(head: Sequence[str]) -> list[list[str]]:
    """Return the heads on one line, or, where any is in two languages, the Chinese on one and the English below it."""
    halves = [_TWO_LANGUAGES.fullmatch(cell) for cell in head]
    if not any(halves):
        return [list(head)]
    return [
        [found["zh"] if found else "" for found in halves],
        [found["en"] if found else cell for found, cell in zip(halves, head, strict=True)],
    ]


def aligned(
    columns: Sequence[Sequence[str]], room: int, right: Sequence[bool], *, heads: int = 1
) -> Iterator[str]:
    """Yield the lines of a table that is given column by column, the lines of its heads first, a rule below them.

    `right` tells which columns are aligned to the right; they keep their width in a `room` of so many columns (0: any),
    the cells of others are folded where they are too wide.
    """
    widths = shared([max(map(width, column)) for column in columns], room, right)
    for number, row in enumerate(zip(*columns, strict=True)):
        for line in zip_longest(*map(_within, row, widths), fillvalue=""):
            yield GAP.join(map(_padded, line, widths, right)).rstrip()
        if number == heads - 1:
            yield GAP.join("─" * wide for wide in widths)


def shared(widths: Sequence[int], room: int, whole: Sequence[bool]) -> list[int]:
    """Return the widths that columns have in a room of so many columns (0: any).

    Columns that are to stay `whole` and narrow ones keep theirs, wide ones are made equal; none gets narrower than
    `_NARROWEST`, so that a table of very many columns may still be wider than the room.
    """
    left = room - len(GAP) * (len(widths) - 1)
    if not room or sum(widths) <= left:
        return list(widths)
    left -= sum(wide for wide, kept in zip(widths, whole, strict=True) if kept)
    cut = sorted(wide for wide, kept in zip(widths, whole, strict=True) if not kept)
    limit = 0
    for place, wide in enumerate(cut):
        limit = left // (len(cut) - place)
        if wide > limit:
            break
        left -= wide
    limit = max(limit, _NARROWEST)
    return [wide if kept else min(wide, limit) for wide, kept in zip(widths, whole, strict=True)]


def _within(cell: str, columns: int) -> list[str]:
    return [cell] if width(cell) <= columns else folded(cell, columns)


def _padded(cell: str, columns: int, right: bool) -> str:
    space = " " * (columns - width(cell))
    return space + cell if right else cell + space


def _is_number(cell: str) -> bool:
    return all(mark.isdigit() or mark in ".,%–-+ /" for mark in cell)
