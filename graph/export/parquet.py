"""tables/*.parquet: every table with its types, for pandas, polars, DuckDB and R. Needs the extra `parquet`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from types import NoneType
from typing import Any, get_args

from ..tables.schema import TABLE_FOLDER, Column, columns, row_types
from .extras import library
from .publication import Publication
from .text_file import writing

DIGITS, PLACES = 38, 6
"""Of decimal numbers, as many as Arrow holds in 128 bits: normalised numbers have six decimals at most."""


def write(publication: Publication, folder: Path) -> tuple[Path, ...]:
    """Write `tables/<table>.parquet` for every table; return the paths, sorted.

    Raises `ExportError`, and `UsageError` where the library is missing.
    """
    pyarrow = library("pyarrow", extra="parquet")
    parquet = library("pyarrow.parquet", extra="parquet")
    paths = []
    for name, row_type in row_types().items():
        path = folder / TABLE_FOLDER / f"{name}.parquet"
        table = _table(pyarrow, columns(row_type), getattr(publication.tables, name))
        with writing(path):
            parquet.write_table(table, path)
        paths.append(path)
    return tuple(sorted(paths))


def _table(pyarrow: Any, fields: Sequence[Column], rows: Sequence[Any]) -> Any:
    schema = pyarrow.schema([(field.name, _type(pyarrow, field.type)) for field in fields])
    values = {field.name: [_value(getattr(row, field.name)) for row in rows] for field in fields}
    return pyarrow.table(values, schema=schema)


def _type(pyarrow: Any, annotation: Any) -> Any:
    """Return the Arrow type of a column's type; None is Arrow's null."""
    if NoneType in get_args(annotation):
        (annotation,) = (each for each in get_args(annotation) if each is not NoneType)
    types = {
        str: pyarrow.string(),
        int: pyarrow.int64(),
        float: pyarrow.float64(),
        bool: pyarrow.bool_(),
        Decimal: pyarrow.decimal128(DIGITS, PLACES),
    }
    return types[annotation] if annotation in types else pyarrow.list_(pyarrow.string())


def _value(value: Any) -> Any:
    """Return the value; a lone surrogate, which UTF-8 cannot hold, as `?`."""
    if isinstance(value, str):
        return value.encode("utf-8", "replace").decode("utf-8")
    return [_value(part) for part in value] if isinstance(value, tuple) else value
