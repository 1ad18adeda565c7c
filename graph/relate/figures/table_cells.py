"""Numbers in the cells of a table: 改造户数（户）at the head of a column, 28640 in the row of a place or a year.

A table is what the reader leaves of one: consecutive lines, their cells parted by tabs, bars or wide gaps.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache

import msgspec

from corpus.records import Letter, Sentence, Span
from ontology.quantity_words import Unit, units
from ontology.tsv import longest_first

from ...records import LinkedLetter
from ..masked_letter import MaskedLetter
from ..nodes import place_id
from ..records import Figure, FigureType
from .periods import Period, periods
from .places import own_place
from .quantity import COUNT, MAGNITUDE, printed, scale

_GAP = re.compile(r"\s*(?:[\t|\u3000]|\s{2,})[\s|]*")
_MARKS = ("\t", "|", "\u3000", "  ")
_NUMBER = re.compile(r"-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?")
_ANY_DATE = "2000-01-01"
"""Whether words say a time does not depend on when."""
_FEWEST_CELLS = 2
_TYPES: Mapping[str, FigureType] = {"money": "amount", "share": "percent", "duration": "duration"}
_ROLES = {"money": "volume", "share": "share"}
_ABOVE = 2
"""Lines above a table in which its caption may stand."""


class Cell(msgspec.Struct, frozen=True):
    """The words of a cell and where they stand in the letter."""

    text: str
    span: Span


class _Row(msgspec.Struct, frozen=True):
    sentence: Sentence
    cells: tuple[Cell, ...]


class _Head(msgspec.Struct, frozen=True):
    """What the head of a column, or of a row, says: the words without its unit, the unit as printed, the plain one."""

    words: str
    printed: str = ""
    unit: Unit | None = None
    magnitude: str = ""


def table_figures(letter: MaskedLetter) -> Mapping[str, tuple[Figure, ...]]:
    """Return the figures of the tables of a letter by sentence, each with the unit that its column or row names."""
    if not any(mark in letter.linked.letter.text for mark in _MARKS):
        return {}
    found: dict[str, tuple[Figure, ...]] = {}
    sentences = list(
        {each.whole.sentence.sentence_id: each.whole.sentence for each in letter.sentences}.values()
    )
    for start, rows in _tables(letter.linked.letter, sentences):
        caption = _caption(letter.linked.letter, sentences[max(0, start - _ABOVE) : start])
        heads = [_head(cell.text, caption) for cell in rows[0].cells]
        for row in rows[1:]:
            figures = tuple(_of_row(letter, row, heads, caption))
            if figures:
                found[row.sentence.sentence_id] = figures
    return found


def _tables(letter: Letter, sentences: Sequence[Sentence]) -> Iterator[tuple[int, list[_Row]]]:
    """Yield the tables of a letter: where each begins among the sentences, and its rows, the first without numbers."""
    rows: list[_Row] = []
    for index, sentence in enumerate(sentences):
        row = _Row(sentence, tuple(_cells(letter, sentence)))
        same = not rows or len(rows[0].cells) == len(row.cells)
        if len(row.cells) < _FEWEST_CELLS or not same:
            if len(rows) > 1:
                yield index - len(rows), rows
            rows = []
        if len(row.cells) >= _FEWEST_CELLS and (rows or not any(map(_is_number, row.cells))):
            rows.append(row)
    if len(rows) > 1:
        yield len(sentences) - len(rows), rows


def _cells(letter: Letter, sentence: Sentence) -> Iterator[Cell]:
    start, end = sentence.span.start, sentence.span.end
    text = letter.text
    while start < end:
        gap = _GAP.search(text, start, end)
        stop = gap.start() if gap else end
        if text[start:stop].strip(" 。"):
            yield Cell("".join(text[start:stop].split()), Span(start=start, end=stop))
        start = gap.end() if gap else end


def _is_number(cell: Cell) -> bool:
    return _NUMBER.fullmatch(cell.text.rstrip("%％")) is not None


def _caption(letter: Letter, above: Sequence[Sentence]) -> str:
    return "".join(letter.text[each.span.start : each.span.end] for each in above)


def _head(words: str, caption: str) -> _Head:
    """Read 改造户数（户）; where no head has a unit, （单位：万元）above the table may be that of all."""
    named = _unit_pattern().search(words)
    if named is None:
        said = _common_unit_pattern().search(caption)
        return _Head(words) if said is None else _with_unit(words, said)
    return _with_unit(words[: named.start()] + words[named.end() :], named)


def _with_unit(words: str, named: re.Match[str]) -> _Head:
    magnitude, unit = named["magnitude"] or "", units()[named["unit"]]
    return _Head(words, magnitude + named["unit"], unit, magnitude)


def _of_row(letter: MaskedLetter, row: _Row, heads: Sequence[_Head], caption: str) -> Iterator[Figure]:
    first = _head(row.cells[0].text, "")
    for cell, column in zip(row.cells[1:], heads[1:], strict=True):
        share = cell.text.endswith(("%", "％"))
        head = first if first.unit else _Head(column.words, "%", units()["%"]) if share else column
        if head.unit is not None and _is_number(cell):
            yield _figure(letter, row, cell, head, (column.words, first.words, caption))


def _figure(letter: MaskedLetter, row: _Row, cell: Cell, head: _Head, said: tuple[str, str, str]) -> Figure:
    linked, unit = letter.linked, head.unit or COUNT
    value = cell.text.rstrip("%％").replace(",", "")
    time = _time(linked, said)
    return Figure(
        figure_id=f"{linked.letter.letter_id}.f{cell.span.start:05d}",
        letter_id=linked.letter.letter_id,
        type=_TYPES.get(unit.dimension, "count"),
        metric=_metric(head, said),
        value=value,
        unit=head.printed,
        normalised=printed(Fraction(value) * scale(head.magnitude, unit.factor)),
        canonical_unit=unit.canonical,
        bound="exact",
        amount_role=_ROLES.get(unit.dimension, "count"),
        payer="",
        payee="",
        about=(),
        place=_place(letter, said),
        scope="",
        period_start=time.first if time else "",
        period_end=time.last if time else "",
        as_of=time.as_of if time else "",
        change="",
        status="",
        sentence_id=row.sentence.sentence_id,
        section_id=row.sentence.section_id or "",
        span=cell.span,
        quote=row.sentence.span,
    )


def _metric(head: _Head, said: tuple[str, str, str]) -> str:
    """What is counted: the head that names the unit; the column's where that of the row does, unless it is a time."""
    column, row, _ = said
    if not head.words or periods(head.words, _ANY_DATE):
        return row if not periods(row, _ANY_DATE) else column
    return head.words


def _time(linked: LinkedLetter, said: tuple[str, str, str]) -> Period | None:
    """When the number of a cell holds: as its row or its column says, else the words above the table."""
    date = linked.letter.header.reply_date
    for words in said:
        if found := periods(words, date.value if date else ""):
            return found[-1]
    return None


def _place(letter: MaskedLetter, said: tuple[str, str, str]) -> str:
    """The node of the place that a row or a column is of, else that of the letter."""
    home = letter.linked.letter.header.home
    for words in said[:2]:
        named = letter.places.resolve(words, within=home) if letter.places.may_begin(words) else None
        if named:
            return place_id(named)
    return own_place(letter.linked)


@cache
def _unit_pattern() -> re.Pattern[str]:
    """（万元）at the end of a head."""
    return re.compile(rf"[（(](?:单位[：:])?{_unit()}[）)]$")


@cache
def _common_unit_pattern() -> re.Pattern[str]:
    return re.compile(rf"单位[：:]{_unit()}(?![\u4e00-\u9fff])")


@cache
def _unit() -> str:
    return rf"(?P<magnitude>{MAGNITUDE})?(?P<unit>{'|'.join(map(re.escape, longest_first(units())))})"
