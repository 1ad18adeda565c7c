"""Annotated texts, for training and for measuring: marked text, gold folders, paragraphs with spans."""

from __future__ import annotations

import json
import re
from array import array
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from corpus.records import Header, Letter, Span

from ..records import Kind

_MARK = re.compile(r"\[\[(.+?)\|([ofpyn])\]\]", re.DOTALL)
_KIND_OF_MARK: Final[Mapping[str, Kind | None]] = {
    "o": "organisation",
    "f": "fund",
    "p": "platform",
    "y": "policy",
    "n": None,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotated:
    """A text with its names: spans (code points, half-open) to kinds, and spans that count neither way."""

    name: str
    text: str
    names: Mapping[Span, Kind]
    neutral: tuple[Span, ...]

    def letter(self) -> Letter:
        """Return the text as a letter whose header is unknown."""
        return Letter(
            letter_id=self.name,
            source=self.name,
            raw_sha256="",
            text=self.text,
            raw_offsets=array("q", range(len(self.text))),
            header=Header(),
            sections=(),
            sentences=(),
        )


def read(path: Path) -> list[Annotated]:
    """Return what `path` holds, sorted by name.

    A folder with mentions.jsonl (gold format; texts beside it or in letters/), a folder of marked .txt files
    (`[[name|o]]`), or a .jsonl file of paragraphs. Raises `OSError` or `ValueError` where a file is broken.
    """
    if path.suffix == ".jsonl":
        found = [_paragraph(row) for row in _rows(path)]
    elif (path / "mentions.jsonl").exists():
        found = list(_gold(path))
    else:
        found = [marked(file.stem, file.read_text(encoding="utf-8")) for file in sorted(path.glob("*.txt"))]
    return sorted(found, key=lambda document: document.name)


def marked(name: str, source: str) -> Annotated:
    """Return the text of `source` without its marks, and the names they stood for."""
    text, position = "", 0
    names: dict[Span, Kind] = {}
    neutral: list[Span] = []
    for match in _MARK.finditer(source):
        text += source[position : match.start()]
        span = Span(start=len(text), end=len(text) + len(match.group(1)))
        text += match.group(1)
        position = match.end()
        kind = _KIND_OF_MARK[match.group(2)]
        if kind is None:
            neutral.append(span)
        else:
            names[span] = kind
    return Annotated(name=name, text=text + source[position:], names=names, neutral=tuple(neutral))


def _gold(folder: Path) -> Iterator[Annotated]:
    mentions = _rows(folder / "mentions.jsonl")
    unscored = _rows(folder / "neutral.jsonl") + [
        row for row in _rows(folder / "skipped.jsonl") if row["scoring"] == "neutral"
    ]
    texts = folder / "letters" if (folder / "letters").is_dir() else folder
    for doc in sorted({row["doc"] for row in mentions}):
        yield Annotated(
            name=doc,
            text=(texts / f"{doc}.txt").read_text(encoding="utf-8"),
            names={_span(row): row["kind"] for row in mentions if row["doc"] == doc},
            neutral=tuple(_span(row) for row in unscored if row["doc"] == doc),
        )


def _paragraph(row: Mapping[str, Any]) -> Annotated:
    mentions = row["mentions"]
    return Annotated(
        name=row["id"],
        text=row["text"],
        names={_span(mention): mention["kind"] for mention in mentions if mention["kind"] != "neutral"},
        neutral=tuple(_span(mention) for mention in mentions if mention["kind"] == "neutral"),
    )


def _span(row: Mapping[str, Any]) -> Span:
    return Span(start=row["start"], end=row["end"])


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
