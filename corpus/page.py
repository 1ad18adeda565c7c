"""A letter as laid out: its paragraphs, the zone each stands in, and a folded copy that patterns are tried on."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .records import Basis, Fact, Span, Zone
from .traced import numbers

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph. `start`, `end` are half-open offsets into `Page.folded`, `span` into `Page.text`."""

    start: int
    end: int
    span: Span
    folded: str
    zone: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The text of one letter and a copy without white space and with one form for marks of two widths.

    `at[i]` is the place of `folded[i]` in `text`. Paragraphs are kept apart by line feeds in both.
    """

    text: str
    folded: str
    at: array[int]
    paragraphs: tuple[Paragraph, ...]

    def span(self, start: int, end: int) -> Span:
        """Return the range of `text` that the half-open range of `folded` stands for."""
        return Span(start=self.at[start], end=self.at[end - 1] + 1)

    def value(self, start: int, end: int) -> str:
        """Return what is printed there, white space gone."""
        return "".join(self.text[self.at[start] : self.at[end - 1] + 1].split())

    def fact(self, start: int, end: int, basis: Basis) -> Fact:
        """Return what is printed there as a fact."""
        return Fact(value=self.value(start, end), span=self.span(start, end), basis=basis)

    def zone(self, *zones: Zone) -> Iterator[Paragraph]:
        """Yield the paragraphs of the given zones, in order."""
        return (paragraph for paragraph in self.paragraphs if paragraph.zone in zones)


def lay_out(paragraphs: Sequence[str], zones: Sequence[Zone], folded: Sequence[str]) -> Page:
    """Return the page of the paragraphs, joined by line feeds; `folded` are their folded texts, see `shapes.fold`."""
    at: array[int] = array("i")
    rows: list[Paragraph] = []
    start = length = 0
    for paragraph, zone, printed in zip(paragraphs, zones, folded, strict=True):
        for word in _WORD.finditer(paragraph):
            at.extend(numbers(start + word.start(), start + word.end()))
        span = Span(start=start, end=start + len(paragraph))
        at.append(span.end)
        end = length + len(printed)
        rows.append(Paragraph(start=length, end=end, span=span, folded=printed, zone=zone))
        start, length = span.end + 1, end + 1
    return Page(text="\n".join(paragraphs), folded="\n".join(folded), at=at, paragraphs=tuple(rows))
