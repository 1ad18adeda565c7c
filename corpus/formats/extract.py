"""What a file format hands on, whatever the format was."""

from __future__ import annotations

from dataclasses import dataclass

from ..lines import RawLine
from ..records import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class Extract:
    """The text of one file. `text` is the decoded text (for HTML, DOCX, PDF: the extracted text).

    `lines` are its lines or blocks, offsets into `text`; `marked` says that Markdown marks may stand in them;
    `metadata` are label and value of what the page says about itself outside the text, in order.
    """

    text: str
    lines: tuple[RawLine, ...]
    marked: bool = False
    metadata: tuple[tuple[str, str], ...] = ()
    issues: tuple[Issue, ...] = ()
