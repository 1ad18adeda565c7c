"""How a value stands in a CSV cell, and how it is read back: the one place that knows both directions.

Text is written as it is, except that a cell which a spreadsheet would run as a formula (it begins with
`=`, `+`, `-`, `@`, tab or carriage return, and is no plain number) gets a leading `'` (OWASP, CSV injection).
Parts of a list are joined by `|`; a `|` or a backslash inside a part is written with a backslash before it. An
unknown value is an empty cell, a truth value `true` or `false`, a number its shortest exact form.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation
from types import NoneType, UnionType
from typing import Any, get_args

import msgspec

LIST_SEPARATOR = "|"
ENCODING = "utf-8-sig"
"""UTF-8 with a byte order mark: without it Excel shows Chinese as mojibake."""
LONGEST_CELL = min(sys.maxsize, 2**31 - 1)
"""Characters that `csv` is to read: a quote, or the letters of a name, may have more than its default of 131072."""

_SUSPECT = frozenset("'=+-@\t\r")
_SELDOM_WRITTEN = "'=+@\t\r"
"""Characters of `_SUSPECT` that few columns hold anywhere: all but the hyphen."""
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_PLAIN_NUMBER = re.compile(r"-\d+(?:\.\d+)?")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")
_ESCAPED = re.compile(r"\\(.)|\|", re.DOTALL)


def guarded(text: str) -> str:
    """Return the text as a cell that no spreadsheet runs; `unguarded` gives it back."""
    suspect = text[:1] in _SUSPECT and _FORMULA.match(text) and not _PLAIN_NUMBER.fullmatch(text)
    return f"'{text}" if suspect else text


def unguarded(cell: str) -> str:
    """Return the text that `guarded` made this cell of."""
    return cell[1:] if _GUARDED.match(cell) else cell


def joined(parts: tuple[str, ...]) -> str:
    """Return the parts as one text; `parted` gives them back. Parts must not be empty."""
    text = LIST_SEPARATOR.join(parts)
    if "\\" not in text and text.count(LIST_SEPARATOR) == len(parts) - 1:
        return text
    return LIST_SEPARATOR.join(part.replace("\\", "\\\\").replace("|", "\\|") for part in parts)


def parted(text: str) -> tuple[str, ...]:
    """Return the parts that `joined` made this text of."""
    if not text:
        return ()
    if "\\" not in text:
        return tuple(text.split(LIST_SEPARATOR))
    parts = [""]
    position = 0
    for found in _ESCAPED.finditer(text):
        parts[-1] += text[position : found.start()]
        position = found.end()
        if found[0] == LIST_SEPARATOR:
            parts.append("")
        else:
            parts[-1] += found[1]
    parts[-1] += text[position:]
    return tuple(parts)


def to_cell(value: Any) -> str:
    """Return the cell of a value that a row of the tables holds: text, number, truth value, list, or None."""
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    if isinstance(value, tuple):
        return guarded(joined(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else repr(value)


def column_writer(annotation: Any) -> Callable[[Sequence[Any]], Sequence[str]]:
    """Return what makes the values of a column of this type into cells, as `to_cell` would one by one."""
    if annotation is str:
        return _texts
    if annotation in (int, int | None, bool):
        return _whole_numbers
    if annotation is float:
        return lambda values: [*map(repr, values)]
    if annotation == float | None:
        return lambda values: ["" if value is None else repr(value) for value in values]
    if annotation == tuple[str, ...]:
        return _lists
    return lambda values: [*map(to_cell, values)]


def _texts(values: Sequence[str]) -> Sequence[str]:
    """Return texts as cells: most columns hold none that is to be guarded, and are only looked at, as one text."""
    together = "\n" + "\n".join(values)
    if "\n-" in together or any(map(together.__contains__, _SELDOM_WRITTEN)):
        return [guarded(value) if value[:1] in _SUSPECT else value for value in values]
    return values


def _whole_numbers(values: Sequence[int | None]) -> Sequence[str]:
    """Return whole numbers or truth values as cells: JSON has the same digits and words, and is made at once."""
    try:
        together = msgspec.json.encode(values)
    except OverflowError:  # JSON of msgspec has 64 bits
        return [*map(to_cell, values)]
    return together[1:-1].replace(b"null", b"").decode().split(",") if values else []


def _lists(values: Sequence[tuple[str, ...]]) -> Sequence[str]:
    """Return lists as cells: the parts of most columns hold nothing that is to be escaped, and are only looked at."""
    together = "".join(map("".join, values))
    if LIST_SEPARATOR in together or "\\" in together:
        return _texts([*map(joined, values)])
    return _texts([*map(LIST_SEPARATOR.join, values)])


def cell_reader(annotation: Any) -> Callable[[str], Any]:
    """Return the function that reads cells of a column of this type (a resolved annotation of a row's field).

    The function raises `ValueError` for a cell that holds no such value. Raises `TypeError` for a type that no
    column has.
    """
    if isinstance(annotation, UnionType) and NoneType in get_args(annotation):
        (inner,) = (each for each in get_args(annotation) if each is not NoneType)
        return _optional(cell_reader(inner))
    if annotation == tuple[str, ...]:
        return lambda cell: parted(unguarded(cell))
    readers: dict[Any, Callable[[str], Any]] = {
        str: unguarded,
        int: int,
        float: float,
        bool: _truth,
        Decimal: _decimal,
    }
    if annotation not in readers:
        raise TypeError(f"no cell holds a value of type {annotation}")
    return readers[annotation]


def _optional(reader: Callable[[str], Any]) -> Callable[[str], Any]:
    return lambda cell: reader(cell) if cell else None


def _decimal(cell: str) -> Decimal:
    try:
        value = Decimal(cell)
    except InvalidOperation:
        raise ValueError(f"no decimal number: {cell!r}") from None
    if not value.is_finite():
        raise ValueError(f"no number: {cell!r}")
    return value


def _truth(cell: str) -> bool:
    # Excel rewrites true as TRUE when a person saves the file.
    value = {"true": True, "false": False}.get(cell.lower())
    if value is None:
        raise ValueError(f"neither true nor false: {cell!r}")
    return value
