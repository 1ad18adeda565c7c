"""Type 3 fonts (ISO 32000-1, 9.6.5): every glyph is a small drawing, and reading text needs none of them.

Chromium prints fonts with PostScript outlines so: a letter of three pages has a hundred fonts and six hundred drawings,
and a page takes five times as long to load as with other fonts. The library must parse a drawing to learn the glyph's
box, which its first operator (`d1`) already states.
"""

from __future__ import annotations

import re
import zlib

_MARK = b"/Type3"
_ENCRYPTED = b"/Encrypt"
_FILTER = b"/Filter /FlateDecode"
_STREAM = re.compile(
    rb"/Filter /FlateDecode(?P<rest>\s*/Length (?P<length>[0-9]{1,5})>>\s*stream\r?\n)(?=\x78)"
)
# Width and box of a glyph: six numbers, then d1.
_BOX = re.compile(rb"\s*(?:[-+.0-9]+\s+){6}d1(?=\s)")
_HEAD = 96
"""Bytes of a compressed drawing that hold its first operator."""


def without_outlines(data: bytes) -> bytes:
    """Return the PDF with the drawings of Type 3 glyphs cut down to their boxes: same length, same text, same places.

    The bytes come back as they are where there are none, or where the file is encrypted.
    """
    if _MARK not in data or _ENCRYPTED in data:
        return data
    parts: list[bytes] = []
    at = 0
    for stream in _STREAM.finditer(data):
        length = int(stream["length"])
        box = _box(data[stream.end() : stream.end() + min(_HEAD, length)])
        if box and len(box) <= length <= len(data) - stream.end():
            parts += [data[at : stream.start()], b" " * len(_FILTER), stream["rest"], box.ljust(length)]
            at = stream.end() + length
    return b"".join([*parts, data[at:]])


def _box(compressed: bytes) -> bytes:
    """Return the operator that states the box of a glyph, b"" where a stream begins with another."""
    try:
        head = zlib.decompressobj().decompress(compressed, 2 * _HEAD)
    except zlib.error:
        return b""
    match = _BOX.match(head)
    return match.group() if match else b""
