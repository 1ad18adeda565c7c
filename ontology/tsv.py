"""Read a knowledge file: tab-separated UTF-8, one header line, `#` comments, every cell checked."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar
from unicodedata import is_normalized, normalize

import msgspec

from .errors import LexiconError

Word = TypeVar("Word", bound=str)
Role = TypeVar("Role", bound=str)

LIST_SEPARATOR = "|"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row of a TSV file: `row["word"]` is the cell, stripped and NFC; `line` counts from 1."""

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def required(self, column: str) -> str:
        """Return the cell. Raises `LexiconError` where it is empty."""
        if not self.cells[column]:
            raise self.error(column, "不可为空", "must not be empty")
        return self.cells[column]

    def listed(self, column: str) -> tuple[str, ...]:
        """Return the parts of a cell that holds several, joined by `|`; empty parts are dropped."""
        parts = (part.strip() for part in self.cells[column].split(LIST_SEPARATOR))
        return tuple(part for part in parts if part)

    def one_of(self, column: str, allowed: Sequence[Word]) -> Word:
        """Return the one of `allowed` that the cell is. Raises `LexiconError` where it is none."""
        value = self.cells[column]
        for word in allowed:
            if word == value:
                return word
        raise self.error(column, f"须是 {'、'.join(allowed)} 之一", f"must be one of {', '.join(allowed)}")

    def number(self, column: str) -> float:
        """Return the cell as a number. Raises `LexiconError` where it is none."""
        try:
            return float(self.cells[column])
        except ValueError:
            raise self.error(column, "须是数", "must be a number") from None

    def error(self, column: str, zh: str, en: str) -> LexiconError:
        """Return the error for this cell: file, row, column, value and what is wrong with it, in both languages."""
        value = self.cells.get(column, "")
        return LexiconError(
            f"{self.file}, line {self.line}, column {column}: {value!r} {zh} · {value!r} {en}"
        )


RefusedLine = tuple[int, LexiconError]
"""The number of a line that is no row, and what is wrong with it."""


def read_tsv(name_or_path: str | Path, columns: Sequence[str]) -> tuple[Row, ...]:
    """Return the rows of a TSV file, in file order.

    A `str` names a file of ontology/lexicon (`units.tsv`), a `Path` any file. Empty lines and lines that begin
    with `#` are skipped; the first other line names the columns. Columns beyond `columns` are kept in the rows;
    cells missing at the end of a line are empty. Raises `LexiconError` (file, row, column, value) where the file
    is missing or not UTF-8, a column is missing or named twice, or a row has more cells than columns.
    """
    file, text = _load(name_or_path)
    return tsv_rows(file, text, columns)


def tsv_rows(
    file: str, text: str, columns: Sequence[str], refused: list[RefusedLine] | None = None
) -> tuple[Row, ...]:
    """Return the rows of a TSV text, as `read_tsv` does; `file` is what messages call it. Raises `LexiconError`.

    With `refused`, lines that are no row are put there, and no error is raised for them.
    """
    lines = _content_lines(_composed(text))
    return _rows(file, ((number, content.split("\t")) for number, content in lines), columns, refused)


def csv_rows(
    file: str, text: str, columns: Sequence[str], separator: str, refused: list[RefusedLine] | None = None
) -> tuple[Row, ...]:
    """Return the rows of the same table as a spreadsheet saves it: with this separator, cells in quotation marks.

    White space within a cell, line breaks too, counts as one space; `line` is the last of a row's lines. `refused` is
    as for `tsv_rows`. Raises `LexiconError`, and `csv.Error` where the text is no CSV.
    """
    reader = csv.reader(io.StringIO(_composed(text), newline=""), delimiter=separator)
    cleaned = ((reader.line_num, [" ".join(cell.split()) for cell in cells]) for cells in reader)
    filled = (line for line in cleaned if any(line[1]) and not line[1][0].startswith("#"))
    return _rows(file, filled, columns, refused)


