"""Text that XML 1.0 may hold."""

from __future__ import annotations

import re
from functools import lru_cache

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return the text without the characters that XML 1.0 forbids (section 2.2, Char), for example U+000B."""
    return text if text.isprintable() else _FORBIDDEN.sub("", text)  # what is forbidden is not printable


def one_line(text: str) -> str:
    """Return the cleaned text with every run of white space as one space: what a label or attribute holds."""
    if text.isprintable() and " " not in text:  # most are, and the long way takes five times as long
        return text
    return " ".join(clean(text).split())


def attribute(text: str) -> str:
    """Return the text as it stands between the double quotes of an attribute, or between tags; on one line."""
    if not text.isprintable() or " " in text:
        text = one_line(text)
    if "&" in text or "<" in text or ">" in text or '"' in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    return text


@lru_cache(maxsize=65536)
def repeated(text: str) -> bytes:
    """Return the same as `attribute`, in UTF-8, faster for the few texts that stand at very many elements."""
    return attribute(text).encode()
