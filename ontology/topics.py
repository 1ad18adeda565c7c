"""Topics of policy and the words that tell them. Users add their own in a file of the same columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from .errors import LexiconError
from .tsv import Row, read_tsv

_COLUMNS = ("topic", "label_zh", "label_en", "words", "source")


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A topic: its id, what users see in both languages, and the words that tell it."""

    topic: str
    label_zh: str
    label_en: str
    words: tuple[str, ...] = field(repr=False)


@cache
def topics() -> tuple[Topic, ...]:
    """Return the shipped topics in file order. Raises `LexiconError` where a row cannot be used."""
    return _topics(read_tsv("topics.tsv", _COLUMNS))


def with_own(path: Path) -> tuple[Topic, ...]:
    """Return the shipped topics and those of a user's file; a topic of the same id takes the place of ours.

    Raises `LexiconError` where the file cannot be used: file, row, column, value.
    """
    own = {topic.topic: topic for topic in _topics(read_tsv(path, _COLUMNS))}
    kept = tuple(topic for topic in topics() if topic.topic not in own)
    return (*kept, *own.values())


def _topics(rows: Sequence[Row]) -> tuple[Topic, ...]:
    found: dict[str, Topic] = {}
    for row in rows:
        name = row.required("topic")
        if name in found:
            raise row.error("topic", "is there twice")
        if not row.listed("words"):
            raise row.error("words", "must not be empty")
        found[name] = Topic(
            topic=name,
            label_zh=row.required("label_zh"),
            label_en=row.required("label_en"),
            words=row.listed("words"),
        )
    if not found:
        raise LexiconError("topics: the file holds no topic; give at least one row")
    return tuple(found.values())
