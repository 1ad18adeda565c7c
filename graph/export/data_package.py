"""tables/datapackage.json: every table with its columns and their types, as a Frictionless Data Package.

Made from the record types alone: descriptions are their docstrings, titles those of the page and of the graph files.
Without it a reader guesses types, and a proposal number 087 becomes 87.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin

from ..tables.cells import LIST_SEPARATOR
from ..tables.schema import TABLE_FOLDER, Column, columns, row_types
from .columns import EDGE_COLUMNS, NODE_COLUMNS
from .html.claims import CLAIM_TABLES
from .html.terms import strings
from .text_file import write_parts

FILE = "datapackage.json"
_TYPES: Mapping[Any, str] = {
    str: "string",
    int: "integer",
    float: "number",
    Decimal: "number",
    bool: "boolean",
}
_LIST = (
    f"Several values, joined by {LIST_SEPARATOR}; a {LIST_SEPARATOR} within one has a backslash before it."
)
_SENTENCE_END = re.compile(r"(?<=[.;]) ")


def write(folder: Path, *, version: str) -> Path:
    """Write `tables/datapackage.json` for the tables of this version and return its path. Raises `ExportError`."""
    text = json.dumps(package(version), ensure_ascii=False, indent=1)
    return write_parts(folder / TABLE_FOLDER / FILE, [text, "\n"])


def package(version: str) -> dict[str, Any]:
    """Return the description of all tables; `version` is that of the program."""
    return {
        "profile": "tabular-data-package",
        "name": "fuwen-tables",
        "title": "复文数据表 Tables of fuwen",
        "version": version,
        "description": "Cells that a spreadsheet would run as a formula begin with an apostrophe.",
        "resources": [_resource(name, row_type) for name, row_type in row_types().items()],
    }


def _resource(table: str, row_type: type[Any]) -> dict[str, Any]:
    about = " ".join(inspect.cleandoc(row_type.__doc__ or "").split())
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": about,
        "schema": {"fields": [_field(table, column, about) for column in columns(row_type)]},
    }


def _field(table: str, column: Column, about: str) -> dict[str, str]:
    """Return what is known of a column; its description is made of the sentences on its table that name it."""
    (kind, *_) = (each for each in get_args(column.type) or (column.type,) if each is not NoneType)
    said = [part for part in _SENTENCE_END.split(about) if f"`{column.name}`" in part]
    if get_origin(column.type) is tuple:
        said.append(_LIST)
    field = {
        "name": column.name,
        "type": _TYPES[kind],
        "title": _titles().get((table, column.name), ""),
        "description": " ".join(said),
    }
    return {key: value for key, value in field.items() if value}


@cache
def _titles() -> Mapping[tuple[str, str], str]:
    """Return the titles of columns, Chinese and English, by table and column."""
    graph = {"entities": NODE_COLUMNS, "edges": EDGE_COLUMNS}
    found = {(table, each.identifier): each.title for table, listed in graph.items() for each in listed}
    for key, title in strings().items():
        if key.startswith("field."):
            name = key.removeprefix("field.")
            found |= {(table, name): f"{title['zh']} {title['en']}" for table in (*CLAIM_TABLES, "issues")}
    return found
