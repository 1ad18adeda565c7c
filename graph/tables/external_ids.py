"""external_ids.tsv: what people looked up of a thing in other catalogues (Wikidata, ROR, credit codes).

Columns: entity (an id, name or alias as in entities.csv), scheme, value, source. A row without source, of an unknown
scheme or with a value that cannot be one, and a row whose entity is in no letter, becomes an issue and is passed over.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from msgspec import structs

from corpus.records import Issue
from ontology.errors import LexiconError
from ontology.tsv import Row, read_tsv

from ..curated_rows import kept_rows, unusable
from ..storage.spool import Shelf
from .graph_tables import EntityRow, GraphTables
from .issue_rows import issue_order, issue_row

FILE = "external_ids.tsv"
_COLUMNS = ("entity", "scheme", "value", "source")
_USCC = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of a unified social credit code, in the order of their values (GB 32100-2015)."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ExternalId:
    """A number in another catalogue. `iri` is empty for catalogues without IRIs; `source` says who says so."""

    scheme: str
    value: str
    iri: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """A catalogue: what its values look like, and its IRIs with `{value}` in them."""

    pattern: re.Pattern[str]
    iri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExternalIds:
    """Entity id → its ids elsewhere, sorted, and the rows that could not be used."""

    by_entity: Mapping[str, tuple[ExternalId, ...]]
    issues: tuple[Issue, ...] = ()


def read_external_ids(path: Path, entities: Iterable[EntityRow]) -> ExternalIds:
    """Return the ids of a file by entity; a wrong row is among the issues. Raises `CurationError` (no table at all)."""
    known = _lookup(entities)
    found: dict[str, set[ExternalId]] = defaultdict(set)
    rows, told = kept_rows(path, _COLUMNS)
    issues = list(told)
    for row in rows:
        try:
            entity_id = known.get(row.required("entity"))
            external = _external(row)
        except LexiconError as error:
            issues.append(unusable(path, row, error))
            continue
        if entity_id:
            found[entity_id].add(external)
        else:
            issues.append(_unknown(path, row))
    return ExternalIds(
        by_entity={entity_id: tuple(sorted(ids)) for entity_id, ids in found.items()},
        issues=tuple(issues),
    )


def with_external_ids(
    tables: GraphTables, folder: Path | None, shelf: Shelf | None = None
) -> tuple[GraphTables, ExternalIds]:
    """Return the tables with the ids of `folder`/external_ids.tsv in entities.csv and its issues in issues.csv.

    Raises `CurationError`. `shelf` is where the rows of a large build are.
    """
    path = folder / FILE if folder else None
    if path is None or not path.exists():
        return tables, ExternalIds(by_entity={})
    found = read_external_ids(path, tables.entities)
    entities = (
        structs.replace(
            row, external_ids=tuple(f"{one.scheme}:{one.value}" for one in found.by_entity[row.entity_id])
        )
        if row.entity_id in found.by_entity
        else row
        for row in tables.entities
    )
    issues = sorted((*tables.issues, *map(issue_row, found.issues)), key=issue_order)
    shelf = shelf or Shelf()
    return replace(tables, entities=shelf.rows(EntityRow, entities), issues=issues), found


def _lookup(entities: Iterable[EntityRow]) -> dict[str, str]:
    """Return id, name and alias → entity id; a name or alias that two entities share stands for neither.

    What is one's name is nobody's alias. A row thus goes on to mean a thing that a decision renames.
    """
    names: dict[str, set[str]] = defaultdict(set)
    aliases: dict[str, set[str]] = defaultdict(set)
    for row in entities:
        for key in (row.entity_id, row.name):
            names[key].add(row.entity_id)
        for alias in row.aliases:
            aliases[alias].add(row.entity_id)
    return {key: next(iter(ids)) for key, ids in (aliases | names).items() if len(ids) == 1}


def _external(row: Row) -> ExternalId:
    scheme = row.one_of("scheme", tuple(schemes()))
    value = row.required("value")
    known = schemes()[scheme]
    if not known.pattern.fullmatch(value):
        raise row.error("value", f"不是 {scheme} 的编号", f"is no number of {scheme}")
    if scheme == "uscc" and not is_credit_code(value):
        raise row.error("value", "校验码不对（GB 32100-2015）", "has a wrong check character (GB 32100-2015)")
    iri = known.iri.replace("{value}", value)
    return ExternalId(scheme=scheme, value=value, iri=iri, source=row.required("source"))


@cache
def schemes() -> Mapping[str, Scheme]:
    """Return the catalogues by name. Raises `LexiconError` where the shipped list is broken."""
    rows = read_tsv("identifier_schemes.tsv", ("scheme", "pattern", "iri", "label_zh", "label_en", "source"))
    return {
        row["scheme"]: Scheme(pattern=re.compile(row.required("pattern")), iri=row["iri"]) for row in rows
    }


def is_credit_code(value: str) -> bool:
    """Return whether the check character of a unified social credit code is right (GB 32100-2015, mod 31)."""
    total: int = sum(_USCC.index(char) * pow(3, place, 31) for place, char in enumerate(value[:-1]))
    return _USCC.index(value[-1]) == (31 - total % 31) % 31


def _unknown(path: Path, row: Row) -> Issue:
    return Issue(
        source=path.name,
        severity="warning",
        code="unknown_entity",
        where=f"line {row.line}, column entity",
        value=row["entity"],
        message="stands in no letter, or names two things; nothing was done",
        hint="write the entity_id of entities.csv, or delete the row; the rest of the file was applied",
    )
