"""Rows of the tables that people edit: one that cannot be used is reported, the rest are applied."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

from corpus.kept_text import kept_text, why_unreadable
from corpus.records import Issue
from ontology.errors import LexiconError
from ontology.tsv import RefusedLine, Row, csv_rows, tsv_rows

from .errors import CurationError


def kept_rows(path: Path, columns: Sequence[str]) -> tuple[tuple[Row, ...], tuple[Issue, ...]]:
    """Return the rows of a table that should be TSV, and the issues: of how it was saved, of lines that are no row.

    Raises `CurationError` (file, row, column, value) where the file is no such table.
    """
    try:
        kept = kept_text(path, columns, "\t")
        refused: list[RefusedLine] = []
        if not kept.issues:
            rows = tsv_rows(str(path), kept.text, columns, refused)
        else:
            rows = csv_rows(str(path), kept.text, columns, kept.separator, refused)
        return rows, (*kept.issues, *(_unusable(path, line, error) for line, error in refused))
    except LexiconError as error:
        raise CurationError(f"{error}") from error
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CurationError(why_unreadable(path, error)) from error


def unusable(path: Path, row: Row, error: LexiconError) -> Issue:
    """Return the issue for a row that `error` speaks of; its message names file, line, column and value."""
    return _unusable(path, row.line, error)


def _unusable(path: Path, line: int, error: LexiconError) -> Issue:
    column, _, said = str(error).partition(f", line {line}, ")[2].partition(": ")
    return Issue(
        source=path.name,
        severity="error",
        code="unusable_row",
        where=f"line {line}, {column}",
        value="",
        message=said,
        hint="correct or delete the row; the rest of the file was applied",
    )
