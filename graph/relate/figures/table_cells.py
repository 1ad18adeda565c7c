"""Numbers in the cells of a table: 改造户数（户）heads a column, 28640 stands in the row of a place or a fund."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

import msgspec

from corpus.records import Sentence
from ontology.quantity_words import Unit, amount_roles
from ontology.table_words import TableRole, table_words

from ..masked_letter import MaskedLetter
from ..records import Figure, FigureType
from ..table_numbers import Measure, Number, measure_in, number_in
from ..table_rows import Cell, Row, Table, has_columns, tables
from .places import own_place
from .quantity import printed, scale
from .table_heads import Head, HeadReader, Title

_YEAR = re.compile(r"(?:19|20)\d{2}年?度?")
_FEWEST_ROWS = 2
_COUNTLESS: tuple[TableRole, ...] = ("serial", "remark", "year", "due")
"""Columns whose numbers count nothing."""
_CODE = 8
"""Digits: so long a number without a unit is a code or a telephone."""
_TYPES: Mapping[str, FigureType] = {"money": "amount", "share": "percent", "duration": "duration"}
_ROLES = {"money": "volume", "share": "share"}


@dataclass(frozen=True, slots=True, kw_only=True)
class TableFigures:
    """The figures of a letter's tables by sentence, and, by table, the heads of columns that stay unread."""

    figures: Mapping[str, tuple[Figure, ...]]
    unread: tuple[str, ...] = ()


class _Columns(msgspec.Struct, frozen=True):
    """What the columns of a table hold: heads, and which columns name the rows, give units, times or numbers."""

    heads: tuple[Head, ...]
    labels: tuple[int, ...]
    units: tuple[int, ...]
    times: tuple[int, ...]
    numbers: tuple[int, ...]


def table_figures(letter: MaskedLetter) -> TableFigures:
    """Return the figures of the tables of a letter, each with the unit that its cell, row, column or table names."""
    whole = letter.linked.letter
    if not has_columns(whole.text):
        return TableFigures(figures={})
    reader = _Reader(letter)
    found: dict[str, list[Figure]] = defaultdict(list)
    unread: list[str] = []
    for table in tables(whole, reader.sentences):
        figures = tuple(reader.of_table(table))
        for figure in figures:
            found[figure.sentence_id].append(figure)
        if silent := _silent(table, {figure.span.start for figure in figures}):
            unread.append(silent)
    return TableFigures(figures={key: tuple(each) for key, each in found.items()}, unread=tuple(unread))


def _silent(table: Table, read: Set[int]) -> str:
    """Return the heads of the columns whose numbers count something and were not `read`, empty where there are none.

    Without heads it is the first row of the table.
    """
    if len(table.rows) + len(table.heads) < _FEWEST_ROWS:
        return ""
    columns = [at for at in range(table.width) if not _is_countless(table, at)]
    silent = [at for at in columns if not any(cell.span.start in read for cell in _column(table, at))]
    silent = [at for at in silent if any(_may_count(cell) for cell in _column(table, at))]
    if silent and not table.heads:
        return " ".join(cell.text for cell in table.rows[0].cells if cell.text)
    heads = list(_stacked(table)) if silent else []
    return " ".join("".join(cell.text for cell in heads[at]) for at in silent)


def _is_countless(table: Table, at: int) -> bool:
    """Whether a column holds no counts by its head, or numbers of its rows; without heads the first names the rows."""
    head = "".join(heads[at].text for heads in table.heads)
    named = any(word == head for role in _COUNTLESS for word in table_words()[role])
    timed = any(word in head for word in table_words()["due"])
    return named or timed or _is_first_of_rows(table, at) or (not table.heads and at == 0)


def _may_count(cell: Cell) -> bool:
    """Whether a number may count something: it is no year, no telephone and no code."""
    number = number_in(cell.text)
    if number is None or _YEAR.fullmatch(cell.text) or re.match(r"0\d", cell.text):
        return False
    return len(number.value.replace(".", "")) < _CODE


def _is_first_of_rows(table: Table, at: int) -> bool:
    """Whether a column counts the rows: 1, 2, 3 …."""
    told = [row.cells[at].text for row in table.rows if row.cells[at].text]
    return told == [str(number) for number in range(1, len(told) + 1)]


