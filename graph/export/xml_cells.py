"""Cells of graph files as XML elements."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .columns import Column
from .xml_text import attribute

Listed = Callable[[tuple[str, ...]], str]


def cell_writer(column: Column, before: str, after: str, listed: Listed) -> Callable[[Any], str]:
    """Return what writes a cell of the column: an element, or nothing where the value is unknown.

    `before` and `after` stand around the value, `before` with the column's id in place of `*`; `listed` makes text
    of a list.
    """
    before = before.replace("*", column.identifier)
    if column.type == "integer":
        return lambda value: "" if value is None else f"{before}{value}{after}"
    shown = _text_maker(column, listed)
    return lambda value: "" if value is None else f"{before}{shown(value)}{after}"


def _text_maker(column: Column, listed: Listed) -> Callable[[Any], str]:
    """Return what makes text of the known values of this column."""
    if column.type == "double":
        return "{:.6g}".format
    if column.type == "boolean":
        return {True: "true", False: "false"}.__getitem__
    return listed if column.type == "liststring" else attribute
