"""Word (.docx, ISO/IEC 29500): paragraphs, table rows and text boxes in the order of the document."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

from ..archives import check_size
from ..errors import UnreadableInput
from .docx_numbering import WORD, Numbering, numbering
from .extract import Extract
from .layout import Block, laid_out
from .refusal import refusal
from .rows import MOST_COLUMNS, is_drawn, is_number, is_row, row_text, shared_issues

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_GONE = frozenset({_FALLBACK, f"{WORD}del", f"{WORD}moveFrom"})
"""What is not printed: a second copy for old programs, and what tracked changes deleted or moved elsewhere."""


def read_docx(data: bytes, *, source: str) -> Extract:
    """Return the text of a Word document.

    Raises UnreadableInput where it is broken or would unpack beyond the limits of `archives`.
    """
    body, lists = _opened(data, source)
    blocks = [block for block in _blocks(body, lists) if block.text.strip()]
    text, lines = laid_out(blocks)
    return Extract(text=text, lines=lines, issues=shared_issues(blocks, source))


def _opened(data: bytes, source: str) -> tuple[Any, Numbering]:
    """Return the body element and the lists; external entities are not resolved (python-docx switches them off)."""
    from docx import Document  # noqa: PLC0415 - slow to import, needed by Word files only
    from docx.opc.exceptions import OpcError  # noqa: PLC0415 - as above
    from lxml.etree import LxmlError  # noqa: PLC0415 - as above

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in archive.infolist():
                check_size(info, source=source)
        document = Document(io.BytesIO(data))
        return document.element.body, numbering(document)
    except (OpcError, LxmlError, zipfile.BadZipFile, zipfile.LargeZipFile, OSError, EOFError) as error:
        raise _broken(source, error) from error
    except (KeyError, ValueError, AttributeError, NotImplementedError, RuntimeError, TypeError) as error:
        # python-docx meets a damaged package with whichever of these comes first.
        raise _broken(source, error) from error
    except zipfile.zlib.error as error:  # type: ignore[attr-defined]  # the module that zipfile unpacks with
        raise _broken(source, error) from error


def _broken(source: str, error: Exception) -> UnreadableInput:
    message = f"the Word file is cut off or broken ({type(error).__name__})"
    return UnreadableInput(
        refusal(source, "broken_docx", message, "open it in Word or WPS and save it again as .docx")
    )


def _blocks(element: Any, lists: Numbering) -> Iterator[Block]:
    """Yield paragraphs and table rows in document order; the alternative copies of text boxes are left out."""
    for child in element:
        if child.tag == f"{WORD}p":
            yield from _paragraph(child, lists)
        elif child.tag == f"{WORD}tbl":
            yield from _table(child, lists)
        elif child.tag in (
            f"{WORD}sdt",
            f"{WORD}sdtContent",
            f"{WORD}ins",
            f"{WORD}smartTag",
            f"{WORD}customXml",
        ):
            yield from _blocks(child, lists)


def _paragraph(paragraph: Any, lists: Numbering) -> Iterator[Block]:
    """Yield the paragraph with the number of its list, then the paragraphs of text boxes anchored in it."""
    heading = _is_heading(paragraph)
    text, boxes = _text_and_boxes(paragraph)
    mark = lists.mark(paragraph)  # of an empty one, too: Word counts it
    text = f"{mark}{text}" if text.strip() else ""
    yield from (Block(text=line, heading=heading) for line in text.split("\n"))
    for box in boxes:
        yield from _blocks(box, lists)


def _text_and_boxes(paragraph: Any) -> tuple[str, list[Any]]:
    """Return what a paragraph prints, and the text boxes anchored in it."""
    parts: list[str] = []
    boxes: list[Any] = []
    pending = list(reversed(paragraph))
    while pending:
        node = pending.pop()
        if node.tag in _GONE or (node.tag == f"{WORD}r" and _is_hidden(node)):
            continue
        if node.tag == f"{WORD}txbxContent":
            boxes.append(node)
        elif node.tag == f"{WORD}t":
            parts.append(node.text or "")
        elif node.tag in (f"{WORD}br", f"{WORD}cr"):
            parts.append("\n")
        elif node.tag in (f"{WORD}tab", f"{WORD}noBreakHyphen"):
            parts.append("\t" if node.tag.endswith("tab") else "-")
        elif node.tag != f"{WORD}pPr":
            pending.extend(reversed(node))
    return "".join(parts), boxes


def _is_hidden(run: Any) -> bool:
    """Return whether a run is hidden text, which Word does not print."""
    hidden = run.find(f"{WORD}rPr/{WORD}vanish")
    return hidden is not None and hidden.get(f"{WORD}val", "true") not in ("0", "false", "off")


def _is_heading(paragraph: Any) -> bool:
    styles = [node.get(f"{WORD}val", "") for node in paragraph.iterfind(f"{WORD}pPr/{WORD}pStyle")]
    return any(style.lower().startswith(("heading", "title")) for style in styles)


def _table(table: Any, lists: Numbering) -> Iterator[Block]:
    """Yield a row as one block with tabs between its cells, or, where cells hold long text, their paragraphs."""
    drawn = False
    rows = list(table.iterfind(f"{WORD}tr"))
    for row, below in zip_longest(rows, rows[1:]):
        cells = list(_cells(row, lists))
        words = ["".join(block.text for block in cell).strip() for cell in cells]
        if is_row(words, plain=all(len(cell) <= 1 for cell in cells), drawn=drawn):
            shared = _reaching(words, below) if is_drawn(words) else ()
            yield Block(text=row_text(words, drawn=drawn), whole=True, shared=shared)
            drawn = drawn or is_drawn(words)
        else:
            for cell in cells:
                yield from cell


def _cells(row: Any, lists: Numbering) -> Iterator[list[Block]]:
    """Yield what each column of a row holds: a merged cell its words in the first of its columns, nothing in others."""
    yield from ([] for _ in range(_count(row, "trPr", "gridBefore", 0)))
    for cell in row.iterfind(f"{WORD}tc"):
        yield [block for block in _blocks(cell, lists) if block.text.strip()]
        yield from ([] for _ in range(_count(cell, "tcPr", "gridSpan", 1) - 1))


def _reaching(words: list[str], below: Any) -> tuple[str, ...]:
    """Return the numbers of a row whose cells reach down into the row below."""
    at = 0 if below is None else _count(below, "trPr", "gridBefore", 0)
    found: list[str] = []
    for cell in () if below is None else below.iterfind(f"{WORD}tc"):
        merged = cell.find(f"{WORD}tcPr/{WORD}vMerge")
        goes_on = merged is not None and merged.get(f"{WORD}val", "continue") == "continue"
        found += [word for word in words[at : at + 1] if goes_on and is_number(word)]
        at += _count(cell, "tcPr", "gridSpan", 1)
    return tuple(found)


def _count(element: Any, properties: str, name: str, otherwise: int) -> int:
    """Return the number that a property of a row or a cell gives; a broken one counts as none."""
    found = element.find(f"{WORD}{properties}/{WORD}{name}")
    value = "" if found is None else found.get(f"{WORD}val", "")
    return min(int(value), MOST_COLUMNS) if value.isascii() and value.isdigit() else otherwise
