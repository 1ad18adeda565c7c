"""The windows of a letter in which names can meet: sentences, paragraphs or sections."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from operator import attrgetter
from typing import Literal

import msgspec

from corpus.records import Letter, Sentence, Span

from ..records import LinkedLetter

Window = Literal["sentence", "paragraph", "section"]
CITING_ZONES = frozenset({"opening", "heading", "body", "closing"})
"""Zones whose names are cited: title, salutation, letterhead, signature and contact lines name the parties only."""


class NamedWindow(msgspec.Struct, frozen=True, kw_only=True):
    """A window and the entities named in it, each with the span of its first mention there; entities sorted."""

    span: Span
    sentence: Sentence
    entities: tuple[tuple[str, Span], ...]


def named_windows(linked: LinkedLetter, window: Window = "sentence") -> Iterator[NamedWindow]:
    """Yield every window that names at least one entity, in text order. Anaphora do not count."""
    mentions = sorted(linked.mentions, key=attrgetter("span.start", "span.end"))
    starts = [mention.span.start for mention in mentions]
    for span, sentence in _windows(linked.letter, window):
        first: dict[str, Span] = {}
        for mention in mentions[bisect_left(starts, span.start) : bisect_left(starts, span.end)]:
            # wholly in the window: a title with 。 in it may run over two sentences
            if not mention.anaphor and mention.span.end <= span.end:
                for entity_id in linked.entity_ids.get(mention.mention_id, ()):
                    first.setdefault(entity_id, mention.span)
        if first:
            yield NamedWindow(span=span, sentence=sentence, entities=tuple(sorted(first.items())))


def _windows(letter: Letter, window: Window) -> Iterator[tuple[Span, Sentence]]:
    """Yield (span, first sentence) of each window; larger windows join neighbouring citing sentences."""
    group: list[Sentence] = []
    for sentence in letter.sentences:
        if sentence.zone not in CITING_ZONES:
            continue
        if group and not _together(letter, group[-1], sentence, window):
            yield _joined(group)
            group = []
        group.append(sentence)
    if group:
        yield _joined(group)


def _together(letter: Letter, last: Sentence, new: Sentence, window: Window) -> bool:
    if window == "paragraph":
        return "\n" not in letter.text[last.span.start : new.span.start]
    return window == "section" and last.section_id == new.section_id


def _joined(group: list[Sentence]) -> tuple[Span, Sentence]:
    return Span(start=group[0].span.start, end=group[-1].span.end), group[0]
