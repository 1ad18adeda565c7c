"""Stable ids: minted once, recorded in ids.csv, an input of every later build.

A row stands for one key (core, jurisdiction). A thing with several keys (aliases) is known by the id of its leading
key; the other keys' ids, once minted, point to it by `merged_into` and come back when people undo the merge.
"""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from sys import intern

import msgspec

from corpus.kept_text import kept_text, why_unreadable
from corpus.slug import slug

from ..errors import CurationError
from ..storage.spool import Shelf
from .name_keys import NameKey, core

COLUMNS = ("id", "kind", "key", "jurisdiction", "merged_into")


class IdRow(msgspec.Struct, frozen=True, gc=False):
    """One minted id. `key` and `jurisdiction` are the two parts of the `NameKey`. Its fields are `COLUMNS`."""

    id: str
    kind: str
    key: str
    jurisdiction: str
    merged_into: str = ""

    @property
    def name_key(self) -> NameKey:
        """The key that the id was minted for."""
        return NameKey(scope=self.jurisdiction, core=self.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdBook:
    """All ids minted so far, in the order in which they were minted."""

    rows: Sequence[IdRow] = ()

    @property
    def by_key(self) -> dict[NameKey, IdRow]:
        """The rows by key, in their order. It is made anew each time: the book is kept long after linking."""
        return {row.name_key: row for row in self.rows}

    def merged(self) -> dict[str, str]:
        """Return every id that stands for another thing now → the id of that thing."""
        into = {row.id: row.merged_into for row in self.rows if row.merged_into}
        return {one: _end(one, into) for one in into}


class Minted:
    """The ids minted so far, to look keys up in."""

    def __init__(self, book: IdBook) -> None:
        self._rows = book.by_key
        self._places = {key: place for place, key in enumerate(self._rows)}

    def leading(self, keys: Iterable[NameKey], preferred: NameKey) -> NameKey:
        """Return the key whose id a thing with these keys goes by: the first minted, else `preferred`."""
        known = [key for key in keys if key in self._rows]
        alone = [key for key in known if not self._rows[key].merged_into]
        return min(alone or known, key=self._places.__getitem__) if known else preferred


def _end(one: str, into: Mapping[str, str]) -> str:
    seen = {one}
    while one in into and into[one] not in seen:
        one = into[one]
        seen.add(one)
    return one


def load_ids(path: Path | None, shelf: Shelf | None = None) -> IdBook:
    """Return the recorded ids, kept on the shelf; an empty book where there is no file.

    Raises `CurationError` (file, row, value).
    """
    if path is None or not path.exists():
        return IdBook()
    try:
        reader = kept_text(path, COLUMNS, ",").rows()
        if tuple(reader.fieldnames or ())[: len(COLUMNS)] != COLUMNS:
            raise CurationError(
                f"{path}, row 1: 第一行须是 {','.join(COLUMNS)}；请恢复原文件 · "
                f"the first line must be {','.join(COLUMNS)}; found {','.join(reader.fieldnames or ()) or '–'}"
            )
        rows = tuple(IdRow(*(intern(row[column] or "") for column in COLUMNS)) for row in reader)
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise CurationError(why_unreadable(path, error)) from error
    _refuse_unusable(path, rows)
    return IdBook(rows=(shelf or Shelf()).kept(IdRow, _of_this_version(rows).values()))


def _of_this_version(rows: Sequence[IdRow]) -> dict[NameKey, IdRow]:
    """Return the rows by key, the form of each as this version writes it (marks, dashes, width: `core`): ids stay.

    What an older version read otherwise is not read anew: a full form or a place that this version's tables give a
    name makes another key, with another id. An old key that is another row's now keeps its id, which points to
    that row's.
    """
    ids = {row.name_key: row.id for row in rows if row.key == core(row.key)}
    found: dict[NameKey, IdRow] = {}
    for row in rows:
        now = row.name_key._replace(core=core(row.key) or row.key)
        if ids.setdefault(now, row.id) == row.id:
            found[now] = row if row.key == now.core else msgspec.structs.replace(row, key=now.core)
        else:
            found[row.name_key] = msgspec.structs.replace(row, merged_into=row.merged_into or ids[now])
    return found


def _refuse_unusable(path: Path, rows: Iterable[IdRow]) -> None:
    """Raise `CurationError` for what no build writes: an id of another form, one id or one key in two rows."""
    seen: set[NameKey] = set()
    ids: set[str] = set()
    for number, row in enumerate(rows, start=2):
        name = row.id.removeprefix("e/")
        if name == row.id or not name or slug(name) != name:
            raise CurationError(
                f"{path}, row {number}, column id: {row.id!r} 不是 fuwen 的 id（e/…）；请恢复或删去这一行 · "
                "is no id of fuwen (e/…); restore or delete the row"
            )
        if row.id in ids:
            raise CurationError(
                f"{path}, row {number}, column id: {row.id!r} 指两件事；请删去其中一行 · "
                "is the id of two things; delete one of the rows"
            )
        if row.name_key in seen:
            raise CurationError(
                f"{path}, row {number}, column key: {row.key!r} 有两个 id；请删去其中一行 · "
                "has two ids; delete one of the rows"
            )
        ids.add(row.id)
        seen.add(row.name_key)


Group = tuple[str, str, tuple[NameKey, ...]]
"""A thing to be known by one id: kind, name and keys, the first of which leads."""


def mint(book: IdBook, groups: Iterable[Group]) -> Mapping[NameKey, IdRow]:
    """Return the rows of the new book by key, in its order: an id for every group, and merges brought up to date.

    A slug that is taken gets six hex digits of a hash of its key, so that ids do not depend on the order of input.
    """
    rows = book.by_key
    taken = {row.id for row in rows.values()}
    wanted = sorted(groups, key=lambda group: group[2][0])
    slugs = {keys[0]: slug(name) for _, name, keys in wanted if keys[0] not in rows}
    shared = frozenset(text for text, things in Counter(slugs.values()).items() if things > 1)
    for kind, _, keys in wanted:
        lead = keys[0]
        if lead not in rows:
            rows[lead] = IdRow(
                id=_free(lead, slugs.pop(lead), taken, shared),
                kind=kind,
                key=lead.core,
                jurisdiction=lead.scope,
            )
            taken.add(rows[lead].id)
    leads = {  # of those that may have been, or become, another's: nearly all keys are their own
        key: rows[keys[0]].id
        for _, _, keys in wanted
        for key in keys
        if key != keys[0] or rows[key].merged_into
    }
    for key, row in rows.items():
        rows[key] = _merged(key, row, leads)
    return rows


def write_ids(book: IdBook, path: Path) -> None:
    """Write ids.csv: UTF-8, one row per id, in the order of minting."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows([getattr(row, column) for column in COLUMNS] for row in book.rows)


def _free(key: NameKey, text: str, taken: set[str], shared: frozenset[str]) -> str:
    """Return the id for a new key whose name has the slug `text`; a slug that is taken or shared gets a hash."""
    text = text or "x"
    if key.scope.startswith("?"):
        text = f"{text}-{slug(key.scope)}"
    if text in shared or f"e/{text}" in taken:
        text = f"{text}-{hashlib.sha256(f'{key.scope}|{key.core}'.encode()).hexdigest()[:6]}"
    return f"e/{text}"


def _merged(key: NameKey, row: IdRow, leads: Mapping[NameKey, str]) -> IdRow:
    lead = leads.get(key, row.merged_into or row.id)
    merged = lead if lead != row.id else ""
    if merged == row.merged_into:
        return row
    return IdRow(id=row.id, kind=row.kind, key=row.key, jurisdiction=row.jurisdiction, merged_into=merged)
