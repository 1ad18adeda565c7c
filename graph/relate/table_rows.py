"""Tables in a letter: consecutive lines, their cells parted by tabs, bars or wide gaps, below a head without numbers.

A tab is one border: two in a row stand around an empty cell (corpus/formats/rows.py). Wide gaps are borders however
wide they are, so that nothing can be empty between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

import msgspec

from corpus.numerals import ONE_TO_TEN
from corpus.records import Letter, Sentence, Span

from .lists import MARK
from .masking import unspaced
from .table_numbers import DIGITS, number_in

_MARKS = ("\t", "|", "｜", "\u3000", "  ")
_BAR = re.compile("[|｜]")
_GAP = re.compile(r"\u3000+\s*|\s{2,}")
_MARK_ALONE = re.compile(rf"{MARK}|[\d{ONE_TO_TEN}]+[.．、)）]|[•●◆■▪]")
_NUMBER = re.compile(rf"[+-]?{DIGITS}[%％]?")
_YEAR = re.compile(r"(?:19|20)\d{2}")
_FEWEST_CELLS = 2
_FEWEST_ROWS = 2
_ABOVE = 2
"""Lines above a table in which its title and its unit may stand."""


class Cell(msgspec.Struct, frozen=True):
    """The words of a cell without white space, and where they stand in the letter."""

    text: str
    span: Span

    @property
    def is_number(self) -> bool:
        """Whether the cell holds a number alone."""
        return _NUMBER.fullmatch(self.text) is not None


class Row(msgspec.Struct, frozen=True):
    """A line of a table; `kind` is the mark between its cells."""

    line: Span
    cells: tuple[Cell, ...]
    kind: str

    @property
    def counts(self) -> bool:
        """Whether a cell of the row is a number."""
        return any(cell.is_number for cell in self.cells)


class Table(msgspec.Struct, frozen=True):
    """The heads of the columns as printed, the rows below them, and the sentences above, the nearest last.

    `heads` is empty where none is found: then what stands before a number in its row may say what it counts.
    """

    heads: tuple[tuple[Cell, ...], ...]
    rows: tuple[Row, ...]
    above: tuple[Sentence, ...]

    @property
    def width(self) -> int:
        """How many columns there are."""
        return max(len(row.cells) for row in self.rows)


def has_columns(text: str) -> bool:
    """Return whether a letter may hold a table at all."""
    return any(mark in text for mark in _MARKS)


def tables(letter: Letter, sentences: Sequence[Sentence]) -> tuple[Table, ...]:
    """Return the tables among these sentences of a letter, in text order."""
    if not has_columns(letter.text):
        return ()
    found: list[Table] = []
    block: list[Row] = []
    begin = 0
    lines = list(_lines(letter.text, sentences))
    for at, (line, first) in enumerate([*lines, (None, len(sentences))]):
        row = _row(letter.text, line) if line else None
        if row and block and row.kind == block[0].kind and lines[at - 1][0].end + 1 >= row.line.start:
            block.append(row)
            continue
        found += _tables_of(block, sentences[max(0, begin - _ABOVE) : begin])
        block, begin = ([row], first) if row else ([], first)
    return tuple(found)


def cells_within(text: str, span: Span) -> tuple[Span, ...]:
    """Return the cells of a table row that stand in a sentence, each without the white space around it.

    A sentence of no row has none: one without a tab, and one behind the mark of an item that a tab sets off.
    """
    if "\t" not in text[span.start : span.end]:
        return ()
    cells = [_bare(text, *part) for part in _parts(text, span)]
    cells = [cell for cell in cells if cell.start < cell.end]
    if len(cells) == _FEWEST_CELLS and _MARK_ALONE.fullmatch(text, cells[0].start, cells[0].end):
        return ()
    return tuple(cells)


def _lines(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[Span, int]]:
    """Yield the lines that the sentences stand in, each with the place of its first sentence."""
    numbered = enumerate(sentences)
    for start, group in groupby(numbered, lambda one: text.rfind("\n", 0, one[1].span.start) + 1):
        first = next(group)[0]
        end = text.find("\n", start)
        yield Span(start=start, end=len(text) if end < 0 else end), first


def _parts(text: str, line: Span) -> Iterator[tuple[int, int]]:
    start = line.start
    while (end := text.find("\t", start, line.end)) >= 0:
        yield start, end
        start = end + 1
    yield start, line.end


def _row(text: str, line: Span) -> Row | None:
    words = text[line.start : line.end]
    if "\t" in words:
        parts, kind = list(_parts(text, line)), "\t"
    elif _BAR.search(words):
        parts, kind = _split(text, _within_bars(text, line), _BAR), "|"
    else:
        parts, kind = _split(text, line, _GAP), " "
    cells = tuple(_cell(text, *part) for part in parts)
    told = sum(bool(cell.text.strip("。")) for cell in cells)
    if len(cells) < _FEWEST_CELLS or not told or (kind != "\t" and told < _FEWEST_CELLS):
        return None
    if told == len(cells) == _FEWEST_CELLS and kind == "\t" and _MARK_ALONE.fullmatch(cells[0].text):
        return None
    return Row(line, cells, kind)


def _within_bars(text: str, line: Span) -> Span:
    """Return the line without the bars around it."""
    bare = _bare(text, line.start, line.end)
    start = bare.start + (text[bare.start] in "|｜")
    return Span(start=start, end=max(start, bare.end - (text[bare.end - 1] in "|｜")))


def _split(text: str, line: Span, border: re.Pattern[str]) -> list[tuple[int, int]]:
    found = [match.span() for match in border.finditer(text, line.start, line.end)]
    starts, ends = [line.start, *(end for _, end in found)], [*(start for start, _ in found), line.end]
    return list(zip(starts, ends, strict=True))


def _bare(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    begin = start + len(words) - len(words.lstrip())
    return Span(start=begin, end=begin + len(words.strip()))


def _cell(text: str, start: int, end: int) -> Cell:
    span = _bare(text, start, end)
    return Cell(unspaced(text, span), span)


def _tables_of(block: Sequence[Row], above: Sequence[Sentence]) -> Iterator[Table]:
    """Yield the tables of consecutive lines: another begins where the columns change, or a second head stands."""
    if len({len(row.cells) for row in block}) > 1 and len({len(_told(row)) for row in block}) == 1:
        block = [
            Row(row.line, _told(row), row.kind) for row in block
        ]  # set with several tabs, nothing is empty
    begin = 0
    for at in range(1, len(block) + 1):
        if at == len(block) or _begins_anew(block[begin:at], block[at]):
            if at - begin > 1 or block[begin].kind == "\t":
                yield _table(block[begin:at], above if begin == 0 else ())
            begin = at


def _told(row: Row) -> tuple[Cell, ...]:
    return tuple(cell for cell in row.cells if cell.text)


def _begins_anew(before: Sequence[Row], row: Row) -> bool:
    width = len(before[0].cells)
    if len(row.cells) == width:
        return not row.counts and any(each.counts for each in before) and _looks_like_head(row)
    if row.kind != "\t" or row.cells[0].is_number or not row.cells[0].text:
        return True
    if not (row.counts or any(each.counts for each in before)):
        return True
    corner = len(before) == 1 and len(row.cells) == width + 1 and not before[0].counts
    corner = corner and all(cell.is_number or not cell.text for cell in row.cells[1:])
    lost = len(row.cells) < width and row.counts  # empty cells at the end of a line of plain text
    same = len(before) > 1 and len(row.cells) == len(before[1].cells)
    return not (corner or lost or same)


def _looks_like_head(row: Row) -> bool:
    """Whether a row below others names the columns of a further table: it is full of words, one in brackets."""
    return len(_told(row)) == len(row.cells) and any(cell.text.endswith(("）", ")")) for cell in row.cells)


def _table(block: Sequence[Row], above: Sequence[Sentence]) -> Table:
    width = max(len(row.cells) for row in block)
    if len(block[0].cells) == width - 1 and all(len(row.cells) == width for row in block[1:]):
        corner = Cell("", Span(start=block[0].line.start, end=block[0].line.start))
        block = [Row(block[0].line, (corner, *block[0].cells), block[0].kind), *block[1:]]
    rows = [_padded(row, width) for row in block]
    heads = _heads_above(rows)
    return Table(tuple(row.cells for row in rows[:heads]), tuple(rows[heads:]), tuple(above))


def _padded(row: Row, width: int) -> Row:
    end = Cell("", Span(start=row.line.end, end=row.line.end))
    return Row(row.line, (*row.cells, *[end] * (width - len(row.cells))), row.kind)


def _heads_above(rows: Sequence[Row]) -> int:
    """Return how many rows are heads: the first, and those below it that go on where its cells reach down."""
    if len(rows) < _FEWEST_ROWS or not _may_be_head(rows[0]):
        return 0
    count = 1
    while count < len(rows) - 1 and not rows[count].cells[0].text and _may_be_head(rows[count]):
        count += 1
    return count


def _may_be_head(row: Row) -> bool:
    """Whether a row holds words alone, years among them."""
    numbers = [cell for cell in row.cells if cell.is_number]
    if any((told := number_in(cell.text)) and told.unit for cell in row.cells):
        return False
    return len(_told(row)) > 1 and all(_YEAR.fullmatch(cell.text) for cell in numbers)
