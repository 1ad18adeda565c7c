"""tables/datapackage.json: every table with its columns and their types, as a Frictionless Data Package.

Types are those of the records, descriptions stand in column_texts.tsv in Chinese and English, titles are those of the
page and of the graph files. Without it a reader guesses types, and a proposal number 087 becomes 87.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import NoneType
from typing import Any, get_args, get_origin

from ontology.tsv import read_tsv

from ..both_languages import both, chinese, english
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
_LIST = both(
    f"；可有几个值，以 {LIST_SEPARATOR} 相隔，值中的 {LIST_SEPARATOR} 前加反斜线",
    f"; several values, joined by {LIST_SEPARATOR}; a {LIST_SEPARATOR} within one has a backslash before it",
)
"""What is said of a column besides, where a cell holds several values."""
_TEXTS = Path(__file__).with_name("column_texts.tsv")
_EVERY_TABLE = _WHOLE = "*"
"""All tables, and a table as a whole, in column_texts.tsv."""
_TABLE_OF = {
    "letter_id": "letters",
    "section_id": "sections",
    "sentence_id": "sentences",
    "entity_id": "entities",
    "edge_id": "edges",
    "figure_id": "figures",
}
"""Columns by which a row of one table points to a row of another, which is known by a column of the same name."""
_ENDS = {"source": "entities", "target": "entities"}
_KEY_OF = dict.fromkeys(_ENDS, "entity_id")
_SEVERAL_LETTERS = "issues"
"""Table whose letter_id may be several."""
_KEYS = {"letters": ["source"], "issues": [], "passages": ["passage_id", "letter_id", "start"]}
"""What tells rows apart where it is not the table's own id."""


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
        "description": column_texts()[_EVERY_TABLE, _WHOLE],
        "resources": [_resource(name, row_type) for name, row_type in row_types().items()],
    }


def _resource(table: str, row_type: type[Any]) -> dict[str, Any]:
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": column_texts()[table, _WHOLE],
        "schema": _schema(table, columns(row_type)),
    }


def _schema(table: str, of_table: Sequence[Column]) -> dict[str, Any]:
    """Return columns and keys; a key that several cells of one column hold (letter_ids) is none of the format's."""
    names = [column.name for column in of_table]
    own = _KEYS.get(table, [name for name in names if name == f"{_singular(table)}_id"])
    pointing = (
        {name: _TABLE_OF[name] for name in names if name in _TABLE_OF} if table != _SEVERAL_LETTERS else {}
    )
    pointing |= _ENDS if table == "edges" else {}
    foreign = [
        {"fields": [name], "reference": {"resource": other, "fields": [_KEY_OF.get(name, name)]}}
        for name, other in pointing.items()
        if other != table
    ]
    schema = {
        "fields": [_field(table, column) for column in of_table],
        "primaryKey": own,
        "foreignKeys": foreign,
    }
    return {key: value for key, value in schema.items() if value}


def _singular(table: str) -> str:
    return {"entities": "entity"}.get(table, table.removesuffix("s"))


def _field(table: str, column: Column) -> dict[str, str]:
    """Return what is known of a column."""
    (kind, *_) = (each for each in get_args(column.type) or (column.type,) if each is not NoneType)
    said = column_text(table, column.name)
    if get_origin(column.type) is tuple:
        said = both(chinese(said) + chinese(_LIST), english(said) + english(_LIST))
    field = {
        "name": column.name,
        "type": _TYPES[kind],
        "title": _titles().get((table, column.name), ""),
        "description": said,
    }
    return {key: value for key, value in field.items() if value}


def column_text(table: str, column: str) -> str:
    """Return what a column of a table holds, `中文 · English`. Raises `KeyError` where nothing is said of it."""
    return column_texts().get((table, column)) or column_texts()[_EVERY_TABLE, column]


@cache
def column_texts() -> Mapping[tuple[str, str], str]:
    """Return what columns hold, by table (or `*`) and column, and tables (column `*`). Raises `LexiconError`."""
    rows = read_tsv(_TEXTS, ("table", "column", "zh", "en"))
    return {
        (row.required("table"), row.required("column")): both(row.required("zh"), row.required("en"))
        for row in rows
    }


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
