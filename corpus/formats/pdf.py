"""PDF with a text layer: the lines of every page, with how far each is indented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from statistics import median
from typing import Any

from ..errors import UnreadableInput
from ..lines import RawLine, raw_lines
from ..records import Issue
from .extract import Extract

PAGE_LIMIT = 400
TEXT_LIMIT = 4_000_000
PAGE_BREAK = "\n"
# A page of a scan holds a stamp or a page number at most.
LETTERS_PER_PAGE = 12


def read_pdf(data: bytes, *, source: str) -> Extract:
    """Return the text layer of a PDF, line by line.

    Raises UnreadableInput where it is protected, broken, or holds pictures of pages only.
    """
    pages = tuple(_pages(data, source))
    letters = sum(sum(mark.isalnum() for mark in text) for text, _ in pages)
    if letters < LETTERS_PER_PAGE * max(1, len(pages)):
        raise UnreadableInput(_image_only(source, len(pages)))
    text = PAGE_BREAK.join(page for page, _ in pages)
    offsets = accumulate((len(page) + len(PAGE_BREAK) for page, _ in pages), initial=0)
    lines = [
        replace(line, start=line.start + offset, end=line.end + offset, page=number)
        for number, (offset, (_, page)) in enumerate(zip(offsets, pages, strict=False))
        for line in page
    ]
    return Extract(text=text, lines=tuple(lines))


def _pages(data: bytes, source: str) -> Iterator[tuple[str, tuple[RawLine, ...]]]:
    """Yield text and lines of every page."""
    import pypdfium2  # noqa: PLC0415 - slow to import, needed by PDF files only

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise UnreadableInput(_not_opened(source, str(error))) from error
    try:
        total = 0
        for number in range(min(len(document), PAGE_LIMIT)):
            text, lines = _page(document, number, pypdfium2.PdfiumError)
            total += len(text)
            if total > TEXT_LIMIT:
                break
            yield text, lines
    finally:
        document.close()


def _page(document: Any, number: int, failure: type[Exception]) -> tuple[str, tuple[RawLine, ...]]:
    """Return text and lines of one page; a page that the library cannot load is empty."""
    try:
        page = document[number]
    except failure:
        return "", ()
    try:
        content = page.get_textpage()
        text = str(content.get_text_range())
        lines = raw_lines(text)
        # Only where every character of the text is one of the page do their indices agree.
        placed = len(text) == content.count_chars()
        return text, _indented(lines, text, content) if placed else lines
    except failure:
        return "", ()
    finally:
        page.close()


def _indented(lines: tuple[RawLine, ...], text: str, content: Any) -> tuple[RawLine, ...]:
    """Return the lines with their distance from the leftmost one, in widths of a Chinese character."""
    firsts = {line: _first_mark(line, text) for line in lines}
    boxes = {line: content.get_charbox(at, loose=True) for line, at in firsts.items() if at is not None}
    widths = [box[2] - box[0] for line, box in boxes.items() if not text[firsts[line] or 0].isascii()]
    if not widths or median(widths) <= 0:
        return lines
    left, width = min(box[0] for box in boxes.values()), median(widths)
    return tuple(
        replace(line, indent=(boxes[line][0] - left) / width) if line in boxes else line for line in lines
    )


def _first_mark(line: RawLine, text: str) -> int | None:
    return next((at for at in range(line.start, line.end) if not text[at].isspace()), None)


def _not_opened(source: str, reason: str) -> Issue:
    protected = "password" in reason.lower()
    return Issue(
        source=source,
        severity="error",
        code="password_protected" if protected else "broken_pdf",
        where="file",
        message="the PDF is password-protected" if protected else "the PDF is cut off or broken",
        hint="save a copy without a password" if protected else "download it again, or print it to a new PDF",
    )


def _image_only(source: str, pages: int) -> Issue:
    return Issue(
        source=source,
        severity="error",
        code="image_only_pdf",
        where="file",
        value=f"{pages} pages",
        message="the PDF holds pictures of pages and no text layer",
        hint="run OCR over it (ocrmypdf -l chi_sim) and give the result",
    )
