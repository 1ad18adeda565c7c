"""Text that XML 1.0 may hold."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return the text without the characters that XML 1.0 forbids (section 2.2, Char), for example U+000B."""
    return _FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    """Return the cleaned text with every run of white space as one space: what a label or attribute holds."""
    return " ".join(clean(text).split())
