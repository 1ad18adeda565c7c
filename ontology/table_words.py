"""Words of the heads of tables: what a column is of, and what such words say beside it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

from .tsv import words_by_role

TableRole = Literal[
    "task",
    "thing",
    "responsible",
    "body",
    "assisting",
    "due",
    "ready",
    "result",
    "done",
    "serial",
    "remark",
    "unit",
    "unlike",
    "year",
    "planned",
    "not_planned",
    "plain",
    "total",
    "title",
    "title_end",
    "title_lead",
]


@cache
def table_words() -> Mapping[TableRole, tuple[str, ...]]:
    """Return the words of each role, longest first. Raises `LexiconError` where the file is broken."""
    return words_by_role("table_words.tsv", get_args(TableRole))
