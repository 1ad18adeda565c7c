"""Slugs: the readable part of every identifier."""

from __future__ import annotations

import re
import unicodedata


def slug(text: str) -> str:
    """Return the slug of a name: NFKC, Unicode letters and decimal digits kept, all else one `-`, trimmed.

    No pinyin and no percent-encoding: Chinese names stay readable and apart. "" for a text without any letter.
    """
    kept = unicodedata.normalize("NFKC", text).translate(_KEPT)
    return _HYPHENS.sub("-", kept).strip("-")


class _Kept(dict[int, str]):
    """What stands in a slug for each code point: worked out once, when a text first holds it."""

    def __missing__(self, code: int) -> str:
        mark = chr(code)
        kept = self[code] = mark if unicodedata.category(mark)[0] == "L" or mark.isdecimal() else "-"
        return kept


_KEPT = _Kept()
_HYPHENS = re.compile("-+")
