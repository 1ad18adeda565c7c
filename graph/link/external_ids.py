"""external_ids.tsv: what an entity is called in registers of others. Checked row by row; nothing is looked up.

Columns: entity (an id of ours, or a name), scheme, value, source, checked_by. Schemes and their sources: gb2260 (GB/T
2260, six digits), uscc (GB 32100-2015, 18 characters with a check character), szse and sse (stock codes, six digits),
wikidata (Q and a number), ror (ror.org: 0, six characters of Crockford's base 32, two digits of ISO 7064 mod 97-10).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from corpus.records import Issue
from ontology.errors import LexiconError
from ontology.tsv import Row, read_tsv

from ..errors import CurationError
from .names import NameKey, core

COLUMNS = ("entity", "scheme", "value", "source", "checked_by")
_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalId:
    """One row that can be used; `line` counts from 1."""

    file: str
    line: int
    entity: str
    scheme: str
    value: str
    source: str
    checked_by: str


def load_external_ids(path: Path) -> tuple[tuple[ExternalId, ...], tuple[Issue, ...]]:
    """Return the rows, and an issue for each that is refused. Raises `CurationError` (no TSV, a column missing)."""
    try:
        rows = read_tsv(path, COLUMNS)
    except LexiconError as error:
        raise CurationError(str(error)) from error
    found: list[ExternalId] = []
    issues: list[Issue] = []
    for row in rows:
        cells = {column: row[column] for column in COLUMNS}
        fault = _fault(row)
        if fault:
            issues.append(_issue(path.name, row.line, *fault))
        else:
            found.append(ExternalId(file=path.name, line=row.line, **cells))
    return tuple(found), tuple(issues)


def external_ids_of(
    rows: Iterable[ExternalId],
    surfaces: Mapping[str, tuple[NameKey, ...]],
    entity_of: Mapping[NameKey, str],
) -> tuple[dict[str, tuple[str, ...]], tuple[Issue, ...]]:
    """Return `scheme:value` by entity id, sorted, and an issue for every row that names no entity or several."""
    found: dict[str, set[str]] = {}
    issues: list[Issue] = []
    known = set(entity_of.values())
    for row in rows:
        named = {entity_of[key] for key in surfaces.get(core(row.entity), ()) if key in entity_of}
        targets = {row.entity} if row.entity in known else named
        if len(targets) == 1:
            found.setdefault(min(targets), set()).add(f"{row.scheme}:{row.value}")
        else:
            message = f"may mean {', '.join(sorted(targets))}" if targets else "stands in no letter"
            issues.append(_issue(row.file, row.line, "entity", row.entity, f"{message}; nothing was done"))
    return {entity: tuple(sorted(values)) for entity, values in sorted(found.items())}, tuple(issues)


def is_uscc(value: str) -> bool:
    """Return whether a unified social credit code is well formed and its check character right (GB 32100-2015)."""
    if not re.fullmatch(f"[{_USCC}]{{18}}", value):
        return False
    total = sum(_USCC.index(mark) * pow(3, place, 31) for place, mark in enumerate(value[:17]))
    return _USCC[-total % 31] == value[17]


def is_ror(value: str) -> bool:
    """Return whether an id of the Research Organization Registry is well formed and its two check digits right."""
    if not re.fullmatch(f"0[{_CROCKFORD}]{{6}}[0-9]{{2}}", value):
        return False
    number = 0
    for mark in value[1:7]:
        number = number * 32 + _CROCKFORD.index(mark)
    return 98 - number * 100 % 97 == int(value[7:])


def _matches(pattern: str) -> Callable[[str], bool]:
    return lambda value: re.fullmatch(pattern, value) is not None


SCHEMES: Mapping[str, Callable[[str], bool]] = {
    "gb2260": _matches("[1-9][0-9]{5}"),
    "uscc": is_uscc,
    "szse": _matches("[0-9]{6}"),
    "sse": _matches("[0-9]{6}"),
    "wikidata": _matches("Q[1-9][0-9]*"),
    "ror": is_ror,
}


def _fault(row: Row) -> tuple[str, str, str] | None:
    """Return (column, value, message) of the first thing wrong with a row, or None."""
    for column in COLUMNS:
        if not row[column]:
            return column, "", "is empty; every identifier needs its source and who checked it"
    check = SCHEMES.get(row["scheme"])
    if check is None:
        return "scheme", row["scheme"], f"is no scheme; use one of {', '.join(SCHEMES)}"
    if not check(row["value"]):
        return "value", row["value"], f"is no {row['scheme']}: its form or its check digit is wrong"
    return None


def _issue(file: str, line: int, column: str, value: str, message: str) -> Issue:
    return Issue(
        source=file,
        severity="warning",
        code="bad_external_id",
        where=f"line {line}, column {column}",
        value=value,
        message=message,
        hint="correct or delete the row; the rest of the file was applied",
    )
