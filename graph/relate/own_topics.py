"""Topics that the user lists in topics.tsv: further words of shipped topics, and topics of their own.

File: TSV with the columns `topic` (an id), `words` (joined by `|`) and, for a new topic, `label_zh` and `label_en`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from corpus.records import Issue
from ontology.errors import LexiconError
from ontology.topics import Topic
from ontology.tsv import Row

from ..curated_rows import kept_rows, unusable

FILE = "topics.tsv"
_SHORTEST = 2
"""Code points: a word of one character would be found in half of all sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTopics:
    """The user's topics, each once, in file order, and the rows that could not be used."""

    topics: tuple[Topic, ...] = ()
    issues: tuple[Issue, ...] = field(default=(), repr=False)


def own_topics(folder: Path | None) -> OwnTopics:
    """Return the topics of a state folder, none where it has no topics.tsv.

    Raises `CurationError` where the file is no such table.
    """
    path = folder / FILE if folder else None
    if path is None or not path.exists():
        return OwnTopics()
    rows, told = kept_rows(path, ("topic", "words"))
    found: dict[str, Topic] = {}
    issues: list[Issue] = []
    for row in rows:
        try:
            topic = _topic(row, found)
        except LexiconError as error:
            issues.append(unusable(path, row, error))
        else:
            found[topic.topic] = topic
    return OwnTopics(topics=tuple(found.values()), issues=(*told, *issues))


def _topic(row: Row, known: dict[str, Topic]) -> Topic:
    """Return the topic of a row. Raises `LexiconError`: a row is used whole or not at all."""
    name, words = row.required("topic"), row.listed("words")
    if name in known:
        raise row.error("topic", "出现两次", "is there twice")
    if not words or any(len(word) < _SHORTEST for word in words):
        raise row.error(
            "words",
            "须是两个字以上的词，以 | 连接",
            "must be words of two characters or more, joined by |",
        )
    label = row.cells.get("label_zh", "").strip() or name
    return Topic(
        topic=name, label_zh=label, label_en=row.cells.get("label_en", "").strip() or label, words=words
    )
