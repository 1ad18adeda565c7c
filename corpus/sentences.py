"""Sentences: up to 。！？ (closing marks included) or the end of the paragraph; a title may hold ！ and ？."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .page import Page, Paragraph
from .records import Section, Sentence, Span, Zone

_END = re.compile(r"《[^《》。\n]{1,120}》|(?P<end>[。！？!?]+[”’）)》」』]*)")
"""A title whole, or the end of a sentence: 《就业！行动方案》 is one title."""


def find_sentences(page: Page, sections: Sequence[Section], letter_id: str) -> tuple[Sentence, ...]:
    """Return the sentences in text order; ids are `{letter_id}.{n}` from 1. White space around them is outside."""
    found: list[Sentence] = []
    around = _Innermost(sections)
    for paragraph in page.paragraphs:
        for span in _spans(page.text, paragraph):
            section = around.at(span)
            found.append(
                Sentence(
                    sentence_id=f"{letter_id}.{len(found) + 1}",
                    section_id=section.section_id if section else None,
                    span=span,
                    zone=_zone(paragraph, span, section),
                )
            )
    return tuple(found)


def _spans(text: str, paragraph: Paragraph) -> Iterator[Span]:
    start, last = paragraph.span.start, paragraph.span.end
    for match in _END.finditer(text, start, last):
        if not match["end"]:
            continue
        if span := _trimmed(text, start, match.end()):
            yield span
        start = match.end()
    if span := _trimmed(text, start, last):
        yield span


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the range without the white space at its ends, None where nothing else is in it."""
    piece = text[start:end]
    bare = piece.strip()
    if not bare:
        return None
    begin = start + len(piece) - len(piece.lstrip())
    return Span(start=begin, end=begin + len(bare))


def _zone(paragraph: Paragraph, span: Span, section: Section | None) -> Zone:
    """Return the paragraph's zone, heading where the sentence is nothing but a section's heading.

    A numbered sentence that is all of its paragraph is text (see `zones`): （二）年底前建成城东小学。
    """
    alone = span == paragraph.span and paragraph.folded.endswith("。")
    if paragraph.zone == "body" and section is not None and not alone:
        heading = section.heading_span
        if span.start == heading.start and span.end <= heading.end + 1:
            return "heading"
    return paragraph.zone


class _Innermost:
    """Finds the innermost section around a sentence; sentences must be asked for in text order."""

    def __init__(self, sections: Sequence[Section]) -> None:
        self._sections = sections
        self._open: list[Section] = []
        self._next = 0

    def at(self, span: Span) -> Section | None:
        """Return the innermost section that holds the sentence, None outside all of them."""
        while self._next < len(self._sections) and self._sections[self._next].span.start <= span.end - 1:
            if (
                self._sections[self._next].span.start > span.start
                and span.end > self._sections[self._next].span.start
            ):
                break
            self._open.append(self._sections[self._next])
            self._next += 1
        self._open = [section for section in self._open if section.span.end > span.start]
        return self._open[-1] if self._open else None
