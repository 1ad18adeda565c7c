"""A text in two languages, `中文 · English`: how it is put together and parted again."""

from __future__ import annotations

import re

BETWEEN = " · "
"""What stands between the languages; nothing that is put into the Chinese half holds it."""
_CHINESE, _LATIN = re.compile("[\u4e00-\u9fff]"), re.compile("[A-Za-z]")


def both(zh: str, en: str) -> str:
    """Return `zh · en`; one of them alone where the other is empty."""
    return f"{zh.replace(BETWEEN, '·')}{BETWEEN}{en}" if zh and en else zh or en


def is_in_both(text: str) -> bool:
    """Return whether a text has two halves. One that people wrote may hold the mark and be in one language: 甲 · 乙."""
    zh, _, en = text.partition(BETWEEN)
    return _CHINESE.search(zh) is not None and _LATIN.search(en) is not None


def chinese(text: str) -> str:
    """Return the Chinese half; the whole text where it is in one language."""
    return text.partition(BETWEEN)[0] if is_in_both(text) else text


def english(text: str) -> str:
    """Return the English half; the whole text where it is in one language."""
    return text.partition(BETWEEN)[2] if is_in_both(text) else text
