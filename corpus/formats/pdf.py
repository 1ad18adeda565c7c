"""PDF with a text layer: the lines of every page, with how far each is indented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from statistics import median
from typing import Any

from ..errors import UnreadableInput
from ..lines import RawLine, raw_lines
from ..records import Issue
from .extract import Extract
from .pdf_glyphs import without_outlines

PAGE_LIMIT = 400
TEXT_LIMIT = 4_000_000
PAGE_BREAK = "\n"
# A page of a scan holds a stamp or a page number at most.
LETTERS_PER_PAGE = 12
# The page number of a scanned page, and the share of the page that its picture fills at least: seals are small.
LETTERS_BESIDE_PICTURE = 4
PICTURE = 0.3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """One page: its text, its lines, and where each line starts, in points from the left (None: not known).

    `widths` are the widths of first characters of lines that are Chinese, in points. `unread`: it could not be loaded,
    or is a picture.
    """

    text: str
    lines: tuple[RawLine, ...]
    starts: tuple[float | None, ...]
    widths: tuple[float, ...]
    unread: bool = False


_NOT_LOADED = _Page(text="", lines=(), starts=(), widths=(), unread=True)


def read_pdf(data: bytes, *, source: str) -> Extract:
    """Return the text layer of a PDF, line by line.

    Raises UnreadableInput where it is protected, broken, or holds pictures of pages only.
    """
    pages = tuple(_pages(data, source))
    needed = LETTERS_PER_PAGE * max(1, len(pages))
    letters = (mark for page in pages for mark in page.text if mark.isalnum())
    if sum(1 for _ in islice(letters, needed)) < needed:
        raise UnreadableInput(_image_only(source, len(pages)))
    text = PAGE_BREAK.join(page.text for page in pages)
    unread = [str(number) for number, page in enumerate(pages, 1) if page.unread]
    issues = (_pages_unread(source, unread),) if unread else ()
    return Extract(text=text, lines=tuple(_lines(pages)), issues=issues)


def _lines(pages: Sequence[_Page]) -> Iterator[RawLine]:
    """Yield the lines of all pages, indented by their distance from the leftmost line of all."""
    widths = [width for page in pages for width in page.widths]
    width = median(widths) if widths else 0.0
    left = min((start for page in pages for start in page.starts if start is not None), default=0.0)
    offset = 0
    for number, page in enumerate(pages):
        for line, start in zip(page.lines, page.starts, strict=True):
            indent = line.indent if start is None or width <= 0 else (start - left) / width
            yield replace(line, start=line.start + offset, end=line.end + offset, page=number, indent=indent)
        offset += len(page.text) + len(PAGE_BREAK)


def _pages(data: bytes, source: str) -> Iterator[_Page]:
    """Yield text and lines of every page."""
    import pypdfium2  # noqa: PLC0415 - slow to import, needed by PDF files only

    try:
        document = pypdfium2.PdfDocument(without_outlines(data))
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() and b"/Encrypt" in data
        raise UnreadableInput(_not_opened(source, locked)) from error
    try:
        total = 0
        for number in range(min(len(document), PAGE_LIMIT)):
            page = _page(document, number, pypdfium2.PdfiumError)
            total += len(page.text)
            if total > TEXT_LIMIT:
                break
            yield page
    finally:
        document.close()


def _page(document: Any, number: int, failure: type[Exception]) -> _Page:
    """Return text and lines of one page; a page that the library cannot load is empty."""
    try:
        page = document[number]
    except failure:
        return _NOT_LOADED
    try:
        content = page.get_textpage()
        text = str(content.get_text_range())
        lines = raw_lines(text)
        # Only where every character of the text is one of the page do their indices agree.
        firsts = [_first_mark(line, text) if len(text) == content.count_chars() else None for line in lines]
        boxes = [None if at is None else content.get_charbox(at, loose=True) for at in firsts]
        unread = sum(map(str.isalnum, text)) <= LETTERS_BESIDE_PICTURE and _is_picture(page)
    except failure:
        return _NOT_LOADED
    finally:
        page.close()
    chinese = [
        box[2] - box[0] for at, box in zip(firsts, boxes, strict=True) if box and not text[at or 0].isascii()
    ]
    starts = tuple(box and box[0] for box in boxes)
    return _Page(text=text, lines=lines, starts=starts, widths=tuple(chinese), unread=unread)


def _is_picture(page: Any) -> bool:
    """Return whether pictures fill a good part of a page."""
    from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE  # noqa: PLC0415 - as above

    bounds = [picture.get_bounds() for picture in page.get_objects(filter=(FPDF_PAGEOBJ_IMAGE,))]
    filled = sum((right - left) * (top - bottom) for left, bottom, right, top in bounds)
    return bool(filled >= PICTURE * page.get_width() * page.get_height())


def _first_mark(line: RawLine, text: str) -> int | None:
    return next((at for at in range(line.start, line.end) if not text[at].isspace()), None)


def _not_opened(source: str, protected: bool) -> Issue:
    """Return why a PDF was not opened; the library calls one without pages password-protected, too."""
    return Issue(
        source=source,
        severity="error",
        code="password_protected" if protected else "broken_pdf",
        where="file",
        message="the PDF is password-protected" if protected else "the PDF is cut off or broken",
        hint="save a copy without a password" if protected else "download it again, or print it to a new PDF",
    )


def _pages_unread(source: str, pages: Sequence[str]) -> Issue:
    return Issue(
        source=source,
        severity="warning",
        code="pages_unread",
        where="pages",
        value=", ".join(pages),
        message=f"no text could be read from page {', '.join(pages)}: a picture of a page, or damaged",
        hint="run OCR over the PDF (ocrmypdf --skip-text -l chi_sim) and give the result",
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
