"""A text whose every character knows where in the raw text it came from."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

ROW_BLANKS = " \u3000\n\r\x0b\x0c"
"""White space around a table row: not the tabs, which stand around its empty cells."""
# Zero-width marks, byte-order marks, soft hyphens, bidirectional controls, control characters and the private-use
# characters that Chinese fonts and site editors leave behind: none of them is text.
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]+"
)
_COMBINING = re.compile(r".[\u0300-\u036f]+")


def _replacements() -> dict[int, str]:
    """Return same-length replacements: odd blanks, Kangxi radicals and compatibility ideographs (PDF fonts)."""
    radicals = range(0x2F00, 0x2FD6)
    ideographs = range(0xF900, 0xFAFF)
    table = {code: unicodedata.normalize("NFKC", chr(code)) for code in (*radicals, *ideographs)}
    blanks = dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F, 0x205F], " ")
    return {code: text for code, text in (table | blanks).items() if len(text) == 1}


_SAME_LENGTH = _replacements()
_REPLACED = re.compile("[" + "".join(map(re.escape, map(chr, sorted(_SAME_LENGTH)))) + "]")


def _tidied(text: str) -> str:
    return text.translate(_SAME_LENGTH) if _REPLACED.search(text) else text


# A slice of a ready array is copied as a block; letters are shorter than this.
_NUMBERS = array("i", range(1 << 16))


def numbers(start: int, end: int) -> array[int]:
    """Return the whole numbers of the half-open range as an array."""
    return _NUMBERS[start:end] if end <= len(_NUMBERS) else array("i", range(start, end))


@dataclass(frozen=True, slots=True)
class Traced:
    """`text[i]` came from `offsets[i]` of the raw text; offsets never decrease."""

    text: str
    offsets: array[int]

    def cut(self, start: int, end: int) -> Traced:
        """Return the half-open code point range as a text of its own."""
        return Traced(self.text[start:end], self.offsets[start:end])

    def stripped(self, characters: str | None = None) -> Traced:
        """Return the text without `characters` (default: white space) at its two ends."""
        text = self.text.strip(characters)
        if len(text) == len(self.text):
            return self
        left = len(self.text) - len(self.text.lstrip(characters))
        return self.cut(left, left + len(text))

    def without(self, spans: Iterable[tuple[int, int]]) -> Traced:
        """Return the text without the given sorted, disjoint ranges."""
        spans = tuple(spans)
        if not spans:
            return self
        kept, at = [], 0
        for start, end in spans:
            kept.append(self.cut(at, start))
            at = end
        return join([*kept, self.cut(at, len(self.text))])


def is_tidy(raw: str) -> bool:
    """Return whether a text is in NFC and holds no invisible character and no odd blank."""
    return unicodedata.is_normalized("NFC", raw) and not _REPLACED.search(raw) and not _INVISIBLE.search(raw)


def traced(raw: str, start: int, end: int, *, tidy: bool = False) -> Traced:
    """Return `raw[start:end]` in NFC, without invisible characters, with odd blanks as spaces.

    `tidy` says that the whole of `raw` is known to be so.
    """
    text = raw[start:end]
    if tidy:
        return Traced(text, numbers(start, end))
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        piece = Traced(_tidied(text), numbers(start, end))
    else:
        piece = _composed(text, start)
    if not _INVISIBLE.search(text):
        return piece
    return piece.without(match.span() for match in _INVISIBLE.finditer(piece.text))


def _composed(text: str, start: int) -> Traced:
    """Return `text` in NFC; a composed cluster keeps the offset of its first character."""
    parts: list[Traced] = []
    at = 0
    for match in _COMBINING.finditer(text):
        parts.append(_replaced(text, at, match.start(), start))
        cluster = unicodedata.normalize("NFC", match.group())
        parts.append(Traced(cluster, array("i", [start + match.start()] * len(cluster))))
        at = match.end()
    parts.append(_replaced(text, at, len(text), start))
    return join(parts)


def _replaced(text: str, begin: int, end: int, start: int) -> Traced:
    return Traced(_tidied(text[begin:end]), numbers(start + begin, start + end))


def join(parts: Sequence[Traced], separator: str = "") -> Traced:
    """Return the parts as one text; a separator takes the offset just behind the part before it."""
    offsets: array[int] = array("i")
    for number, part in enumerate(parts):
        if number and separator:
            offsets.extend([offsets[-1] if offsets else 0] * len(separator))
        offsets.extend(part.offsets)
    return Traced(separator.join(part.text for part in parts), offsets)
