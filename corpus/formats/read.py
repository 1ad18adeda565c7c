"""The bytes of a file to its text: the format is told by the first bytes; what has no reader gets a way out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

from ..archives import MEMBERS_LIMIT
from ..errors import UnreadableInput
from .extract import Extract
from .refusal import refusal
from .sniff import sniff
from .text import read_text

Reader = Callable[..., Extract]
SIZE_LIMIT = 64 * 2**20
TEXT_LIMIT = 2_000_000
"""Code points. The longest replies known to us have 30,000; a volume of hundreds still fits."""
LINE_LIMIT = 60_000
LINES_LIMIT = 60_000

_ANYTHING = re.compile(rb"[^\x00 \t\r\n\xef\xbb\xbf]")
# The stream that holds an encrypted .docx ([MS-OFFCRYPTO] 2.3.4.4).
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_REFUSED = {
    "encrypted": (
        "password_protected",
        "a password-protected Office file",
        "save a copy without a password",
    ),
    "ole": (
        "old_office_format",
        "an old Office file (.doc, .xls, .ppt) or a WPS file (.wps, .et)",
        "save it as .docx or PDF",
    ),
    "rtf": ("rtf", "a rich text file (.rtf)", "save it as .docx or PDF"),
    "image": ("image", "a picture", "run OCR over it and give the text or a PDF with a text layer"),
    "archive": ("unknown_archive", "an archive that is not .zip", "unpack it, or pack it as .zip"),
    "binary": (
        "binary",
        "a program or other binary data",
        "give .txt, .md, .html, .docx, .pdf or a .zip of these",
    ),
    "mail": (
        "mail",
        "an e-mail (.eml)",
        "save what is attached to it, or its text, as a file of its own",
    ),
    "data": (
        "data_file",
        "a table or data (.csv, .json, .xml)",
        "save each letter in it as a text file of its own",
    ),
    "sheet": ("spreadsheet", "a spreadsheet", "save the letter in it as .docx, PDF or text"),
    "slides": ("slides", "a presentation", "save the letter in it as .docx, PDF or text"),
    "odf": ("open_document", "an OpenDocument file (.odt, .ods)", "save it as .docx or PDF"),
    "ofd": ("ofd", "an OFD file (GB/T 33190)", "convert it to PDF with the reader that shows it"),
    "no_members": ("empty", "an archive without a member", "pack it again"),
    "many_members": (
        "too_large",
        f"an archive of more than {MEMBERS_LIMIT} members",
        "unpack it and give the folder",
    ),
    "nested_zip": (
        "nested_archive",
        "an archive inside an archive, or a .zip under another name",
        "unpack it and give the folder",
    ),
}


def read_bytes(data: bytes, *, source: str) -> Extract:
    """Return the text of a file.

    Raises UnreadableInput (with the issue row) for what is empty, too large, protected, broken or without a reader.
    """
    if not _ANYTHING.search(data):
        raise UnreadableInput(
            refusal(source, "empty", "the file is empty", "give the file again", value=f"{len(data)} bytes")
        )
    if len(data) > SIZE_LIMIT:
        raise too_large(source, value=f"{len(data)} bytes")
    kind = sniff(data, source)
    if kind == "zip":
        kind = _office_kind(data, source)
    if kind == "ole" and _ENCRYPTED_PACKAGE in data:
        kind = "encrypted"
    if kind in _REFUSED:
        code, what, hint = _REFUSED[kind]
        raise UnreadableInput(
            refusal(source, code, f"the file is {what}, which is not read", hint, value=kind)
        )
    return _limited(_reader(kind)(data, source=source), source)


def too_large(source: str, *, value: str = "") -> UnreadableInput:
    """Return the error for a file of more than `SIZE_LIMIT` bytes; `value` is its size where it is known."""
    message = f"the file is larger than {SIZE_LIMIT // 2**20} MB"
    return UnreadableInput(refusal(source, "too_large", message, "give the letter alone", value=value))


def _limited(extract: Extract, source: str) -> Extract:
    """Return the extract. Raises UnreadableInput where it is longer than letters are, so that time stays bounded."""
    longest = max((line.end - line.start for line in extract.lines), default=0)
    if len(extract.text) > TEXT_LIMIT or longest > LINE_LIMIT or len(extract.lines) > LINES_LIMIT:
        value = f"{len(extract.text)} 字 characters; 最长一行 longest line {longest}"
        issue = refusal(
            source, "too_long", "the text is far longer than a letter", "give the letter alone", value=value
        )
        raise UnreadableInput(issue)
    return extract


def _reader(kind: str) -> Reader:
    """Return the reader of a format; the libraries of PDF, DOCX and HTML are loaded when first needed."""
    if kind == "pdf":
        from .pdf import read_pdf  # noqa: PLC0415 - heavy library, needed by PDF files only

        return read_pdf
    if kind == "docx":
        from .docx import read_docx  # noqa: PLC0415 - heavy library, needed by Word files only

        return read_docx
    if kind == "html":
        from .html import read_html  # noqa: PLC0415 - heavy library, needed by HTML files only

        return read_html
    if kind == "web_archive":
        from .web_archive import read_web_archive  # noqa: PLC0415 - as above

        return read_web_archive
    return read_text


def _office_kind(data: bytes, source: str) -> str:
    """Return what a zip container holds. Raises UnreadableInput where its directory cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            mimetype = (
                archive.read("mimetype")[:64]
                if "mimetype" in names and archive.getinfo("mimetype").file_size < 256
                else b""
            )
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableInput(
            refusal(
                source,
                "broken_archive",
                f"the file is cut off or no zip container ({type(error).__name__})",
                "give the file again",
            )
        ) from error
    if "word/document.xml" in names:
        return "docx"
    if not names or len(names) > MEMBERS_LIMIT:
        return "no_members" if not names else "many_members"
    if "OFD.xml" in names:
        return "ofd"
    if any(name.startswith("xl/") for name in names):
        return "sheet"
    if any(name.startswith("ppt/") for name in names):
        return "slides"
    return "odf" if mimetype.startswith(b"application/vnd.oasis") else "nested_zip"
