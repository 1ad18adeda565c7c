"""facts.csv: what a curator knows of a letter that the letter does not print. Shown as inferred, with who said so."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from .errors import FactsError
from .kept_text import kept_text, why_unreadable
from .records import Fact, Header, Issue, Places

COLUMNS = ("source", "field", "value", "evidence", "by")
_SINGLE = (
    "title",
    "session",
    "department",
    "contact_unit",
    "reply_date",
    "document_number",
    "classification",
    "priority",
    "source_url",
    "role",
)
_SEVERAL = ("proposal_numbers", "proposal_titles", "addressees", "proposers", "supervisors")
_ALIAS = {
    "proposal_number": "proposal_numbers",
    "proposal_title": "proposal_titles",
    "date": "reply_date",
    "proposer": "proposers",
    "addressee": "addressees",
    "supervisor": "supervisors",
}
_PLAIN = ("body", "jurisdiction", "term", "meeting", "session_year")
_WITHOUT_CONTACTS = ("contact_unit", "source_url")
FIELDS = tuple(sorted((*_SINGLE, *_SEVERAL, *_ALIAS, *_PLAIN)))


@dataclass(frozen=True, slots=True, kw_only=True)
class FactBook:
    """Curated facts by source (path relative to the inputs' common parent, or its last parts)."""

    rows: Mapping[str, tuple[tuple[str, Fact], ...]] = field(default_factory=lambda: MappingProxyType({}))
    issues: tuple[Issue, ...] = ()

    def of(self, source: str) -> tuple[tuple[str, Fact], ...]:
        """Return field and fact of every row for a source."""
        return tuple(
            row
            for key, rows in self.rows.items()
            if source == key or source.endswith(f"/{key}")
            for row in rows
        )

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Return what pickle needs: a mapping proxy cannot be sent to another process."""
        return _factbook, (dict(self.rows), self.issues)


def _factbook(rows: dict[str, tuple[tuple[str, Fact], ...]], issues: tuple[Issue, ...]) -> FactBook:
    return FactBook(rows=MappingProxyType(rows), issues=issues)


NO_FACTS = FactBook()


def read_facts(path: Path, *, places: Places | None = None) -> FactBook:
    """Return the facts of a facts.csv (columns source, field, value, evidence, by; see corpus.kept_text).

    With `places`, a jurisdiction is completed to its canonical name (苏州 → 苏州市), an unknown one is an issue.
    Rows that cannot be applied become issues with file and row. Raises FactsError where the file cannot be read
    or lacks a column.
    """
    try:
        kept = kept_text(path, COLUMNS, ",")
    except (OSError, UnicodeDecodeError) as error:
        raise FactsError(why_unreadable(path, error)) from error
    reader = kept.rows()
    if reader.fieldnames is None:
        return NO_FACTS  # an empty file holds no facts
    missing = [column for column in COLUMNS if column not in reader.fieldnames]
    if missing:
        raise FactsError(
            f"{path}, row 1: 缺 {missing[0]} 一列，所需各列为 · "
            f"column {missing[0]} is missing, needed are: {','.join(COLUMNS)}"
        )
    rows: dict[str, list[tuple[str, Fact]]] = {}
    issues = list(kept.issues)
    for number, row in enumerate(reader, start=2):
        if not _is_filled_in(row):
            continue  # a row of `fuwen review` that nobody has answered yet
        if not (row["value"] or "").strip():
            issues.append(_undecided(path.name, number, row))
        elif problem := _problem(row, places) or _add(rows, row, places):
            issues.append(_issue(path.name, number, row, problem))
    return FactBook(
        rows=MappingProxyType({key: tuple(value) for key, value in sorted(rows.items())}),
        issues=tuple(issues),
    )


def _add(rows: dict[str, list[tuple[str, Fact]]], row: Mapping[str, str], places: Places | None) -> str:
    """Add the fact of a row to those of its source; return why it cannot be applied beside them, empty as a rule."""
    field_name = row["field"].strip()
    name = _ALIAS.get(field_name, field_name)
    fact = Fact(value=_value(row, places), basis="fact", by=row["by"].strip())
    told = rows.setdefault(row["source"].strip().replace("\\", "/"), [])
    if _contradicts(told, name, fact):
        return f"与前面一行的 {field_name} 不同 · an earlier row says another {field_name}"
    told.append((name, fact))
    return ""


def _is_filled_in(row: Mapping[str, str | None]) -> bool:
    return any((row.get(column) or "").strip() for column in ("value", "by"))


def _undecided(file: str, number: int, row: Mapping[str, str | None]) -> Issue:
    """Return the issue for a row that somebody signed and did not answer: it states nothing, so nothing was lost."""
    return Issue(
        source=file,
        severity="warning",
        code="undecided_fact",
        where=f"row {number}, column value",
        value=(row.get("field") or "").strip(),
        message="value is not filled in, by is; the row was passed over",
        hint="fill in the value when it is known, or delete the row",
    )


def _value(row: Mapping[str, str], places: Places | None) -> str:
    """Return the value of a row, a jurisdiction with its canonical name."""
    value = row["value"].strip()
    known = places.resolve(value) if places and row["field"].strip() == "jurisdiction" else None
    return known or value


def _problem(row: Mapping[str, str | None], places: Places | None) -> str:
    for column in ("source", "field", "by"):
        if not (row.get(column) or "").strip():
            return f"{column} 一列空着 · column {column} is empty"
    name = (row["field"] or "").strip()
    if name not in FIELDS:
        return f"没有字段 {name!r} · field {name!r} is unknown"
    value = (row["value"] or "").strip()
    wanted = _wanted(_ALIAS.get(name, name), value, places)
    if not wanted:
        return ""
    zh, en = wanted
    if name in _WITHOUT_CONTACTS:
        return f"{name} 的值{zh} · {name} has a value {en}"  # the value may hold contact data
    return f"{name} 的值 {value!r} {zh} · {name} is {value!r}, {en}"


def _wanted(name: str, value: str, places: Places | None) -> tuple[str, str] | None:
    """Return what is wrong with the value of a field, in both languages, None where it can be applied."""
    if name == "body" and value not in ("cppcc", "npc"):
        return "不是 cppcc 或 npc", "not cppcc or npc"
    if name == "reply_date" and not is_date(value):
        return "不是 2024-09-12、2024-09、2024 这样的日期", "not a date as 2024-09-12, 2024-09 or 2024"
    if name in _WITHOUT_CONTACTS:
        from .fact_values import held  # noqa: PLC0415 - the reader's expressions, which few tables need

        return held(name, value)
    if name in ("term", "meeting", "session_year") and not value.isdigit():
        return "不是数", "not a number"
    if name == "jurisdiction" and places and places.resolve(value) is None:
        full = "深圳市福田区"
        return (
            f"不是地名，或可指几处；请写全，如{full}",
            f"which is no place or several; write it in full, as {full}",
        )
    return None


def is_date(value: str) -> bool:
    """Return whether a value is a date of the calendar, to the day, month or year (ISO 8601)."""
    if not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value):
        return False
    try:
        date.fromisoformat(f"{value}-01-01"[:10])
    except ValueError:
        return False
    return True


def _contradicts(rows: Sequence[tuple[str, Fact]], name: str, fact: Fact) -> bool:
    """Return whether an earlier row gives the same letter another value of a field that has only one."""
    alone = name not in _SEVERAL
    return alone and any(one == name and earlier.value != fact.value for one, earlier in rows)


def _issue(file: str, number: int, row: Mapping[str, str | None], problem: str) -> Issue:
    return Issue(
        source=file,
        severity="error",
        code="fact_not_applied",
        where=f"row {number}",
        value=(row.get("field") or "").strip(),
        message=problem,
        hint=f"fields are {', '.join(FIELDS)}; source, field, value and by must be filled",
    )


def apply_facts(header: Header, facts: Sequence[tuple[str, Fact]]) -> Header:
    """Return the header with curated facts in place of what was read; several rows of one list field add up."""
    if not facts:
        return header
    changes: dict[str, object] = {}
    for name, fact in facts:
        if name in _SINGLE or name == "body":
            changes[name] = fact
        elif name in _SEVERAL:
            earlier = changes.get(name, ())
            changes[name] = (*earlier, fact) if isinstance(earlier, tuple) else (fact,)
        elif name == "jurisdiction":
            changes["jurisdiction"] = fact.value
        elif name in _PLAIN:
            changes[name] = int(fact.value)
    return replace(header, **changes)  # type: ignore[arg-type]  # fields and types are those of the tables above
