"""Topics of policy and the words that tell them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache

import msgspec

from .tsv import read_tsv


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
    found: dict[str, Topic] = {}
    for row in read_tsv("topics.tsv", ("topic", "label_zh", "label_en", "words", "source")):
        name = row.required("topic")
        if name in found:
            raise row.error("topic", "出现两次", "is there twice")
        if not row.listed("words"):
            raise row.error("words", "不可为空", "must not be empty")
        found[name] = Topic(
            topic=name,
            label_zh=row.required("label_zh"),
            label_en=row.required("label_en"),
            words=row.listed("words"),
        )
    return tuple(found.values())


def with_own(own: Iterable[Topic]) -> tuple[Topic, ...]:
    """Return the shipped topics and a user's: own words join those of a topic that is there, other topics follow."""
    found = {topic.topic: topic for topic in topics()}
    for topic in own:
        known = found.get(topic.topic, replace(topic, words=()))
        words = (*known.words, *(word for word in topic.words if word not in known.words))
        found[topic.topic] = replace(known, words=words)
    return tuple(found.values())


class TopicTraps(msgspec.Struct, frozen=True, kw_only=True):
    """Where the word of a topic does not mean it: inside longer words, and before what makes it a road or school."""

    words: tuple[str, ...]
    name_end: re.Pattern[str]


@cache
def topic_traps() -> TopicTraps:
    """Return topic_traps.tsv. Raises `LexiconError` where a row cannot be used."""
    words, ends = [], []
    for row in read_tsv("topic_traps.tsv", ("word", "role", "unless", "source")):
        word = row.required("word")
        if row.one_of("role", ("trap", "name_end")) == "trap":
            words.append(word)
        else:
            ends.append(f"{word}(?!{row['unless']})" if row["unless"] else word)
    return TopicTraps(words=tuple(words), name_end=re.compile("|".join(ends)))
