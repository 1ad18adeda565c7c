"""Reads tables that people edit (facts.csv, decisions.csv, gazetteer.tsv …) in whatever form a spreadsheet saves them.

Excel in Chinese saves “CSV” as GB18030 (code page 936), “Unicode text” as UTF-16 with tabs, and puts `;` between cells
where the system's list separator is one. The header line, whose words are known, says which.
"""

from __future__ import annotations

import codecs
import csv
import errno
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .records import Issue

_SEPARATORS = (",", "\t", ";")
_LONGEST = 100_000
"""Characters of a cell; people write less, and the csv module refuses a little more."""
_SHOWN_OF_A_LINE = 60
"""Characters of an unreadable line that an issue quotes."""
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""What steers a terminal and means nothing in a table."""
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How the files of spreadsheets begin (.xlsx and .ods, .xls), whatever they are called."""
_SHOWN = {",": "comma", "\t": "tab", ";": "semicolon"}


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """The text of a table and what stands between its cells; an issue where it was saved in another form than asked."""

    text: str
    separator: str
    issues: tuple[Issue, ...] = ()

    def rows(self) -> csv.DictReader[str]:
        """Return a reader of the rows below the header line, each a dict by column."""
        return csv.DictReader(io.StringIO(self.text, newline=""), delimiter=self.separator)


class Workbook(OSError):
    """A table that people keep is a workbook (.xlsx, .xls, .ods) under another name."""


def why_unreadable(path: Path, error: Exception) -> str:
    """Return the message for a table that cannot be read at all, for what `kept_text` or the csv module raised."""
    if isinstance(error, Workbook):
        return f"{path}: 是电子表格工作簿；请另存为“CSV UTF-8” · {error.strerror}; save it as “CSV UTF-8”"
    if isinstance(error, UnicodeDecodeError):
        return (
            f"{path}: 编码读不出；请另存为“CSV UTF-8” · "
            f"not UTF-8 at byte {error.start}; save it as “CSV UTF-8”"
        )
    if isinstance(error, OSError):
        return f"{path}: 读不到；请检查文件名和权限 · cannot be read ({error.strerror}); check its name and rights"
    return f"{path}: 不是完好的 CSV；请另存为“CSV UTF-8” · no CSV ({error}); save it as “CSV UTF-8”"


def kept_text(path: Path, columns: Sequence[str], separator: str) -> KeptText:
    """Return the text of a table with these columns, which should be UTF-8 with this separator.

    Of a CSV the lines that `_unreadable` finds are emptied, each with an issue, so that the rows below them are read.

    Raises `OSError` (`Workbook` for one), and `UnicodeDecodeError` (of UTF-8) where no encoding fits.
    """
    data = path.read_bytes()
    if data.startswith(_WORKBOOKS):
        raise Workbook(errno.EINVAL, "it is a workbook of a spreadsheet under another name")
    encoding, text = _decoded(data)
    text = _CONTROL.sub("", text)
    found = _separator(text, columns, separator)
    text, issues = _without_unreadable(path, text, columns, found) if separator == "," else (text, ())
    if encoding == "UTF-8" and found == separator:
        return KeptText(text=text, separator=separator, issues=issues)
    read_as = Issue(
        source=path.name,
        severity="info",
        code="read_as",
        where="file",
        value=f"{encoding}, {_SHOWN[found]}",
        message=f"was read as {encoding} with a {_SHOWN[found]} between cells",
        hint=f"look whether its names came out right; UTF-8 with a {_SHOWN[separator]} needs no guess",
    )
    return KeptText(text=text, separator=found, issues=(read_as, *issues))


def _decoded(data: bytes) -> tuple[str, str]:
    """Return encoding and text: a byte order mark says it, else NUL bytes, else what decodes without a fault."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16", data.decode("utf-16")
    if b"\0" in data[:2]:  # the first letter of a header is ASCII
        return "UTF-16", data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le")
    try:
        return "UTF-8", data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        try:
            return "GB18030", data.decode("gb18030")
        except UnicodeDecodeError:
            raise error from None


def _separator(text: str, columns: Sequence[str], usual: str) -> str:
    """Return what divides the header line into most of the columns; the usual one where none does it better."""
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    head = next(lines, "")

    def columns_found(separator: str) -> int:
        cells = {cell.strip().strip('"') for cell in head.split(separator)}
        return len(cells.intersection(columns))

    return max((usual, *_SEPARATORS), key=columns_found)


def _without_unreadable(
    path: Path, text: str, columns: Sequence[str], separator: str
) -> tuple[str, tuple[Issue, ...]]:
    """Return the text with nothing but empty cells in its unreadable lines, and an issue for each."""
    lines = list(io.StringIO(text, newline=""))
    issues = []
    for at, row in _unreadable(lines, len(columns), separator):
        issues.append(_unreadable_row(path, row, lines[at]))
        lines[at] = separator * (len(columns) - 1) + "\n"
    return "".join(lines), tuple(issues)


def _unreadable(lines: Sequence[str], columns: int, separator: str) -> Iterator[tuple[int, int]]:
    """Yield place and row of every line below the header with a quotation mark that is not closed, or with no end.

    Such a mark makes one cell of all that follows: a line within a cell that has as many cells as a row is a row.
    """
    start, row = 0, 1
    while start < len(lines):
        reader = csv.reader(lines[start:], delimiter=separator)
        begin = start
        try:
            for cells in reader:
                within = lines[begin + 1 : start + reader.line_num]
                if any(_is_row(line, columns, separator) for line in within) or _is_endless(cells):
                    break
                begin = start + reader.line_num
                row += bool(cells)
            else:
                return
        except csv.Error:
            pass  # a cell is longer than the process allows: the line that began it is told below
        if begin:
            yield begin, row
        row += 1
        start = begin + 1


def _is_row(line: str, columns: int, separator: str) -> bool:
    first, *others = line.split(separator)
    return len(others) >= columns - 1 and '"' not in first


def _is_endless(cells: Sequence[str]) -> bool:
    return any(len(cell) > _LONGEST for cell in cells)


def _unreadable_row(path: Path, row: int, line: str) -> Issue:
    return Issue(
        source=path.name,
        severity="error",
        code="unreadable_row",
        where=f"row {row}",
        value=line.strip()[:_SHOWN_OF_A_LINE],
        message="has a quotation mark that is not closed, or a cell without end; the row was not read",
        hint='write "" for a mark within a cell, or save the file with a spreadsheet; the other rows were read',
    )
