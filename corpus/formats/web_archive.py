"""Pages saved as one file (.mht, .mhtml, and .doc files that office programs save so; RFC 2557): the page inside."""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message

from ..errors import UnreadableInput
from .extract import Extract
from .html import read_html
from .refusal import refusal


def read_web_archive(data: bytes, *, source: str) -> Extract:
    """Return the main content of the first page in the archive, its metadata apart.

    Raises UnreadableInput where the archive holds no page, or the page no text.
    """
    page = next((page for part in message_from_bytes(data).walk() if (page := _page(part))), b"")
    if not page:
        raise UnreadableInput(
            refusal(source, "no_text", "the web archive holds no page", "save the page again as HTML")
        )
    return read_html(page, source=source)


def _page(part: Message) -> bytes:
    """Return a page in UTF-8 where its encoding is declared, as it is where it is not; b"" for pictures and styles."""
    payload = part.get_payload(decode=True) if part.get_content_type() == "text/html" else None
    if not isinstance(payload, bytes):
        return b""
    try:
        return payload.decode(part.get_content_charset("")).encode("utf-8")
    except (LookupError, ValueError):  # an encoding that nobody knows, or that is not the one of the bytes
        return payload
