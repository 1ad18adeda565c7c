"""The annotation: a folder of JSON-lines files as in tests/gold. Any file may be missing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..errors import GoldError
from ..records import KINDS

NEUTRAL = "neutral"
TEXT_FOLDERS = (".", "letters", "texts")
"""Where the annotated texts may stand, relative to the folder: `<doc>.txt`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldMention:
    """An annotated name. `start` and `end` are offsets into the annotated text, half-open."""

    doc: str
    start: int
    end: int
    text: str
    kind: str
    entity_ids: tuple[str, ...] = ()
    anaphor: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntity:
    """An annotated thing with all its names, the preferred one first."""

    entity_id: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One annotated set. `texts` holds the annotated text of a letter where it was found and fits its rows.

    A part that the folder lacks is None: nothing is measured then.
    """

    docs: tuple[str, ...]
    texts: Mapping[str, str] = field(repr=False)
    mentions: tuple[GoldMention, ...] | None = field(repr=False)
    neutral: tuple[GoldMention, ...] = field(repr=False)
    entities: Mapping[str, GoldEntity] | None = field(repr=False)
    headers: Mapping[str, Mapping[str, Any]] | None = field(repr=False)
    response: tuple[Mapping[str, Any], ...] | None = field(repr=False)


def read_gold(folder: Path) -> Gold:
    """Return the annotation in `folder`. Raises `GoldError` naming file, line and what is wrong."""
    if not folder.is_dir():
        raise GoldError(
            f"{folder}: 没有这个文件夹；请写标注所在的文件夹 · no such folder; name the one with the annotation"
        )
    marked = _mentions(folder / "mentions.jsonl")
    mentions = None if marked is None else tuple(row for row in marked if row.kind != NEUTRAL)
    headers = _rows(folder / "headers.jsonl", ("doc",))
    response = _rows(folder / "response_relations.jsonl", ("doc", "predicate", "object"))
    if mentions is None and headers is None and response is None:
        raise GoldError(
            f"{folder}: 没有标注；至少要有下列文件之一 · holds no annotation; needed is at least one of "
            "mentions.jsonl, headers.jsonl, response_relations.jsonl"
        )
    neutral = (
        *(row for row in marked or () if row.kind == NEUTRAL),
        *_neutral(folder / "skipped.jsonl"),
        *_neutral(folder / "neutral.jsonl"),
    )
    docs = {row.doc for row in mentions or ()} | {row["doc"] for row in (*(headers or ()), *(response or ()))}
    spans = (*(mentions or ()), *neutral)
    return Gold(
        docs=tuple(sorted(docs)),
        texts={doc: text for doc in sorted(docs) if (text := _text(folder, doc, spans)) is not None},
        mentions=mentions,
        neutral=neutral,
        entities=_entities(folder / "entities.jsonl"),
        headers=None if headers is None else {row["doc"]: row for row in headers},
        response=response,
    )


def _mentions(path: Path) -> tuple[GoldMention, ...] | None:
    rows = _rows(path, ("doc", "start", "end", "text", "kind"))
    if rows is None:
        return None
    for number, row in enumerate(rows, start=1):
        if row["kind"] not in {*KINDS, NEUTRAL}:
            known = ", ".join((*KINDS, NEUTRAL))
            raise GoldError(
                f"{path}, row {number}, kind: {row['kind']!r} 不是认得的类别；请改正这一行 · "
                f"is none of {known}; correct the row"
            )
    ordered = sorted(rows, key=lambda row: (row["doc"], row["start"], row["end"]))
    return tuple(_mention(row, row["kind"]) for row in ordered)


def _neutral(path: Path) -> tuple[GoldMention, ...]:
    rows = _rows(path, ("doc", "start", "end", "text")) or ()
    return tuple(_mention(row, NEUTRAL) for row in rows if row.get("scoring", NEUTRAL) == NEUTRAL)


def _mention(row: Mapping[str, Any], kind: str) -> GoldMention:
    return GoldMention(
        doc=row["doc"],
        start=row["start"],
        end=row["end"],
        text=row["text"],
        kind=kind,
        entity_ids=tuple(row.get("entity_ids") or ()),
        anaphor=bool(row.get("anaphor")),
    )


def _entities(path: Path) -> Mapping[str, GoldEntity] | None:
    rows = _rows(path, ("id", "kind", "preferred_name"))
    if rows is None:
        return None
    return {
        row["id"]: GoldEntity(
            entity_id=row["id"],
            kind=row["kind"],
            names=tuple(dict.fromkeys((row["preferred_name"], *(row.get("aliases") or ())))),
        )
        for row in rows
    }


def _rows(path: Path, needed: Iterable[str]) -> tuple[Mapping[str, Any], ...] | None:
    """Return the rows of a JSON-lines file, None where there is no such file."""
    if not path.exists():
        return None
    try:
        return tuple(_parsed(path, path.read_text(encoding="utf-8-sig").splitlines(), tuple(needed)))
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(
            f"{path}: 读不出 UTF-8 文本；请检查文件与编码 · "
            f"cannot be read as UTF-8 text ({error}); check file and encoding"
        ) from error


def _parsed(path: Path, lines: Iterable[str], needed: tuple[str, ...]) -> Iterator[Mapping[str, Any]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except json.JSONDecodeError as error:
            raise GoldError(
                f"{path}, line {number}: 不是 JSON；请改正这一行 · no JSON ({error.msg}); correct the line"
            ) from error
        missing = [key for key in needed if not isinstance(row, dict) or key not in row]
        if missing:
            raise GoldError(
                f"{path}, line {number}: 缺 {missing[0]}；每行都须有 · "
                f"{missing[0]} is missing; every row needs: {', '.join(needed)}"
            )
        for key in {"start", "end"} & set(needed):
            if type(row[key]) is not int:
                raise GoldError(
                    f"{path}, line {number}, {key}: {row[key]!r} 不是整数；请改正这一行 · "
                    "is no whole number; correct the line"
                )
        yield row


def _text(folder: Path, doc: str, spans: Iterable[GoldMention]) -> str | None:
    """Return the first text of that name in which every annotated span stands where its row says."""
    own = [span for span in spans if span.doc == doc]
    for place in TEXT_FOLDERS:
        path = folder / place / f"{doc}.txt"
        if path.is_file():
            text = path.read_text(encoding="utf-8", errors="replace")
            if all(text[span.start : span.end] == span.text for span in own):
                return text
    return None
