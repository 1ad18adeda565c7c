"""What people decided: decisions.csv beside the letters, read by every build, never changed by one.

Columns: verdict, kind, name, jurisdiction, other_kind, other_name, other_jurisdiction, value, by, date, why.
same, different, part_of, successor and unsure take two names; rename (value: the new name), retype (value: a
kind), hide and split (value: a letter_id whose mention is another thing) take one. The value of a successor is the
day of the change (2019-01-10, 2019-01 or 2019), empty where it is not known. A jurisdiction is a canonical place
(深圳市福田区) or its end (福田区), or `?` and a letter_id for a name of an unknown place. Of proposers (kind person)
only same, different and unsure are said (persons.py).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from corpus.facts import is_date
from corpus.kept_text import kept_text, why_unreadable
from corpus.records import Issue

from ..errors import CurationError
from ..records import KINDS
from .name_keys import NameKey, core

COLUMNS = (
    "verdict",
    "kind",
    "name",
    "jurisdiction",
    "other_kind",
    "other_name",
    "other_jurisdiction",
    "value",
    "by",
    "date",
    "why",
)
_PAIRS = frozenset({"same", "different", "part_of", "successor", "unsure"})
PERSON = "person"
"""The kind of proposers (link.persons): a row may only say who of them is who."""
_OF_PEOPLE = frozenset({"same", "different", "unsure"})
_SINGLES = frozenset({"rename", "retype", "hide", "split"})
_VALUED = frozenset({"rename", "retype", "split", "successor"})
_FILLED_IN = ("verdict", "value", "by", "date", "why")
"""What people write into a row of a review file; the other columns are there already."""

_PRINTED_DAY = re.compile(r"([0-9]{4})[-/年]([0-9]{1,2})(?:[-/月]([0-9]{1,2})日?|月)?")
"""A month or day as people write it, and as spreadsheets rewrite it (2019/1/10)."""

_WORDS = frozenset({"verdict", "kind", "other_kind"})
"""Columns that hold words of this program: people and spreadsheets write them with a capital."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One row of decisions.csv; `row` counts from 2, the line after the header."""

    file: str
    row: int
    verdict: str
    kind: str
    name: str
    jurisdiction: str
    other_kind: str
    other_name: str
    other_jurisdiction: str
    value: str
    by: str
    date: str
    why: str


def load_decisions(paths: Iterable[Path]) -> tuple[tuple[Decision, ...], tuple[Issue, ...]]:
    """Return all decisions in file order, and an issue for every row that cannot be used.

    A row of a review file in which nobody filled in anything is no decision and no fault; one that lacks its verdict
    alone is told and passed over. Further columns are ignored.
    Raises `CurationError` where a file has not the columns or cannot be decoded (corpus.kept_text).
    """
    decisions: list[Decision] = []
    issues: list[Issue] = []
    for path in paths:
        for number, cells in _rows(path, issues):
            decision = _decision(path.name, number, cells)
            if not decision.verdict:
                issues.append(_undecided(decision))
            elif fault := _fault(decision):
                issues.append(problem(decision, "bad_decision", *fault))
            else:
                ignored = _ignored_value(decision)
                decisions.append(replace(decision, value="") if ignored else decision)
                issues += ignored
    return tuple(decisions), tuple(issues)


def _decision(file: str, row: int, cells: Mapping[str, str]) -> Decision:
    value = cells["value"]
    if cells["verdict"] == "successor" and (printed := _PRINTED_DAY.fullmatch(value)):
        value = "-".join(part.zfill(2) for part in printed.groups() if part)
    return Decision(file=file, row=row, **{**{column: cells[column] for column in COLUMNS}, "value": value})


_HINT = "correct or delete the row; the rest of the file was applied"
UNKNOWN_NAME = "list the name in gazetteer.tsv if a letter has it, else correct or delete the row"
"""What to do about a name that no recogniser found in any letter."""


def problem(decision: Decision, code: str, column: str, value: str, message: str, hint: str = _HINT) -> Issue:
    """Return the issue row for a decision: file, row and column, what stood there, what to do."""
    return Issue(
        source=decision.file,
        severity="warning",
        code=code,
        where=f"row {decision.row}, column {column}",
        value=value,
        message=message,
        hint=hint,
    )


def _undecided(decision: Decision) -> Issue:
    """Return the issue for a row that somebody began to fill in: nothing was decided, so nothing was lost."""
    filled = ", ".join(column for column in _FILLED_IN if getattr(decision, column))
    names = " / ".join(filter(None, (decision.name, decision.other_name)))
    text = f"verdict is not filled in, {filled} is; the row was passed over"
    hint = "fill in the verdict when it is decided, or empty the row's other cells"
    return problem(decision, "undecided_row", "verdict", names, text, hint)


