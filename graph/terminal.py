"""Text for terminals and Markdown: width of Chinese characters, aligned tables, strangers' text made harmless."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from unicodedata import combining, east_asian_width

GAP = "  "


def harmless(text: str) -> str:
    """Return text on one line without control, bidirectional and other unprintable characters (they become �).

    A letter's text comes from strangers: an escape sequence in a name must not steer a terminal.
    """
    return "".join(mark if mark.isprintable() else "�" for mark in " ".join(text.split()))


def markdown(text: str) -> str:
    """Return text as Markdown shows it literally, on one line and harmless."""
    return "".join(f"\\{mark}" if mark in "\\`*_{}[]<>#|" else mark for mark in harmless(text))


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


def table(head: Sequence[str], rows: Sequence[Sequence[str]], *, widest: int = 60) -> Iterator[str]:
    """Yield the lines of an aligned table. Cells are made harmless and clipped to `widest` columns.

    A column whose cells are all numbers (0.9231, 12, 95 %, –) is aligned to the right.
    """
    cells = [[clipped(harmless(cell), widest) for cell in row] for row in (head, *rows)]
    columns = list(zip_longest(*cells, fillvalue=""))
    widths = [max(map(width, column)) for column in columns]
    right = [all(_is_number(cell) for cell in column[1:]) for column in columns]
    for number, row in enumerate(cells):
        yield GAP.join(map(_padded, row, widths, right)).rstrip()
        if number == 0:
            yield GAP.join("─" * columns for columns in widths)


def _padded(cell: str, columns: int, right: bool) -> str:
    space = " " * (columns - width(cell))
    return space + cell if right else cell + space


def _is_number(cell: str) -> bool:
    return all(mark.isdigit() or mark in ".,%–-+ /" for mark in cell)
