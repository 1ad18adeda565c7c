"""Issues in both languages: the stages speak English, and the texts in Chinese stand in a table by their codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from corpus.records import Issue
from ontology.tsv import read_tsv

from ..both_languages import both, chinese, english
from .graph_tables import IssueRow

_FILE = Path(__file__).with_name("issue_texts.tsv")
_CELL = re.compile(r"\{(\w+)\}")
_ROW, _COLUMN = re.compile(r"^(?:row|line) (\d+)"), re.compile(r", column (\w+)$")
_OPTIONAL = re.compile(r"\[([^\]]*\{(\w+)\}[^\]]*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueText:
    """What is said of an issue, and what to do about it."""

    message: str
    hint: str


@cache
def texts() -> Mapping[str, IssueText]:
    """Return code → text in Chinese, with {cells} of the row to fill in. Raises `LexiconError` on a bad file."""
    rows = read_tsv(_FILE, ("code", "zh", "hint"))
    return {
        row.required("code"): IssueText(message=row.required("zh"), hint=row.required("hint")) for row in rows
    }


def in_both_languages(issue: Issue) -> IssueText:
    """Return what is said of an issue, `中文 · English`; in its own words where its code has no text (of a plug-in)."""
    text = texts().get(issue.code)
    if text is None:
        return IssueText(message=issue.message, hint=issue.hint)
    cells = {
        "value": " ".join(issue.value.split()),
        "where": _place(issue.where),
        "message": chinese(issue.message),
        "source": issue.source,
    }
    return IssueText(
        message=both(_filled(text.message, cells), _in_english(issue, text)),
        hint=both(_filled(text.hint, cells), issue.hint),
    )


def in_chinese(row: IssueRow) -> IssueText:
    """Return what a row says in Chinese; all that it says where it is in one language."""
    return IssueText(message=chinese(row.message), hint=chinese(row.hint))


def in_english(row: IssueRow) -> IssueText:
    """Return what a row says in English; all that it says where it is in one language."""
    return IssueText(message=english(row.message), hint=english(row.hint))


def _in_english(issue: Issue, text: IssueText) -> str:
    """Return the issue's own words, or the English half of them.

    Where the Chinese text names what stood there, and the issue's words do not, it is put before them.
    """
    message = english(issue.message) if "{message}" in text.message else issue.message
    named = "{value}" in text.message and issue.value not in message
    return f"{issue.value}: {message}" if named else message


def _filled(text: str, cells: Mapping[str, str]) -> str:
    """Cells are put in at once: what a stranger's cell holds in braces or brackets is text and no place for another."""
    kept = _OPTIONAL.sub(lambda found: found[1] if cells[found[2]] else "", text)
    return _CELL.sub(lambda found: cells[found[1]], kept)


def _place(where: str) -> str:
    """Return a place in a table, `line 3, column kind`, in Chinese; other places as they are."""
    return _COLUMN.sub(r"，\1 列", _ROW.sub(r"第 \1 行", where))
