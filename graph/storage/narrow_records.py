"""Reading some columns of rows that are on disk: the others are passed over, most of all their texts.

Every export runs through the longest tables several times, and mostly to look at two or three columns.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from functools import lru_cache
from operator import attrgetter
from typing import Any, TypeVar, get_type_hints

import msgspec

from .record_bytes import unpacked
from .spool import Spool

Record = TypeVar("Record")

_TYPES_KEPT = 128
_NUMBERS = (int, bool, float, int | None, float | None)
"""Types that are sooner read than passed over: nothing is made of most of them."""


def only(rows: Sequence[Record], *columns: str) -> Iterable[Record]:
    """Return the rows for one reading of these columns; those on disk have, when read so, no others to speak of."""
    return rows.read_as(narrow(rows.record_type, columns)) if isinstance(rows, Spool) else rows


def as_tuples(rows: Iterable[Any], row_type: type[Any]) -> Iterable[tuple[Any, ...]]:
    """Return rows of a table as tuples of all their columns; structs on disk are read as tuples at once."""
    if not issubclass(row_type, msgspec.Struct):
        return map(attrgetter(*(field.name for field in fields(row_type))), rows)
    if not isinstance(rows, Spool):
        return map(msgspec.structs.astuple, rows)
    types = tuple(get_type_hints(row_type).values())
    found = rows.read_as(tuple[types])  # type: ignore[valid-type]  # a type at run time
    return (row if type(row) is tuple else msgspec.structs.astuple(row) for row in found)


def one(rows: Sequence[Record], at: int, *columns: str) -> Record:
    """Return one of the rows, to read these columns of it."""
    return rows.read_one(at, narrow(rows.record_type, columns)) if isinstance(rows, Spool) else rows[at]


def chosen(rows: Sequence[Record], keep: Callable[[Record], bool], *columns: str) -> Iterable[Record]:
    """Return the rows that are to be kept, for one reading; these columns tell which."""
    if isinstance(rows, Spool):
        return rows.chosen(keep, narrow(rows.record_type, columns))
    return filter(keep, rows)


def add_chosen(
    table: list[Record] | Spool[Record],
    rows: Sequence[Record],
    keep: Callable[[Record], bool],
    *columns: str,
) -> None:
    """Add the rows that are to be kept to a table. Raises `ExportError` where the temporary folder is full."""
    if isinstance(rows, Spool) and isinstance(table, Spool):
        table.extend_chosen(rows, keep, narrow(rows.record_type, columns))
    else:
        table.extend(filter(keep, rows))


def text_of(cell: Any) -> str:
    """Return a text that few of the rows are asked for: on disk it was passed over, and is read now."""
    text: str = unpacked(cell, str) if isinstance(cell, msgspec.Raw) else cell
    return text


@lru_cache(_TYPES_KEPT)
def narrow(record_type: Any, columns: tuple[str, ...]) -> Any:
    """Return a type as which the bytes of such records can be read, too: of the fields it has these columns."""
    types = get_type_hints(record_type)
    in_order = issubclass(record_type, msgspec.Struct) and record_type.__struct_config__.array_like
    if in_order:
        names = record_type.__struct_fields__
        last = max(map(names.index, columns))
        read = {*columns, *(name for name in names if types[name] in _NUMBERS)}
        read_as = [(name, types[name] if name in read else msgspec.Raw) for name in names[: last + 1]]
    else:
        read_as = [(name, types[name]) for name in columns]
    return msgspec.defstruct(record_type.__name__, read_as, frozen=True, gc=False, array_like=in_order)
