"""Tables that people keep (facts.csv, decisions.csv, gazetteer.tsv …), as spreadsheets save them.

Excel in Chinese saves “CSV” as GB18030 (code page 936), “Unicode text” as UTF-16 with tabs, and puts `;` between cells
where the system's list separator is one. The header line, whose words are known, says which.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .records import Issue

_SEPARATORS = (",", "\t", ";")
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


def kept_text(path: Path, columns: Sequence[str], separator: str) -> KeptText:
    """Return the text of a table with these columns, which should be UTF-8 with this separator.

    Raises `OSError`, and `UnicodeDecodeError` (of UTF-8) where no encoding fits.
    """
    encoding, text = _decoded(path.read_bytes())
    found = _separator(text, columns, separator)
    if encoding == "UTF-8" and found == separator:
        return KeptText(text=text, separator=separator)
    issue = Issue(
        source=path.name,
        severity="info",
        code="read_as",
        where="file",
        value=f"{encoding}, {_SHOWN[found]}",
        message=f"was read as {encoding} with a {_SHOWN[found]} between cells",
        hint=f"look whether its names came out right; UTF-8 with a {_SHOWN[separator]} needs no guess",
    )
    return KeptText(text=text, separator=found, issues=(issue,))


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
