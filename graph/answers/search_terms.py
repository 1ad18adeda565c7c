"""What people type to ask for a letter or a name, read as they mean it; advice where nothing was found."""

from __future__ import annotations

import re
from unicodedata import normalize

_ENDS = " \t。，、；：！？.,;:!?"
"""Marks that are copied along with a name from the sentence around it."""
_NUMBER = re.compile(r"第?\s*(\w+?)\s*号?(?:提案|建议)?")
_DAY = re.compile(r"((?:19|20)\d\d)[-./年](\d{1,2})(?:[-./月](\d{1,2})日?|月)?", re.ASCII)


def without_ends(text: str) -> str:
    """Return a name without the marks of the sentence that it was copied from."""
    return text.strip(_ENDS)


def number_of(text: str) -> str:
    """Return the number that is meant by 第2024237号, ２０２４２３７ or 2024237, without leading zeros."""
    found = _NUMBER.fullmatch(normalize("NFKC", text).strip())
    return found[1].lstrip("0") if found else ""


def day_of(text: str) -> str:
    """Return the day or month that is meant by 2024-09-12, 2024.9.12 or 2024年9月, as ISO 8601; empty for none."""
    found = _DAY.fullmatch(normalize("NFKC", text).strip())
    return "-".join(part.zfill(2) for part in found.groups() if part) if found else ""


def advice(text: str) -> str:
    """Return what may have gone wrong with a text that was found nowhere, to be put behind the message, or nothing."""
    if any(_is_traditional(mark) for mark in text):
        return " · 请用简体字 names are looked up as letters print them, in simplified characters"
    return ""


def _is_traditional(mark: str) -> bool:
    """Whether a character is in the standard set of traditional ones and not in that of simplified ones."""
    return _is_in(mark, "big5") and not _is_in(mark, "gb2312")


def _is_in(mark: str, charset: str) -> bool:
    try:
        mark.encode(charset)
    except UnicodeEncodeError:
        return False
    return True
