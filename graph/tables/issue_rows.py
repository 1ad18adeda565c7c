"""Issues to rows of issues.csv."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.records import Issue

from .graph_tables import IssueRow
from .issue_texts import in_both_languages

_TABLE_PLACE = re.compile(r"(?<=^row )\d+|(?<=^line )\d+")
_WIDEST = 9
"""Digits of the highest number of a row that sorts as a number."""


def issue_rows(issues: Iterable[Issue]) -> list[IssueRow]:
    """Return the rows of issues.csv, by source, code, place, value and message."""
    return sorted(map(issue_row, issues), key=issue_order)


def issue_order(row: IssueRow) -> tuple[str, ...]:
    """Return what the rows of issues.csv are sorted by: of a table's rows the second comes before the tenth."""
    where = _TABLE_PLACE.sub(lambda number: number[0].zfill(_WIDEST), row.where)
    return row.source, row.code, where, row.value, row.message


def issue_row(issue: Issue) -> IssueRow:
    """Return the row of issues.csv: what is said and what to do about it in Chinese and in English."""
    text = in_both_languages(issue)
    return IssueRow(
        source=issue.source,
        letter_id=issue.letter_id,
        severity=issue.severity,
        code=issue.code,
        where=issue.where,
        value=issue.value,
        message=text.message,
        hint=text.hint,
    )
