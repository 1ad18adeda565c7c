"""What a file is, by its first bytes; its name decides only between kinds of text."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

_SIGNATURES = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "image"),
    (b"\x89PNG", "image"),
    (b"GIF8", "image"),
    (b"BM", "image?"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"Rar!", "archive"),
    (b"7z\xbc\xaf", "archive"),
    (b"\x1f\x8b", "archive"),
    (b"\xfd7zXZ", "archive"),
    (b"BZh", "archive"),
    (b"\x7fELF", "binary"),
    (b"MZ", "binary?"),
)
_HTML = re.compile(
    rb"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|div|table|p\b|title|h1)",
    re.IGNORECASE | re.DOTALL,
)
_HTML_INSIDE = re.compile(rb"<(?:html|body|p|div|br|span|table)\b[^>]*>", re.IGNORECASE)
_WEB_ARCHIVE = re.compile(
    rb"\s*(?:[A-Za-z-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,12}?Content-Type:\s*multipart/related",
    re.IGNORECASE,
)
# An e-mail: its first lines are headers, MIME-Version and who sent it among them.
_MAIL = re.compile(
    rb"(?=(?:[A-Za-z0-9-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,60}?MIME-Version:)"
    rb"(?:[A-Za-z0-9-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){0,60}?(?:From|Received|Delivered-To|Subject):",
    re.IGNORECASE,
)
_JSON = re.compile(rb"\s*(?:\[\s*)?\{\s*\"[^\"\n]{1,60}\"\s*:")
_DATA = (".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".xml")
_WIDE_HTML = re.compile(rb"^(?:\xff\xfe)?\s*<\x00(?:!\x00|h\x00t\x00m\x00l)", re.IGNORECASE)


def sniff(data: bytes, name: str) -> str:
    """Return what the bytes of a file are: pdf, zip, ole, rtf, image, archive, binary, or a kind of text.

    Kinds of text: web_archive, html, mail, data, text.
    """
    head = data[:4096]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            if not kind.endswith("?"):
                return kind
            if b"\x00" in head:
                return kind[:-1]
    return "pdf" if b"%PDF-" in head[:1024] else _kind_of_text(data, name)


def _kind_of_text(data: bytes, name: str) -> str:
    head = data[:4096]
    bare = head.removeprefix(b"\xef\xbb\xbf")
    suffix = PurePosixPath(name).suffix.lower()
    named_html = suffix in (".html", ".htm", ".xhtml", ".shtml", ".mht", ".doc")
    if b"ultipart/related" in head and _WEB_ARCHIVE.match(bare):
        return "web_archive"
    if _HTML.match(bare) or _WIDE_HTML.match(head) or (named_html and _HTML_INSIDE.search(data[:65536])):
        return "html"
    if b"ime-version" in head.lower() and _MAIL.match(bare):
        return "mail"
    return "data" if suffix in _DATA or _JSON.match(bare) else "text"
