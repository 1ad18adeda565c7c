"""Rows as text: a table aligned for Chinese width, CSV, TSV, JSON (W3C), Markdown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any

from ontology import vocabulary
from ontology.vocabulary import NAMESPACE

from ..errors import UsageError
from ..tables.cells import guarded
from ..terminal import aligned, clipped, harmless, head_lines, markdown_table, screen
from .result import TRUE, Cell, Result

_WIDEST = 60
"""Columns of the screen after which a table cell is cut; all other formats give the whole value."""


def render(result: Result, format: str = "table") -> str:  # noqa: A002  (the name of the option)
    """Return the rows as text: see `renderer`."""
    return renderer(format)(result)


def renderer(format: str) -> Callable[[Result], str]:  # noqa: A002  (the name of the option)
    """Return what makes rows a text that ends in a line break. Raises `UsageError` for an unknown format.

    IRIs are prefixed names, except in json (SPARQL 1.1 Query Results JSON Format, W3C 2013), which has them whole.
    """
    if format not in FORMATS:
        raise UsageError(
            f"--format {format}: 没有这种格式，可用的有 · no such format, known are: {', '.join(FORMATS)}"
        )
    return FORMATS[format]


def _table(result: Result) -> str:
    rows = [[clipped(harmless(_shown(result, cell)), _WIDEST) for cell in row] for row in result.rows]
    heads = head_lines(result.columns)
    columns = [*zip(*heads, *rows, strict=True)]
    numeric = [
        any(column) and all(cell is None or cell.is_number for cell in column)
        for column in (zip(*result.rows, strict=True) if result.rows else [()] * len(columns))
    ]
    count = f"({len(rows)} 行 row{'' if len(rows) == 1 else 's'})"
    return "".join(f"{line}\n" for line in (*aligned(columns, screen(), numeric, heads=len(heads)), count))


def _markdown(result: Result) -> str:
    rows = [[_shown(result, cell) for cell in row] for row in result.rows]
    return "".join(f"{line}\n" for line in markdown_table(result.columns, rows))


def _shown(result: Result, cell: Cell | None) -> str:
    """Return a cell for people: a term of the vocabulary by its labels, other IRIs as prefixed names."""
    if cell is None:
        return ""
    if cell.kind != "uri":
        return cell.value
    if cell.value.startswith(NAMESPACE):
        term = vocabulary.load().terms.get(cell.value.removeprefix(NAMESPACE))
        if term:
            return f"{term.label_zh} {term.label_en}"
    return result.shortened(cell.value)


def _csv(result: Result) -> str:
    return _separated(result, ",")


def _tsv(result: Result) -> str:
    return _separated(result, "\t")


def _separated(result: Result, delimiter: str) -> str:
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(result.columns)
    writer.writerows([_raw(result, cell) for cell in row] for row in result.rows)
    return text.getvalue()


def _raw(result: Result, cell: Cell | None) -> str:
    """Return a cell for machines; numbers as they are, texts so that no spreadsheet takes them for a formula."""
    if cell is None:
        return ""
    if cell.kind == "uri":
        return result.shortened(cell.value)
    return cell.value if cell.is_number else guarded(cell.value)


def _json(result: Result) -> str:
    if result.form == "ASK":
        return json.dumps({"head": {}, "boolean": result.rows[0][0] == TRUE}) + "\n"
    bindings = [
        {name: _binding(cell) for name, cell in zip(result.columns, row, strict=True) if cell}
        for row in result.rows
    ]
    answer: Mapping[str, Any] = {"head": {"vars": list(result.columns)}, "results": {"bindings": bindings}}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _binding(cell: Cell) -> dict[str, str]:
    binding = {"type": cell.kind, "value": cell.value}
    if cell.language:
        binding["xml:lang"] = cell.language
    if cell.datatype:
        binding["datatype"] = cell.datatype
    return binding


FORMATS: Mapping[str, Callable[[Result], str]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "md": _markdown,
}