def _ignored_value(decision: Decision) -> tuple[Issue, ...]:
    """Return an issue where a verdict has a value that means nothing to it; the row is applied."""
    if not decision.value or decision.verdict in _VALUED:
        return ()
    text = f"{decision.verdict} takes no value; the row was applied without it"
    hint = f"empty the cell; a value is for {', '.join(sorted(_VALUED))}"
    return (problem(decision, "ignored_value", "value", decision.value, text, hint),)


def match(keys: Mapping[str, tuple[NameKey, ...]], name: str, jurisdiction: str) -> tuple[NameKey, ...]:
    """Return the keys that a decision's name means: by any surface form, narrowed by jurisdiction where given."""
    found = keys.get(core(name), ())
    if not jurisdiction:
        return found
    return tuple(key for key in found if key.scope in {jurisdiction, ""} or key.scope.endswith(jurisdiction))


def _rows(path: Path, issues: list[Issue]) -> list[tuple[int, dict[str, str]]]:
    try:
        kept = kept_text(path, COLUMNS, ",")
        issues += kept.issues
        reader = kept.rows()
        if reader.fieldnames is None:
            return []  # an empty file holds no decisions
        missing = [column for column in COLUMNS if column not in reader.fieldnames]
        if missing:
            raise CurationError(
                f"{path}, row 1: 缺 {missing[0]} 一列，所需各列为 · "
                f"column {missing[0]} is missing, needed are: {','.join(COLUMNS)}"
            )
        return [
            (number, {column: _cell(column, row[column] or "") for column in COLUMNS})
            for number, row in enumerate(reader, start=2)
            if any((row[column] or "").strip() for column in _FILLED_IN)
        ]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CurationError(why_unreadable(path, error)) from error


def _cell(column: str, cell: str) -> str:
    """Return a cell without the mark that keeps spreadsheets from running it; words of ours in lower case."""
    text = cell.strip().removeprefix("'")
    return text.lower() if column in _WORDS else text


_KNOWN = ", ".join(sorted(_PAIRS | _SINGLES))
_NO_VERDICT = f"不是裁定，须用 {_KNOWN} 之一 · is no verdict; use one of {_KNOWN}"
_NO_KIND = f"不是类别，须用 {', '.join(KINDS)} 之一 · is no kind; use one of {', '.join(KINDS)}"
_NOT_OF_PEOPLE = (
    f"只能与另一个 person 用于 {', '.join(sorted(_OF_PEOPLE))} · "
    f"takes {', '.join(sorted(_OF_PEOPLE))} and another person"
)
_NO_DAY = (
    "不是日期，须写成 2019-01-10、2019-01、2019，或不填 · "
    "is no day; write 2019-01-10, 2019-01 or 2019, or nothing"
)


def _fault(decision: Decision) -> tuple[str, str, str] | None:
    """Return (column, value, message) of the first thing wrong with a row, or None."""
    verdict, value = decision.verdict, decision.value
    kinds = {decision.kind, decision.other_kind}
    of_person = "kind" if decision.kind == PERSON else "other_kind"
    checks = (
        (verdict not in _PAIRS | _SINGLES, "verdict", _NO_VERDICT),
        (decision.kind not in {"", PERSON, *KINDS}, "kind", _NO_KIND),
        (decision.other_kind not in {"", PERSON, *KINDS}, "other_kind", _NO_KIND),
        (
            PERSON in kinds and (verdict not in _OF_PEOPLE or not kinds <= {PERSON, ""}),
            of_person,
            _NOT_OF_PEOPLE,
        ),
        (not decision.name, "name", "须写名称 · must name an entity"),
        (
            verdict in _PAIRS and not decision.other_name,
            "other_name",
            f"{verdict} 须写两个名称 · {verdict} needs two names",
        ),
        (
            verdict in _VALUED - {"successor"} and not value,
            "value",
            f"{verdict} 须填值 · {verdict} needs a value",
        ),
        (verdict == "retype" and value not in KINDS, "value", _NO_KIND),
        (verdict == "successor" and bool(value) and not is_date(value), "value", _NO_DAY),
        (not decision.by, "by", "须写明谁定的 · a decision needs its author"),
        (not decision.why, "why", "须写明理由 · a decision needs its reason"),
    )
    return next(((column, getattr(decision, column), said) for wrong, column, said in checks if wrong), None)
