"""Plain text: finds the encoding, tells where it breaks."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from ..errors import UnreadableInput
from ..late_pattern import late_pattern
from ..lines import raw_lines
from ..records import Issue
from .extract import Extract

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHINESE = late_pattern(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef]")
_READABLE = late_pattern(r"[\u4e00-\u9fff\u3000-\u303f\uff00-\uffef\u2010-\u2027\x20-\x7e\s]")
_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\x0b\x0c\r\x1a\x1b")
# Markdown's front matter: key and value lines between two rules at the very top.
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(?:(?:[A-Za-z_][A-Za-z0-9_ -]{0,40}:|[ \t]+\S|- ).{0,400}\r?\n|[ \t]*\r?\n){1,60}?"
    r"---[ \t]*(?:\r?\n|\Z)"
)
_KEY = re.compile(r"^(?P<key>[A-Za-z_][A-Za-z0-9_-]{0,40}):[ \t]*(?P<value>[^\r\n]*)", re.MULTILINE)
_LABEL_OF = {"title": "标题", "source": "来源", "date": "发布日期", "url": "网址", "link": "网址"}
# GB/T 2312-1980 level 1, the 3,755 most frequent characters, plus its marks: what real Chinese text is made of.
_FREQUENT = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]|[\xa1-\xa3][\xa1-\xfe]")


def read_text(data: bytes, *, source: str) -> Extract:
    """Return the text of a file and its lines.

    Raises UnreadableInput where the bytes are no text in any encoding in use for Chinese.
    """
    text, issues = decode(data, source=source)
    if "\x00" in text:
        issues = (*issues, _nul_issue(text, source))
    front = _FRONT_MATTER.match(text)
    told = tuple(_front_matter(front.group())) if front else ()
    lines = raw_lines(text)
    lines = tuple(line for line in lines if line.start >= front.end()) if front else lines
    return Extract(text=text, lines=lines, marked=True, metadata=told, issues=issues)


def _front_matter(block: str) -> Iterator[tuple[str, str]]:
    """Yield label and value of what Markdown says of itself above the text, in the words of a page's own metadata."""
    for match in _KEY.finditer(block):
        label = _LABEL_OF.get(match["key"].lower())
        if label and match["value"].strip("'\" "):
            yield label, match["value"].strip("'\" ")


def _nul_issue(text: str, source: str) -> Issue:
    return Issue(
        source=source,
        severity="warning",
        code="nul_characters",
        where=f"character {text.index(chr(0))}",
        value=str(text.count("\x00")),
        message="NUL characters in the text were left out",
        hint="save the file again as UTF-8 text",
    )


def decode(data: bytes, *, source: str) -> tuple[str, tuple[Issue, ...]]:
    """Return the decoded text and what had to be guessed or repaired.

    Order: byte-order mark, UTF-16 without one, strict UTF-8, GB18030, line by line, other encodings.
    Raises UnreadableInput for binary data.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), ()
    wide = _utf16(data)
    if wide is not None:
        return wide, ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        broken = error
    if _looks_binary(data):
        raise UnreadableInput(_binary_issue(source, data))
    return _decode_otherwise(data, broken, source)


def _utf16(data: bytes) -> str | None:
    """Return the text where the bytes are UTF-16 without a mark: every line end and digit holds a zero byte."""
    if b"\x00" not in data[:4096] or len(data) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(_READABLE.findall(text)) > 0.95 * len(text):
            return text
    return None


def _looks_binary(data: bytes) -> bool:
    sample = data[:8192]
    return len(sample) - len(sample.translate(None, _CONTROLS)) > 0.02 * len(sample)


def _binary_issue(source: str, data: bytes) -> Issue:
    return Issue(
        source=source,
        severity="error",
        code="binary",
        where="byte 0",
        value=data[:8].hex(" "),
        message="the file is binary data, not text",
        hint="give .txt, .md, .html, .docx, .pdf or a .zip of these",
    )


def _decode_otherwise(data: bytes, broken: UnicodeDecodeError, source: str) -> tuple[str, tuple[Issue, ...]]:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        text = ""
    if text and _is_simplified(data):
        return text, ()
    if not text and _is_simplified(data):
        repaired = data.decode("gb18030", errors="replace")
        return repaired, (
            _encoding_issue(source, data, broken, "invalid_gb18030", "GB18030 with broken bytes"),
        )
    mixed = _by_line(data)
    if mixed is not None and _chinese_share(mixed) > _chinese_share(text):
        return mixed, (
            _encoding_issue(source, data, broken, "mixed_encoding", "lines in UTF-8 and in GB18030"),
        )
    guessed = _guess(data)
    if guessed is not None:
        return guessed[0], (_encoding_issue(source, data, broken, "guessed_encoding", guessed[1]),)
    repaired = data.decode("utf-8", errors="replace")
    if repaired.count("\ufffd") > 0.05 * len(repaired):
        raise UnreadableInput(_undecodable_issue(source, broken))
    return repaired, (_encoding_issue(source, data, broken, "invalid_utf8", "UTF-8 with broken bytes"),)


def _is_simplified(data: bytes) -> bool:
    """Return whether most two-byte characters are frequent ones of GB/T 2312: chance bytes and Big5 are not."""
    high = sum(byte > 0x7F for byte in data)
    frequent = sum(len(match) for match in _FREQUENT.findall(data))
    return high == 0 or frequent > 0.85 * high


def _by_line(data: bytes) -> str | None:
    """Return the text where every line is UTF-8 or GB18030 and both occur, else None."""
    found: set[str] = set()
    lines: list[str] = []
    for line in data.split(b"\n"):
        for encoding in ("utf-8", "gb18030"):
            try:
                lines.append(line.decode(encoding))
            except UnicodeDecodeError:
                continue
            found.add("ascii" if line.isascii() else encoding)
            break
        else:
            return None
    return "\n".join(lines) if found >= {"utf-8", "gb18030"} else None


def _chinese_share(text: str) -> float:
    return len(_CHINESE.findall(text)) / max(1, sum(not mark.isascii() for mark in text))


def _guess(data: bytes) -> tuple[str, str] | None:
    """Return text and encoding where charset-normalizer finds one that yields Chinese (Big5 …), else None."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import, needed by few files

    best = from_bytes(data[:200_000], cp_isolation=["big5", "big5hkscs", "gb18030", "utf_8", "hz"]).best()
    if best is None:
        return None
    try:
        text = data.decode(best.encoding)
    except UnicodeDecodeError:
        return None
    return (text, str(best.encoding)) if _chinese_share(text) > 0.9 else None


def _encoding_issue(source: str, data: bytes, broken: UnicodeDecodeError, code: str, value: str) -> Issue:
    line = data.count(b"\n", 0, broken.start) + 1
    return Issue(
        source=source,
        severity="warning",
        code=code,
        where=f"byte {broken.start}, line {line}",
        value=value,
        message="the file is not valid UTF-8; what could be read was read",
        hint="save the file again as UTF-8",
    )


def _undecodable_issue(source: str, broken: UnicodeDecodeError) -> Issue:
    return Issue(
        source=source,
        severity="error",
        code="unknown_encoding",
        where=f"byte {broken.start}",
        value=broken.object[broken.start : broken.start + 4].hex(" "),
        message="the bytes are no text in UTF-8, UTF-16, GB18030 or Big5",
        hint="open the file in an editor that shows it rightly and save it as UTF-8",
    )
