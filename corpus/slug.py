"""Slugs: the readable part of every identifier (design: Identity)."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """Return the slug of a name: NFKC, Unicode letters and decimal digits kept, all else one `-`, trimmed.

    No pinyin and no percent-encoding: Chinese names stay readable and apart. "" for a text without any letter.
    """
    kept = (
        mark if unicodedata.category(mark)[0] == "L" or mark.isdecimal() else "-"
        for mark in unicodedata.normalize("NFKC", text)
    )
    return re.sub("-+", "-", "".join(kept)).strip("-")