def longest_first(words: Iterable[str]) -> tuple[str, ...]:
    """Return the words, each once, the longest first, then by code point: the order in which a text is tried."""
    return tuple(sorted({*words}, key=length_order))


def any_word(words: Iterable[str]) -> str:
    """Return an expression, a group that captures nothing, for any of the words, the longest tried first."""
    return f"(?:{'|'.join(map(re.escape, longest_first(words)))})"


def length_order(word: str) -> tuple[int, str]:
    """Return the key that sorts as `longest_first` does."""
    return -len(word), word


def words_by_role(name: str, roles: Sequence[Role], column: str = "role") -> Mapping[Role, tuple[str, ...]]:
    """Return the words of a list with the columns word, `column` and source, by role and longest first.

    Raises `LexiconError` where a cell is empty or the role is none of `roles`.
    """
    found: dict[Role, set[str]] = {role: set() for role in roles}
    for row in read_tsv(name, ("word", column, "source")):
        found[row.one_of(column, roles)].add(row.required("word"))
    return {role: longest_first(words) for role, words in found.items()}


def _load(name_or_path: str | Path) -> tuple[str, str]:
    """Return the file's printed name and its text."""
    source: Traversable | Path
    if isinstance(name_or_path, Path):
        source, file = name_or_path, str(name_or_path)
    else:
        source, file = (
            resources.files(__package__) / "lexicon" / name_or_path,
            f"ontology/lexicon/{name_or_path}",
        )
    try:
        return file, source.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise LexiconError(
            f"{file}: 不是 UTF-8；请另存为 UTF-8 · not UTF-8 at byte {error.start}; save the file as UTF-8"
        ) from error
    except OSError as error:
        raise LexiconError(
            f"{file}: 读不到；请检查文件名和权限 · cannot be read ({error.strerror}); check its name and rights"
        ) from error


def _composed(text: str) -> str:
    return text if is_normalized("NFC", text) else normalize("NFC", text)


def _rows(
    file: str,
    lines: Iterator[tuple[int, list[str]]],
    columns: Sequence[str],
    refused: list[RefusedLine] | None = None,
) -> tuple[Row, ...]:
    """Return rows from the cells of lines by number; the first names the columns."""
    number, head = next(lines, (1, [""]))
    header = [cell.strip() for cell in head]
    _check_header(file, number, header, columns)
    rows = []
    for number, cells in lines:
        try:
            rows.append(_row(file, number, cells, header))
        except LexiconError as error:
            if refused is None:
                raise
            refused.append((number, error))
    return tuple(rows)


def _content_lines(text: str) -> Iterator[tuple[int, str]]:
    for number, content in enumerate(text.split("\n"), start=1):
        content = content.rstrip("\r")  # noqa: PLW2901  (files edited on Windows end their lines with \r\n)
        if content.strip() and not content.startswith("#"):
            yield number, content


def _check_header(file: str, line: int, header: Sequence[str], columns: Sequence[str]) -> None:
    for column in columns:
        if column not in header:
            raise LexiconError(
                f"{file}, line {line}, column {column}: 缺这一列，请补上；现有 · "
                f"missing, add it; there are: {', '.join(header)}"
            )
    for column in header:
        if header.count(column) > 1:
            raise LexiconError(
                f"{file}, line {line}, column {column}: 表头中出现两次；请删去其一 · "
                "named twice in the header; delete one"
            )


def _row(file: str, number: int, printed: Sequence[str], header: Sequence[str]) -> Row:
    cells = [cell.strip() for cell in printed]
    if len(cells) > len(header):
        extra = "\t".join(cells[len(header) :])
        raise LexiconError(
            f"{file}, line {number}, column {len(header) + 1}: {extra!r} 在最后一列之外 · "
            f"{extra!r} stands beyond the last column"
        )
    cells += [""] * (len(header) - len(cells))
    return Row(file=file, line=number, cells=dict(zip(header, cells, strict=True)))
