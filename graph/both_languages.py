"""A text in two languages, `中文 · English`: how it is put together and parted again."""

from __future__ import annotations

BETWEEN = " · "
"""What stands between the languages; nothing that is put into the Chinese half holds it."""


def both(zh: str, en: str) -> str:
    """Return `zh · en`; one of them alone where the other is empty."""
    return f"{zh.replace(BETWEEN, '·')}{BETWEEN}{en}" if zh and en else zh or en


def is_in_both(text: str) -> bool:
    """Return whether a text has two halves."""
    return BETWEEN in text


def chinese(text: str) -> str:
    """Return the Chinese half; the whole text where it is in one language."""
    return text.partition(BETWEEN)[0]


def english(text: str) -> str:
    """Return the English half; the whole text where it is in one language."""
    zh, _, en = text.partition(BETWEEN)
    return en or zh
