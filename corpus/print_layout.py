"""How the lines of a text are laid out: how wide a full one is, whether paragraphs run over lines or are indented."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from .cues import either
from .lines import Line
from .metadata import KINDS
from .shapes import fold, is_date_line, is_item, is_salutation, is_stopped

WIDEST_PRINT = 50.0
"""A line of print holds 25 to 45 characters; longer 90th percentiles mean that lines are paragraphs."""
NARROWEST_PRINT = 16.0
"""Shorter lines are no print either: a letter of few words, each on its own line."""
BEYOND = 2.0
"""Nothing is printed that much wider than a full line: several such lines are paragraphs."""
LEAST_BROKEN = 0.15
"""Share of the full lines of a print that break off within a sentence, at least: those of short paragraphs do not."""
LEAST_AT_MARGIN, AT_MARGIN = 3, 2.0
"""So many lines that break off within these characters of the longest were cut by a margin, however few are full."""
FEWEST_LINES = 6
"""Lines of a text from which a layout can be told."""
FULL = 0.86
"""Share of the width that a full line has at least."""
LEAST_FULL, MOST_INDENTED = 0.35, 0.6
"""Share of the lines of a print that are full, at least, and that begin a paragraph, at most."""
FEWEST_INDENTED = 3
INDENT = 1.5
"""Widths of a character that the first line of a paragraph starts further right."""
SHORTER = 1.2
"""Widths of a character that it stops short where that indent is lost."""
LONGEST_FAREWELL = 6
LABEL = re.compile(
    rf"{either(*KINDS, 'form_label', 'contact_label', 'joint_label', 'main_label', 'copies_label')}："
)
"""答复时间：…, 联系电话：…: the line of a form or of contacts."""
_MARK = re.compile("[，。；]")
# 专此答复。: the formula that ends a letter.
_FAREWELL = re.compile(rf"(?=.?此){either('closing')}[。！]?")
# What no printer parts: brackets and the character inside, a figure or a Latin word, the marks behind it.
_UNPARTED = re.compile(r"[（(《“‘〔【]*(?:[A-Za-z0-9.,%]{1,20}|.)[）)》”’〕】，。、；：！？%…,;:]*")


@dataclass(slots=True, kw_only=True)
class Row:
    """A line with what the rules ask of it. Not frozen: there is one per line, and making it would take thrice as long.

    `item`: it begins with the number of a section; `alone`: it is a paragraph of its own whatever its neighbours
    are; `stopped`: it ends with a stop; `labelled`: it begins with a label and a colon.
    """

    line: Line
    folded: str
    width: float
    item: bool
    alone: bool
    stopped: bool
    labelled: bool

    @property
    def is_indented(self) -> bool:
        """Whether it starts as far right as the first line of a paragraph."""
        return self.line.indent >= INDENT

    @property
    def breaks_off(self) -> bool:
        """Whether a sentence may go on behind it."""
        return not (self.stopped or self.labelled)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the lines of one text are laid out.

    `width` of a full line in Chinese characters, `longest` that of the longest one; `wrapped`: paragraphs run over
    several lines; `indented`: first lines of paragraphs start further right; `stripped`: they did, but the blanks are
    lost, so that a full first line is two characters shorter.
    """

    width: float = 0.0
    longest: float = 0.0
    wrapped: bool = False
    indented: bool = False
    stripped: bool = False

    def is_full(self, row: Row) -> bool:
        """Return whether a line is as wide as the print."""
        return row.width >= FULL * self.width

    def starts_at_margin(self, row: Row) -> bool:
        """Return whether a line is too wide for the first one of a paragraph whose indent is lost."""
        return self.stripped and row.width > self.width - SHORTER

    def had_no_room(self, last: Row, row: Row) -> bool:
        """Return whether `last` was full to the printer: what `row` begins with is never parted and did not fit in."""
        unparted = _UNPARTED.match(row.line.text)
        needed = _width(unparted.group()) if unparted else 0.0
        return last.width + needed >= self.width


def layout_of(rows: Sequence[Row]) -> Layout:
    """Return how the lines of a text are laid out; of very few lines nothing can be told."""
    widths = sorted(row.width for row in rows)
    if len(widths) < FEWEST_LINES:
        return Layout()
    widest = widths[int(0.9 * (len(widths) - 1))]
    full = [row for row in rows if row.width >= FULL * widest]
    broken = sum(row.breaks_off for row in full)
    beyond = sum(width > BEYOND * widest for width in widths)
    mostly_full = len(full) >= LEAST_FULL * len(widths) and broken >= LEAST_BROKEN * len(full)
    of_print = NARROWEST_PRINT <= widest <= WIDEST_PRINT and beyond < 2
    wrapped = of_print and (mostly_full or _cut_at_margin(rows, widths[-1]))
    indents = sum(row.is_indented for row in rows)
    indented = wrapped and FEWEST_INDENTED <= indents <= MOST_INDENTED * len(rows)
    stripped = wrapped and not indented and _lost_indents(rows, widest)
    return Layout(width=widest, longest=widths[-1], wrapped=wrapped, indented=indented, stripped=stripped)


def _cut_at_margin(rows: Sequence[Row], longest: float) -> bool:
    """Return whether several lines break off within a sentence where the longest ends: paragraphs mostly are short.

    A line without a mark is no such line: names in a list, headings are as long as each other, too.
    """
    at_margin = [row for row in rows if row.width >= longest - AT_MARGIN and _MARK.search(row.folded)]
    return sum(row.breaks_off and not row.alone for row in at_margin) >= LEAST_AT_MARGIN


def _lost_indents(rows: Sequence[Row], widest: float) -> bool:
    """Return whether the first lines of paragraphs, where full, mostly stop short of the width."""
    firsts = [
        row.width
        for last, row in pairwise(rows)
        if last.width < FULL * widest and last.stopped and row.width >= FULL * widest
    ]
    return len(firsts) >= 2 and median(firsts) <= widest - SHORTER


def row_of(line: Line) -> Row:
    """Return a line with what the rules ask of it."""
    folded = fold(line.text)
    line_is_whole = line.whole or line.heading
    return Row(
        line=line,
        folded=folded,
        width=_width(line.text) + min(line.indent, 2.0),
        item=is_item(folded),
        alone=line_is_whole
        or is_date_line(folded)
        or is_salutation(folded)
        or (len(folded) <= LONGEST_FAREWELL and _FAREWELL.fullmatch(folded) is not None),
        stopped=is_stopped(folded),
        labelled="：" in folded and LABEL.match(folded) is not None,
    )


def _width(text: str) -> float:
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))