class _Reader:
    """Reads the tables of one letter."""

    def __init__(self, letter: MaskedLetter) -> None:
        self._letter = letter
        self._heads = HeadReader(letter)
        every = (each.whole.sentence for each in letter.sentences)
        self.sentences = tuple({one.sentence_id: one for one in every}.values())
        self._starts = [sentence.span.start for sentence in self.sentences]

    def of_table(self, table: Table) -> Iterator[Figure]:
        """Yield the figures of a table, row by row."""
        if not table.heads:
            yield from (one for row in table.rows for one in self._of_pairs(row))
            return
        columns = self._columns(table)
        title = self._heads.title(table.above)
        above: dict[int, Cell] = {}
        for row in table.rows:
            labels = _labels(row, columns, above)
            if not any(cell.text for cell in labels) or not columns.numbers:
                continue
            times = [row.cells[at] for at in columns.times]
            said = self._heads.read([*labels, *times], self._sentence)
            unit = next((unit for at in columns.units if (unit := measure_in(row.cells[at].text))), None)
            for at in columns.numbers:
                yield from self._figure(row.cells[at], (columns.heads[at], said, title), unit)

    def _of_pairs(self, row: Row) -> Iterator[Figure]:
        """Yield the numbers with a unit behind what they count (床位 | 500张 | 机构 | 30家), without heads."""
        for label, cell in pairwise(row.cells):
            number = number_in(cell.text)
            if number and number.unit and label.text and not number_in(label.text):
                said = self._heads.read((label,), self._sentence)
                yield from self._figure(cell, (Head(), said, Title()), None)

    def _sentence(self, cell: Cell) -> Sentence | None:
        at = bisect_right(self._starts, cell.span.start) - 1
        holds = at >= 0 and cell.span.end <= self.sentences[at].span.end
        return self.sentences[at] if holds else None

    def _columns(self, table: Table) -> _Columns:
        said = list(_stacked(table))
        heads = tuple(self._heads.read(cells, self._sentence) for cells in said)
        words = ["".join(cell.text for cell in cells) for cells in said]
        silent = {
            at
            for at, head in enumerate(words)
            if head in table_words()["serial"]
            or head in table_words()["remark"]
            or (not head and _is_first_of_rows(table, at))
        }
        dated = {
            at
            for at, head in enumerate(words)
            if head in table_words()["year"] or _is_of_years(table, at, bare=not heads[at].unit and at <= 1)
        }
        silent |= {
            at
            for at, head in enumerate(words)
            if at not in dated and not heads[at].unit and any(word in head for word in table_words()["due"])
        }
        units_at = tuple(
            at for at, head in enumerate(words) if head in table_words()["unit"] and _is_of_units(table, at)
        )
        numbers = tuple(
            at
            for at in range(table.width)
            if at not in silent
            and at not in dated
            and any(number_in(cell.text) for cell in _column(table, at))
        )
        first = numbers[0] if numbers else table.width
        naming = [at for at in range(first) if at not in silent and at not in units_at]
        labels = _telling_apart(table, naming)
        times = tuple(sorted(at for at in dated if at not in labels))
        return _Columns(heads, labels, units_at, times, numbers)

    def _figure(
        self, cell: Cell, said: tuple[Head, Head, Title], row_unit: Measure | None
    ) -> Iterator[Figure]:
        """Yield the figure of a cell by what column, row and table say; none without a number or a unit."""
        column, row, title = said
        number, sentence = number_in(cell.text), self._sentence(cell)
        unit = _measure(number, row_unit or _unit(row, column, title)) if number else None
        if number is None or sentence is None or unit is None:
            return
        linked = self._letter.linked
        words, plain, magnitude = unit
        about = row.names or column.names
        metric = _metric(column, row, title)
        time = column.period or row.period or title.period
        date = linked.letter.header.date
        planned = column.planned or row.planned or bool(time and date and time.first > date)
        yield Figure(
            figure_id=f"{linked.letter.letter_id}.f{cell.span.start:05d}",
            letter_id=linked.letter.letter_id,
            type=_TYPES.get(plain.dimension, "count"),
            metric=metric,
            value=number.value,
            unit=words,
            normalised=printed(Fraction(number.value) * scale(magnitude, plain.factor)),
            canonical_unit=plain.canonical,
            bound=number.bound,
            amount_role=_role(metric, plain, {name.kind for name in about}),
            about=tuple(dict.fromkeys(node for name in about[:1] for node in name.node_ids)),
            place=row.place or column.place or own_place(linked),
            period_start=time.first if time else "",
            period_end=time.last if time else "",
            as_of=time.as_of if time else "",
            status="planned" if planned else "",
            sentence_id=sentence.sentence_id,
            section_id=sentence.section_id or "",
            span=cell.span,
            quote=sentence.span,
        )


