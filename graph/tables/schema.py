"""Which tables a build has and what their columns hold, read off the record types themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, get_args, get_type_hints

import msgspec

from .graph_tables import GraphTables

TABLE_FOLDER = "tables"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column of a table: its name, the type of its values, and whether a row can do without it."""

    name: str
    type: Any
    optional: bool


@cache
def row_types() -> Mapping[str, type[Any]]:
    """Return the record type of every table by the table's name (`letters` → `LetterRow`), in build order."""
    hints = get_type_hints(GraphTables)
    return {table.name: get_args(hints[table.name])[0] for table in fields(GraphTables)}


@cache
def optional_tables() -> frozenset[str]:
    """Return the names of the tables that a build of an older version may lack."""
    return frozenset(table.name for table in fields(GraphTables) if table.default is not MISSING)


def columns(row_type: type[Any]) -> tuple[Column, ...]:
    """Return the columns of a record type, in the order of its fields."""
    hints = get_type_hints(row_type)
    if issubclass(row_type, msgspec.Struct):
        found = [(field.name, not field.required) for field in msgspec.structs.fields(row_type)]
    else:
        found = [(field.name, field.default is not MISSING) for field in fields(row_type)]
    return tuple(Column(name=name, type=hints[name], optional=optional) for name, optional in found)


def values(row: Any) -> dict[str, Any]:
    """Return the values of a row by the names of its columns."""
    names = row.__struct_fields__ if isinstance(row, msgspec.Struct) else row.__dataclass_fields__
    return {name: getattr(row, name) for name in names}
