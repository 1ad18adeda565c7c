"""Rows printed as an aligned table, CSV or Markdown: what promises, figures and compare share."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterable, Sequence

from ..tables.cells import guarded
from ..terminal import csv_mark, markdown_table, table
from .arguments import add_build

FORMATS = ("table", "csv", "md")
WIDEST = 46
"""Columns of the screen that one cell of a table may take; csv and md give everything."""


def add_options(command: argparse.ArgumentParser) -> None:
    """Add --in and --format to a command that prints rows."""
    add_build(command)
    command.add_argument(
        "--format",
        choices=FORMATS,
        default="table",
        help="csv、md 带引注（GB/T 7714） · csv and md carry citations (GB/T 7714)",
    )


def print_rows(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    form: str,
    hidden: Sequence[str] = (),
    *,
    widest: int = WIDEST,
) -> None:
    """Print rows; the table form leaves out `hidden` and empty columns, which csv and md give in full.

    Columns have their names in both languages where people read them; csv has the names alone.
    """
    from ..answers.labels import word

    every = [list(row) for row in rows]
    if form == "csv":
        sys.stdout.write(csv_mark() + _csv(columns, every))
        return
    if form == "md":
        print("\n".join(markdown_table([*map(word, columns)], every)))
        return
    filled = [not every or any(row[place].strip() for row in every) for place in range(len(columns))]
    shown = [place for place, name in enumerate(columns) if filled[place] and name not in hidden]
    cells = [[row[place] for place in shown] for row in every]
    heads = [word(columns[place]) for place in shown]
    print("\n".join(table(heads, cells, widest=widest)))


def _csv(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return file.getvalue()