def _stacked(table: Table) -> Iterator[tuple[Cell, ...]]:
    """Yield the heads of each column, the upper first; one that reaches over several columns is of all of them."""
    reaching: list[Cell | None] = [None] * len(table.heads)
    for at in range(table.width):
        cells: list[Cell] = []
        for level, heads in enumerate(table.heads):
            below = any(lower[at].text for lower in table.heads[level + 1 :])
            if heads[at].text or not below:
                reaching[level] = heads[at]
            cells += [one] if (one := reaching[level]) else []
        yield tuple(cells)


def _column(table: Table, at: int) -> Iterator[Cell]:
    return (row.cells[at] for row in table.rows)


def _is_of_years(table: Table, at: int, *, bare: bool) -> bool:
    """Return whether a column holds years, with 年 or, where no unit says otherwise, as `bare` numbers."""
    told = [cell.text for cell in _column(table, at) if cell.text]
    years = bool(told) and all(map(_YEAR.fullmatch, told))
    return years and (bare or not all(map(str.isdigit, told)))


def _is_of_units(table: Table, at: int) -> bool:
    told = [cell.text for cell in _column(table, at) if cell.text]
    return bool(told) and any(map(measure_in, told))


def _telling_apart(table: Table, naming: Sequence[int]) -> tuple[int, ...]:
    """Return as many of the columns before the numbers as it takes to tell the rows apart: at least the first."""
    rows = [row for row in table.rows if row.counts]
    for count in range(1, len(naming)):
        seen = [tuple(row.cells[at].text for at in naming[:count]) for row in rows]
        if len(set(seen)) == len(seen) and all(map(any, seen)):
            return tuple(naming[:count])
    return tuple(naming)


def _labels(row: Row, columns: _Columns, above: dict[int, Cell]) -> tuple[Cell, ...]:
    """Return the cells that name a row; of one that is divided (a merged cell) the name stands in a row above."""
    own = [row.cells[at] for at in columns.labels]
    last = max((place for place, cell in enumerate(own) if cell.text), default=-1)
    for place, at in enumerate(columns.labels):
        if own[place].text:
            above[at] = own[place]
        elif place < last and at in above and row.kind == "\t":
            own[place] = above[at]
    return tuple(own)


def _measure(number: Number, elsewhere: Measure | None) -> Measure | None:
    """Return the unit of a number by its own cell, else what is told elsewhere: 1.2万 below （户）is 1.2万户."""
    if number.unit or not number.magnitude or elsewhere is None:
        return number.unit or (None if number.magnitude else elsewhere)
    printed_unit, unit, magnitude = elsewhere
    return None if magnitude else (number.magnitude + printed_unit, unit, number.magnitude)


def _unit(row: Head, column: Head, title: Title) -> Measure | None:
    """Return the unit of a number that has none in its cell: its row's, its column's, else that of the table."""
    for said in (row, column):
        if said.unit:
            return said.printed, said.unit, said.magnitude
    unlike = column.words.endswith(table_words()["unlike"])
    return (title.printed, title.unit, title.magnitude) if title.unit and not unlike else None


def _metric(column: Head, row: Head, title: Title) -> str:
    """What is counted: what row and column say beside a name, a place and a time; else what the title shows."""
    if row.unit or column.plain or not column.words:
        first, then = ("" if row.plain else row.words), ("" if column.plain else column.words)
        return first + then or title.words or column.words or row.words
    return ("" if row.plain else row.words) + column.words


def _role(metric: str, unit: Unit, kinds: set[str]) -> str:
    for each in amount_roles():
        fits = each.dimension in {"any", unit.dimension} and (not each.subject or each.subject in kinds)
        if fits and each.word in metric:
            return each.role
    return _ROLES.get(unit.dimension, "count")
