"""A row of a table that people keep and that cannot be used: reported, and the rest of the table applied."""

from __future__ import annotations

from pathlib import Path

from corpus.records import Issue
from ontology.errors import LexiconError
from ontology.tsv import Row


def unusable(path: Path, row: Row, error: LexiconError) -> Issue:
    """Return the issue for a row that `error` speaks of; its message names file, line, column and value."""
    return Issue(
        source=path.name,
        severity="error",
        code="unusable_row",
        where=f"line {row.line}",
        value="",
        message=str(error).removeprefix(f"{row.file}, line {row.line}, "),
        hint="correct or delete the row; the rest of the file was applied",
    )
