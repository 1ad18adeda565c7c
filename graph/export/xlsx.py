"""graph.xlsx: the tables a reader wants first, as one workbook. Needs the extra `xlsx` (openpyxl).

Sheets: letters, who asked what, entities, edges, evidence, and promises, what became of them, and figures where the
build has them; the last one says what the columns hold, in Chinese and in English.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..both_languages import chinese, english
from ..tables.cells import joined
from ..tables.graph_tables import LetterRow
from ..tables.schema import columns, row_types
from .data_package import column_text
from .extras import library
from .publication import Publication
from .text_file import writing
from .xml_text import clean

FILE = "graph.xlsx"
SHEETS = {
    "letters": "复文 letters",
    "questions": "谁问了什么 who asked what",
    "entities": "实体 entities",
    "edges": "关系 edges",
    "evidence": "证据 evidence",
    "commitments": "承诺 promises",
    "threads": "走向 what became of them",
    "figures": "数据 figures",
}
"""Tables in the order of the sheets, with the sheets' titles; `questions` is drawn from the letters."""

EXPLAINED = "说明 what columns hold"
"""Title of the sheet that explains the others."""

QUESTION_COLUMNS = (
    "proposal_number",
    "proposal_title",
    "proposers",
    "session",
    "department",
    "reply_date",
    "letter_id",
)
CELL_LENGTH = 32_767
"""Characters a cell may hold in Excel."""

DIGITS = 15
"""Digits of a number that Excel keeps."""

PRINTED_NUMBERS = frozenset({"value"})
"""Columns of text that hold numbers as printed, and sometimes what is none (4∶6)."""

ROWS = 1_048_575
"""Rows a sheet may hold in Excel, below the header."""

_PLAIN_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write graph.xlsx and return its path. Raises `ExportError`, and `UsageError` where the library is missing."""
    path = folder / FILE
    content = _undated(_workbook(publication))
    with writing(path):
        path.write_bytes(content)
    return (path,)


def _workbook(publication: Publication) -> bytes:
    openpyxl = library("openpyxl", extra="xlsx")
    book = openpyxl.Workbook(write_only=True)
    for title, header, rows in _sheets(publication):
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for number, name in enumerate(header, start=1):
            letter = openpyxl.utils.get_column_letter(number)
            sheet.column_dimensions[letter].width = max(12, min(40, len(name) + 6))
        sheet.append([_cell(openpyxl, sheet, name, bold=True) for name in header])
        for row in rows:
            sheet.append([_cell(openpyxl, sheet, value) for value in row])
        sheet.auto_filter.ref = f"A1:{openpyxl.utils.get_column_letter(len(header))}1"
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _sheets(publication: Publication) -> Iterator[tuple[str, Sequence[str], Iterable[Sequence[Any]]]]:
    """Yield title, header and rows of every sheet."""
    types: Mapping[str, type[Any]] = row_types()
    for name, title in SHEETS.items():
        if name == "questions":
            yield title, QUESTION_COLUMNS, _questions(publication.tables.letters)
        elif name in types:
            header = [column.name for column in columns(types[name])]
            rows = getattr(publication.tables, name)[:ROWS]
            yield title, header, (_values(row, header) for row in rows)
    yield EXPLAINED, ("表 sheet", "列 column", "说明", "meaning"), _explanations(types)


def _explanations(types: Mapping[str, type[Any]]) -> Iterator[Sequence[str]]:
    """Yield sheet, column and what it holds in both languages; of who asked what, the letters say it."""
    for name, title in SHEETS.items():
        for column in columns(types[name]) if name in types else ():
            text = column_text(name, column.name)
            yield title, column.name, chinese(text), english(text)


def _values(row: Any, header: Sequence[str]) -> Sequence[Any]:
    """Return the values of a row, numbers that are kept as printed as numbers."""
    return [
        _number(getattr(row, column)) if column in PRINTED_NUMBERS else getattr(row, column)
        for column in header
    ]


def _number(printed: str) -> str | Decimal:
    """Return a number that is printed as a plain one; text where it is none, or would lose a zero before it."""
    return Decimal(printed) if _PLAIN_NUMBER.fullmatch(printed) else printed


def _questions(letters: Sequence[LetterRow]) -> Iterator[Sequence[Any]]:
    """Yield one row per proposal that a letter answers; a title that is missing stays empty."""
    for letter in letters:
        for place, number in enumerate(letter.proposal_numbers):
            title = letter.proposal_titles[place] if place < len(letter.proposal_titles) else ""
            yield (
                number,
                title,
                letter.proposers,
                letter.session,
                letter.department,
                letter.reply_date,
                letter.letter_id,
            )


def _cell(openpyxl: Any, sheet: Any, value: Any, *, bold: bool = False) -> Any:
    """Return what a cell holds; text stays text, whatever it begins with."""
    if isinstance(value, Decimal):
        return _decimal(openpyxl, sheet, value)
    if isinstance(value, tuple):
        value = joined(value)
    if not isinstance(value, str):
        return value
    text = clean(value)[:CELL_LENGTH]
    if not bold and not text.startswith("="):
        return text
    cell = openpyxl.cell.WriteOnlyCell(sheet, text)
    cell.data_type = "s"
    if bold:
        cell.font = openpyxl.styles.Font(bold=True)
    return cell


def _decimal(openpyxl: Any, sheet: Any, value: Decimal) -> Any:
    """Return the cell of a number: with its last zeros, and text where Excel would round it."""
    _, digits, exponent = value.as_tuple()
    if len(digits) > DIGITS:
        return format(value, "f")
    if digits[-1] or exponent == 0:
        return value
    cell = openpyxl.cell.WriteOnlyCell(sheet, value)
    cell.number_format = f"{0:.{-int(exponent)}f}"
    return cell


def _undated(workbook: bytes) -> bytes:
    """Return the workbook without the time it was written: the same tables give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            content = _STAMP.sub(rb"\g<1>2000-01-01T00:00:00Z", before.read(name))
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            after.writestr(entry, content, compress_type=zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
