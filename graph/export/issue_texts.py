"""Issues in Chinese: the stages speak English, which issues.csv keeps; the page and the report speak both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.tsv import read_tsv

from ..tables.graph_tables import IssueRow

_FILE = Path(__file__).with_name("issue_texts.tsv")
_CELL = re.compile(r"\{(\w+)\}")
_ROW, _COLUMN = re.compile(r"^(?:row|line) (\d+)"), re.compile(r", column (\w+)$")
_OPTIONAL = re.compile(r"\[([^\]]*\{(\w+)\}[^\]]*)\]")


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueText:
    """What is said of an issue in one language, and what to do about it."""

    message: str
    hint: str


@cache
def texts() -> Mapping[str, IssueText]:
    """Return code → text in Chinese, with {cells} of the row to fill in. Raises `LexiconError` on a bad file."""
    rows = read_tsv(_FILE, ("code", "zh", "hint"))
    return {
        row.required("code"): IssueText(message=row.required("zh"), hint=row.required("hint")) for row in rows
    }


def in_chinese(row: IssueRow) -> IssueText:
    """Return what is said of an issue in Chinese; in its own words where its code has no text (of a plug-in)."""
    text = texts().get(row.code)
    if text is None:
        return IssueText(message=row.message, hint=row.hint)
    cells = {
        "value": " ".join(row.value.split()),
        "where": _place(row.where),
        "message": _halves(row.message)[0],
        "source": row.source,
    }
    return IssueText(message=_filled(text.message, cells), hint=_filled(text.hint, cells))


def in_english(row: IssueRow) -> IssueText:
    """Return what is said of an issue in English: the row's own words, or the English half of them.

    Where the Chinese text names what stood there, and the row's words do not, it is put before them.
    """
    text = texts().get(row.code)
    if text is None:
        return IssueText(message=row.message, hint=row.hint)
    message = _halves(row.message)[1] if "{message}" in text.message else row.message
    named = "{value}" in text.message and row.value not in message
    return IssueText(message=f"{row.value}: {message}" if named else message, hint=row.hint)


def _filled(text: str, cells: Mapping[str, str]) -> str:
    """Cells are put in at once: what a stranger's cell holds in braces or brackets is text and no place for another."""
    kept = _OPTIONAL.sub(lambda found: found[1] if cells[found[2]] else "", text)
    return _CELL.sub(lambda found: cells[found[1]], kept)


def _halves(message: str) -> tuple[str, str]:
    """Return both halves of `中文 · English`; the whole message twice where it is in one language."""
    zh, _, en = message.partition(" · ")
    return zh, en or zh


def _place(where: str) -> str:
    """Return a place in a table, `line 3, column kind`, in Chinese; other places as they are."""
    return _COLUMN.sub(r"，\1 列", _ROW.sub(r"第 \1 行", where))
